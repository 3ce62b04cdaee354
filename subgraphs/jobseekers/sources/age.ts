import { Freshness } from '../../provenance.js';

/** What a source said of somebody counts as fresh this long, and is not asked again: it is asked no more than is needed. */
export const LIFETIME_MS = 24 * 3_600_000;

export const staleAfter = (retrievedAt: Date): Date => new Date(retrievedAt.getTime() + LIFETIME_MS);

export const freshnessOf = (retrievedAt: Date, now: Date): Freshness =>
  staleAfter(retrievedAt) > now ? Freshness.FRESH : Freshness.STALE;
