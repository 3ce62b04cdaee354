import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { FAULT_KINDS } from '../../../adapters/fake-faults.js';
import type { PartnerError } from '../../../adapters/partner-error.js';
import { envelope } from '../../../adapters/soap-envelope.js';
import { readAddressing, readMessage } from '../../../adapters/soap-message.js';
import { Bsn } from '../../../adapters/sonar/bsn.js';
import { demoPlaces } from '../../../adapters/sonar/demo-places.js';
import { AMOUNT, BORN, STORY } from '../../../adapters/sonar/fake-suwinet.js';
import { quickest } from '../../quickest.js';
import { deadlineUnder } from '../long-enough.js';
import { benefits, BSN, DRIVER, NOBODY, OTHER_BSN, PACKER, person, profiles, targetGroup } from './facts.js';
import { openSonar, OUR_OIN } from './open.js';

const bsn = Bsn.of(BSN);
const SHORT_MS = 500;
let open: Awaited<ReturnType<typeof openSonar>>;
// Bad answers open the breaker, which lets a probe through a millisecond later: the next test may be sooner than that.
beforeEach(() => new Promise((done) => setTimeout(done, 10)));
beforeAll(async () => {
  open = await openSonar(
    { failuresToOpen: 10, halfOpenAfterMs: 1 },
    { facts: [...demoPlaces, ...profiles, person, targetGroup, benefits] },
  );
});
afterAll(() => open.stop());
afterEach(() => open.fake.lift());

const near = { postcode: '3011AA', distanceKm: 15 };
const ids = async (more: object) =>
  (await open.sonar.search({ ...near, ...more })).value.matches.map(({ vumId }) => vumId);

describe('a search', () => {
  test.each<[object, string[]]>([
    [{}, ['centre', 'south']],
    [{ distanceKm: 0 }, ['centre']],
    [{ distanceKm: 999 }, ['centre', 'south', 'utrecht']],
    [{ postcode: '3511AA' }, ['utrecht']],
    [{ postcode: '9999ZZ', distanceKm: 999 }, []],
    [{ occupations: [PACKER] }, ['centre', 'south']],
    [{ occupations: [DRIVER] }, ['centre']],
    [{ occupations: [DRIVER, PACKER] }, ['centre', 'south']],
    [{ occupations: ['https://example.org/none'] }, []],
    [{ contractTypes: ['TEMPORARY'] }, ['south']],
    [{ contractTypes: ['TEMPORARY', 'PERMANENT'] }, ['centre', 'south']],
    [{ irregularHours: true, distanceKm: 999 }, ['centre']],
    [{ irregularHours: false, distanceKm: 999 }, ['south']],
    [{ officeHours: true }, ['centre']],
    [{ officeHours: false }, ['south']],
    [{ canWorkHours: 16 }, ['centre', 'south']],
    [{ canWorkHours: 17 }, ['centre']],
    [{ contentWithHours: 24 }, ['centre', 'south']],
    [{ contentWithHours: 23 }, ['south']],
    [{ availableOn: '2026-12-01', distanceKm: 999 }, ['centre']],
    [{ availableOn: '2026-11-30' }, []],
    [{ drivingLicences: ['B'] }, ['centre', 'south']],
    [{ drivingLicences: ['B', 'CE'] }, ['centre']],
    [{ languages: [{ code: 'nld' }] }, ['centre', 'south']],
    [{ languages: [{ code: 'nld', speaking: 3 }] }, ['centre']],
    [{ languages: [{ code: 'nld', writing: 2 }] }, ['centre']],
    [{ languages: [{ code: 'nld', writing: 3 }] }, []],
    [{ languages: [{ code: 'nld' }, { code: 'pol', speaking: 4 }] }, ['centre']],
    [{ languages: [{ code: 'pol' }], contractTypes: ['TEMPORARY'] }, []],
  ])('by %j finds %j, the nearest first', async (more, expected) => expect(await ids(more)).toEqual(expected));

  test('shows no more than a match may', async () => {
    const { value, freshness } = await open.sonar.search(near);
    expect([value.more, freshness]).toEqual([false, 'FRESH']);
    expect(value.questionId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(value)).not.toMatch(/example\.org|Ldr|inTargetGroup/);
    expect(value.matches[0]).toMatchObject({
      postcode: '3011AA',
      contracts: [{ type: 'PERMANENT', typeCode: 'O', agreementCode: '01' }],
      hoursMin: 24,
      qualifications: { drivingLicences: ['B', 'CE'], languages: [{ code: 'nld', speaking: '3' }, { code: 'pol' }] },
    });
  });

  test('of more than VUM gives says so', async () => {
    const few = await openSonar({}, { facts: [...demoPlaces, ...profiles], mostMatches: 1 });
    try {
      const { value } = await few.sonar.search(near);
      expect([value.more, value.matches.map(({ vumId }) => vumId)]).toEqual([true, ['centre']]);
    } finally {
      await few.stop();
    }
  });

  test('asked by a hundred at once is one question', async () => {
    const busy = await openSonar({ lifetimes: { search: 60_000 } }, { facts: [...demoPlaces, ...profiles] });
    try {
      const answers = await Promise.all(Array.from({ length: 100 }, () => busy.sonar.search(near)));
      expect(new Set(answers.map(({ value }) => value.questionId)).size).toBe(1);
      expect(busy.fake.calls().total).toBe(1);
    } finally {
      await busy.stop();
    }
  });
});

