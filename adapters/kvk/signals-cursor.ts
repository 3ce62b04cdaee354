import { createHash } from 'node:crypto';
import { z } from 'zod';

/** How far a walk over signals has come. */
export interface SignalsCursor {
  /** Everything before this moment was in a batch, but for what KvK made known later than it happened. */
  at: Date;
  /** The moment that the first walk began at: nothing before it is wanted. */
  floor: Date;
  /** Of signals that were in a batch: a digest of the id, and when they happened. Only as far back as a next walk looks. */
  seen: Map<string, number>;
}

/** More than KvK has signals in an hour for a whole region; the oldest go first, and may then come a second time. */
const MOST_SEEN = 1_000;

const Kept = z.tuple([
  z.literal(1),
  z.int(),
  z.int(),
  z.array(z.tuple([z.string().max(20), z.int().nonnegative()])).max(MOST_SEEN),
]);

/** An id as a cursor remembers it. */
export const digestOf = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 12);

/** @throws RangeError for text that no cursor is */
export function readCursor(since: Date | string): SignalsCursor {
  if (since instanceof Date) {
    if (Number.isNaN(since.getTime())) throw new RangeError('a date that is none');
    return { at: since, floor: since, seen: new Map() };
  }
  try {
    const [, at, floor, seen] = Kept.parse(JSON.parse(Buffer.from(since, 'base64url').toString('utf8')));
    const times = seen.map(([digest, before]): [string, number] => [digest, at - before]);
    return { at: new Date(at), floor: new Date(floor), seen: new Map(times) };
  } catch {
    throw new RangeError('a cursor that is none');
  }
}

/** @param overlapMs how far before `at` a next walk looks */
export function writeCursor({ at, floor, seen }: SignalsCursor, overlapMs: number): string {
  const kept = [...seen]
    .filter(([, happened]) => happened >= at.getTime() - overlapMs)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_SEEN)
    .map(([digest, happened]) => [digest, Math.max(0, at.getTime() - happened)]);
  return Buffer.from(JSON.stringify([1, at.getTime(), floor.getTime(), kept])).toString('base64url');
}
