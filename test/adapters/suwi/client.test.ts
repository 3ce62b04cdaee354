import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FAULT_KINDS } from '../../../adapters/fake-faults.js';
import { envelope } from '../../../adapters/soap-envelope.js';
import { readAddressing, readMessage } from '../../../adapters/soap-message.js';
import { suwiDemoFacts } from '../../../adapters/suwi/demo-facts.js';
import { WAGE } from '../../../adapters/suwi/fake-answers.js';
import { quickest } from '../../quickest.js';
import { deadlineUnder } from '../long-enough.js';
import { openSuwi, OUR_OIN } from './open.js';

const URN = 'urn:wbs-graph:modelled:SuwiBedrijvenregister:v1';
const ACTION = 'urn:wbs-graph:modelled:SuwiBedrijvenregister-v1/SbrWerkgeverInfoResponse';
const FWI = 'xmlns:fwi="http://bkwi.nl/SuwiML/FWI/v0205"';
const BSN = '999990019';
const OTHER_BSN = '999990020';

const SHORT_MS = 500;
let open: Awaited<ReturnType<typeof openSuwi>>;
// Bad answers open the breaker, which lets a probe through a millisecond later: the next test may be sooner than that.
beforeEach(() => new Promise((done) => setTimeout(done, 10)));
beforeAll(async () => {
  open = await openSuwi({ failuresToOpen: 10, halfOpenAfterMs: 1 }, { facts: suwiDemoFacts });
});
afterAll(() => open.stop());
afterEach(() => open.fake.lift());

describe('an employer', () => {
  test('is found by each of its numbers', async () => {
    for (const query of [
      { kvkNumber: '90001354' },
      { establishmentNumber: '990000541921' },
      { payrollTaxNumber: '992760562L02' },
      { fiscalNumber: '992760562' },
    ]) {
      const { value, freshness } = await open.suwi.employer(query);
      expect([value, freshness]).toMatchObject([
        { name: 'Grand Joyflex B.V.', headcount: 31, kvkNumber: '90001354' },
        'FRESH',
      ]);
    }
  });

  test('has everything the register tells, in our words', async () => {
    expect((await open.suwi.employer({ kvkNumber: '68750110' })).value).toMatchObject({
      name: 'Test BV Donald',
      fiscalNumber: '857587973',
      legalForm: { code: 'BV', description: 'Besloten vennootschap' },
      sector: { code: '042', description: 'Groothandel II' },
      startedOn: '2014-02-10',
      endedOn: null,
      headcount: 9,
      headcountOn: '2026-09-30',
      establishmentNumbers: ['000037178598', '000037178601'],
      payrollTaxNumbers: ['857587973L01'],
      addresses: [
        {
          kind: 'VISITING',
          street: 'Hizzaarderlaan',
          houseNumber: '5',
          postcode: '8823SJ',
          municipality: 'Súdwest-Fryslân',
        },
        { kind: 'POSTAL', poBox: '200', city: 'Rommeldam', street: null },
      ],
    });
  });

  test('comes all the same when a warning comes beside it', async () => {
    expect((await open.suwi.employer({ kvkNumber: '69599068' })).value).toMatchObject({ legalForm: { code: 'ST' } });
  });

  test('that SUWI does not know is null', async () =>
    expect((await open.suwi.employer({ kvkNumber: '12345678' })).value).toBeNull());

  test('is kept, so that the second time costs no call', async () => {
    const other = await openSuwi({ lifetimes: {} }, { facts: suwiDemoFacts });
    try {
      for (let i = 0; i < 3; i++) await other.suwi.employer({ kvkNumber: '68750110' });
      await Promise.all([1, 2, 3].map(() => other.suwi.employer({ kvkNumber: '90001354' })));
      expect(other.fake.calls().total).toBe(2);
    } finally {
      await other.stop();
    }
  });

  test.each([
    [{ kvkNumber: '1234567' }, 'Het KVK-nummer is niet geldig.'],
    [{ establishmentNumber: '123' }, 'Het vestigingsnummer is niet geldig.'],
    [{ payrollTaxNumber: '857587974L01' }, 'Het loonheffingennummer is niet geldig.'],
    [{ payrollTaxNumber: '857587973l01' }, 'Het loonheffingennummer is niet geldig.'],
    [{ fiscalNumber: '857587974' }, 'Het fiscaal nummer is niet geldig.'],
    [{}, 'Het nummer is niet geldig.'],
    [{ kvkNumber: '68750110', fiscalNumber: '857587973' }, 'Het nummer is niet geldig.'],
    [{ constructor: '68750110' }, 'Het nummer is niet geldig.'],
  ])('is not asked for by %j', async (query, partnerMessage) => {
    const before = open.fake.calls().total;
    await expect(open.suwi.employer(query as never)).rejects.toMatchObject({
      kind: 'REFUSED',
      partnerCode: 'ONGELDIG_NUMMER',
      partnerMessage,
    });
    expect(open.fake.calls().total).toBe(before);
  });
});

