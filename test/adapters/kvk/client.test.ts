import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { FAULT_KINDS } from '../../../adapters/fake-faults.js';
import { kvkClient, type KvkClientOptions } from '../../../adapters/kvk/client.js';
import { startKvkFake } from '../../../adapters/kvk/fake.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';
import { PartnerError } from '../../../adapters/partner-error.js';
import { createLog, silent } from '../../../runtime/log.js';
import { quickest } from '../../quickest.js';
import { deadlineUnder, LONG_MS } from '../long-enough.js';

type Client = ReturnType<typeof kvkClient>;
const clients: Client[] = [];
const client = (baseUrl: string, options: Partial<KvkClientOptions> = {}): Client => {
  const made = kvkClient({ baseUrl, apiKey: 'test-key', log: silent, backoffMs: 1, deadlineMs: LONG_MS, ...options });
  clients.push(made);
  return made;
};

let fake: Awaited<ReturnType<typeof startKvkFake>>;
const ofFake = (options: Partial<KvkClientOptions> = {}) => client(`${fake.url}/test/api`, options);
/** How often the fake was asked since the last test. */
const asked = () => fake.calls().total;

beforeAll(async () => {
  fake = await startKvkFake({ port: 0, apiKey: 'test-key', facts: testCompanies });
});
afterAll(() => fake.stop());
afterEach(async () => {
  await Promise.all(clients.splice(0).map((one) => one.close()));
  await fake.lift();
  await fetch(`${fake.url}/_fake/calls`, { method: 'DELETE' });
});

test('a company comes whole in one call: its owner and main establishment with it', async () => {
  const began = Date.now();
  const { value, freshness, retrievedAt } = await ofFake().company('68750110');
  expect(asked()).toBe(1);
  expect(freshness).toBe('FRESH');
  expect([retrievedAt.getTime() >= began, retrievedAt.getTime() <= Date.now()]).toEqual([true, true]);
  expect(value).toMatchObject({
    kvkNumber: '68750110',
    rsin: '857587973',
    name: 'Test BV Donald',
    statutoryName: 'Test BV Donald',
    tradeNames: ['Test BV Donald', 'Test BV Donald Nevenvestiging'],
    legalForm: 'BeslotenVennootschap',
    nonMailing: true,
    startedOn: '2014-02-10',
    endedOn: null,
    headcount: 6,
    activities: [
      { code: '01241', main: true, edition: null },
      { code: '4631', main: false, edition: 'SBI_2008' },
    ],
    mainEstablishment: {
      establishmentNumber: '000037178598',
      addresses: [
        { kind: 'POSTAL', poBox: 200, city: 'Rommeldam' },
        { kind: 'VISITING', city: 'Lollum' },
      ],
    },
    addresses: [
      { kind: 'VISITING', street: 'Hizzaarderlaan', houseNumber: 3, addition: 'A', postcode: '8823SJ' },
      { kind: 'POSTAL' },
    ],
  });
});

test('a search finds in KvK’s order, page by page', async () => {
  const one = ofFake();
  const { value } = await one.search({ kvkNumber: '68750110' });
  expect(value).toMatchObject({ total: 3, page: 1, pageSize: 10 });
  expect(value.hits.map((hit) => hit.kind)).toEqual(['MAIN_ESTABLISHMENT', 'BRANCH', 'LEGAL_PERSON']);
  expect((await one.search({ kvkNumber: '68750110', pageSize: 2, page: 2 })).value.hits).toMatchObject([
    { kind: 'LEGAL_PERSON', establishmentNumber: null },
  ]);
  expect((await one.search({ rsin: '992760562' })).value.hits).toEqual([
    {
      kvkNumber: '90001354',
      rsin: '992760562',
      establishmentNumber: '990000541921',
      name: 'Grand Joyflex B.V.',
      kind: 'MAIN_ESTABLISHMENT',
      city: 'Sterksel',
      street: null,
      active: true,
      expiredName: null,
    },
  ]);
});

test('a search that finds nothing is no hits, and that too is kept', async () => {
  const one = ofFake();
  for (let i = 0; i < 2; i++) {
    expect((await one.search({ name: 'onvindbaar', page: 2, pageSize: 5 })).value).toEqual({
      total: 0,
      page: 2,
      pageSize: 5,
      hits: [],
    });
  }
  expect((await one.search({ kvkNumber: '90004333' })).value.hits).toEqual([]);
  expect(asked()).toBe(2);
});

test('an unknown number is refused in KvK’s own words, and remembered', async () => {
  const one = ofFake();
  const refused = {
    kind: 'REFUSED',
    partnerCode: 'IPD0005',
    partnerMessage: 'Op basis van het KVK-nummer 12345678 kan het product niet worden geleverd.',
  };
  await expect(one.company('12345678')).rejects.toMatchObject(refused);
  await expect(one.company('12345678')).rejects.toMatchObject(refused);
  await expect(one.establishments('12345678')).rejects.toMatchObject(refused);
  await expect(one.tradeNames('12345678')).rejects.toMatchObject(refused);
  for (let i = 0; i < 2; i++) {
    await expect(one.establishment('000000000001')).rejects.toMatchObject({ kind: 'REFUSED', partnerCode: 'IPD0007' });
  }
  expect(asked()).toBe(4);
  expect(one.status()).toMatchObject({ breaker: 'CLOSED', lastFailureAt: null });
});