describe('a profile', () => {
  test('tells how to reach somebody, and of the doelgroepregister', async () => {
    expect((await open.sonar.profile('centre')).value).toMatchObject({
      vumId: 'centre',
      sourceReference: 'centre',
      emails: ['centre@example.org'],
      inTargetGroupRegister: false,
    });
    expect((await open.sonar.profile('south')).value.inTargetGroupRegister).toBe(true);
    expect((await open.sonar.profile('utrecht')).value).toMatchObject({
      inTargetGroupRegister: null,
      irregularHours: null,
    });
  });

  test('is asked for each time: nothing of a person is kept', async () => {
    const before = open.fake.calls().total;
    for (let i = 0; i < 3; i++) await open.sonar.profile('centre');
    expect(open.fake.calls().total).toBe(before + 3);
  });

  test.each(['', '.', '..', '../matches', 'a/b', 'a b', 'é', 'x'.repeat(501)])('is not asked for by %j', async (id) => {
    const before = open.fake.calls().total;
    await expect(open.sonar.profile(id)).rejects.toMatchObject({ kind: 'REFUSED', partnerCode: 'ONGELDIG_VUMID' });
    expect(open.fake.calls().total).toBe(before);
  });

  test('beyond VUM’s limit on one question is refused, and not asked again and again', async () => {
    const few = await openSonar({ attempts: 3 }, { facts: [...demoPlaces, ...profiles], mostProfiles: 2 });
    try {
      await few.sonar.search(near);
      await few.sonar.profile('centre');
      await few.sonar.profile('south');
      await expect(few.sonar.profile('centre')).rejects.toMatchObject({ kind: 'REFUSED', partnerCode: '429.01' });
      expect(few.fake.calls().total).toBe(4);
      expect(few.sonar.status().vum.breaker).toBe('CLOSED');
      await few.sonar.search(near);
      expect((await few.sonar.profile('centre')).value.vumId).toBe('centre');
    } finally {
      await few.stop();
    }
  });
});

test.each([
  ['400.01', 'REFUSED'],
  ['400.02', 'REFUSED'],
  ['429.01', 'REFUSED'],
  ['500.1', 'UNAVAILABLE'],
  ['500.3', 'UNAVAILABLE'],
  ['400.99', 'UNAVAILABLE'],
])('VUM’s %s is %s, with its code and sentence', async (code, kind) => {
  open.fake.tell([{ kind: 'vum-error', vumID: 'told', code, message: 'In woorden van VUM.' }]);
  await expect(open.sonar.profile('told')).rejects.toMatchObject({
    partner: 'SONAR',
    kind,
    partnerCode: code,
    partnerMessage: 'In woorden van VUM.',
    message: kind === 'REFUSED' ? 'Sonar heeft de vraag geweigerd.' : 'Sonar antwoordt nu niet.',
  });
});

