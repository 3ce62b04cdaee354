import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { FAULT_KINDS } from '../../../adapters/fake-faults.js';
import { PartnerError } from '../../../adapters/partner-error.js';
import { werkNlClient, type WerkNlClientOptions } from '../../../adapters/werknl/client.js';
import { DeliveryError } from '../../../adapters/werknl/delivery-error.js';
import { startWerkNlFake, WERK_NL_FAKE_OIN, type WerkNlFake } from '../../../adapters/werknl/fake.js';
import type { VacancySearch } from '../../../adapters/werknl/port.js';
import { HR_XML } from '../../../adapters/werknl/setu.js';
import { createLog, silent } from '../../../runtime/log.js';
import { quickest } from '../../quickest.js';
import { deadlineUnder, LONG_MS } from '../long-enough.js';
import { CV, SENDER, VACANCY } from './examples.js';

type Client = ReturnType<typeof werkNlClient>;
type Kind = (typeof FAULT_KINDS)[number];
const clients: Client[] = [];
const client = (url: string, options: Partial<WerkNlClientOptions> = {}): Client => {
  const made = werkNlClient({
    delivery: { baseUrl: url },
    vum: { baseUrl: `${url}/api/v3`, fromOin: '00000001234567890000', toOin: WERK_NL_FAKE_OIN },
    sender: SENDER,
    log: silent,
    backoffMs: 1,
    deadlineMs: LONG_MS,
    ...options,
  });
  clients.push(made);
  return made;
};

let fake: WerkNlFake;
const ofFake = (options: Partial<WerkNlClientOptions> = {}) => client(fake.url, options);
const asked = () => fake.calls().total;
let numbers = 0;
/** A vacancy, a CV and a message of their own for each test. */
const fresh = () => {
  numbers += 1;
  const own = numbers;
  return {
    vacancy: { ...VACANCY, id: `vac-${own}` },
    cv: { ...CV, id: `cv-${own}` },
    message: (n = 1) => `message-${own}-${n}`,
  };
};
const kept = (id: string) => fake.vacancies().find((one) => one.id === id);
const NEAR: VacancySearch = { postcode: '3011AA', distanceKm: 5 };
const failure = async (promise: Promise<unknown>): Promise<DeliveryError> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PartnerError);
  return error as DeliveryError;
};

beforeAll(async () => {
  fake = await startWerkNlFake({
    port: 0,
    facts: [
      { kind: 'place', pc4: '3011', latitude: 51.9225, longitude: 4.487 },
      { vacature: { idVacature: 'told', adres: { postcode: '3011AB' }, naamVacature: 'Bakker' } },
    ],
  });
});
afterAll(() => fake.stop());
afterEach(async () => {
  await Promise.all(clients.splice(0).map((one) => one.close()));
  await fake.lift();
  await fetch(`${fake.url}/_fake/calls`, { method: 'DELETE' });
});