test('what KvK would refuse is refused before it is asked', async () => {
  const one = ofFake();
  await expect(one.company('1234567')).rejects.toMatchObject({ kind: 'REFUSED', partnerCode: 'IPD0004' });
  await expect(one.establishment('12345678')).rejects.toMatchObject({
    kind: 'REFUSED',
    partnerMessage: 'Het vestigingsnummer 12345678 is niet valide.',
  });
  await expect(one.establishments('x')).rejects.toBeInstanceOf(PartnerError);
  await expect(one.tradeNames('../../x')).rejects.toBeInstanceOf(PartnerError);
  await expect(one.search({ postcode: '1234AB' })).rejects.toBeInstanceOf(PartnerError);
  expect(asked()).toBe(0);
});

test('a wrong key is a refusal, and is not kept', async () => {
  const one = ofFake({ apiKey: 'other' });
  for (let i = 0; i < 2; i++)
    await expect(one.company('69599084')).rejects.toMatchObject({ kind: 'REFUSED', partnerCode: '401' });
  expect(asked()).toBe(2);
});

test('"temporarily not, try in 5 minutes" is unavailable, not unknown', async () => {
  fake.tell([{ kind: 'error', kvkNumber: '90000001', code: 'IPD1003' }]);
  await expect(ofFake().company('90000001')).rejects.toMatchObject({
    kind: 'UNAVAILABLE',
    partnerCode: 'IPD1003',
    retryAfterMs: 300_000,
  });
  expect(asked()).toBe(1);
});

test('a hundred who ask for one company at once are one call', async () => {
  const one = ofFake();
  const answers = await Promise.all(Array.from({ length: 100 }, () => one.company('69599068')));
  expect(new Set(answers.map((answer) => answer.value.name))).toEqual(new Set(['Test Stichting Bolderbast']));
  expect(asked()).toBe(1);
});

describe('whatever goes wrong at KvK', () => {
  const kinds: Record<(typeof FAULT_KINDS)[number], string> = {
    refuse: 'UNAVAILABLE',
    reset: 'MALFORMED',
    hang: 'UNAVAILABLE',
    slow: 'UNAVAILABLE',
    429: 'UNAVAILABLE',
    500: 'UNAVAILABLE',
    503: 'UNAVAILABLE',
    html: 'MALFORMED',
    truncated: 'MALFORMED',
    schema: 'MALFORMED',
    'soap-fault': 'UNAVAILABLE',
    'ok-with-error': 'UNAVAILABLE',
  };

  test.each(FAULT_KINDS.map((kind): [(typeof FAULT_KINDS)[number], string] => [kind, kinds[kind]]))(
    '%s is %s within the deadline and 200 ms, and names no host',
    async (kind, ours) => {
      await fake.fault({ kind, ...(kind === '429' ? { retryAfterS: 60 } : {}) });
      const deadlineMs = deadlineUnder(kind, 400);
      let one = ofFake({ deadlineMs });
      let error = null as unknown as PartnerError;
      const ask = async () => {
        one = ofFake({ deadlineMs });
        error = (await one.company('69599084').catch((reason: unknown) => reason)) as PartnerError;
      };
      expect(await quickest(deadlineMs + 200, ask)).toBeLessThan(deadlineMs + 200);
      // A connection that breaks halfway may also break before its head was read.
      expect(kind === 'reset' ? ['MALFORMED', 'UNAVAILABLE'] : [ours]).toContain(error.kind);
      expect(`${error.message} ${error.partnerMessage}`).not.toMatch(/127\.0\.0\.1|http|:\d{4}/);
      expect(one.status().lastFailureAt).toBeInstanceOf(Date);
    },
  );

  test.each(FAULT_KINDS)('%s: who was read before is given again, with its age', async (kind) => {
    const one = ofFake({ deadlineMs: deadlineUnder(kind, 1_000), lifetimes: { company: 10 } });
    const { retrievedAt, value } = await one.company('69599084');
    await sleep(15);
    await fake.fault({ kind });
    expect(await one.company('69599084')).toEqual({ value, retrievedAt, freshness: 'STALE' });
    await fake.lift();
  });

  test('one bad answer is not seen by who asked: it is asked again', async () => {
    await fake.fault({ kind: '503', times: 2 });
    expect((await ofFake().company('69599084')).value.name).toBe('Test EMZ Dagobert');
    expect(asked()).toBe(3);
  });

  test('the breaker opens within ten calls and spares KvK', async () => {
    const one = ofFake({ halfOpenAfterMs: 600_000 });
    await fake.fault({ kind: '500' });
    for (let i = 0; i < 10; i++) await one.company('69599084').catch(() => {});
    expect(one.status().breaker).toBe('OPEN');
    expect(asked()).toBeLessThanOrEqual(10);
    const before = asked();
    await expect(one.company('90000749')).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    expect(asked()).toBe(before);
  });

  test('an open breaker closes after one good answer', async () => {
    const one = ofFake({ halfOpenAfterMs: 20 });
    await fake.fault({ kind: '500' });
    for (let i = 0; i < 10; i++) await one.company('69599084').catch(() => {});
    expect(one.status().breaker).toBe('OPEN');
    await fake.lift();
    await sleep(30);
    expect((await one.company('69599084')).freshness).toBe('FRESH');
    expect(one.status()).toMatchObject({ breaker: 'CLOSED', lastSuccessAt: expect.any(Date) });
  });
});