describe('what SUWI says instead of data', () => {
  test.each([
    ['Fout', { kind: 'REFUSED', partnerCode: 'X-987', partnerMessage: 'Dat mag niet.' }],
    ['Fault', { kind: 'REFUSED', partnerCode: 'X-987', partnerMessage: 'Dat mag niet.' }],
  ] as const)('a %s is a refusal with its code and sentence, unknown as it may be', async (as, error) => {
    open.fake.tell([{ kind: 'error', number: '11111111', as, code: 'X-987', text: 'Dat mag niet.' }]);
    await expect(open.suwi.employer({ kvkNumber: '11111111' })).rejects.toMatchObject(error);
  });

  test.each(['Waarschuwing', 'Informatie'] as const)('a %s alone is no data', async (as) => {
    open.fake.tell([{ kind: 'error', number: '11111111', as, code: 'X-1', text: 'Let op.' }]);
    expect((await open.suwi.employer({ kvkNumber: '11111111' })).value).toBeNull();
  });

  test('our OIN may not ask: the code of WS-Security', async () => {
    const shut = await openSuwi({}, { askers: ['00000009999999990000'] });
    try {
      await expect(shut.suwi.employer({ kvkNumber: '68750110' })).rejects.toMatchObject({
        kind: 'REFUSED',
        partnerCode: 'FailedAuthentication',
      });
    } finally {
      await shut.stop();
    }
  });
});

describe('the employers of a person', () => {
  test('come without wages and without names of people', async () => {
    open.fake.tell([
      {
        kind: 'income',
        bsn: BSN,
        employers: [
          {
            payrollTaxNumber: '992760562L01',
            name: 'Grand Joyflex B.V.',
            fiscalNumber: '992760562',
            legalForm: 'BV',
            sector: '052',
          },
          { payrollTaxNumber: '992760562L01', name: 'Grand Joyflex B.V.', fiscalNumber: '992760562' },
          {
            payrollTaxNumber: `${OTHER_BSN}L01`,
            name: 'Bakkerij Persoonsnaam',
            addresses: [{ kind: 'VISITING', city: 'Ergens' }],
          },
        ],
      },
    ]);
    const { value } = await open.suwi.incomeEmployers(BSN);
    expect(value).toMatchObject([
      {
        payrollTaxNumber: '992760562L01',
        name: 'Grand Joyflex B.V.',
        sector: { code: '052', description: 'Uitzendbedrijven' },
      },
      { payrollTaxNumber: null, name: null, addresses: [] },
    ]);
    expect(value).toHaveLength(2);
    const told = JSON.stringify(value);
    for (const secret of [WAGE, 'Persoonsnaam', 'Verzonnen', BSN, OTHER_BSN]) expect(told).not.toContain(secret);
  });

  test('of somebody unknown are none', async () =>
    expect((await open.suwi.incomeEmployers(OTHER_BSN)).value).toEqual([]));

  test.each(['999990018', '000000000', '99999001', '٩٩٩٩٩٠٠١٩', ''])('are not asked for by %j', async (bsn) => {
    await expect(open.suwi.incomeEmployers(bsn)).rejects.toMatchObject({
      kind: 'REFUSED',
      partnerMessage: 'Het BSN is niet geldig.',
    });
  });

  test('leave no BSN in a log, an error, a path or the fake’s own books', async () => {
    const seen: unknown[] = [];
    for (const kind of ['500', 'schema', 'soap-fault', 'ok-with-error', 'truncated'] as const) {
      await open.fake.fault({ kind });
      await open.suwi.incomeEmployers(BSN).catch((error: unknown) => seen.push(error));
    }
    expect(seen).toHaveLength(5);
    const words = seen.map((error) => {
      const { message, stack, cause, ...rest } = error as Error;
      return [message, stack, String(cause), JSON.stringify(rest)].join('\n');
    });
    const all = [...words, ...open.lines, JSON.stringify(open.fake.calls())].join('\n');
    expect(open.lines.length).toBeGreaterThan(5);
    expect(all).not.toContain(BSN);
    expect(all).not.toContain(BSN.slice(1));
  });
});

