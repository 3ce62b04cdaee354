import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { Bsn } from '../../../adapters/sonar/bsn.js';
import { demoPlaces } from '../../../adapters/sonar/demo-places.js';
import { factsFrom } from '../../../adapters/sonar/fake-files.js';
import { kilometres } from '../../../adapters/vum-nearest.js';
import { SONAR_FAKE_OIN, startSonarFake } from '../../../adapters/sonar/fake.js';
import { canMakeCertificates, certificateAuthority } from '../soap-certificates.js';
import { benefits, BSN, DRIVER, person, profiles, targetGroup } from './facts.js';
import { openSonar, OUR_OIN } from './open.js';

let fake: Awaited<ReturnType<typeof startSonarFake>>;
beforeAll(async () => {
  fake = await startSonarFake({ port: 0, facts: [...demoPlaces, ...profiles] });
});
afterAll(() => fake.stop());

const HEADERS: Record<string, string> = {
  'content-type': 'application/json',
  'api-version': '3.0.0',
  'x-vum-berichtversie': '3.0.0',
  'x-vum-fromparty': OUR_OIN,
  'x-vum-toparty': SONAR_FAKE_OIN,
  'x-vum-viaparty': OUR_OIN,
};
interface Body {
  code?: string;
  details?: string;
  matches?: { vumID: string }[];
}
async function ask(path: string, body?: unknown, headers: Record<string, string> = {}, of = fake) {
  const response = await request(`${of.url}/api/v3/werkzoekendeProfielen/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...HEADERS, ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.body.text();
  return { status: response.statusCode, body: (text ? JSON.parse(text) : {}) as Body };
}
const selectiegebied = { postcode: '3011AA', afstand: 15 };
const find = async (criteria: object, of = fake) =>
  (await ask('matches', { vraagObject: { selectiegebied, ...criteria } }, {}, of)).body.matches?.map(
    ({ vumID }) => vumID,
  );

test('knows nothing until told, not even where a postcode lies', async () => {
  const empty = await startSonarFake({ port: 0 });
  expect(await find({}, empty)).toEqual([]);
  empty.tell(profiles);
  expect(await find({}, empty)).toEqual([]);
  expect((await ask('centre', undefined, {}, empty)).status).toBe(200);
  empty.tell(demoPlaces);
  expect(await find({}, empty)).toEqual(['centre', 'south']);
  await empty.stop();
});

test('is told over HTTP in the same words, all of them or none', async () => {
  const told = await startSonarFake({ port: 0 });
  const tell = (facts: unknown) => fetch(`${told.url}/_fake/facts`, { method: 'POST', body: JSON.stringify(facts) });
  expect((await tell([...demoPlaces, ...profiles, person, targetGroup, benefits])).status).toBe(204);
  expect(await find({}, told)).toEqual(['centre', 'south']);
  expect((await tell([{ ...(person as object), bsn: '123456789' }])).status).toBe(400);
  expect(
    (await tell([{ kind: 'profile', werkzoekende: { idWerkzoekende: 'new' } }, { kind: 'nonsense' }])).status,
  ).toBe(400);
  expect((await ask('new', undefined, {}, told)).status).toBe(400);
  expect(() => told.tell([{ kind: 'profile', werkzoekende: { idWerkzoekende: 'new' } }, {} as never])).toThrow();
  expect((await ask('new', undefined, {}, told)).status).toBe(400);
  await told.stop();
});

test('what is told again takes the place of what was told', async () => {
  const told = await startSonarFake({ port: 0, facts: [...demoPlaces, ...profiles] });
  told.tell([
    { kind: 'profile', werkzoekende: { idWerkzoekende: 'centre', mobiliteit: { bemiddelingspostcode: '3511AA' } } },
  ]);
  expect(await find({}, told)).toEqual(['south']);
  told.tell([{ kind: 'vum-error', vumID: 'centre', code: '500.1' }]);
  expect(await ask('centre', undefined, {}, told)).toMatchObject({ status: 500, body: { code: '500.1' } });
  told.tell(profiles);
  expect((await ask('centre', undefined, {}, told)).status).toBe(200);
  await told.stop();
});

describe('a question to VUM', () => {
  test.each<[what: string, body: unknown, headers: Record<string, string>]>([
    ['without JSON', 'vraag', {}],
    ['of another type', { vraagObject: { selectiegebied } }, { 'content-type': 'text/plain' }],
    ['without vraagObject', {}, {}],
    ['with more beside it', { vraagObject: { selectiegebied }, meer: 1 }, {}],
    ['without selectiegebied', { vraagObject: {} }, {}],
    ['with a postcode of four', { vraagObject: { selectiegebied: { postcode: '3011', afstand: 1 } } }, {}],
    ['with a distance of a thousand', { vraagObject: { selectiegebied: { postcode: '3011AA', afstand: 1_000 } } }, {}],
    [
      'with an indication of 0',
      { vraagObject: { selectiegebied, 'werktijden.indicatieKantoortijden': { $eq: 0 } } },
      {},
    ],
    [
      'with hours as text',
      { vraagObject: { selectiegebied, 'werktijden.aantalWerkurenPerWeekMaximaal': { $gte: '8' } } },
      {},
    ],
    ['without alternatives', { vraagObject: { selectiegebied, contractvorm: { $elemMatch: { $or: [] } } } }, {}],
    [
      'with a language without a code',
      { vraagObject: { selectiegebied, 'arbeidsmarktkwalificatie.taalbeheersing': { $all: [{ $elemMatch: {} }] } } },
      {},
    ],
    ['of version 2', { vraagObject: { selectiegebied } }, { 'api-version': '2.0.0' }],
    ['of no version', { vraagObject: { selectiegebied } }, { 'x-vum-berichtversie': '' }],
    ['from nobody', { vraagObject: { selectiegebied } }, { 'x-vum-fromparty': 'gemeente' }],
    ['by way of nobody', { vraagObject: { selectiegebied } }, { 'x-vum-viaparty': '' }],
    ['to another', { vraagObject: { selectiegebied } }, { 'x-vum-toparty': '0'.repeat(20) }],
  ])('%s is 400.01', async (_what, body, headers) =>
    expect(await ask('matches', body, headers)).toMatchObject({ status: 400, body: { code: '400.01' } }),
  );

  test.each<[what: string, criteria: object, found: string[]]>([
    ['by a field that VUM does not name', { naam: { $eq: 'x' } }, ['centre', 'south']],
    [
      'by an operator that VUM does not name',
      { 'werktijden.aantalWerkurenPerWeekMaximaal': { $lt: 1 } },
      ['centre', 'south'],
    ],
    [
      'by an occupation as the question calls it',
      { bemiddelingsberoep: { $elemMatch: { $or: [{ 'beroep.codeBeroepsnaam': { $eq: DRIVER } }] } } },
      ['centre'],
    ],
    [
      'by an occupation as the profile calls it',
      { bemiddelingsberoep: { $elemMatch: { $or: [{ codeBeroepsnaam: { $eq: DRIVER } }] } } },
      ['centre'],
    ],
    ['by no occupation in particular', { bemiddelingsberoep: { $elemMatch: { $or: [] } } }, ['centre', 'south']],
  ])('%s finds %j', async (_what, criteria, found) => expect(await find(criteria)).toEqual(found));

  test('gives the limits of a distance: as far as asked, and no further', async () => {
    const km = kilometres({ latitude: 51.92, longitude: 4.48 }, { latitude: 51.88, longitude: 4.48 });
    expect(km).toBeCloseTo(4.448, 2);
    expect(await find({ selectiegebied: { postcode: '3011AA', afstand: 4 } })).toEqual(['centre']);
    expect(await find({ selectiegebied: { postcode: '3011aa', afstand: 5 } })).toEqual(['centre', 'south']);
  });

  test.each([
    ['nobody-knows', 400, '400.02'],
    ['matches', 405, '400.01'],
    ['centre/more', 404, '400.01'],
  ])('about %s is %d, %s', async (path, status, code) =>
    expect(await ask(path)).toMatchObject({ status, body: { code } }),
  );
});

test.each([
  [{ latitude: 52, longitude: 5 }, { latitude: 52, longitude: 5 }, 0],
  [{ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 }, Math.PI * 6_371],
  [{ latitude: 52.37, longitude: 4.89 }, { latitude: 51.92, longitude: 4.48 }, 57.3],
])('from %j to %j are %d km', (a, b, km) => {
  expect(kilometres(a, b)).toBeCloseTo(km, 0);
  expect(kilometres(b, a)).toBeCloseTo(km, 0);
});

describe('a file of facts', () => {
  const one = { idWerkzoekende: 'a', mobiliteit: { bemiddelingspostcode: '1012AB' } };
  test.each([
    ['a JSON a line', `${JSON.stringify(one)}\n\n${JSON.stringify({ ...one, idWerkzoekende: 'b' })}\n`, ['a', 'b']],
    ['one list', JSON.stringify([one]), ['a']],
  ])('may be profiles, %s', (_what, text, ids) =>
    expect(factsFrom(text).map((fact) => fact.kind === 'profile' && fact.werkzoekende.idWerkzoekende)).toEqual(ids),
  );

  test('may be places', () =>
    expect(factsFrom('\uFEFFpc4,plaats,lat,lon\r\n1012,"Amsterdam, centrum",52.37,4.89\r\n')).toEqual([
      { kind: 'place', pc4: '1012', latitude: 52.37, longitude: 4.89 },
    ]));

  test('may be nothing else', async () => {
    expect(() => factsFrom(`${JSON.stringify(one)}\n{"half`)).toThrow('regel 2 is geen JSON');
    expect(() => factsFrom('naam,woonplaats\na,b')).toThrow('regel 1 noemt geen pc4, lat en lon');
    const told = await startSonarFake({ port: 0 });
    expect(() => told.tell(factsFrom('[{"naam":"x"}]'))).toThrow();
    expect(() => told.tell(factsFrom('pc4,lat,lon\n1012,noord,4.89'))).toThrow();
    await told.stop();
  });
});

