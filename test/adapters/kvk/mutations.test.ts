import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { FAULT_KINDS } from '../../../adapters/fake-faults.js';
import { kvkClient } from '../../../adapters/kvk/client.js';
import { startKvkFake } from '../../../adapters/kvk/fake.js';
import { FAKE_SUBSCRIPTION } from '../../../adapters/kvk/fake-mutations.js';
import type { KvkTold } from '../../../adapters/kvk/facts.js';
import { kvkMutationsClient, type KvkMutationsOptions } from '../../../adapters/kvk/mutations-client.js';
import type { KvkChange, KvkSignalKind } from '../../../adapters/kvk/mutations-port.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';
import type { PartnerError } from '../../../adapters/partner-error.js';
import { createLog, silent } from '../../../runtime/log.js';
import { quickest } from '../../quickest.js';
import { deadlineUnder, LONG_MS } from '../long-enough.js';

type Client = ReturnType<typeof kvkMutationsClient>;
const clients: { close(): Promise<void> }[] = [];
const client = (baseUrl: string, options: Partial<KvkMutationsOptions> = {}): Client => {
  const made = kvkMutationsClient({
    baseUrl,
    apiKey: 'test-key',
    log: silent,
    backoffMs: 1,
    deadlineMs: LONG_MS,
    ...options,
  });
  clients.push(made);
  return made;
};

let fake: Awaited<ReturnType<typeof startKvkFake>>;
const ofFake = (options: Partial<KvkMutationsOptions> = {}) => client(`${fake.url}/test/api`, options);
const asked = () => fake.calls().total;
const tell = (signal: Omit<Extract<KvkTold, { kind: 'signal' }>, 'kind'>) => fake.tell([{ kind: 'signal', ...signal }]);

beforeEach(async () => {
  fake = await startKvkFake({ port: 0, apiKey: 'test-key', facts: testCompanies });
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((one) => one.close()));
  await fake.stop();
});

const DONALD = '68750110';
const BRANCH = '000037178601';

test('our subscriptions come with their contract and whether they run', async () => {
  fake.tell([
    {
      kind: 'subscription',
      id: 'oud',
      contract: 'Data Services Contract',
      startedAt: '2019-05-01T00:00:00Z',
      endedAt: '2020-05-01T00:00:00Z',
      active: false,
    },
  ]);
  expect(await ofFake().subscriptions()).toEqual([
    {
      id: FAKE_SUBSCRIPTION,
      contract: 'API Services Contract',
      startedAt: new Date('2020-01-01T00:00:00Z'),
      endedAt: null,
      active: true,
    },
    {
      id: 'oud',
      contract: 'Data Services Contract',
      startedAt: new Date('2019-05-01T00:00:00Z'),
      endedAt: new Date('2020-05-01T00:00:00Z'),
      active: false,
    },
  ]);
});

test('signals come in pages, oldest first, between two moments', async () => {
  for (let minute = 0; minute < 25; minute += 1)
    tell({
      id: `s${minute}`,
      at: `2026-03-01T10:${String(minute).padStart(2, '0')}:00Z`,
      kvkNumber: DONALD,
      type: 'CHANGED',
    });
  const one = ofFake();
  const query = { from: new Date('2026-03-01T10:05:00Z'), to: new Date('2026-03-01T10:20:00Z'), pageSize: 10 };
  const first = await one.signals(FAKE_SUBSCRIPTION, query);
  expect(first).toMatchObject({ page: 1, pageSize: 10, total: 15, pages: 2 });
  expect(first.signals.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, n) => `s${n + 5}`));
  const second = await one.signals(FAKE_SUBSCRIPTION, { ...query, page: 2 });
  expect(second.signals.map(({ id }) => id)).toEqual(['s15', 's16', 's17', 's18', 's19']);
  expect(second.signals[0]).toEqual({
    id: 's15',
    subscriptionId: FAKE_SUBSCRIPTION,
    at: new Date('2026-03-01T10:15:00Z'),
    kind: 'CHANGED',
    type: 'SignaalGewijzigdeInschrijving',
    kvkNumber: DONALD,
    establishmentNumber: null,
  });
  expect(await one.signals(FAKE_SUBSCRIPTION)).toMatchObject({ pageSize: 100, total: 25, pages: 1 });
});

