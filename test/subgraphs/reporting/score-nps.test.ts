import { expect, test } from '@jest/globals';
import { scoreNps } from '../../../subgraphs/reporting/score-nps.js';

const given = (...scores: number[]) => ({
  scores: scores.map((score) => ({ score, count: 1 })),
  invited: 0,
  invitedAnswered: 0,
});

test.each<[string, number[], object]>([
  ['nobody answered', [], { responses: 0, score: null, averageScore: null }],
  ['the bounds of the groups', [0, 6, 7, 8, 9, 10], { detractors: 2, passives: 2, promoters: 2, score: 0 }],
  [
    'six promoters, two passives, two detractors',
    [9, 9, 9, 10, 10, 10, 7, 8, 0, 6],
    { score: 40, responses: 10, averageScore: 7.8 },
  ],
  ['only detractors', [3], { score: -100, averageScore: 3 }],
  ['a half above nought goes up: 12.5', [9, 8, 8, 8, 8, 8, 8, 8], { score: 13 }],
  ['a half below nought goes up too: -12.5', [6, 8, 8, 8, 8, 8, 8, 8], { score: -12 }],
  ['a third', [9, 8, 8], { score: 33, averageScore: 8.33 }],
  ['minus two thirds', [6, 6, 8], { score: -67 }],
])('%s', (_, scores, expected) => {
  expect(scoreNps(given(...scores))).toMatchObject(expected);
});

test('the response is of those invited, and unknown without invitations', () => {
  expect(scoreNps(given(9)).responseRate).toBeNull();
  expect(scoreNps({ scores: [{ score: 9, count: 3 }], invited: 8, invitedAnswered: 1 }).responseRate).toBe(0.125);
});
