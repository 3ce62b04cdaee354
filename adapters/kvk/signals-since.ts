import { PartnerError } from '../partner-error.js';
import type { KvkMutations, KvkSignal, KvkSignalBatch } from './mutations-port.js';
import { digestOf, readCursor, writeCursor } from './signals-cursor.js';

/** How a walk over signals goes. */
export interface WalkOptions {
  now: Date;
  /** How late KvK may make a signal known: so far before a cursor is looked again, in milliseconds. */
  overlapMs: number;
  batchSize: number;
}

/** Read at a time, so that a month of signals is never held at once. */
const WINDOW_MS = 24 * 3_600_000;
const PAGE_SIZE = 500;
/** Half a million signals in a day: no register changes so much, so this is a list that never ends. */
const MOST_PAGES = 1_000;
/** The list may change while we turn its pages; one that never keeps still is taken as it is, and looked at again next time. */
const READINGS = 2;

type Asks = Pick<KvkMutations, 'subscriptions' | 'signals'>;

const malformed = (why: string) => new PartnerError('KVK', 'MALFORMED', { cause: new Error(why) });

/** All signals of one window, by id: every page, and once more when the pages held fewer than KvK counted. */
async function signalsWithin(
  kvk: Asks,
  subscriptionId: string,
  window: { from: Date; to: Date },
): Promise<Map<string, KvkSignal>> {
  const found = new Map<string, KvkSignal>();
  for (let reading = 0; reading < READINGS; reading += 1) {
    for (let page = 1; ; page += 1) {
      const {
        page: told,
        pages,
        total,
        signals,
      } = await kvk.signals(subscriptionId, {
        ...window,
        page,
        pageSize: PAGE_SIZE,
      });
      if (told !== page || page > MOST_PAGES) throw malformed('another page than was asked for');
      for (const signal of signals) found.set(signal.id, signal);
      if (page < pages && signals.length) continue;
      if (found.size >= total) return found;
      break;
    }
  }
  return found;
}

const inOrder = (a: KvkSignal, b: KvkSignal): number => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);

/** See KvkMutations.signalsSince. */
export async function* signalsSince(
  kvk: Asks,
  since: Date | string,
  { now, overlapMs, batchSize }: WalkOptions,
): AsyncGenerator<KvkSignalBatch, void, undefined> {
  const cursor = readCursor(since);
  const active = (await kvk.subscriptions()).filter((one) => one.active);
  let from = new Date(Math.max(cursor.floor.getTime(), cursor.at.getTime() - overlapMs));
  let last: Date;
  do {
    const to = new Date(Math.max(Math.min(from.getTime() + WINDOW_MS, now.getTime()), from.getTime()));
    last = to;
    const found = new Map<string, KvkSignal>();
    for (const { id } of active)
      for (const [signalId, signal] of await signalsWithin(kvk, id, { from, to })) found.set(signalId, signal);
    const fresh = [...found.values()].filter(({ id }) => !cursor.seen.has(digestOf(id))).sort(inOrder);
    for (let start = 0; start < fresh.length; start += batchSize) {
      const signals = fresh.slice(start, start + batchSize);
      for (const { id, at } of signals) cursor.seen.set(digestOf(id), at.getTime());
      // Never back: a signal that came late does not make us look at everything after it again.
      cursor.at = new Date(Math.max(cursor.at.getTime(), signals.at(-1)!.at.getTime()));
      yield { signals, cursor: writeCursor(cursor, overlapMs) };
    }
    const forgotten = cursor.at.getTime() - overlapMs;
    for (const [digest, happened] of cursor.seen) if (happened < forgotten) cursor.seen.delete(digest);
    // Windows overlap: KvK does not say on which side of a bound a signal falls.
    from = new Date(to.getTime() - 1);
  } while (last.getTime() < now.getTime());
  cursor.at = new Date(Math.max(cursor.at.getTime(), last.getTime()));
  yield { signals: [], cursor: writeCursor(cursor, overlapMs) };
}