describe('every way to fail', () => {
  const KINDS: Record<(typeof FAULT_KINDS)[number], string> = {
    refuse: 'UNAVAILABLE',
    reset: 'MALFORMED',
    hang: 'UNAVAILABLE',
    slow: 'UNAVAILABLE',
    '429': 'UNAVAILABLE',
    '500': 'UNAVAILABLE',
    '503': 'UNAVAILABLE',
    html: 'MALFORMED',
    truncated: 'MALFORMED',
    schema: 'MALFORMED',
    'soap-fault': 'UNAVAILABLE',
    'ok-with-error': 'REFUSED',
  };

  type Client = (typeof open)['suwi'];
  /** A client of the same fake that does not wait for long. */
  let hasty: Awaited<ReturnType<typeof openSuwi>>;
  beforeAll(async () => {
    const impatient = { deadlineMs: SHORT_MS, failuresToOpen: 10, halfOpenAfterMs: 1 };
    hasty = await openSuwi({ ...impatient, baseUrl: open.fake.url });
  });
  afterAll(() => hasty.stop());

  test.each(FAULT_KINDS)('%s ends within the deadline and 200 ms, and is over when it is lifted', async (kind) => {
    const deadlineMs = deadlineUnder(kind, SHORT_MS);
    const { suwi } = deadlineMs === SHORT_MS ? hasty : open;
    // A connection that breaks halfway may also break before its head was read.
    const ours = expect.stringMatching(kind === 'reset' ? /^(MALFORMED|UNAVAILABLE)$/ : new RegExp(`^${KINDS[kind]}$`));
    for (const ask of [
      (client: Client) => client.employer({ kvkNumber: '68750110' }),
      (client: Client) => client.incomeEmployers(BSN),
    ]) {
      await open.fake.fault({ kind });
      const failed = () =>
        expect(ask(suwi)).rejects.toMatchObject({ name: 'PartnerError', partner: 'SUWI', kind: ours });
      expect(await quickest(deadlineMs + 200, failed)).toBeLessThan(deadlineMs + 200);
      await open.fake.lift();
      await expect(ask(open.suwi)).resolves.toMatchObject({ freshness: 'FRESH' });
    }
  });

  test('a value that was kept is given with its age', async () => {
    const kept = await openSuwi({ lifetimes: { employer: 20 } }, { facts: suwiDemoFacts });
    try {
      const fresh = await kept.suwi.employer({ kvkNumber: '68750110' });
      await new Promise((resolve) => setTimeout(resolve, 40));
      await kept.fake.fault({ kind: 'soap-fault' });
      expect(await kept.suwi.employer({ kvkNumber: '68750110' })).toEqual({ ...fresh, freshness: 'STALE' });
    } finally {
      await kept.stop();
    }
  });

  test.each([
    ['is left alone', 600_000],
    ['is asked again when it is back', 20],
  ])('a partner that stays away %s', async (_rule, halfOpenAfterMs) => {
    const away = await openSuwi({ failuresToOpen: 3, halfOpenAfterMs }, { facts: suwiDemoFacts });
    try {
      await away.fake.fault({ kind: '503' });
      for (let i = 0; i < 6; i++) await away.suwi.employer({ kvkNumber: '68750110' }).catch(() => {});
      expect(away.suwi.status().breaker).toBe('OPEN');
      if (halfOpenAfterMs > 20) return expect(away.fake.calls().total).toBe(3);
      await away.fake.lift();
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect((await away.suwi.employer({ kvkNumber: '68750110' })).value?.name).toBe('Test BV Donald');
      expect(away.suwi.status().breaker).toBe('CLOSED');
    } finally {
      await away.stop();
    }
  });
});