test('an organisation that may not ask is refused on both wires', async () => {
  const shut = await openSonar({}, { askers: ['00000009999999990000'] });
  try {
    await expect(shut.sonar.search(near)).rejects.toMatchObject({ kind: 'REFUSED', partnerCode: '401' });
    await expect(shut.sonar.person(bsn)).rejects.toMatchObject({
      kind: 'REFUSED',
      partnerCode: 'FailedAuthentication',
    });
  } finally {
    await shut.stop();
  }
});

describe('a person', () => {
  test('comes with what services to employers need', async () => {
    expect((await open.sonar.person(bsn)).value).toEqual({
      firstNames: 'Fenna',
      surnamePrefix: 'van der',
      surname: 'Boltjes',
      postcode: '3039AB',
      city: 'Rotterdam',
      municipality: 'Rotterdam',
      registrations: [
        { registeredOn: '2025-11-03', endedOn: null, validUntil: '2027-02', reasonCode: null, endReasonCode: null },
      ],
      wantedOccupations: [
        { code: '0000008332', name: 'Bijrijder' },
        { code: null, name: 'Iets met paarden' },
      ],
      availableFrom: '2026-12-01',
      availableUntil: null,
      hoursPerWeek: 22.5,
      placeable: true,
      notPlaceableUntil: null,
      maxTravelMinutes: 45,
      transportCode: null,
      willingToMove: false,
      willing: { otherOccupation: null, belowOwnLevel: null, heavyOrDirtyWork: null, irregularHours: false },
      education: [
        {
          name: { code: '0000012345', name: 'Praktijkonderwijs' },
          levelCode: '2',
          statusCode: null,
          diploma: false,
          diplomaOn: null,
          startedOn: null,
          endedOn: '2019',
        },
        {
          name: { code: null, name: 'Cursus heftruck' },
          levelCode: null,
          statusCode: null,
          diploma: true,
          diplomaOn: '2024-05-06',
          startedOn: null,
          endedOn: null,
        },
      ],
      experience: [{ occupation: { code: '0000009333', name: 'Inpakker' }, years: 3 }],
      employments: [
        {
          employer: 'Verzonnen Vervoer',
          startedOn: '2022-01-10',
          endedOn: '2025-10-31',
          occupations: [{ code: null, name: 'Inpakker' }],
        },
      ],
      drivingLicences: ['B', 'AM'],
      competences: [{ code: '0000024104', name: 'Samenwerken en overleggen' }],
      referrals: [
        { on: '2026-10-12', placed: false },
        { on: '2026-11-02', placed: null },
      ],
    });
  });

  test('in the doelgroepregister stands on grounds, and counts apart from that', async () => {
    expect((await open.sonar.targetGroupRegistration(bsn)).value).toEqual({
      registered: true,
      countsForJobAgreement: true,
      countsUntil: null,
      grounds: [
        { ground: { code: '91', name: null }, startedOn: '2019-07-01', endedOn: null, running: true },
        { ground: { code: '92', name: null }, startedOn: '2015', endedOn: '2018-12-31', running: false },
      ],
    });
    open.fake.tell([{ kind: 'target-group', bsn: OTHER_BSN, grounds: [{ startedOn: '2020-01-01' }] }]);
    expect((await open.sonar.targetGroupRegistration(Bsn.of(OTHER_BSN))).value).toMatchObject({
      registered: true,
      countsForJobAgreement: null,
    });
  });

  test('has benefits, each with its group', async () => {
    const { value } = await open.sonar.benefits(bsn);
    expect(value.map(({ group, running, hoursPerWeek }) => [group, running, hoursPerWeek])).toEqual([
      ['WAJONG', true, null],
      ['WW', false, 20],
    ]);
  });

  test('unknown to a register is null there, and has no benefits', async () => {
    const nobody = Bsn.of(NOBODY);
    expect((await open.sonar.person(nobody)).value).toBeNull();
    expect((await open.sonar.targetGroupRegistration(nobody)).value).toBeNull();
    expect((await open.sonar.benefits(nobody)).value).toEqual([]);
  });

  test('is told no document, birthday, report or amount, though Suwinet sends them', async () => {
    const told = JSON.stringify([
      await open.sonar.person(bsn),
      await open.sonar.targetGroupRegistration(bsn),
      await open.sonar.benefits(bsn),
    ]);
    for (const secret of [STORY, AMOUNT, BORN, '1987', BSN]) expect(told).not.toContain(secret);
  });

  test.each(['Fout', 'Fault'] as const)(
    'that a %s is about is refused, and its sentence tells no number',
    async (as) => {
      open.fake.tell([
        { kind: 'error', bsn: OTHER_BSN, as, code: 'X-1', text: `Klant ${OTHER_BSN} (9999 90 020) is afgeschermd.` },
      ]);
      for (const ask of ['person', 'targetGroupRegistration', 'benefits'] as const) {
        const error = await open.sonar[ask](Bsn.of(OTHER_BSN)).catch((reason: unknown) => reason);
        expect(error).toMatchObject({
          partner: 'SONAR',
          kind: 'REFUSED',
          partnerCode: 'X-1',
          partnerMessage: 'Klant [bsn] ([bsn]) is afgeschermd.',
        });
        expect(inspect(error, { depth: 9 })).not.toContain(OTHER_BSN);
      }
    },
  );

  test.each(['Waarschuwing', 'Informatie'] as const)('of whom there is only a %s is unknown', async (as) => {
    open.fake.tell([{ kind: 'error', bsn: NOBODY, as, code: 'X-1', text: 'Let op.' }]);
    expect((await open.sonar.person(Bsn.of(NOBODY))).value).toBeNull();
  });

  test('leaves no BSN in a log, an error, a path or the fake’s own books', async () => {
    const seen: unknown[] = [];
    const asks = ['person', 'targetGroupRegistration', 'benefits'] as const;
    for (const kind of ['500', 'schema', 'soap-fault', 'ok-with-error', 'truncated', 'html'] as const) {
      await open.fake.fault({ kind });
      for (const ask of asks) await open.sonar[ask](bsn).catch((error: unknown) => seen.push(error));
    }
    expect(seen).toHaveLength(18);
    // Closes the breaker for those who come after.
    await open.fake.lift();
    await sleep(5);
    await open.sonar.person(bsn);
    const all = [
      inspect(seen, { depth: 9, showHidden: true }),
      ...open.lines,
      JSON.stringify(open.fake.calls()),
    ].join();
    expect(open.lines.length).toBeGreaterThan(18);
    expect(all).not.toContain(BSN);
    expect(all).not.toContain(BSN.slice(1));
    expect(open.lines.join()).not.toMatch(/3011 ?[A-Z]{2}|centre|127\.0\.0\.1/);
  });
});

