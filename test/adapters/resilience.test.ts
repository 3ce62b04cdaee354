import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartnerError } from '../../adapters/partner-error.js';
import { resilience, type Resilience, type ResilienceOptions } from '../../adapters/resilience.js';
import { silent } from '../../runtime/log.js';
import { quickest } from '../quickest.js';
import { LONG_MS } from './long-enough.js';

const unavailable = (retryAfterMs?: number) =>
  new PartnerError('KVK', 'UNAVAILABLE', retryAfterMs === undefined ? {} : { retryAfterMs });
const refused = (partnerCode = 'IPD0005') =>
  new PartnerError('KVK', 'REFUSED', { partnerCode, partnerMessage: 'Nee.' });
const malformed = () => new PartnerError('KVK', 'MALFORMED');
const hang = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(unavailable()), { once: true }));

const open: Resilience[] = [];
const manners = (options: Partial<ResilienceOptions> = {}): Resilience => {
  const made = resilience({ partner: 'KVK', log: silent, backoffMs: 1, deadlineMs: LONG_MS, ...options });
  open.push(made);
  return made;
};
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

/** An attempt that gives these in turn, and the last one for ever. */
const turns = (...given: (Error | string)[]) =>
  jest.fn(async () => {
    const next = given.length > 1 ? given.shift()! : given[0]!;
    if (next instanceof Error) throw next;
    return next;
  });
const took = async (work: Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work.catch(() => {});
  return performance.now() - started;
};
/** The time of a call that fails, the quickest of some while it takes `limitMs`. */
const fails = (limitMs: number, call: () => Promise<unknown>): Promise<number> =>
  quickest(limitMs, () => expect(call()).rejects.toMatchObject({ kind: 'UNAVAILABLE' }));

describe('a deadline', () => {
  test('ends a call that hangs, and tells its attempt to stop', async () => {
    let stopped = false;
    const ask = () =>
      manners({ deadlineMs: 100 }).read('a', 1_000, (signal) => {
        signal.addEventListener('abort', () => (stopped = true));
        return hang(signal);
      });
    expect(await fails(300, ask)).toBeLessThan(300);
    expect(stopped).toBe(true);
    stopped = false;
    await expect(ask()).rejects.toMatchObject({ kind: 'UNAVAILABLE', message: 'KvK antwoordt nu niet.' });
    expect(stopped).toBe(true);
  });

  test('holds for an attempt that does not listen', async () => {
    const ask = () => manners({ deadlineMs: 50 }).read('a', 0, () => new Promise(() => {}));
    expect(await fails(250, ask)).toBeLessThan(250);
  });

  test('is over all attempts together, waits included', async () => {
    let attempt = turns(unavailable());
    const ask = () => {
      attempt = turns(unavailable());
      return manners({ deadlineMs: 100, attempts: 50, backoffMs: 30, failuresToOpen: 10 }).read('a', 0, attempt);
    };
    expect(await fails(300, ask)).toBeLessThan(300);
    expect(attempt.mock.calls.length).toBeLessThan(6);
  });

  test('holds for who waits in the queue', async () => {
    const firsts: Promise<unknown>[] = [];
    const ask = () => {
      const one = manners({ deadlineMs: 80, concurrent: 1 });
      firsts.push(one.read('a', 0, () => new Promise(() => {})).catch(() => {}));
      return one.read('b', 0, turns('b'));
    };
    expect(await fails(280, ask)).toBeLessThan(280);
    await Promise.all(firsts);
  });
});

