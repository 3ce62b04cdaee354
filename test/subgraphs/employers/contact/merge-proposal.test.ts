import { expect, test } from '@jest/globals';
import { daysBetween } from '../../../../subgraphs/employers/contact/days.js';
import { mergeProposal } from '../../../../subgraphs/employers/contact/correction/merge-proposal.js';

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
    {
      code: 'SAME_SUBJECT_NEARBY',
      message: expect.stringMatching(/"Chauffeurs CE" is op 8 maart 2026 .*één contactmoment\.$/),
    },
  ]);
});

test.each([
  ['2026-03-02', '2026-03-07', 5],
  ['2026-03-07', '2026-03-02', 5],
  ['2024-02-28', '2024-03-01', 2],
  ['2025-12-31', '2026-01-01', 1],
  ['2026-03-28', '2026-03-30', 2],
  ['2025-01-31', '2025-03-31', 59],
])('%s and %s lie %d days apart', (one, other, days) => {
  expect(daysBetween(one, other)).toBe(days);
});