(canMakeCertificates ? describe : describe.skip)('with certificates', () => {
  let authority: ReturnType<typeof certificateAuthority>;
  beforeAll(() => {
    authority = certificateAuthority('Test CA');
  });
  afterAll(() => authority?.remove());

  test('both wires go over two-way TLS, questions and answers of Suwinet are signed, and a stranger gets nothing', async () => {
    const own = authority.issue('werkgraaf', OUR_OIN);
    const theirs = authority.issue('sonar', SONAR_FAKE_OIN);
    const trust = { authorities: [authority.certificate] };
    const facts = [...demoPlaces, ...profiles, person];
    const tls = {
      port: 0,
      certificate: theirs.certificate,
      key: theirs.key,
      clientAuthorities: [authority.certificate],
    };
    const behind = await startSonarFake({ port: 0, facts, trust, signing: theirs, tls });
    const known = { ca: authority.certificate, cert: own.certificate, key: own.key };
    const through = (certificates: object, signing: typeof own | null) =>
      openSonar({
        deadlineMs: 5_000,
        vum: { baseUrl: `${behind.tlsUrl}/api/v3`, tls: certificates },
        suwinet: { baseUrl: behind.tlsUrl!, tls: certificates, signing, trust },
      });
    const good = await through(known, own);
    const unsigned = await through(known, null);
    const stranger = await through({ ca: authority.certificate }, own);
    try {
      expect((await good.sonar.profile('centre')).value.vumId).toBe('centre');
      expect((await good.sonar.person(Bsn.of(BSN))).value?.firstNames).toBe('Fenna');
      await expect(unsigned.sonar.person(Bsn.of(BSN))).rejects.toMatchObject({ kind: 'REFUSED' });
      await expect(stranger.sonar.profile('centre')).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
      await expect(stranger.sonar.person(Bsn.of(BSN))).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    } finally {
      await Promise.all([good, unsigned, stranger].map((one) => one.stop()));
      await behind.stop();
    }
  });
});
if (!canMakeCertificates) test.skip('openssl is not installed: TLS and signatures are not tested', () => {});
