import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keepFact } from '../../../subgraphs/reporting/facts/keep-fact.js';
import { openReporting } from '../../../subgraphs/reporting/open-reporting.js';
import { alone, type Alone } from '../alone.js';
import { answered, contact, invited, placement } from './facts.js';

let reporting: Alone;
const MARCH = { from: '2021-03-01', to: '2021-03-31' };

beforeAll(async () => {
  reporting = await alone(openReporting);
  const late = { recordedAt: '2021-04-20T08:00:00.000Z' };
  for (const fact of [
    placement('e-1', '2021-03-01', { targetGroup: 'WWB', teamIds: ['team-ag', 'team-zorg'], sustainable: true }),
    placement('e-1', '2021-03-31', { targetGroup: 'WW', teamIds: ['team-ag'] }),
    placement('e-2', '2021-03-15', { targetGroup: 'WW', teamIds: [] }, late),
    placement('e-2', '2021-02-28', { teamIds: ['team-ag'] }),
    placement('e-2', '2021-04-01', { teamIds: ['team-ag'] }),
    contact('e-1', '2021-03-02', { typeNumber: 2, category: 'VISIT', teamId: 'team-ag', npsSurveyId: 's-1' }),
    contact('e-1', '2021-03-03', { typeNumber: 2, category: 'UNCATEGORISED', teamId: 'team-zorg', npsSurveyId: 's-2' }),
    contact('e-2', '2021-03-04', { typeNumber: 1, category: 'OTHER', teamId: 'team-ag' }),
    invited('e-1', '2021-03-02', 's-1'),
    invited('e-1', '2021-03-03', 's-2'),
    answered('e-1', '2021-03-05', 's-1', 10),
    { ...answered('e-1', '2021-03-06', 's-2', 3), ...late },
  ])
    await keepFact(reporting.subgraph.database.em(), fact);
});
afterAll(() => reporting.close());

describe('placements in a period', () => {
  const REPORT = `query ($from: Date!, $to: Date!, $by: PlacementDimension!, $teamId: ID, $knownAt: DateTime) {
    placementReport(from: $from, to: $to, by: $by, teamId: $teamId, knownAt: $knownAt) {
      key team { id } employer { id } placements sustainable sharePercent
    }
  }`;
  const report = async (by: string, more: object = {}) =>
    (await reporting.data(REPORT, { ...MARCH, by, ...more }, { as: 'analyst' })).placementReport;

  test('by target group, both days included', async () => {
    expect(await report('TARGET_GROUP')).toEqual([
      { key: 'WW', team: null, employer: null, placements: 2, sustainable: 0, sharePercent: 67 },
      { key: 'WWB', team: null, employer: null, placements: 1, sustainable: 1, sharePercent: 33 },
    ]);
  });
  test('by team, where a shared placement counts for both and the share is of what was counted once', async () => {
    expect(await report('TEAM')).toMatchObject([
      { key: 'team-ag', team: { id: 'team-ag' }, placements: 2, sharePercent: 67 },
      { key: 'NONE', team: null, placements: 1, sharePercent: 33 },
      { key: 'team-zorg', team: { id: 'team-zorg' }, placements: 1, sharePercent: 33 },
    ]);
  });
  test('by employer, of one team', async () => {
    expect(await report('EMPLOYER', { teamId: 'team-ag' })).toMatchObject([
      { key: 'e-1', employer: { id: 'e-1' }, placements: 2, sharePercent: 100 },
    ]);
  });
  test('as known at a moment: what was recorded later stays out', async () => {
    expect(await report('TARGET_GROUP', { knownAt: '2021-04-06T08:00:00Z' })).toMatchObject([
      { key: 'WW', placements: 1, sharePercent: 50 },
      { key: 'WWB', placements: 1, sharePercent: 50 },
    ]);
  });
  test('none at all is an empty report', async () => {
    expect(await report('TEAM', { from: '2019-01-01', to: '2019-12-31' })).toEqual([]);
  });
});

describe('contact moments in a period', () => {
  const REPORT = `query ($from: Date!, $to: Date!, $teamId: ID) {
    contactReport(from: $from, to: $to, teamId: $teamId) { typeNumber count visits other uncategorised npsInvited }
  }`;
  test('by type; the columns add up', async () => {
    expect((await reporting.data(REPORT, MARCH)).contactReport).toEqual([
      { typeNumber: 1, count: 1, visits: 0, other: 1, uncategorised: 0, npsInvited: 0 },
      { typeNumber: 2, count: 2, visits: 1, other: 0, uncategorised: 1, npsInvited: 2 },
    ]);
  });
  test('of one team', async () => {
    expect((await reporting.data(REPORT, { ...MARCH, teamId: 'team-zorg' })).contactReport).toMatchObject([
      { typeNumber: 2, count: 1 },
    ]);
  });
});

describe('satisfaction in a period', () => {
  const REPORT = `query ($from: Date!, $to: Date!, $teamId: ID, $knownAt: DateTime) {
    npsReport(from: $from, to: $to, teamId: $teamId, knownAt: $knownAt) { responses score responseRate }
  }`;
  test.each([
    ['of everybody', {}, { responses: 2, score: 0, responseRate: 1 }],
    ['of the team whose contact was surveyed', { teamId: 'team-ag' }, { responses: 1, score: 100, responseRate: 1 }],
    ['of a team nobody was asked about', { teamId: 'team-utrecht' }, { responses: 0, score: null, responseRate: null }],
    ['as known at a moment', { knownAt: '2021-04-06T08:00:00Z' }, { responses: 1, score: 100, responseRate: 0.5 }],
  ])('%s', async (_, more, expected) => {
    expect((await reporting.data(REPORT, { ...MARCH, ...more })).npsReport).toEqual(expected);
  });

  test('a period that ends before it begins is refused, naming the argument', async () => {
    const answer = await reporting.ask(REPORT, { from: '2021-03-02', to: '2021-03-01' });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'to' } }]);
  });
});