describe('a broker of another make', () => {
  let server: Server;
  let answer: (question: IncomingMessage, asked: ReturnType<typeof readAddressing>, response: ServerResponse) => void;
  let other: Awaited<ReturnType<typeof openSuwi>>;
  let sent = '';
  let headers: IncomingMessage['headers'] = {};
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      sent = Buffer.concat(parts).toString();
      headers = request.headers;
      answer(request, readAddressing(readMessage(sent)), response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    other = await openSuwi({
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      failuresToOpen: 10,
      halfOpenAfterMs: 1,
      maxBodyBytes: 1_000_000,
    });
  });
  afterAll(async () => {
    await other.stop();
    server.closeAllConnections();
    server.close();
  });

  const XML = { 'content-type': 'text/xml; charset=utf-8' };
  type Asked = ReturnType<typeof readAddressing>;
  /** A good answer around `inside`, but for `more`. */
  const good = (asked: Asked, inside: string, more: Record<string, unknown> = {}) =>
    envelope(
      `<s:SbrWerkgeverInfoResponse xmlns:s="${URN}" ${FWI}>${inside}</s:SbrWerkgeverInfoResponse>`,
      { from: asked.to!, to: asked.from!, action: ACTION, relatesTo: asked.messageId!, ...more },
      new Date(),
    ).xml;
  const NAME = '<NaamRechtspersoon>Naam</NaamRechtspersoon>';
  const says = (make: (asked: Asked) => string, status = 200, type: Record<string, string> = XML) => {
    answer = (_question, asked, response) => void response.writeHead(status, type).end(make(asked));
    return other.suwi.employer({ kvkNumber: '68750110' });
  };

  test('is asked as the standard says: path, empty SOAPAction, OINs, nothing of our own', async () => {
    await says((asked) => good(asked, `<Werkgever>${NAME}</Werkgever>`));
    expect(headers).toMatchObject({ soapaction: '""', 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml' });
    const message = readMessage(sent);
    expect(readAddressing(message)).toMatchObject({
      messageId: expect.stringMatching(/^https:\/\/werkgraaf\.example\/suwi\/[0-9a-f-]{36}$/),
      from: { uri: 'https://werkgraaf.example/suwi', oin: OUR_OIN },
      to: { uri: 'https://broker.example/suwibroker/soap/SuwiBedrijvenregister-v1' },
      action: 'urn:wbs-graph:modelled:SuwiBedrijvenregister-v1/SbrWerkgeverInfo',
      relatesTo: null,
    });
    const names = Array.from(message.header!.childNodes).map((node) => (node as Element).localName);
    expect(names).toEqual(['MessageID', 'From', 'To', 'Action', 'Security']);
    expect(sent).toContain(`<s:SbrWerkgeverInfo xmlns:s="${URN}"><InschrijvingsnrKvK>68750110</InschrijvingsnrKvK>`);
  });

  test('that tells as little as it may is heard all the same', async () => {
    const { value } = await says((asked) => good(asked, `<Werkgever>${NAME}</Werkgever>`));
    expect(value).toEqual({
      name: 'Naam',
      kvkNumber: null,
      fiscalNumber: null,
      legalForm: null,
      sector: null,
      startedOn: null,
      endedOn: null,
      headcount: null,
      headcountOn: null,
      establishmentNumbers: [],
      payrollTaxNumbers: [],
      addresses: [],
    });
  });

  test('that repeats an element is taken at its first word', async () => {
    const { value } = await says((asked) =>
      good(
        asked,
        `<Werkgever>${NAME}${NAME.replace('Naam<', 'Ander<')}<CdSectorOsv>052</CdSectorOsv><CdSectorOsv>1</CdSectorOsv></Werkgever><Werkgever>${NAME}</Werkgever>`,
      ),
    );
    expect(value).toMatchObject({ name: 'Naam', sector: { code: '052' } });
  });

  test('that adds elements we do not know, and codes, is heard', async () => {
    const { value } = await says((asked) =>
      good(
        asked,
        `<Nieuw><Deel>1</Deel></Nieuw><Werkgever>${NAME}<CdRechtsvorm>???</CdRechtsvorm><CdSectorOsv>999</CdSectorOsv><Nieuw/></Werkgever>`,
      ),
    );
    expect(value).toMatchObject({
      legalForm: { code: '???', description: null },
      sector: { code: '999', description: null },
    });
  });

  test('that gives data with a Fout beside it is heard: part of a dossier is more than none', async () => {
    const beside = '<fwi:FWI><Fout><Code>F1</Code></Fout></fwi:FWI>';
    const { value } = await says((asked) => good(asked, `<Werkgever>${NAME}</Werkgever>${beside}`));
    expect(value).toMatchObject({ name: 'Naam' });
  });

  test.each(['<fwi:NietsGevonden/>', '<fwi:NietVanToepassing/>', '<fwi:NietsGevonden> </fwi:NietsGevonden>'])(
    'that says %s has nothing',
    async (nothing) => expect((await says((asked) => good(asked, nothing))).value).toBeNull(),
  );

  const gateway = (status: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>
    <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault>
    <faultcode>soapenv:Server</faultcode><faultstring>Policy Falsified</faultstring><faultactor>http://10.0.0.1/x</faultactor>
    <detail><l7:policyResult status="${status}" xmlns:l7="http://www.layer7tech.com/ws/policy/fault"/></detail>
    </soapenv:Fault></soapenv:Body></soapenv:Envelope>`;
  test.each<[string, (asked: Asked) => string, number, object]>([
    [
      'the gateway’s policy said no',
      () => gateway('Assertion Falsified'),
      500,
      { kind: 'REFUSED', partnerCode: 'Policy Falsified' },
    ],
    [
      'the gateway knows no such service',
      () => gateway('Service Not Found.'),
      500,
      { kind: 'UNAVAILABLE', partnerCode: 'Policy Falsified' },
    ],
    [
      'there is no right to it',
      (asked) => good(asked, '<fwi:NietGerechtigd/>'),
      200,
      { kind: 'REFUSED', partnerCode: 'NietGerechtigd' },
    ],
    [
      'FWI holds several messages',
      (asked) =>
        good(
          asked,
          '<fwi:FWI><Informatie><Code>I1</Code></Informatie><Fout><Code>F1</Code></Fout><Fout><Code>F2</Code></Fout></fwi:FWI>',
        ),
      200,
      { kind: 'REFUSED', partnerCode: 'F1', partnerMessage: null },
    ],
    [
      'a Fault of the server',
      () => gateway('').replace('Policy Falsified', 'Internal Error'),
      500,
      { kind: 'UNAVAILABLE', partnerCode: 'Server' },
    ],
    [
      'a Fault of the client',
      () => gateway('').replace('Policy Falsified', 'x').replace('soapenv:Server', 'soapenv:Client'),
      500,
      { kind: 'REFUSED', partnerCode: 'Client' },
    ],
    ['an empty answer', (asked) => good(asked, ''), 200, { kind: 'MALFORMED' }],
    [
      'an answer to another question',
      (asked) => good(asked, '<fwi:NietsGevonden/>', { relatesTo: 'urn:x' }),
      200,
      { kind: 'MALFORMED' },
    ],
    [
      'an answer to no question',
      (asked) => good(asked, '<fwi:NietsGevonden/>', { relatesTo: undefined }),
      200,
      { kind: 'MALFORMED' },
    ],
    ['another action', (asked) => good(asked, '<fwi:NietsGevonden/>', { action: 'urn:x' }), 200, { kind: 'MALFORMED' }],
    ['for another OIN', (asked) => good(asked, '<fwi:NietsGevonden/>', { to: asked.to! }), 200, { kind: 'MALFORMED' }],
    [
      'another namespace',
      (asked) => good(asked, `<Werkgever>${NAME}</Werkgever>`).replaceAll(URN, 'urn:y'),
      200,
      { kind: 'MALFORMED' },
    ],
    ['no name', (asked) => good(asked, '<Werkgever><FiNr>1</FiNr></Werkgever>'), 200, { kind: 'MALFORMED' }],
    [
      'elements where text was agreed',
      (asked) => good(asked, `<Werkgever>${NAME}<FiNr><a>1</a></FiNr></Werkgever>`),
      200,
      { kind: 'MALFORMED' },
    ],
    [
      'text where elements were agreed',
      (asked) => good(asked, '<Werkgever>Naam</Werkgever>'),
      200,
      { kind: 'MALFORMED' },
    ],
    [
      'a date that cannot be',
      (asked) => good(asked, `<Werkgever>${NAME}<DatBWerkgever>20260230</DatBWerkgever></Werkgever>`),
      200,
      { kind: 'MALFORMED' },
    ],
    [
      'a number of employees that is none',
      (asked) => good(asked, `<Werkgever>${NAME}<AantWerknemers>-1</AantWerknemers></Werkgever>`),
      200,
      { kind: 'MALFORMED' },
    ],
    [
      'good data under status 500',
      (asked) => good(asked, `<Werkgever>${NAME}</Werkgever>`),
      500,
      { kind: 'UNAVAILABLE' },
    ],
    ['a bomb', () => '<!DOCTYPE a [<!ENTITY b "xxxx"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>', 200, { kind: 'MALFORMED' }],
    [
      'an entity from outside',
      () => '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      500,
      { kind: 'MALFORMED' },
    ],
    ['a hundred thousand levels', () => '<a>'.repeat(100_000), 200, { kind: 'MALFORMED' }],
    [
      'a body that is too long',
      (asked) => good(asked, `<Werkgever>${NAME}<x>${'x'.repeat(1_000_001)}</x></Werkgever>`),
      200,
      { kind: 'MALFORMED' },
    ],
  ])('%s', async (_what, make, status, error) => {
    const failed = await says(make, status).catch((reason: unknown) => reason as Error);
    expect(failed).toMatchObject({ name: 'PartnerError', ...error });
    expect(`${(failed as Error).message} ${String((failed as Error).cause)}`).not.toMatch(
      /10\.0\.0\.1|passwd|\bNaam\b/,
    );
  });

  test.each<[string, Record<string, string>]>([
    ['another charset', { 'content-type': 'text/xml; charset=iso-8859-1' }],
    ['SOAP 1.2', { 'content-type': 'application/soap+xml' }],
    ['JSON', { 'content-type': 'application/json' }],
    ['no type', {}],
  ])('an answer in %s is malformed', async (_what, type) => {
    await expect(says((asked) => good(asked, `<Werkgever>${NAME}</Werkgever>`), 200, type)).rejects.toMatchObject({
      kind: 'MALFORMED',
    });
  });
});