const KINDS: [KvkSignalKind, string, Partial<Parameters<typeof tell>[0]>, KvkChange][] = [
  [
    'REGISTERED',
    'SignaalNieuweInschrijving',
    { reason: { code: 'OR', description: 'Oprichten' } },
    { kind: 'REGISTERED', startedOn: '2026-03-01', reason: { code: 'OR', description: 'Oprichten' } },
  ],
  [
    'CHANGED',
    'SignaalGewijzigdeInschrijving',
    { change: { headcount: 7 } },
    { kind: 'CHANGED', parts: ['COMPANY'], establishmentNumbers: [] },
  ],
  [
    'ESTABLISHMENT_CHANGED',
    'SignaalGewijzigdeVestiging',
    { establishmentNumber: BRANCH, change: { name: 'Nieuw', address: { kind: 'VISITING', city: 'Assen' } } },
    { kind: 'ESTABLISHMENT_CHANGED', parts: ['NAME', 'ADDRESS'], main: false },
  ],
  [
    'CEASED',
    'SignaalBeeindiging_2025_01',
    { reason: { code: 'ZZ', description: 'Onbekend aan ons' } },
    { kind: 'CEASED', endedOn: '2026-03-01', reason: { code: 'ZZ', description: 'Onbekend aan ons' } },
  ],
  [
    'LEGAL_FORM_CHANGED',
    'SignaalRechtsvormwijziging_2025_01',
    { change: { legalForm: 'NaamlozeVennootschap' } },
    { kind: 'LEGAL_FORM_CHANGED', from: 'BeslotenVennootschap', to: 'NaamlozeVennootschap' },
  ],
  [
    'CONTINUED',
    'SignaalVoortzettingEnOverdracht_2025_01',
    {
      establishmentNumber: BRANCH,
      otherKvkNumbers: ['90001354'],
      reason: { code: 'OG', description: 'Overgedragen aan' },
    },
    {
      kind: 'CONTINUED',
      role: { code: 'OG', description: 'Overgedragen aan' },
      otherKvkNumbers: ['90001354'],
      establishmentNumbers: [BRANCH],
      startedOn: '2026-03-01',
    },
  ],
  [
    'MOVED',
    'SignaalAdreswijziging_2025_01',
    { establishmentNumber: BRANCH },
    { kind: 'MOVED', establishmentNumbers: [BRANCH] },
  ],
  ['NAME_CHANGED', 'SignaalNaamgeving_2025_01', {}, { kind: 'NAME_CHANGED', establishmentNumbers: [] }],
  [
    'MERGED_OR_SPLIT',
    'SignaalFusieSplitsing_2025_01',
    { otherKvkNumbers: ['90001354', '69599068'] },
    { kind: 'MERGED_OR_SPLIT', otherKvkNumbers: ['90001354', '69599068'] },
  ],
  [
    'ACTIVITIES_CHANGED',
    'SignaalActiviteitenWijziging_2025_01',
    {},
    { kind: 'ACTIVITIES_CHANGED', establishmentNumbers: [] },
  ],
];

