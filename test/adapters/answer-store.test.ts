import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerStore, type AnswerStore, type AnswerStoreOptions } from '../../adapters/answer-store.js';
import { codeVersion } from '../../adapters/code-version.js';
import { startKvkFake } from '../../adapters/kvk/fake.js';
import { kvkClient } from '../../adapters/kvk/client.js';
import { testCompanies } from '../../adapters/kvk/test-companies.js';
import { PartnerError } from '../../adapters/partner-error.js';
import { resilience, type Resilience, type ResilienceOptions } from '../../adapters/resilience.js';
import { Bsn } from '../../adapters/sonar/bsn.js';
import { suwiDemoFacts } from '../../adapters/suwi/demo-facts.js';
import { createLog, silent } from '../../runtime/log.js';
import { freshDatabase } from '../database.js';
import { quickest } from '../quickest.js';
import { until } from '../until.js';
import { LONG_MS } from './long-enough.js';
import { benefits, BSN, person, profiles, targetGroup } from './sonar/facts.js';
import { openSonar } from './sonar/open.js';
import { openSuwi } from './suwi/open.js';

/** Long, so that a busy machine is not taken for a silent database; tests of silence set their own. */
const WAIT_MS = 5_000;

let database: Awaited<ReturnType<typeof freshDatabase>>;
const closing: { close(): Promise<unknown> }[] = [];
beforeAll(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close();
});
afterAll(() => database.drop());

const store = (options: Partial<AnswerStoreOptions> = {}): AnswerStore => {
  const made = answerStore({ databaseUrl: database.url, log: silent, waitMs: WAIT_MS, ...options });
  closing.push(made);
  return made;
};
/** A partner's manners, as after a start of the process. */
const manners = (kept: AnswerStore, options: Partial<ResilienceOptions> = {}): Resilience => {
  const made = resilience({ partner: 'KVK', log: silent, attempts: 1, deadlineMs: LONG_MS, store: kept, ...options });
  closing.push(made);
  return made;
};
const answers = (sql = 'select key, value::text as value from partner_answers.answer') => database.query(sql);
const never = async (): Promise<never> => {
  throw new Error('asked');
};
const silence = () => new PartnerError('KVK', 'UNAVAILABLE');

