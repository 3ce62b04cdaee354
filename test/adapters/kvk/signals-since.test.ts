import { describe, expect, test } from '@jest/globals';
import type { KvkMutations, KvkSignal, KvkSignalBatch } from '../../../adapters/kvk/mutations-port.js';
import { digestOf, readCursor, writeCursor } from '../../../adapters/kvk/signals-cursor.js';
import { signalsSince, type WalkOptions } from '../../../adapters/kvk/signals-since.js';

const HOUR = 3_600_000;
const NOW = new Date('2026-03-10T09:00:00Z');
const at = (text: string) => new Date(`2026-03-${text}Z`);

/** A Mutatieservice that is a list of signals by subscription; each question is written down. */
function service(signals: Record<string, [id: string, at: Date][]>, inactive: string[] = []) {
  const asked: { subscriptionId: string; from: Date; to: Date; page: number }[] = [];
  const kvk: Pick<KvkMutations, 'subscriptions' | 'signals'> = {
    subscriptions: async () =>
      Object.keys(signals).map((id) => ({
        id,
        contract: null,
        startedAt: null,
        endedAt: null,
        active: !inactive.includes(id),
      })),
    async signals(subscriptionId, { from, to, page = 1, pageSize = 100 } = {}) {
      asked.push({ subscriptionId, from: from!, to: to!, page });
      const found = signals[subscriptionId]!.filter(([, moment]) => moment >= from! && moment < to!);
      return {
        page,
        pageSize,
        total: found.length,
        pages: Math.ceil(found.length / pageSize),
        signals: found.slice((page - 1) * pageSize, page * pageSize).map(([id, moment]): KvkSignal => ({
          id,
          subscriptionId,
          at: moment,
          kind: 'CHANGED',
          type: 'x',
          kvkNumber: '68750110',
          establishmentNumber: null,
        })),
      };
    },
  };
  return { kvk, asked };
}

const walk = (
  kvk: Parameters<typeof signalsSince>[0],
  since: Date | string,
  options: Partial<WalkOptions> = {},
): AsyncGenerator<KvkSignalBatch> =>
  signalsSince(kvk, since, { now: NOW, overlapMs: HOUR, batchSize: 100, ...options });

async function all(
  batches: AsyncGenerator<KvkSignalBatch>,
): Promise<{ ids: string[]; cursor: string; batches: number }> {
  const ids: string[] = [];
  let cursor = '';
  let count = 0;
  for await (const batch of batches) {
    ids.push(...batch.signals.map(({ id }) => id));
    cursor = batch.cursor;
    count += 1;
  }
  return { ids, cursor, batches: count };
}

test('signals of all active subscriptions come in one order, those of an ended one not', async () => {
  const { kvk } = service(
    {
      a: [
        ['a1', at('08T10:00:00')],
        ['a2', at('09T23:00:00')],
      ],
      b: [
        ['b2', at('09T12:00:00')],
        ['b1', at('08T09:00:00')],
      ],
      ended: [['c1', at('09T13:00:00')]],
    },
    ['ended'],
  );
  expect((await all(walk(kvk, at('08T00:00:00')))).ids).toEqual(['b1', 'a1', 'b2', 'a2']);
});

test('pages are walked to the end, also when there are many', async () => {
  const many = Array.from({ length: 1_234 }, (_, n): [string, Date] => [
    `s${n}`,
    new Date(at('10T01:00:00').getTime() + n),
  ]);
  const { kvk, asked } = service({ a: many });
  const { ids, batches } = await all(walk(kvk, at('10T00:00:00')));
  expect(ids).toEqual(many.map(([id]) => id));
  expect(asked.map(({ page }) => page)).toEqual([1, 2, 3]);
  expect(batches).toBe(13 + 1);
});

test('nothing new still gives a cursor, that reaches until now', async () => {
  const { kvk } = service({ a: [['old', at('09T00:00:00')]] });
  const { ids, cursor, batches } = await all(walk(kvk, at('10T00:00:00')));
  expect([ids, batches]).toEqual([[], 1]);
  expect(readCursor(cursor).at).toEqual(NOW);
});

test('a month is read a day at a time, each moment once but for a millisecond', async () => {
  const { kvk, asked } = service({ a: [] });
  await all(walk(kvk, new Date('2026-02-08T09:00:00Z')));
  expect(asked).toHaveLength(31);
  for (const [n, { from, to }] of asked.entries()) {
    expect(to.getTime() - from.getTime()).toBeLessThanOrEqual(24 * HOUR);
    if (n) expect(from.getTime()).toBe(asked[n - 1]!.to.getTime() - 1);
  }
});