describe('a signal', () => {
  test.each(KINDS)('%s is %s at KvK, and tells what changed', async (kind, type, more, change) => {
    tell({ id: 'een', at: '2026-03-01T10:00:00Z', kvkNumber: DONALD, type: kind, correction: true, ...more });
    const one = ofFake();
    expect((await one.signals(FAKE_SUBSCRIPTION)).signals[0]).toMatchObject({ kind, type, kvkNumber: DONALD });
    expect(await one.signal(FAKE_SUBSCRIPTION, 'een')).toEqual({
      id: 'een',
      subscriptionId: FAKE_SUBSCRIPTION,
      at: new Date('2026-03-01T10:00:00Z'),
      kind,
      type,
      kvkNumber: DONALD,
      establishmentNumber: kind === 'ESTABLISHMENT_CHANGED' ? BRANCH : null,
      change,
      correction: true,
    });
  });

  test('is of ten kinds that we know', () => expect(new Set(KINDS.map(([kind]) => kind)).size).toBe(10));

  test.each(['SignaalIetsNieuws_2031_07', 'constructor', '__proto__', 'SignaalNaamgevingen'])(
    'of a type that we do not know (%s) is opaque',
    async (type) => {
      tell({ id: 'een', kvkNumber: DONALD, type });
      expect(await ofFake().signal(FAKE_SUBSCRIPTION, 'een')).toMatchObject({
        kind: 'OTHER',
        type,
        change: { kind: 'OTHER' },
        kvkNumber: DONALD,
      });
    },
  );

  test('of an edition to come is the kind it was', async () => {
    tell({ id: 'een', kvkNumber: DONALD, type: 'SignaalNaamgeving_2027_02' });
    expect((await ofFake().signals(FAKE_SUBSCRIPTION)).signals[0]!.kind).toBe('NAME_CHANGED');
  });
});

describe('a signal told to the fake over HTTP', () => {
  const post = (body: unknown) =>
    fetch(`${fake.url}/_fake/facts`, { method: 'POST', body: JSON.stringify(body) }).then(({ status }) => status);
  const company = async () => {
    const rest = kvkClient({ baseUrl: `${fake.url}/test/api`, apiKey: 'test-key', log: silent, deadlineMs: LONG_MS });
    clients.push(rest);
    return (await rest.company(DONALD)).value;
  };

  test('changes what the register tells from then on', async () => {
    expect(
      await post({
        signals: [
          { kvkNumber: DONALD, type: 'NAME_CHANGED', change: { name: 'Test BV Katrien' } },
          {
            kvkNumber: DONALD,
            type: 'MOVED',
            change: {
              address: { kind: 'VISITING', street: 'Dorpsstraat', houseNumber: 1, postcode: '9401AA', city: 'Assen' },
            },
          },
          { kvkNumber: DONALD, type: 'LEGAL_FORM_CHANGED', change: { legalForm: 'Stichting' } },
          {
            kvkNumber: DONALD,
            type: 'ACTIVITIES_CHANGED',
            change: { activities: [{ code: '43341', description: 'Verf' }] },
          },
          { kvkNumber: DONALD, type: 'CHANGED', change: { headcount: 99 } },
        ],
      }),
    ).toBe(204);
    expect(await company()).toMatchObject({
      name: 'Test BV Katrien',
      statutoryName: 'Test BV Katrien',
      legalForm: 'Stichting',
      extendedLegalForm: 'Stichting',
      headcount: 99,
      endedOn: null,
      activities: [{ code: '43341', main: true }],
      mainEstablishment: { name: 'Test BV Katrien', addresses: [{ city: 'Assen' }, { kind: 'POSTAL' }] },
      addresses: [{ kind: 'VISITING', street: 'Dorpsstraat', city: 'Assen' }, { kind: 'POSTAL' }],
    });
    expect((await ofFake().signals(FAKE_SUBSCRIPTION)).signals.map(({ kind }) => kind).sort()).toEqual([
      'ACTIVITIES_CHANGED',
      'CHANGED',
      'LEGAL_FORM_CHANGED',
      'MOVED',
      'NAME_CHANGED',
    ]);
  });

  test('that it ceased ends the company and its establishments', async () => {
    await post([{ kind: 'signal', kvkNumber: DONALD, type: 'CEASED', at: '2026-03-05T12:00:00+01:00' }]);
    expect(await company()).toMatchObject({ endedOn: '2026-03-05', mainEstablishment: { endedOn: '2026-03-05' } });
  });

  test('may be of a company that nobody told of', async () => {
    await post({ signals: [{ id: 'x', kvkNumber: '11111111', type: 'REGISTERED' }] });
    expect(await ofFake().signal(FAKE_SUBSCRIPTION, 'x')).toMatchObject({ kvkNumber: '11111111', kind: 'REGISTERED' });
  });

  test.each([
    [{ signals: [{ kvkNumber: '1', type: 'MOVED' }] }],
    [{ signals: ['MOVED'] }],
    [{ signals: [null] }],
    [{}],
  ])('is refused as %j', async (body) => expect(await post(body)).toBe(400));
});