describe('after a restart', () => {
  test('an answer that is fresh costs no call, and has the moment at which it came', async () => {
    const first = store();
    const { retrievedAt } = await manners(first).read('fresh', 60_000, async () => ({ name: 'Donald' }));
    await first.close();
    const again = await manners(store()).read('fresh', 60_000, never);
    expect(again).toEqual({ value: { name: 'Donald' }, retrievedAt, freshness: 'FRESH' });
  });

  test('an answer past its lifetime stands in for a silent partner, with its age', async () => {
    const first = store();
    const { retrievedAt } = await manners(first).read('stale', 10, async () => 'old');
    await first.settled();
    await sleep(15);
    const one = manners(store());
    const attempt = jest.fn(async () => {
      throw silence();
    });
    const stale = { value: 'old', retrievedAt, freshness: 'STALE' };
    expect(await one.read('stale', 10, attempt)).toEqual(stale);
    expect(await one.read('stale', 10, attempt)).toEqual(stale);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  test('an answer past its lifetime is asked anew when the partner answers', async () => {
    const first = store();
    await manners(first).read('renewed', 10, async () => 'old');
    await first.settled();
    await sleep(15);
    expect(await manners(store()).read('renewed', 60_000, async () => 'new')).toMatchObject({ value: 'new' });
  });

  test('"unknown to us" is still believed', async () => {
    const absence = { isAbsence: () => true };
    const first = store();
    const unknown = async () => {
      throw new PartnerError('KVK', 'REFUSED', { partnerCode: 'IPD0005', partnerMessage: 'Nee.' });
    };
    await expect(manners(first, absence).read('absent', 60_000, unknown)).rejects.toMatchObject({ kind: 'REFUSED' });
    await first.settled();
    await expect(manners(store(), absence).read('absent', 60_000, never)).rejects.toMatchObject({
      kind: 'REFUSED',
      partnerCode: 'IPD0005',
      partnerMessage: 'Nee.',
    });
  });

  test('a moment within an answer is a moment still', async () => {
    const at = new Date('2026-03-10T08:00:00.123Z');
    const first = store();
    const value = { at, texts: ['2026-03-10', null], nested: [{ at }] };
    await manners(first).read('moments', 60_000, async () => value);
    await first.settled();
    expect((await manners(store()).read('moments', 60_000, never)).value).toEqual(value);
  });

  test('50 who ask at once share one look and one answer, each a value of his own', async () => {
    const first = store();
    await manners(first).read('shared', 60_000, async () => ({ names: ['a'] }));
    await first.settled();
    const again = store();
    const looked = jest.spyOn(again, 'get');
    const one = manners(again);
    const all = await Promise.all(
      Array.from({ length: 50 }, () => one.read('shared', 60_000, never as () => Promise<{ names: string[] }>)),
    );
    all[0]!.value.names.push('b');
    expect(all.slice(1).every(({ value }) => value.names.length === 1)).toBe(true);
    expect(looked).toHaveBeenCalledTimes(1);
  });
});

describe('an answer is not taken for another:', () => {
  test.each<[string, Partial<AnswerStoreOptions>, Partial<ResilienceOptions>]>([
    ['one that other code made', { version: 'other' }, {}],
    ['one of another partner', {}, { partner: 'SUWI' }],
    ['one from another address', {}, { address: 'https://elsewhere.example/api' }],
  ])('%s', async (_what, kept, options) => {
    const first = store();
    await manners(first).read('mine', 60_000, async () => 'mine');
    await first.settled();
    expect((await manners(store(kept), options).read('mine', 60_000, async () => 'other')).value).toBe('other');
  });

  test('the version follows from the code of the adapters', () => {
    const folder = mkdtempSync(join(tmpdir(), 'werkgraaf-code-'));
    try {
      writeFileSync(join(folder, 'mapper.ts'), 'one');
      const one = codeVersion(folder);
      expect(codeVersion(folder)).toBe(one);
      writeFileSync(join(folder, 'mapper.ts'), 'two');
      expect(codeVersion(folder)).not.toBe(one);
      expect(codeVersion()).toMatch(/^[\w-]{12}$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the table', () => {
  const APP = `do $$ begin create role werkgraaf_app nologin; exception when duplicate_object or unique_violation then null; end $$`;

  test('may be deleted from by its own role, which reaches nothing else; the role of records may not reach it', async () => {
    const kept = store();
    kept.set('k', '1', 60_000);
    await kept.settled();
    await database.query(APP);
    await database.query('create schema if not exists elsewhere; create table if not exists elsewhere.record (id int)');
    const may = async (role: string, table: string, what: string) =>
      (await database.query('select has_table_privilege($1, $2, $3) as may', [role, table, what]))[0]!.may;
    for (const what of ['SELECT', 'INSERT', 'UPDATE', 'DELETE']) {
      expect([what, await may('werkgraaf_answers', 'partner_answers.answer', what)]).toEqual([what, true]);
      expect([what, await may('werkgraaf_answers', 'elsewhere.record', what)]).toEqual([what, false]);
      expect([what, await may('werkgraaf_app', 'partner_answers.answer', what)]).toEqual([what, false]);
    }
    expect(await may('werkgraaf_answers', 'partner_answers.answer', 'TRUNCATE')).toBe(false);
  });

  test('is made by whoever comes first, when several start at once', async () => {
    const other = await freshDatabase();
    try {
      const all = Array.from({ length: 5 }, () => store({ databaseUrl: other.url }));
      all.forEach((one, n) => one.set(`k${n}`, String(n), 60_000));
      await Promise.all(all.map((one) => one.settled()));
      expect(await other.query('select count(*)::int as n from partner_answers.answer')).toEqual([{ n: 5 }]);
      await Promise.all(all.map((one) => one.close()));
    } finally {
      await other.drop();
    }
  });

  test('is cleared of what is past keeping, keeps no more than so many, and takes nothing too long', async () => {
    await database.query('delete from partner_answers.answer');
    const kept = store({ mostAnswers: 3, mostBytes: 20, clearEveryMs: 100 });
    kept.set('past', '0', 1);
    kept.set('long', JSON.stringify('x'.repeat(20)), 60_000);
    for (let n = 1; n <= 5; n += 1) kept.set(`k${n}`, String(n), 60_000 + n * 1_000);
    await until(async () => (await answers()).length === 3);
    expect((await answers()).map(({ value }) => value).sort()).toEqual(['3', '4', '5']);
    expect(await kept.get('past')).toBeUndefined();
    expect(await kept.get('k5')).toBe('5');
    kept.delete('k5');
    await kept.settled();
    expect(await kept.get('k5')).toBeUndefined();
  });
});

describe('a database that', () => {
  /** A port that takes connections and says nothing, or none at all. */
  let server: Server;
  const open = new Set<Socket>();
  beforeAll(async () => {
    server = createServer((socket) => void open.add(socket.on('error', () => {})));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const at = (port: number) => `postgresql://nobody@127.0.0.1:${port}/nothing`;

  test.each([
    ['hangs', () => at((server.address() as AddressInfo).port)],
    ['is not there', () => at(1)],
  ])('%s delays a question by no more than is waited for it, is told once, and memory goes on', async (_how, url) => {
    const lines: string[] = [];
    const destination = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
    const log = createLog('test', { level: 'info', destination });
    const waitMs = 400;
    const kept = store({ databaseUrl: url(), log, waitMs, restMs: 600_000 });
    const one = manners(kept);
    // Two silences are enough to know it by.
    for (let n = 0; n < 10; n += 1) expect((await one.read(`k${n}`, 60_000, async () => n)).value).toBe(n);
    const began = performance.now();
    for (let n = 10; n < 30; n += 1) expect((await one.read(`k${n}`, 60_000, async () => n)).value).toBe(n);
    // It rests: nobody waits for it any more, or all twenty would.
    expect(performance.now() - began).toBeLessThan(10 * waitMs);
    expect((await one.read('k3', 60_000, never)).value).toBe(3);
    expect(lines.filter((line) => line.includes('kept in memory only'))).toHaveLength(1);
    expect(lines.join('')).not.toMatch(/127\.0\.0\.1|nobody/);
  });

  test('was away is used again after its rest', async () => {
    const other = await freshDatabase();
    const lines: string[] = [];
    const destination = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
    const log = createLog('test', { level: 'info', destination });
    const kept = store({ databaseUrl: other.url, restMs: 20, log });
    kept.set('k', '1', 60_000);
    await kept.settled();
    await other.query('drop schema partner_answers cascade');
    expect(await kept.get('k')).toBeUndefined();
    await sleep(30);
    kept.set('k', '2', 60_000);
    await kept.settled();
    expect(await kept.get('k')).toBe('2');
    expect(lines.filter((line) => line.includes('is back'))).toHaveLength(1);
    await kept.close();
    await other.drop();
  });

  test('does not add to the deadline of a partner that hangs', async () => {
    const ask = async () => {
      // A store of its own each time: one that rests is not waited for.
      const kept = store({ databaseUrl: at((server.address() as AddressInfo).port), waitMs: 150 });
      const one = manners(kept, { deadlineMs: 400 });
      await expect(one.read('hang', 60_000, () => new Promise(() => {}))).rejects.toMatchObject({
        kind: 'UNAVAILABLE',
      });
    };
    expect(await quickest(500, ask)).toBeLessThan(500);
  });
});

test('of people nothing is kept: no BSN, no name, no benefit, and keys tell nobody', async () => {
  await database.query('delete from partner_answers.answer');
  const kept = store();
  const kvkFake = await startKvkFake({ port: 0, facts: testCompanies });
  const kvk = kvkClient({
    baseUrl: `${kvkFake.url}/test/api`,
    apiKey: 'test',
    log: silent,
    store: kept,
    deadlineMs: LONG_MS,
  });
  const suwi = await openSuwi({ store: kept, lifetimes: {} }, { facts: suwiDemoFacts });
  // Handed a store all the same, as a careless main would: Sonar does not use it.
  const sonar = await openSonar({ store: kept, lifetimes: {} } as Parameters<typeof openSonar>[0], {
    facts: [person, targetGroup, benefits, ...profiles],
  });
  try {
    await kvk.company('69599084');
    await suwi.suwi.employer({ kvkNumber: '69599084' });
    expect((await suwi.suwi.incomeEmployers(BSN)).value).not.toEqual([]);
    const bsn = Bsn.of(BSN);
    expect((await sonar.sonar.person(bsn)).value).toMatchObject({ surname: 'Boltjes' });
    expect((await sonar.sonar.targetGroupRegistration(bsn)).value).not.toBeNull();
    expect((await sonar.sonar.benefits(bsn)).value).not.toEqual([]);
    expect((await sonar.sonar.search({ postcode: '3011AA', distanceKm: 15 })).value).toBeDefined();
    await kept.settled();
    const rows = await answers();
    expect(rows.map(({ key }) => String(key).split(' ')[1]).sort()).toEqual(['KVK', 'SUWI']);
    // A digest may spell anything by chance.
    for (const { key } of rows) expect(key).toMatch(/^[\w-]{12} (KVK|SUWI) [\w-]{43}$/);
    expect(JSON.stringify(rows.map(({ value }) => value))).not.toMatch(
      new RegExp(`${BSN}|Boltjes|Fenna|Wajong|WAJ|benefit|bsn`, 'i'),
    );
  } finally {
    await kvk.close();
    await kvkFake.stop();
    await suwi.stop();
    await sonar.stop();
  }
});
