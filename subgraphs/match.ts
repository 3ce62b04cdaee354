import { compare } from './match-comparisons.js';
import type { MatchCriteria, MatchProfile } from './match-contract.js';
import { MatchVerdict, type MatchPart } from './match-part.js';

/** Told with every match, so that a score that was kept can be understood later. Raise it when a score may change. */
export const ENGINE_VERSION = '1.0.0';

/** An explained match: the score is the sum of its parts, nothing hidden. */
export interface Match {
  /** 0 to 100. */
  score: number;
  parts: MatchPart[];
  /** What the work cannot be done without, and is neither there nor to be learnt. */
  blockers: MatchPart[];
  /** What the jobseeker could learn to meet the demand, in plain words. */
  developmentGap: string[];
  engineVersion: string;
}

/** Divides 100 points in whole numbers in proportion to `shares`, the largest remainders first. */
export function divide100(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (100 * share) / total);
  const points = exact.map(Math.floor);
  const left = 100 - points.reduce((sum, whole) => sum + whole, 0);
  const order = exact.map((value, n) => n).sort((a, b) => exact[b]! - points[b]! - (exact[a]! - points[a]!) || a - b);
  for (const n of order.slice(0, left)) points[n]! += 1;
  return points;
}

const earned = (weight: number, verdict: MatchVerdict): number => {
  if (verdict === MatchVerdict.MET) return weight;
  return verdict === MatchVerdict.PARTLY || verdict === MatchVerdict.TRAINABLE ? Math.floor(weight / 2) : 0;
};

/**
 * How well a jobseeker fits a vacancy. Depends on nothing but its two arguments, so that the score is the same from
 * the vacancy's side and from the jobseeker's.
 */
export function match(criteria: MatchCriteria, profile: MatchProfile): Match {
  const comparisons = compare(criteria, profile);
  const weights = divide100(comparisons.map(({ share }) => share));
  const parts = comparisons.map(({ criterion, demanded, offered, verdict, because }, n): MatchPart => ({
    criterion,
    weight: weights[n]!,
    points: earned(weights[n]!, verdict),
    demanded,
    offered,
    verdict,
    because,
  }));
  return {
    score: parts.reduce((sum, { points }) => sum + points, 0),
    parts,
    blockers: parts.filter((part, n) => comparisons[n]!.must && part.verdict === MatchVerdict.NOT_MET),
    developmentGap: comparisons.flatMap(({ gap }) => gap ?? []),
    engineVersion: ENGINE_VERSION,
  };
}

/** A match and the id of what was found. */
export interface Found<T extends { id: string }> extends Match {
  found: T;
}

/** The best matches first; equal scores in order of id, so that the same question has the same answer. */
export const bestFirst = <T extends { id: string }>(matches: Found<T>[]): Found<T>[] =>
  matches.sort((a, b) => b.score - a.score || (a.found.id < b.found.id ? -1 : 1));