describe('what KvK refuses', () => {
  test.each<[string, (one: Client) => Promise<unknown>, object]>([
    [
      'an unknown subscription',
      (one) => one.signals('11111111-2222-3333-4444-555555555555'),
      { partnerCode: '404', partnerMessage: 'Het abonnement is niet gevonden.' },
    ],
    [
      'an unknown signal',
      (one) => one.signal(FAKE_SUBSCRIPTION, 'geen'),
      { partnerCode: '404', partnerMessage: 'Het signaal is niet gevonden.' },
    ],
  ])('%s is a refusal in the words of its ProblemDetail', async (_what, ask, error) => {
    await expect(ask(ofFake())).rejects.toMatchObject({ kind: 'REFUSED', partner: 'KVK', ...error });
    expect(asked()).toBe(1);
  });

  test('a wrong key is a refusal', async () => {
    await expect(ofFake({ apiKey: 'other' }).subscriptions()).rejects.toMatchObject({
      kind: 'REFUSED',
      partnerCode: '401',
    });
  });

  test.each<[string, (one: Client) => Promise<unknown>]>([
    ['a path for an id', (one) => one.signals('../basisprofielen/68750110')],
    ['dots for an id', (one) => one.signals('..')],
    ['no id', (one) => one.signal(FAKE_SUBSCRIPTION, '')],
    ['page 0', (one) => one.signals(FAKE_SUBSCRIPTION, { page: 0 })],
    ['9 a page', (one) => one.signals(FAKE_SUBSCRIPTION, { pageSize: 9 })],
    ['501 a page', (one) => one.signals(FAKE_SUBSCRIPTION, { pageSize: 501 })],
  ])('%s is refused before KvK is asked', async (_what, ask) => {
    await expect(ask(ofFake())).rejects.toMatchObject({ kind: 'REFUSED', partnerCode: 'IPD1999' });
    expect(asked()).toBe(0);
  });

  test.each(['?aantal=9', '?aantal=501', '?pagina=0', '?vanaf=gisteren', '?tot=2026-13-01'])(
    'the fake refuses %s with a ProblemDetail',
    async (query) => {
      const answer = await fetch(`${fake.url}/api/v1/abonnementen/${FAKE_SUBSCRIPTION}${query}`, {
        headers: { apikey: 'test-key' },
      });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        detail: expect.stringContaining('niet valide'),
      });
    },
  );
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

  test.each(FAULT_KINDS)('%s ends within the deadline and 200 ms, and names no host', async (kind) => {
    await fake.fault({ kind });
    const deadlineMs = deadlineUnder(kind, 400);
    let error = null as unknown as PartnerError;
    const ask = async () => {
      const one = ofFake({ deadlineMs });
      error = (await one.signals(FAKE_SUBSCRIPTION).catch((reason: unknown) => reason)) as PartnerError;
    };
    expect(await quickest(deadlineMs + 200, ask)).toBeLessThan(deadlineMs + 200);
    // A connection that breaks halfway may also break before its head was read.
    expect(kind === 'reset' ? ['MALFORMED', 'UNAVAILABLE'] : [kinds[kind]]).toContain(error.kind);
    expect(`${error.message} ${error.partnerMessage}`).not.toMatch(/127\.0\.0\.1|http|:\d{4}/);
  });

  test('a read is tried again', async () => {
    await fake.fault({ kind: '503', times: 2 });
    expect(await ofFake().subscriptions()).toHaveLength(1);
    expect(asked()).toBe(3);
  });

  test('nothing is kept: each question is asked', async () => {
    const one = ofFake();
    for (let i = 0; i < 3; i += 1) await one.signals(FAKE_SUBSCRIPTION);
    expect(asked()).toBe(3);
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
    (body: unknown, status = 200): RequestListener =>
    (_request, response) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const entry = { id: 'a', timestamp: '2026-03-01T10:00:00Z', kvknummer: DONALD, signaalType: 'SignaalNaamgeving' };
  const page = (signalen: unknown[], more: object = {}) => ({
    pagina: 1,
    aantal: 100,
    totaal: signalen.length,
    totaalPaginas: 1,
    signalen,
    ...more,
  });

  test.each<[string, unknown]>([
    ['another shape', { resultaten: [] }],
    ['null', null],
    ['a list', []],
    ['a signal without its number', page([{ ...entry, kvknummer: undefined }])],
    ['a signal with a number that cannot be', page([{ ...entry, kvknummer: '../x' }])],
    ['a signal at no moment', page([{ ...entry, timestamp: 'gisteren' }])],
    ['a signal without an id', page([{ ...entry, id: '' }])],
    ['a negative total', page([entry], { totaal: -1 })],
    ['a page that is no number', page([entry], { pagina: '1' })],
  ])('%s is malformed', async (_what, body) => {
    listener = json(body);
    await expect(client(base()).signals('abc')).rejects.toMatchObject({ kind: 'MALFORMED' });
  });

  test('50 MB is malformed, and is not read', async () => {
    listener = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.alloc(50_000_000, ' '));
    await expect(client(base()).signals('abc')).rejects.toMatchObject({ kind: 'MALFORMED' });
  });

  test('an establishment number that cannot be is not told', async () => {
    listener = json(page([{ ...entry, vestigingsnummer: 'x' }]));
    expect((await client(base()).signals('abc')).signals[0]!.establishmentNumber).toBeNull();
  });

  test('a signal that tells less, other or deeper than agreed is told as far as it goes', async () => {
    let deep: unknown = '000000000001';
    for (let level = 0; level < 1_000; level += 1) deep = { vestigingsnummer: deep };
    const signaal = {
      signaalType: 'SignaalGewijzigdeInschrijving',
      registratieTijdstip: '2026-03-01T10:00:00.86692Z',
      heeftBetrekkingOp: { kvkNummer: DONALD },
    };
    const told = async (more: object) => {
      listener = json({ signaal: { ...signaal, ...more } });
      return (await client(base()).signal('abc', 'x')).change;
    };
    expect(await told({})).toEqual({ kind: 'CHANGED', parts: [], establishmentNumbers: [] });
    expect(await told({ heeftGewijzigdeGegevens: 'ja', deep })).toMatchObject({ parts: [], establishmentNumbers: [] });
    expect(
      await told({
        heeftGewijzigdeGegevens: {
          eigenaar: { naam: 'J' },
          nieuwBlok: true,
          functionarissen: [{ rol: 'x' }],
          maOnderneming: {},
        },
      }),
    ).toMatchObject({ parts: ['OWNER', 'OTHER', 'OFFICERS'] });
    expect(await told({ signaalType: 'SignaalBeeindiging', einddatum: '20260200', aanleiding: 'BE' })).toEqual({
      kind: 'CEASED',
      endedOn: '2026-02',
      reason: { code: 'BE', description: null },
    });
    expect(await told({ signaalType: 'SignaalBeeindiging', einddatum: '20261399' })).toMatchObject({ endedOn: null });
  });

  test('nothing of a person or a number comes into the change or the log', async () => {
    const lines: string[] = [];
    const log = createLog('test', {
      level: 'trace',
      destination: new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) }),
    });
    listener = json({
      signaal: {
        signaalType: 'SignaalGewijzigdeInschrijving',
        registratieTijdstip: '2026-03-01T10:00:00Z',
        heeftBetrekkingOp: { kvkNummer: DONALD, heeftAlsEigenaar: { natuurlijkPersoon: { bsn: '999990019' } } },
        heeftGewijzigdeGegevens: { functionarissen: [{ naam: 'Verzonnen', bsn: '999990019' }] },
      },
    });
    const told = await client(base(), { log }).signal('abc', 'x');
    expect(JSON.stringify(told)).not.toMatch(/999990019|Verzonnen/);
    expect(lines).toHaveLength(1);
    expect(lines.join('')).not.toMatch(/999990019|68750110|abc/);
  });
});