describe('of a server that is not KvK', () => {
  let server: Server;
  let listener: RequestListener;
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  beforeAll(async () => {
    server = createServer((request, response) => listener(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const json =
    (body: unknown, status = 200, headers = {}): RequestListener =>
    (_request, response) =>
      void response.writeHead(status, { 'content-type': 'application/hal+json', ...headers }).end(JSON.stringify(body));

  const profile = { kvkNummer: '12345678', naam: 'Naam' };

  test.each<[string, RequestListener]>([
    ['the wrong company’s shape', json({ resultaten: [] })],
    ['null', json(null)],
    ['404 without KvK’s error', json({ detail: 'no route' }, 404)],
    [
      '404 with a web page',
      (_request, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>'),
    ],
    ['204', (_request, response) => void response.writeHead(204).end()],
    [
      '50 MB',
      (_request, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.alloc(50_000_000, ' ')),
    ],
    [
      'a hundred thousand brackets',
      (_request, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end('['.repeat(100_000)),
    ],
    ['a prototype of its own', json(JSON.parse('{"__proto__":{"kvkNummer":"12345678","naam":"x"}}'))],
  ])('%s is malformed', async (_what, answer) => {
    listener = answer;
    // Long, so that a busy machine does not turn what is malformed into what is late.
    await expect(client(base(), { deadlineMs: 20_000 }).company('12345678')).rejects.toMatchObject({
      kind: 'MALFORMED',
      message: 'KvK gaf een onbruikbaar antwoord.',
    });
  });

  test.each(['links', '_links'])(
    'owner and main establishment are read apart when %s are all there is, and never where they point',
    async (shape) => {
      const paths: string[] = [];
      const elsewhere = 'http://127.0.0.1:1/steal';
      const linked =
        shape === 'links'
          ? { links: ['eigenaar', 'hoofdvestiging'].map((rel) => ({ rel, href: elsewhere })) }
          : { _links: { eigenaar: { href: elsewhere }, hoofdvestiging: { href: elsewhere } } };
      listener = (request, response) => {
        paths.push(request.url!);
        const body = request.url!.endsWith('/eigenaar')
          ? { rsin: '857587973', rechtsvorm: 'Stichting' }
          : request.url!.endsWith('/hoofdvestiging')
            ? { vestigingsnummer: '000000000001' }
            : { ...profile, ...linked };
        json(body)(request, response);
      };
      const { value } = await client(base()).company('12345678');
      expect(value).toMatchObject({
        rsin: '857587973',
        legalForm: 'Stichting',
        mainEstablishment: { establishmentNumber: '000000000001' },
      });
      expect(paths.sort()).toEqual([
        '/api/v1/basisprofielen/12345678',
        '/api/v1/basisprofielen/12345678/eigenaar',
        '/api/v1/basisprofielen/12345678/hoofdvestiging',
      ]);
    },
  );

  test('an announced end of a version is logged once a day for each service', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = createLog('test', {
      level: 'warn',
      destination: new Writable({ write: (chunk, _encoding, done) => (lines.push(JSON.parse(String(chunk))), done()) }),
    });
    listener = json(profile, 200, { warning: '299 - "Deze versie van de API is verouderd"' });
    const one = client(base(), { log, lifetimes: { company: 0 } });
    for (let i = 0; i < 3; i++) await one.company('12345678');
    expect(lines).toMatchObject([{ service: 'basisprofielen', warning: expect.stringContaining('verouderd') }]);
  });
});

test('nothing of what was asked, and no key, is in the log', async () => {
  const lines: string[] = [];
  const log = createLog('test', {
    level: 'trace',
    destination: new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) }),
  });
  const one = ofFake({ log });
  await one.company('69599084');
  await one.search({ name: 'Dagobert' });
  await one.company('12345678').catch(() => {});
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toMatch(/69599084|12345678|Dagobert|test-key|127\.0\.0\.1/);
  expect(lines.map((line) => JSON.parse(line).outcome)).toEqual(['OK', 'OK', 'REFUSED']);
});

test('after close nothing is asked', async () => {
  const one = ofFake();
  await one.close();
  await expect(one.company('69599084')).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  expect(asked()).toBe(0);
});