test('a vacancy goes its whole way: put, edited, hidden, shown, prolonged, withdrawn', async () => {
  const one = ofFake();
  const { vacancy, message } = fresh();
  const put = await one.putVacancy(vacancy, message(1));
  expect(put).toEqual({ externalId: expect.stringMatching(/^\d+$/), status: 'PUBLISHED', messages: ['Geplaatst.'] });
  const { externalId } = put;
  const step = async (method: 'edit' | 'activate' | 'deactivate' | 'prolong' | 'withdraw', n: number) => {
    const receipt = await one[`${method}Vacancy`](vacancy, message(n));
    expect(receipt.externalId).toBe(externalId);
    return [receipt.status, kept(vacancy.id)!.status];
  };
  expect(await step('edit', 2)).toEqual(['UNCHANGED', 'ACTIVE']);
  expect(await step('deactivate', 3)).toEqual(['HIDDEN', 'INACTIVE']);
  expect(await step('prolong', 4)).toEqual(['UNCHANGED', 'INACTIVE']);
  expect(await step('activate', 5)).toEqual(['PUBLISHED', 'ACTIVE']);
  expect(await step('withdraw', 6)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  expect(kept(vacancy.id)).toEqual({
    id: vacancy.id,
    advertisementId: externalId,
    status: 'WITHDRAWN',
    asked: ['x:put', 'x:edit', 'x:deactivate', 'x:prolong', 'x:activate', 'x:delete'],
    xml: null,
  });
});

test('what is shown is found, what is hidden is not', async () => {
  const one = ofFake({ lifetimes: { search: 0, vacancy: 0 } });
  const { vacancy, message } = fresh();
  const { externalId } = await one.putVacancy(vacancy, message(1));
  const found = async () => {
    const { value } = await one.searchVacancies({ ...NEAR, drivingLicences: ['T'] });
    return value.matches.map(({ vumId }) => vumId);
  };
  expect(await found()).toEqual([externalId]);
  expect((await one.vacancy(externalId)).value).toMatchObject({
    id: externalId,
    title: vacancy.title,
    employerName: 'Jansen & Zn',
    postcode: '3011AB',
    hoursMin: 24,
    minimumLevel: 2,
    closesOn: '2027-01-31',
    startsOn: '2026-12-01',
    languages: [{ code: 'nld', speaking: 3 }, { code: 'eng' }],
    contracts: [{ duration: 'FIXED_TERM', kind: null }],
  });
  await one.deactivateVacancy(vacancy, message(2));
  expect(await found()).toEqual([]);
  await expect(one.vacancy(externalId)).rejects.toMatchObject({ kind: 'REFUSED', partnerCode: '400.02' });
});

test('a CV is put, put anew and withdrawn', async () => {
  const one = ofFake();
  const { cv, message } = fresh();
  const first = await one.putCv(cv, message(1));
  expect(first).toMatchObject({ status: 'PUBLISHED' });
  expect(await one.putCv({ ...cv, summary: 'Anders.' }, message(2))).toMatchObject({ externalId: first.externalId });
  expect(await one.withdrawCv(cv.id, message(3))).toMatchObject({ status: 'WITHDRAWN' });
  expect(fake.cvs().find(({ id }) => id === cv.id)).toMatchObject({ status: 'WITHDRAWN', xml: null });
});

describe('one message', () => {
  test('sent a hundred times at once is carried out once, with one answer', async () => {
    const { vacancy, message } = fresh();
    const one = ofFake();
    const answers = await Promise.all(Array.from({ length: 100 }, () => one.putVacancy(vacancy, message())));
    expect(new Set(answers.map(({ externalId }) => externalId)).size).toBe(1);
    expect(kept(vacancy.id)!.asked).toEqual(['x:put']);
  });

  test('with another content is refused', async () => {
    const { vacancy, message } = fresh();
    await ofFake().putVacancy(vacancy, message());
    await expect(ofFake().putVacancy({ ...vacancy, positions: 9 }, message())).rejects.toMatchObject({
      kind: 'REFUSED',
      partnerCode: '409',
      mayHaveArrived: false,
    });
  });
});

test.each(['edit', 'activate', 'deactivate', 'prolong', 'withdraw'] as const)(
  'to %s a vacancy that was never put is refused in werk.nl’s own words',
  async (method) => {
    const { vacancy, message } = fresh();
    await expect(ofFake()[`${method}Vacancy`](vacancy, message())).rejects.toMatchObject({
      kind: 'REFUSED',
      partnerCode: '404',
      partnerMessage: 'Er is geen vacature of cv met dit kenmerk.',
      mayHaveArrived: false,
    });
  },
);

test('to put a vacancy twice is refused; after it was withdrawn it may be put again', async () => {
  const { vacancy, message } = fresh();
  const one = ofFake();
  await one.putVacancy(vacancy, message(1));
  expect(await failure(one.putVacancy(vacancy, message(2)))).toMatchObject({ kind: 'REFUSED', partnerCode: '409' });
  await one.withdrawVacancy(vacancy, message(3));
  expect(await one.putVacancy(vacancy, message(4))).toMatchObject({ status: 'PUBLISHED' });
});

describe('refused before anything is sent', () => {
  const { vacancy, cv } = fresh();
  test.each<[what: string, send: (one: Client) => Promise<unknown>]>([
    ['a vacancy without title', (one) => one.putVacancy({ ...vacancy, title: ' ' }, 'm')],
    ['no places', (one) => one.putVacancy({ ...vacancy, positions: 0 }, 'm')],
    ['half a place', (one) => one.putVacancy({ ...vacancy, positions: 1.5 }, 'm')],
    [
      'more hours at least than at most',
      (one) => one.putVacancy({ ...vacancy, hours: { minimum: 2, maximum: 1 } }, 'm'),
    ],
    ['hours that are no number', (one) => one.putVacancy({ ...vacancy, hours: { minimum: NaN, maximum: 1 } }, 'm')],
    ['30 February', (one) => one.putVacancy({ ...vacancy, closesOn: '2027-02-30' }, 'm')],
    ['closed before it is published', (one) => one.putVacancy({ ...vacancy, closesOn: '2026-11-20' }, 'm')],
    ['no way to apply', (one) => one.putVacancy({ ...vacancy, applyBy: [] }, 'm')],
    [
      'a KvK number of 7',
      (one) => one.putVacancy({ ...vacancy, employer: { ...vacancy.employer, kvkNumber: '1234567' } }, 'm'),
    ],
    ['category 30', (one) => one.putVacancy({ ...vacancy, jobCategory: 30 }, 'm')],
    [
      'no municipality',
      (one) => one.putVacancy({ ...vacancy, workPlace: { ...vacancy.workPlace, municipality: '' } }, 'm'),
    ],
    ['an unsafe id', (one) => one.putVacancy({ ...vacancy, id: 'a b' }, 'm')],
    ['an unsafe message id', (one) => one.putVacancy(vacancy, '')],
    ['a CV without consent', (one) => one.putCv({ ...cv, consent: { storing: false, matching: true } }, 'm')],
    ['a CV whose id could be a BSN', (one) => one.putCv({ ...cv, id: '999999990' }, 'm')],
    ['to withdraw by what could be a BSN', (one) => one.withdrawCv('999999990', 'm')],
    ['a day in a CV that is none', (one) => one.putCv({ ...cv, availableFrom: 'morgen' }, 'm')],
    ['a postcode of four digits', (one) => one.searchVacancies({ ...NEAR, postcode: '3011' })],
    ['a distance of 1000', (one) => one.searchVacancies({ ...NEAR, distanceKm: 1_000 })],
    ['0 hours', (one) => one.searchVacancies({ ...NEAR, minimumHoursUpTo: 0 })],
    ['a language of two letters', (one) => one.searchVacancies({ ...NEAR, languages: [{ code: 'nl' }] })],
    ['a VUM id that climbs', (one) => one.vacancy('..')],
    ['a VUM id with a slash', (one) => one.vacancy('a/b')],
  ])('%s', async (_what, send) => {
    const error = await failure(send(ofFake()));
    expect(error.kind).toBe('REFUSED');
    expect(error.partnerMessage).toMatch(/\.$/);
    expect([undefined, false]).toContain(error.mayHaveArrived);
    expect(asked()).toBe(0);
  });
});

describe('whatever goes wrong at werk.nl', () => {
  const kinds: Record<Kind, { kind: string; arrived: boolean }> = {
    refuse: { kind: 'UNAVAILABLE', arrived: true },
    reset: { kind: 'MALFORMED', arrived: true },
    hang: { kind: 'UNAVAILABLE', arrived: true },
    slow: { kind: 'UNAVAILABLE', arrived: true },
    429: { kind: 'UNAVAILABLE', arrived: false },
    500: { kind: 'UNAVAILABLE', arrived: true },
    503: { kind: 'UNAVAILABLE', arrived: true },
    html: { kind: 'MALFORMED', arrived: true },
    truncated: { kind: 'MALFORMED', arrived: true },
    schema: { kind: 'MALFORMED', arrived: true },
    'soap-fault': { kind: 'UNAVAILABLE', arrived: true },
    // A VacancyResponseNL without an advertisement.
    'ok-with-error': { kind: 'REFUSED', arrived: false },
  };
  // A connection that breaks halfway may also break before its head was read.
  const either = (kind: Kind, ours: string) => (kind === 'reset' ? ['MALFORMED', 'UNAVAILABLE'] : [ours]);
  const timed = async (deadlineMs: number, work: () => Promise<unknown>) => {
    let error = null as unknown as DeliveryError;
    const limitMs = deadlineMs + 200;
    expect(await quickest(limitMs, async () => void (error = await failure(work())))).toBeLessThan(limitMs);
    expect(`${error.message} ${error.partnerMessage}`).not.toMatch(/127\.0\.0\.1|http|:\d{4}/);
    return error;
  };

  test.each(FAULT_KINDS)(
    '%s: a message is sent once, and its error tells whether it may have arrived',
    async (kind) => {
      let { vacancy, message } = fresh();
      let before = 0;
      await fake.fault({ kind, ...(kind === '429' ? { retryAfterS: 0 } : {}) });
      const deadlineMs = deadlineUnder(kind, 800);
      const error = await timed(deadlineMs, () => {
        before = asked();
        ({ vacancy, message } = fresh());
        return ofFake({ deadlineMs }).putVacancy(vacancy, message());
      });
      expect(error).toBeInstanceOf(DeliveryError);
      expect(either(kind, kinds[kind].kind)).toContain(error.kind);
      expect(error.mayHaveArrived).toBe(kinds[kind].arrived);
      expect(asked()).toBe(before + 1);
      await fake.lift();
      // The same message again: done now, or done before, but once.
      expect(await ofFake().putVacancy(vacancy, message())).toMatchObject({ status: 'PUBLISHED' });
      expect(kept(vacancy.id)!.asked).toEqual(['x:put']);
    },
  );

  test.each(FAULT_KINDS)('%s: a search fails within the deadline and 200 ms, and names no host', async (kind) => {
    await fake.fault({ kind, ...(kind === '429' ? { retryAfterS: 60 } : {}) });
    const deadlineMs = deadlineUnder(kind, 800);
    let one = ofFake({ deadlineMs });
    const error = await timed(deadlineMs, () => {
      one = ofFake({ deadlineMs });
      return one.searchVacancies(NEAR);
    });
    const ours = kind === 'ok-with-error' ? 'UNAVAILABLE' : kinds[kind].kind;
    expect(either(kind, ours)).toContain(error.kind);
    expect(one.status().vum.lastFailureAt).toBeInstanceOf(Date);
    expect(one.status().delivery.lastFailureAt).toBeNull();
  });

  test.each(FAULT_KINDS)('%s: what was found before is given again, with its age', async (kind) => {
    const one = ofFake({ deadlineMs: deadlineUnder(kind, 1_000), lifetimes: { search: 10, vacancy: 10 } });
    const before = [await one.searchVacancies(NEAR), await one.vacancy('told')];
    await sleep(15);
    await fake.fault({ kind });
    const after = await Promise.all([one.searchVacancies(NEAR), one.vacancy('told')]);
    expect(after).toEqual(before.map((one) => ({ ...one, freshness: 'STALE' })));
  });

  test('nobody there: the message has not arrived', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    const { vacancy, message } = fresh();
    const one = client(`http://127.0.0.1:${port}`);
    expect(await failure(one.putVacancy(vacancy, message()))).toMatchObject({
      kind: 'UNAVAILABLE',
      mayHaveArrived: false,
    });
  });

  test('the breaker opens within ten messages, nothing is sent then, and the search goes on', async () => {
    const one = ofFake({ halfOpenAfterMs: 600_000 });
    await fake.fault({ kind: '500', pathPrefix: '/setu' });
    for (let i = 0; i < 10; i++) await failure(one.putVacancy(fresh().vacancy, fresh().message()));
    expect(one.status().delivery.breaker).toBe('OPEN');
    const before = asked();
    expect(before).toBeLessThan(10);
    const { vacancy, message } = fresh();
    expect(await failure(one.putVacancy(vacancy, message()))).toMatchObject({
      kind: 'UNAVAILABLE',
      mayHaveArrived: false,
    });
    expect(asked()).toBe(before);
    expect(one.status().vum.breaker).toBe('CLOSED');
    expect((await one.searchVacancies(NEAR)).freshness).toBe('FRESH');
  });

  test('an open breaker closes after one good answer', async () => {
    const one = ofFake({ halfOpenAfterMs: 20 });
    await fake.fault({ kind: '500', pathPrefix: '/setu' });
    for (let i = 0; i < 10; i++) await failure(one.putVacancy(fresh().vacancy, fresh().message()));
    expect(one.status().delivery.breaker).toBe('OPEN');
    await fake.lift();
    await sleep(30);
    const { vacancy, message } = fresh();
    expect((await one.putVacancy(vacancy, message())).status).toBe('PUBLISHED');
    expect(one.status().delivery.breaker).toBe('CLOSED');
  });

  test('a search is tried again, a message is not', async () => {
    await fake.fault({ kind: '503', times: 2 });
    expect((await ofFake().searchVacancies(NEAR)).value.matches.length).toBeGreaterThan(0);
    expect(asked()).toBe(3);
  });
});

