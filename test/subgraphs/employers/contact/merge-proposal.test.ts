import { expect, test } from '@jest/globals';
import { daysAround } from '../../../../subgraphs/employers/contact/days-around.js';
import { mergeProposal } from '../../../../subgraphs/employers/contact/merge-proposal.js';

const nearby = (likeness: number, subject = 'Chauffeurs C') => ({
  id: `of ${likeness}`,
  subject,
  occurredOn: '2026-03-08',
  likeness,
});

test.each([
  [0.59, 0],
  [0.6, 1],
  [1, 1],
])('a subject alike for %d gives %d proposals', (likeness, count) => {
  expect(mergeProposal([nearby(likeness)])).toHaveLength(count);
});

test('the notice names the earlier moment that is most alike', () => {
  expect(mergeProposal([nearby(0.7), nearby(0.9, 'Chauffeurs CE'), nearby(0.2)])).toMatchObject([
    { code: 'SAME_SUBJECT_NEARBY', message: expect.stringMatching(/"Chauffeurs CE" is op 8 maart 2026 .*of 0\.9/) },
  ]);
});

test('the window lies on either side of the day', () => {
  expect(daysAround('2026-03-02', 5)).toEqual(['2026-02-25', '2026-03-07']);
});
