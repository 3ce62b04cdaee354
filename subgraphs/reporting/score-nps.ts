import { halfUp, rate } from './half-up.js';
import type { NpsScore } from './nps-score.js';

/** How often each score was given, and what came of the invitations of the same period. */
export interface NpsCounts {
  scores: { score: number; count: number }[];
  invited: number;
  /** How many of those invited have answered, whenever that was. */
  invitedAnswered: number;
}

/** per cent promoters (9-10) minus per cent detractors (0-6), from counts, rounded once. */
export function scoreNps({ scores, invited, invitedAnswered }: NpsCounts): NpsScore {
  const within = (low: number, high: number) =>
    scores.reduce((sum, { score, count }) => sum + (score >= low && score <= high ? count : 0), 0);
  const [detractors, passives, promoters] = [within(0, 6), within(7, 8), within(9, 10)];
  const responses = detractors + passives + promoters;
  const total = scores.reduce((sum, { score, count }) => sum + score * count, 0);
  return {
    responses,
    promoters,
    passives,
    detractors,
    score: responses ? halfUp(100 * (promoters - detractors), responses) : null,
    averageScore: responses ? halfUp(100 * total, responses) / 100 : null,
    responseRate: rate(invitedAnswered, invited),
  };
}