describe('every way to fail', () => {
  /** Of VUM, and of Suwinet where that differs: VUM's 500.1 says "not now", Suwinet's FWI says no. */
  const KINDS: Record<(typeof FAULT_KINDS)[number], [vum: string, suwinet?: string]> = {
    refuse: ['UNAVAILABLE'],
    reset: ['MALFORMED'],
    hang: ['UNAVAILABLE'],
    slow: ['UNAVAILABLE'],
    '429': ['UNAVAILABLE'],
    '500': ['UNAVAILABLE'],
    '503': ['UNAVAILABLE'],
    html: ['MALFORMED'],
    truncated: ['MALFORMED'],
    schema: ['MALFORMED'],
    'soap-fault': ['UNAVAILABLE'],
    'ok-with-error': ['UNAVAILABLE', 'REFUSED'],
  };
  type Client = (typeof open)['sonar'];
  const asks: Record<string, (sonar: Client) => Promise<unknown>> = {
    search: (sonar) => sonar.search(near),
    profile: (sonar) => sonar.profile('centre'),
    person: (sonar) => sonar.person(bsn),
    targetGroupRegistration: (sonar) => sonar.targetGroupRegistration(bsn),
    benefits: (sonar) => sonar.benefits(bsn),
  };
  /** A client of the same fake that does not wait for long. */
  let hasty: Awaited<ReturnType<typeof openSonar>>;
  beforeAll(async () => {
    const { url } = open.fake;
    const impatient = { deadlineMs: SHORT_MS, failuresToOpen: 10, halfOpenAfterMs: 1 };
    hasty = await openSonar({ ...impatient, vum: { baseUrl: `${url}/api/v3` }, suwinet: { baseUrl: url } });
  });
  afterAll(() => hasty.stop());

  test.each(FAULT_KINDS)(
    '%s ends within the deadline and 200 ms, names no host, and is over when it is lifted',
    async (kind) => {
      const deadlineMs = deadlineUnder(kind, SHORT_MS);
      const { sonar } = deadlineMs === SHORT_MS ? hasty : open;
      for (const [name, ask] of Object.entries(asks)) {
        await open.fake.fault({ kind });
        let error = null as unknown as PartnerError;
        const failed = async () => {
          error = (await ask(sonar).catch((reason: unknown) => reason)) as PartnerError;
        };
        expect(await quickest(deadlineMs + 200, failed)).toBeLessThan(deadlineMs + 200);
        const [vum, suwinet = vum] = KINDS[kind];
        const expected = name === 'search' || name === 'profile' ? vum : suwinet;
        // A connection that breaks halfway may also break before its head was read.
        expect(kind === 'reset' ? ['MALFORMED', 'UNAVAILABLE'] : [expected]).toContain(error.kind);
        expect(error.partner).toBe('SONAR');
        expect(`${error.message} ${error.partnerMessage}`).not.toMatch(/127\.0\.0\.1|http|:\d{4}/);
        await open.fake.lift();
        await expect(ask(open.sonar)).resolves.toMatchObject({ freshness: 'FRESH' });
      }
    },
  );

  test('an answer that was kept is given with its age', async () => {
    const kept = await openSonar(
      { lifetimes: { search: 20, benefits: 20 } },
      { facts: [...demoPlaces, ...profiles, benefits] },
    );
    try {
      const found = await kept.sonar.search(near);
      const paid = await kept.sonar.benefits(bsn);
      await sleep(40);
      await kept.fake.fault({ kind: '503' });
      expect(await kept.sonar.search(near)).toEqual({ ...found, freshness: 'STALE' });
      expect(await kept.sonar.benefits(bsn)).toEqual({ ...paid, freshness: 'STALE' });
    } finally {
      await kept.stop();
    }
  });

  test.each([
    ['VUM may stay away, and is then left alone, while Suwinet answers', 600_000],
    ['VUM is asked again when it is back', 20],
  ])('%s', async (_rule, halfOpenAfterMs) => {
    const away = await openSonar(
      { failuresToOpen: 3, halfOpenAfterMs },
      { facts: [...demoPlaces, ...profiles, person] },
    );
    try {
      await away.fake.fault({ kind: '503', pathPrefix: '/api/v3' });
      for (let i = 0; i < 6; i++) await away.sonar.search(near).catch(() => {});
      expect(away.sonar.status().vum.breaker).toBe('OPEN');
      if (halfOpenAfterMs > 20) {
        expect(away.fake.calls().total).toBe(3);
        expect((await away.sonar.person(bsn)).value?.surname).toBe('Boltjes');
        expect(away.sonar.status().suwinet.breaker).toBe('CLOSED');
        return;
      }
      await away.fake.lift();
      await sleep(30);
      expect((await away.sonar.search(near)).value.matches).toHaveLength(2);
      expect(away.sonar.status().vum.breaker).toBe('CLOSED');
    } finally {
      await away.stop();
    }
  });

  test('one bad answer is not seen by who asked: it is asked again', async () => {
    const again = await openSonar({ attempts: 3, backoffMs: 1 }, { facts: [...demoPlaces, ...profiles, person] });
    try {
      await again.fake.fault({ kind: '503', times: 2 });
      expect((await again.sonar.search(near)).value.matches).toHaveLength(2);
      await again.fake.fault({ kind: '500', times: 1 });
      expect((await again.sonar.person(bsn)).value?.city).toBe('Rotterdam');
    } finally {
      await again.stop();
    }
  });
});