describe('trying again', () => {
  test('is done for a read that found the partner unavailable', async () => {
    const attempt = turns(unavailable(), unavailable(), 'a');
    expect((await manners().read('a', 0, attempt)).value).toBe('a');
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  test.each([
    ['refused', refused()],
    ['gave rubbish', malformed()],
  ])('is not done when the partner %s', async (_what, error) => {
    const attempt = turns(error);
    await expect(manners().read('a', 0, attempt)).rejects.toBe(error);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  test('is not done for a write', async () => {
    const attempt = turns(unavailable(), 'a');
    await expect(manners().write(attempt)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  test('waits as long as the partner asks', async () => {
    const attempt = turns(unavailable(80), 'a');
    expect(await took(manners().read('a', 0, attempt))).toBeGreaterThanOrEqual(78);
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  test('waits twice as long each time, less a random half, so that those who failed together do not come back together', async () => {
    const random = jest.spyOn(Math, 'random');
    const waited = async (value: number) => {
      random.mockReturnValue(value);
      const all: number[] = [];
      // The quickest of three: what a busy machine adds is no wait of ours.
      for (let tries = 0; tries < 3; tries += 1)
        all.push(await took(manners({ backoffMs: 60, deadlineMs: 2_000 }).read('a', 0, turns(unavailable()))));
      return Math.min(...all);
    };
    try {
      const [longest, shortest] = [await waited(0), await waited(0.999)];
      expect(longest).toBeGreaterThanOrEqual(60 + 120 - 4);
      expect(shortest).toBeGreaterThanOrEqual(30 + 60 - 4);
      expect(shortest).toBeLessThan(longest);
    } finally {
      random.mockRestore();
    }
  });

  test('is not done when the partner asks to wait past the deadline', async () => {
    const attempt = turns(unavailable(60_000), 'a');
    const call = manners().read('a', 0, attempt);
    expect(await took(call)).toBeLessThan(LONG_MS / 2);
    await expect(call).rejects.toMatchObject({ kind: 'UNAVAILABLE', retryAfterMs: 60_000 });
    expect(attempt).toHaveBeenCalledTimes(1);
  });
});

describe('the breaker', () => {
  const failing = async (one: Resilience, times: number, error: Error, from = 0) => {
    for (let i = from; i < from + times; i++) await one.read(`${i}`, 0, turns(error)).catch(() => {});
  };

  test('opens after so many failures in a row, and then the partner is not asked', async () => {
    const one = manners({ attempts: 1, failuresToOpen: 10, halfOpenAfterMs: 600_000 });
    await failing(one, 9, unavailable());
    expect(one.status()).toMatchObject({ breaker: 'CLOSED', lastSuccessAt: null });
    await failing(one, 1, malformed(), 9);
    expect(one.status()).toMatchObject({ breaker: 'OPEN', lastFailureAt: expect.any(Date) });
    const attempt = turns('a');
    const call = one.read('x', 0, attempt);
    expect(await took(call)).toBeLessThan(LONG_MS / 2);
    await expect(call).rejects.toMatchObject({ kind: 'UNAVAILABLE', message: 'KvK antwoordt nu niet.' });
    expect(attempt).not.toHaveBeenCalled();
  });

  test('takes at most 10 failures', () => expect(() => manners({ failuresToOpen: 11 })).toThrow(RangeError));

  test('takes a refusal for an answer', async () => {
    const one = manners({ attempts: 1, failuresToOpen: 3 });
    await failing(one, 20, refused());
    await failing(one, 2, unavailable(), 20);
    await failing(one, 1, refused(), 22);
    await failing(one, 2, unavailable(), 23);
    expect(one.status()).toMatchObject({ breaker: 'CLOSED', lastSuccessAt: expect.any(Date) });
  });

  test('closes after one good try when its time has passed, and opens again after a bad one', async () => {
    const one = manners({ attempts: 1, failuresToOpen: 2, halfOpenAfterMs: 20 });
    await failing(one, 2, unavailable());
    expect(one.status().breaker).toBe('OPEN');
    await sleep(25);
    await failing(one, 1, unavailable(), 2);
    expect(one.status().breaker).toBe('OPEN');
    await sleep(25);
    expect((await one.read('good', 0, turns('a'))).value).toBe('a');
    expect(one.status().breaker).toBe('CLOSED');
  });
});

test('who asks while one call tries whether the partner is back is told soon, or tries again after it', async () => {
  const one = manners({ attempts: 2, failuresToOpen: 1, halfOpenAfterMs: 10, backoffMs: 100 });
  await one.write(turns(unavailable())).catch(() => {});
  await sleep(15);
  let answer = (_: string) => {};
  const probe = one.write(() => new Promise<string>((resolve) => (answer = resolve)));
  expect(one.status().breaker).toBe('HALF_OPEN');
  const told = one.write(turns('never'));
  expect(await took(told)).toBeLessThan(LONG_MS / 2);
  await expect(told).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  const again = one.read('k', 0, turns('later'));
  answer('back');
  expect(await probe).toBe('back');
  expect((await again).value).toBe('later');
});

test('so many calls run at once, so many wait, and more are told at once', async () => {
  const one = manners({ concurrent: 2, queued: 1 });
  let running = 0;
  let most = 0;
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const attempt = async () => {
    most = Math.max(most, ++running);
    await gate;
    running--;
    return 'a';
  };
  const calls = ['a', 'b', 'c', 'd'].map((key) => one.read(key, 0, attempt));
  await expect(calls[3]).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  release();
  await Promise.all(calls.slice(0, 3));
  expect(most).toBe(2);
  expect(one.status().breaker).toBe('CLOSED');
});

describe('the cache', () => {
  test('asks once for all who ask now, and once for who asks within the lifetime', async () => {
    const one = manners();
    const attempt = turns('a');
    const began = Date.now();
    const answers = await Promise.all(Array.from({ length: 50 }, () => one.read('k', 60_000, attempt)));
    answers.push(await one.read('k', 60_000, attempt));
    expect(attempt).toHaveBeenCalledTimes(1);
    expect(new Set(answers.map((answer) => answer.retrievedAt.getTime())).size).toBe(1);
    expect(answers[0]).toMatchObject({ value: 'a', freshness: 'FRESH' });
    const at = answers[0]!.retrievedAt.getTime();
    expect([at >= began, at <= Date.now()]).toEqual([true, true]);
  });

  test('shares a failure too: who asked together is told together', async () => {
    const attempt = turns(unavailable());
    const one = manners({ attempts: 1 });
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => one.read('k', 60_000, attempt)));
    expect(all.every((each) => each.status === 'rejected' && each.reason instanceof PartnerError)).toBe(true);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  test('keeps keys apart', async () => {
    const one = manners();
    expect((await one.read('a', 60_000, turns('a'))).value).toBe('a');
    expect((await one.read('b', 60_000, turns('b'))).value).toBe('b');
  });

  test('asks again after the lifetime', async () => {
    const one = manners();
    await one.read('k', 20, turns('old'));
    await sleep(30);
    expect(await one.read('k', 20, turns('new'))).toMatchObject({ value: 'new', freshness: 'FRESH' });
  });

  test.each([
    ['fails', unavailable()],
    ['gives rubbish', malformed()],
    ['no longer lets us in', refused('401')],
  ])('gives the old answer with its age when the partner %s', async (_what, error) => {
    const one = manners({ attempts: 1 });
    const { retrievedAt } = await one.read('k', 20, turns('old'));
    await sleep(30);
    expect(await one.read('k', 20, turns(error))).toEqual({ value: 'old', retrievedAt, freshness: 'STALE' });
  });

  test.each([
    ['does not ask again at once after a failure', 600_000, { value: 'old', freshness: 'STALE' }, 1],
    ['asks again after a failure when the rest is over', 20, { value: 'new', freshness: 'FRESH' }, 2],
  ])('%s', async (_rule, staleRestMs, answer, times) => {
    const one = manners({ attempts: 1, staleRestMs });
    await one.read('k', 10, turns('old'));
    await sleep(15);
    const attempt = turns(unavailable(), 'new');
    expect(await one.read('k', 10, attempt)).toMatchObject({ value: 'old', freshness: 'STALE' });
    await sleep(30);
    expect(await one.read('k', 10, attempt)).toMatchObject(answer);
    expect(attempt).toHaveBeenCalledTimes(times);
  });

  test('has no old answer any more when it was kept long enough', async () => {
    const one = manners({ attempts: 1, staleForMs: 20 });
    await one.read('k', 5, turns('old'));
    await sleep(30);
    await expect(one.read('k', 5, turns(unavailable()))).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  });

  test('has no old answer any more when it was kept long enough, however often the partner failed meanwhile', async () => {
    const one = manners({ attempts: 1, staleForMs: 100, staleRestMs: 1, failuresToOpen: 10 });
    const { retrievedAt } = await one.read('k', 5, turns('old'));
    let kept = true;
    while (kept) {
      await sleep(20);
      const asked = Date.now();
      kept = await one.read('k', 5, turns(unavailable())).then(
        () => true,
        () => false,
      );
      if (asked - retrievedAt.getTime() > 105) expect(kept).toBe(false);
    }
    expect(Date.now() - retrievedAt.getTime()).toBeGreaterThanOrEqual(100);
  });

  const unknown = { kind: 'REFUSED', partnerCode: 'IPD0005', partnerMessage: 'Nee.' };
  const isAbsence = (error: PartnerError) => error.partnerCode === 'IPD0005';

  test('believes "unknown" a while', async () => {
    const one = manners({ isAbsence, absentLifetimeMs: 600_000, attempts: 1 });
    const attempt = turns(refused(), 'new');
    for (let i = 0; i < 3; i++) await expect(one.read('k', 60_000, attempt)).rejects.toMatchObject(unknown);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  test('lets "unknown" replace an old answer, also when it is believed no longer', async () => {
    const one = manners({ isAbsence, absentLifetimeMs: 20, attempts: 1 });
    await one.read('k', 5, turns('old'));
    await sleep(10);
    await expect(one.read('k', 60_000, turns(refused()))).rejects.toMatchObject(unknown);
    await sleep(30);
    await expect(one.read('k', 60_000, turns(unavailable()))).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  });

  test('does not keep a refusal that is no absence', async () => {
    const attempt = turns(refused('401'), 'a');
    const one = manners();
    await expect(one.read('k', 60_000, attempt)).rejects.toMatchObject({ kind: 'REFUSED' });
    expect((await one.read('k', 60_000, attempt)).value).toBe('a');
  });

  test('hands each reader a value of his own', async () => {
    const one = manners();
    const ask = async () => ({ names: ['a'] });
    const [first, joined] = await Promise.all([one.read('k', 60_000, ask), one.read('k', 60_000, ask)]);
    joined!.value.names.push('b');
    await one.read('k', 60_000, async () => ({ names: ['never'] })).then(({ value }) => value.names.push('b'));
    expect(first.value).toEqual({ names: ['a'] });
    expect((await one.read('k', 60_000, async () => ({ names: ['never'] }))).value).toEqual({ names: ['a'] });
  });

  test('with a lifetime of 0 asks every time', async () => {
    const one = manners();
    const attempt = turns('a');
    await one.read('k', 0, attempt);
    await one.read('k', 0, attempt);
    expect(attempt).toHaveBeenCalledTimes(2);
  });
});

test('what is no PartnerError is the partner being unavailable, with the reason kept from the message', async () => {
  const call = manners().write(async () => {
    throw new TypeError('connect http://10.0.0.7:4101');
  });
  await expect(call).rejects.toMatchObject({
    name: 'PartnerError',
    message: 'KvK antwoordt nu niet.',
    cause: expect.any(TypeError),
  });
});
