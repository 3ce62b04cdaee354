import { expect, test } from '@jest/globals';
import { targetGroupOf } from '../../../subgraphs/jobseekers/jobseeker/target-group-of.js';
import { unemploymentPhase } from '../../../subgraphs/jobseekers/jobseeker/unemployment-phase.js';

test.each([
  [null, '2021-06-15', 'BEFORE_UNEMPLOYMENT'],
  ['2021-06-16', '2021-06-15', 'BEFORE_UNEMPLOYMENT'],
  ['2021-06-15', '2021-06-15', 'MONTHS_0_3'],
  ['2021-03-16', '2021-06-15', 'MONTHS_0_3'],
  ['2021-03-15', '2021-06-15', 'MONTHS_3_6'],
  ['2020-12-16', '2021-06-15', 'MONTHS_3_6'],
  ['2020-12-15', '2021-06-15', 'MONTHS_6_12'],
  ['2020-06-16', '2021-06-15', 'MONTHS_6_12'],
  ['2020-06-15', '2021-06-15', 'OVER_12_MONTHS'],
  ['2020-11-30', '2021-02-27', 'MONTHS_0_3'],
  ['2020-11-30', '2021-02-28', 'MONTHS_3_6'],
  ['2020-02-29', '2021-02-28', 'OVER_12_MONTHS'],
])('without work since %s is on %s in phase %s', (since, onDate, phase) => {
  expect(unemploymentPhase(since, onDate)).toBe(phase);
});

const benefit = (targetGroup: string, from = '2020-01-01', until: string | null = null) => ({
  targetGroup,
  from,
  until,
});

test.each([
  ['no benefit', [], 'OTHER'],
  ['WGA and WW', [benefit('WW'), benefit('WGA')], 'WGA'],
  ['WW and WWB', [benefit('WWB'), benefit('WW')], 'WW'],
  ['all', [benefit('WWB'), benefit('WW'), benefit('WGA'), benefit('WAJONG')], 'WAJONG'],
  ['none of the four', [benefit('OTHER')], 'OTHER'],
  ['one that ended today', [benefit('WW', '2020-01-01', '2021-06-15')], 'WW'],
  ['one that ended yesterday', [benefit('WW', '2020-01-01', '2021-06-14'), benefit('WWB')], 'WWB'],
  ['one that begins today', [benefit('WGA', '2021-06-15')], 'WGA'],
  ['one that begins tomorrow', [benefit('WGA', '2021-06-16')], 'OTHER'],
])('who has %s counts in one target group', (_what, benefits, group) => {
  expect(targetGroupOf(benefits, '2021-06-15')).toBe(group);
});