describe('of a server that is neither VUM nor Suwinet', () => {
  let server: Server;
  let listener: RequestListener;
  let other: Awaited<ReturnType<typeof openSonar>>;
  let sent = '';
  let asked: IncomingMessage;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      sent = Buffer.concat(parts).toString();
      asked = request;
      listener(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    other = await openSonar({
      failuresToOpen: 10,
      halfOpenAfterMs: 1,
      vum: { baseUrl, viaOin: '00000009876543210000', suwiParty: false, maxBodyBytes: 1_000_000 },
      suwinet: { baseUrl, maxBodyBytes: 1_000_000 },
    });
  });
  afterAll(async () => {
    await other.stop();
    server.closeAllConnections();
    server.close();
  });
  const json =
    (text: string | Buffer, status = 200, headers: Record<string, string> = {}): RequestListener =>
    (_request, response) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  const empty = '{"maximumAantalResultatenBereikt":false,"vraagID":"q","matches":[]}';

  test('is asked as VUM says', async () => {
    listener = json(empty);
    await other.sonar.search(near);
    expect([asked.method, asked.url]).toEqual(['POST', '/werkzoekendeProfielen/matches']);
    expect(asked.headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/json',
      'api-version': '3.0.0',
      'x-vum-berichtversie': '3.0.0',
      'x-vum-fromparty': OUR_OIN,
      'x-vum-toparty': '00000000000000004103',
      'x-vum-viaparty': '00000009876543210000',
      'x-vum-suwiparty': 'False',
    });
    expect(JSON.parse(sent)).toEqual({ vraagObject: { selectiegebied: { postcode: '3011AA', afstand: 15 } } });
  });

  test.each<[string, string, RequestListener]>([
    ['another shape', 'MALFORMED', json('{"resultaten":[]}')],
    ['null', 'MALFORMED', json('null')],
    ['half a JSON', 'MALFORMED', json('{"matches":[')],
    ['404 without a known body', 'MALFORMED', json('{"detail":"no route"}', 404)],
    ['400 without JSON', 'MALFORMED', json('fout', 400)],
    ['500 without JSON', 'UNAVAILABLE', json('fout', 500)],
    ['500 of a gateway', 'UNAVAILABLE', json('<h1>500</h1>', 500, { 'content-type': 'text/html' })],
    ['503 without a type', 'UNAVAILABLE', (_request, response) => void response.writeHead(503).end('x')],
    ['401', 'REFUSED', json('', 401)],
    ['403', 'REFUSED', json('', 403)],
    ['302', 'MALFORMED', json('', 302, { location: 'http://127.0.0.1:1/' })],
    ['204', 'MALFORMED', (_request, response) => void response.writeHead(204).end()],
    ['Latin-1', 'MALFORMED', json(empty, 200, { 'content-type': 'application/json; charset=iso-8859-1' })],
    ['no UTF-8', 'MALFORMED', json(Buffer.from([0x7b, 0xff, 0x7d]))],
    ['50 MB', 'MALFORMED', json(Buffer.alloc(50_000_000, ' '))],
    ['a hundred thousand brackets', 'MALFORMED', json('['.repeat(100_000))],
    ['a prototype of its own', 'MALFORMED', json(`{"__proto__":${empty}}`)],
    ['an error inside a 200', 'REFUSED', json('{"code":"400.02","message":"Nee."}')],
  ])('%s is %s', async (_what, kind, answer) => {
    listener = answer;
    const error = (await other.sonar.search(near).catch((reason: unknown) => reason)) as PartnerError;
    expect([error.kind, error.partner]).toEqual([kind, 'SONAR']);
    expect(({} as Record<string, unknown>).matches).toBeUndefined();
  });

  test('429 that says when to come back is unavailable until then', async () => {
    listener = json('{"code":"429.01","message":"Wacht."}', 429, { 'retry-after': '7' });
    await expect(other.sonar.profile('x')).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      partnerCode: '429.01',
      retryAfterMs: 7_000,
    });
  });

  const NAMESPACE = 'http://bkwi.nl/SuwiML/Diensten/UWVWbDossierPersoonGSD/v0200';
  const ACTION = 'http://bkwi.nl/SuwiML/Diensten/UWVWbDossierPersoonGSD-v0200/UwvWbPersoonsInfoResponse';
  const xml =
    (inside: string, before = '', type = 'text/xml; charset=utf-8'): RequestListener =>
    (_request, response) => {
      const { from, to, messageId } = readAddressing(readMessage(sent));
      const body = `<s:UwvWbPersoonsInfoResponse xmlns:s="${NAMESPACE}">${inside}</s:UwvWbPersoonsInfoResponse>`;
      const told = envelope(body, { from: to!, to: from!, action: ACTION, relatesTo: messageId! }, new Date());
      response.writeHead(200, { 'content-type': type }).end(before + told.xml);
    };
  const clientSuwi = (inside: string) => `<ClientSuwi><Burgerservicenr>${BSN}</Burgerservicenr>${inside}</ClientSuwi>`;

  test('is asked as Suwinet says, with the BSN in the body alone', async () => {
    listener = xml(clientSuwi('<Bron/><Nieuw><Diep/></Nieuw>'));
    expect((await other.sonar.person(bsn)).value).toMatchObject({ surname: null });
    expect([asked.method, asked.url]).toEqual(['POST', '/suwibroker/soap/UWVWbDossierPersoonGSD-v0200']);
    expect(asked.headers).toMatchObject({ soapaction: '""', 'content-type': 'text/xml; charset=utf-8' });
    expect(JSON.stringify(asked.headers)).not.toContain(BSN);
    expect(sent.split(BSN)).toHaveLength(2);
    expect(sent).toContain(
      `<s:UwvWbPersoonsInfo xmlns:s="${NAMESPACE}"><Burgerservicenr>${BSN}</Burgerservicenr></s:UwvWbPersoonsInfo>`,
    );
  });

  test.each<[string, () => RequestListener]>([
    ['another person', () => xml(clientSuwi('').replace(BSN, OTHER_BSN))],
    ['nobody', () => xml('<ClientSuwi/>')],
    ['nothing', () => xml('')],
    [
      'a day that cannot be',
      () => xml(clientSuwi('<AtlRelatie><DatEAtlRelatie>20260231</DatEAtlRelatie></AtlRelatie>')),
    ],
    ['text where elements belong', () => xml(clientSuwi('<AtlRelatie>ja</AtlRelatie>'))],
    ['a bomb', () => xml(clientSuwi(''), '<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>')],
    ['something from outside', () => xml(clientSuwi(''), '<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    ['50 MB', () => xml(clientSuwi(`<Voornamen>${'a'.repeat(50_000_000)}</Voornamen>`))],
    ['another charset', () => xml(clientSuwi(''), '', 'text/xml; charset=iso-8859-1')],
    ['JSON', () => json(empty)],
  ])('%s is malformed, and the error tells no number', async (_what, answer) => {
    listener = answer();
    const error = await other.sonar.person(bsn).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'MALFORMED', message: 'Sonar gaf een onbruikbaar antwoord.' });
    expect(inspect(error, { depth: 9 })).not.toMatch(new RegExp(`${BSN}|${OTHER_BSN}|passwd`));
  });
});

test('after close nothing is asked', async () => {
  const closed = await openSonar();
  await closed.sonar.close();
  await expect(closed.sonar.search(near)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  await expect(closed.sonar.person(bsn)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  expect(closed.fake.calls().total).toBe(0);
  await closed.fake.stop();
});