test('a hundred who search alike at once are one call', async () => {
  const one = ofFake();
  await Promise.all(Array.from({ length: 100 }, () => one.searchVacancies({ ...NEAR, postcode: '3011 aa' })));
  expect(asked()).toBe(1);
});

describe('of a server that is not werk.nl', () => {
  let server: Server;
  let listener: RequestListener;
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume().once('end', () => listener(request, response));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const answer =
    (body: string | Buffer, type = 'application/xml; charset=utf-8', status = 200): RequestListener =>
    (_request, response) =>
      void response.writeHead(status, { 'content-type': type }).end(body);
  const json = (body: unknown, status = 200) => answer(JSON.stringify(body), 'application/json', status);

  const { vacancy, message } = fresh();
  const ids = `<IdValue>${vacancy.id}</IdValue><IdValue name="message">${message()}</IdValue>`;
  const parts = {
    own: '<MessageId><IdValue>1</IdValue></MessageId>',
    reaction: `<ReactionToMessageId idOwner="recruiter">${ids}</ReactionToMessageId>`,
    advertisement: '<AdvertisementId>77</AdvertisementId>',
    reason: '<Reason>Dank.</Reason>',
  };
  const xml = (told: Partial<typeof parts> = {}, root = `VacancyResponseNL xmlns="${HR_XML}"`) =>
    `<${root}>${Object.values({ ...parts, ...told }).join('')}</${root.split(' ')[0]}>`;
  const sent = () => client(base()).putVacancy(vacancy, message());

  test('a good answer is read', async () => {
    listener = answer(xml());
    expect(await sent()).toEqual({ externalId: '77', status: 'PUBLISHED', messages: ['Dank.'] });
    listener = answer(xml({ reason: '<Reason/>' }), 'text/xml');
    expect(await sent()).toMatchObject({ messages: [] });
  });

  test.each<[what: string, listener: RequestListener, code: string | null]>([
    ['200 that names no advertisement', answer(xml({ advertisement: '' })), null],
    ['422 with a reason', answer(xml(), 'application/xml', 422), '422'],
    [
      '400 about no message',
      answer(xml({ reaction: parts.reaction.replace(vacancy.id, 'onbekend') }), 'application/xml', 400),
      '400',
    ],
  ])('%s is refused, with the reason', async (_what, told, partnerCode) => {
    listener = told;
    expect(await failure(sent())).toMatchObject({
      kind: 'REFUSED',
      partnerCode,
      partnerMessage: 'Dank.',
      mayHaveArrived: false,
    });
  });

  test.each([401, 403])('%d is refused', async (status) => {
    listener = answer('', 'text/plain', status);
    expect(await failure(sent())).toMatchObject({
      kind: 'REFUSED',
      partnerCode: String(status),
      mayHaveArrived: false,
    });
  });

  const bomb =
    '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">' +
    Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n || ''};`.repeat(10)}">`).join('') +
    ']>';
  test.each<[string, RequestListener]>([
    ['a billion laughs', answer(bomb + xml({ reason: '<Reason>&a8;</Reason>' }))],
    [
      'an external entity',
      answer(`<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml({ reason: '<Reason>&x;</Reason>' })}`),
    ],
    ['a DTD elsewhere', answer(`<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">${xml()}`)],
    ['an entity nobody declared', answer(xml({ reason: '<Reason>&x;</Reason>' }))],
    ['a processing instruction', answer(`<?xml-stylesheet href="x"?>${xml()}`)],
    ['depth', answer('<a>'.repeat(30_000))],
    ['50 MB', answer(Buffer.alloc(50_000_000, ' '))],
    ['more than an answer can be', answer(xml({ reason: `<Reason>${'x'.repeat(200_000)}</Reason>` }))],
    ['JSON', json({ ok: true })],
    ['XML that says it is JSON', answer(xml(), 'application/json')],
    ['another charset', answer(xml(), 'application/xml; charset=utf-16')],
    ['another encoding', answer(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml()}`)],
    ['bytes that are no UTF-8', answer(Buffer.from(xml({ reason: '<Reason>\u00e9</Reason>' }), 'latin1'))],
    ['nothing', answer('')],
    ['half', answer(xml().slice(0, -10))],
    ['another root', answer(xml({}, `VacancyResponse xmlns="${HR_XML}"`))],
    ['another namespace', answer(xml({}, 'VacancyResponseNL xmlns="urn:x"'))],
    ['no namespace', answer(xml({}, 'VacancyResponseNL'))],
    ['two reasons', answer(xml({ reason: parts.reason + parts.reason }))],
    ['two advertisements', answer(xml({ advertisement: parts.advertisement + parts.advertisement }))],
    ['no reason', answer(xml({ reason: '' }))],
    ['no message it reacts to', answer(xml({ reaction: '' }))],
    ['another order', answer(xml({ own: parts.reaction, reaction: parts.own }))],
    ['an element nobody knows', answer(xml({ reason: `${parts.reason}<Extra/>` }))],
    ['an answer to another message', answer(xml({ reaction: parts.reaction.replace(message(), 'other') }))],
    ['an answer about another vacancy', answer(xml({ reaction: parts.reaction.replace(vacancy.id, 'other') }))],
    ['an answer to another’s message', answer(xml({ reaction: parts.reaction.replace('recruiter', 'owner') }))],
    ['404 with a web page', answer('<h1>404</h1>', 'text/html', 404)],
    [
      'a way elsewhere',
      (_request, response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['204', (_request, response) => void response.writeHead(204).end()],
  ])('%s in answer to a message is malformed, and it may have arrived', async (_what, told) => {
    listener = told;
    expect(await failure(sent())).toMatchObject({
      kind: 'MALFORMED',
      message: 'werk.nl gaf een onbruikbaar antwoord.',
      mayHaveArrived: true,
    });
  });

  const match = { vumID: 'v', adres: { postcode: '3011AB' } };
  const matches = (more: object = {}) => ({
    maximumAantalResultatenBereikt: false,
    vraagID: 'q',
    matches: [match],
    ...more,
  });
  const searched = () => client(base(), { attempts: 1 }).searchVacancies(NEAR);

  test.each<[string, RequestListener]>([
    ['no matches', json({ maximumAantalResultatenBereikt: false, vraagID: 'q' })],
    ['matches that are no list', json(matches({ matches: {} }))],
    ['a match without id', json(matches({ matches: [{ adres: {} }] }))],
    ['an id that could be a path', json(matches({ matches: [{ ...match, vumID: '../x' }] }))],
    ['a day that is none', json(matches({ matches: [{ ...match, sluitingsdatumVacature: 20261121 }] }))],
    ['null', json(null)],
    ['a prototype of its own', answer('{"__proto__":{"matches":[],"vraagID":"q"}}', 'application/json')],
    ['a hundred thousand brackets', answer('['.repeat(100_000), 'application/json')],
    ['XML', answer(xml())],
    ['50 MB', answer(Buffer.alloc(50_000_000, ' '), 'application/json')],
    ['400 without VUM’s error', json({ detail: 'no route' }, 400)],
  ])('%s in answer to a search is malformed', async (_what, told) => {
    listener = told;
    expect(await failure(searched())).toMatchObject({
      kind: 'MALFORMED',
      message: 'werk.nl gaf een onbruikbaar antwoord.',
    });
  });

  test.each([
    ['400.01', 400, 'REFUSED'],
    ['400.02', 400, 'REFUSED'],
    ['400.99', 200, 'REFUSED'],
    ['429.01', 200, 'REFUSED'],
    ['429.01', 429, 'REFUSED'],
    ['500.1', 500, 'UNAVAILABLE'],
    ['500.3', 503, 'UNAVAILABLE'],
    ['503.1', 400, 'UNAVAILABLE'],
    ['500.1', 200, 'UNAVAILABLE'],
    ['500.3', 400, 'UNAVAILABLE'],
  ])('VUM’s error %s with status %d is %s', async (code, status, kind) => {
    listener = json({ code, message: 'Nee.' }, status);
    expect(await failure(searched())).toMatchObject({ kind, partnerCode: code, partnerMessage: 'Nee.' });
  });

  test('codes and fields nobody knows are let through', async () => {
    listener = json(
      matches({
        nieuw: 1,
        matches: [
          {
            ...match,
            nieuw: {},
            codeWerkEnDenkniveauMinimaal: '9',
            contractvorm: [{ codeTypeArbeidscontract: 'X', codeTypeOvereenkomst: '99' }],
            sollicitatiewijze: [{ codeSollicitatiewijze: '9' }],
            rijbewijs: [{ codeSoortRijbewijs: 'Q9' }],
            taalbeheersing: [{ codeTaal: 'tlh', codeNiveauTaalbeheersingMondeling: 8 }],
            flexibiliteit: { indicatieOnregelmatigWerkOfPloegendienst: 5 },
            werkgever: null,
          },
        ],
      }),
    );
    expect((await searched()).value.matches[0]).toMatchObject({
      minimumLevel: null,
      contracts: [{ duration: null, kind: null }],
      applyBy: [{ way: null, url: null }],
      drivingLicences: ['Q9'],
      languages: [{ code: 'tlh', speaking: null }],
      irregularHours: null,
      employerName: null,
    });
  });

  test('VUM is told who asks, and nothing else', async () => {
    let headers: Record<string, unknown> = {};
    listener = (request, response) => {
      headers = request.headers;
      json(matches())(request, response);
    };
    await searched();
    expect(headers).toMatchObject({
      'x-vum-berichtversie': '3.0.0',
      'api-version': '3.0.0',
      'x-vum-fromparty': '00000001234567890000',
      'x-vum-viaparty': '00000001234567890000',
      'x-vum-toparty': WERK_NL_FAKE_OIN,
      'content-type': 'application/json',
    });
  });
});

test('nothing of what was sent, asked or answered is in the log', async () => {
  const lines: string[] = [];
  const log = createLog('test', {
    level: 'trace',
    destination: new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) }),
  });
  const one = ofFake({ log });
  const { vacancy, cv, message } = fresh();
  await one.putVacancy(vacancy, message(1));
  await failure(one.editVacancy({ ...vacancy, id: 'never-put' }, message(2)));
  await one.putCv(cv, message(3));
  await one.searchVacancies(NEAR);
  await one.vacancy('told');
  expect(lines.map((line) => JSON.parse(line).outcome)).toEqual(['OK', 'REFUSED', 'OK', 'OK', 'OK']);
  expect(lines.join('')).not.toMatch(/vac-|cv-|message-|never-put|Hovenier|Jansen|3011 ?[A-Z]{2}|told|127\.0\.0\.1/);
});

test('after close nothing is sent', async () => {
  const one = ofFake();
  await one.close();
  const { vacancy, message } = fresh();
  expect(await failure(one.putVacancy(vacancy, message()))).toMatchObject({ kind: 'UNAVAILABLE' });
  await expect(one.searchVacancies(NEAR)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  expect(asked()).toBe(0);
});