describe('a cursor', () => {
  test('goes on where the batch ended, wherever the walk is broken off', async () => {
    const signals = Array.from({ length: 50 }, (_, n): [string, Date] => [
      `s${n}`,
      // Three at the same moment, so that a moment alone does not tell where we were.
      new Date(at('08T00:00:00').getTime() + Math.floor(n / 3) * 3 * HOUR),
    ]);
    const { kvk } = service({ a: signals });
    const ids: string[] = [];
    let since: Date | string = at('08T00:00:00');
    for (let broken = 0; broken < 100; broken += 1) {
      const { value } = await walk(kvk, since, { batchSize: 2 }).next();
      ids.push(...value!.signals.map(({ id }: KvkSignal) => id));
      since = value!.cursor;
      if (!value!.signals.length) break;
    }
    expect(ids).toHaveLength(50);
    expect(new Set(ids)).toEqual(new Set(signals.map(([id]) => id)));
  });

  test('that was not kept brings its batch again', async () => {
    const { kvk } = service({ a: [['s1', at('09T00:00:00')]] });
    for (let i = 0; i < 2; i += 1) expect((await all(walk(kvk, at('08T00:00:00')))).ids).toEqual(['s1']);
  });

  test('still brings what KvK made known late, once, and nothing again', async () => {
    const signals: [string, Date][] = [['s1', at('10T08:50:00')]];
    const { kvk } = service({ a: signals });
    const first = await all(walk(kvk, at('10T00:00:00')));
    expect(first.ids).toEqual(['s1']);
    signals.push(['late', at('10T08:40:00')]);
    const second = await all(walk(kvk, first.cursor, { now: at('10T09:10:00') }));
    expect(second.ids).toEqual(['late']);
    expect((await all(walk(kvk, second.cursor, { now: at('10T09:20:00') }))).ids).toEqual([]);
  });

  test('never looks before the moment of the first walk', async () => {
    const { kvk, asked } = service({ a: [['before', at('10T08:30:00')]] });
    const { cursor } = await all(walk(kvk, at('10T08:45:00')));
    expect((await all(walk(kvk, cursor, { now: at('10T09:05:00') }))).ids).toEqual([]);
    expect(asked.every(({ from }) => from >= at('10T08:45:00'))).toBe(true);
  });

  test.each(['', 'x', 'bm9uZQ', Buffer.from('[1,2]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
    'that is none (%j) is a RangeError',
    async (text) => {
      await expect(walk(service({ a: [] }).kvk, text).next()).rejects.toThrow(RangeError);
    },
  );

  test('holds no id, no number, and stays small', () => {
    const seen = new Map(
      Array.from({ length: 5_000 }, (_, n) => [digestOf(`signal ${n}`), NOW.getTime() - n] as const),
    );
    const text = writeCursor({ at: NOW, floor: NOW, seen }, HOUR);
    expect(text.length).toBeLessThan(40_000);
    const read = readCursor(text);
    expect(read.seen.size).toBe(1_000);
    expect(read.seen.get(digestOf('signal 3'))).toBe(NOW.getTime() - 3);
    expect(Buffer.from(text, 'base64url').toString()).not.toContain('signal');
  });
});

describe('a list that does not keep still', () => {
  test('is read again when its pages held fewer than were counted', async () => {
    const { kvk } = service({
      a: [
        ['s1', at('10T01:00:00')],
        ['s2', at('10T02:00:00')],
      ],
    });
    let readings = 0;
    const shrinking: typeof kvk = {
      ...kvk,
      async signals(id, query) {
        const page = await kvk.signals(id, query);
        readings += 1;
        return readings === 1 ? { ...page, signals: page.signals.slice(1) } : page;
      },
    };
    expect((await all(walk(shrinking, at('10T00:00:00')))).ids).toEqual(['s1', 's2']);
  });

  test('that counts what it never shows ends all the same', async () => {
    const { kvk } = service({ a: [['s1', at('10T01:00:00')]] });
    const lying: typeof kvk = {
      ...kvk,
      signals: async (id, query) => ({ ...(await kvk.signals(id, query)), total: 9_999, pages: 9_999 }),
    };
    expect((await all(walk(lying, at('10T00:00:00')))).ids).toEqual(['s1']);
  });

  test('that gives another page than was asked for is malformed', async () => {
    const { kvk } = service({ a: [['s1', at('10T01:00:00')]] });
    const stuck: typeof kvk = {
      ...kvk,
      signals: async (id, query) => ({ ...(await kvk.signals(id, { ...query, page: 1 })), page: 1, pages: 5 }),
    };
    await expect(all(walk(stuck, at('10T00:00:00')))).rejects.toMatchObject({ kind: 'MALFORMED' });
  });

  test('that never ends is malformed', async () => {
    const { kvk } = service({ a: [['s1', at('10T01:00:00')]] });
    const endless: typeof kvk = {
      ...kvk,
      async signals(id, query) {
        const { signals } = await kvk.signals(id, { ...query, page: 1 });
        return { page: query!.page!, pageSize: 10, total: 1e9, pages: 1e9, signals };
      },
    };
    await expect(all(walk(endless, at('10T00:00:00')))).rejects.toMatchObject({ kind: 'MALFORMED' });
  });
});

test('a failure halfway leaves the cursor of the batch before good', async () => {
  const { kvk } = service({
    a: [
      ['s1', at('08T01:00:00')],
      ['s2', at('09T20:00:00')],
    ],
  });
  let down = true;
  const shaky: typeof kvk = {
    ...kvk,
    async signals(id, query) {
      if (down && query!.from! > at('08T12:00:00')) throw new Error('away');
      return kvk.signals(id, query);
    },
  };
  const walking = walk(shaky, at('08T00:00:00'));
  const first = (await walking.next()).value!;
  expect(first.signals.map(({ id }: KvkSignal) => id)).toEqual(['s1']);
  await expect(walking.next()).rejects.toThrow('away');
  down = false;
  expect((await all(walk(shaky, first.cursor))).ids).toEqual(['s2']);
});
