import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnswerStore } from '../../../adapters/answer-store.js';
import { FAULT_KINDS } from '../../../adapters/fake-faults.js';
import { DATASERVICE_PATH } from '../../../adapters/kvk/fake.js';
import { kvkClient } from '../../../adapters/kvk/client.js';
import { FUNCTIONARY, FUNCTIONARY_BSN } from '../../../adapters/kvk/fake-dataservice-answers.js';
import { kvkBySoap } from '../../../adapters/kvk/hr-dataservice-client.js';
import type { Company, Establishment, Kvk } from '../../../adapters/kvk/port.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';
import type { PartnerError } from '../../../adapters/partner-error.js';
import { addressingHeader, readMessage } from '../../../adapters/soap-message.js';
import { textOf } from '../../../adapters/soap-xml.js';
import { silent } from '../../../runtime/log.js';
import { quickest } from '../../quickest.js';
import { deadlineUnder, LONG_MS } from '../long-enough.js';
import { openDataservice } from './open-dataservice.js';

const TNS = 'http://schemas.kvk.nl/schemas/hrip/dataservice/2015/02';
const CAT = 'http://schemas.kvk.nl/schemas/hrip/catalogus/2015/02';
const DONALD = '68750110';

const SHORT_MS = 500;
let open: Awaited<ReturnType<typeof openDataservice>>;
let rest: ReturnType<typeof kvkClient>;
// Bad answers open the breaker, which lets a probe through a millisecond later: the next test may be sooner than that.
beforeEach(() => new Promise((done) => setTimeout(done, 10)));
beforeAll(async () => {
  open = await openDataservice({ failuresToOpen: 10, halfOpenAfterMs: 1 });
  rest = kvkClient({ baseUrl: `${open.fake.url}/test/api`, apiKey: 'x', log: silent, deadlineMs: LONG_MS });
});
afterAll(async () => {
  await rest.close();
  await open.stop();
});
afterEach(() => open.fake.lift());

/** Legal forms of people, alone or together. */
const PEOPLE = ['Eenmanszaak', 'VennootschapOnderFirma', 'Maatschap', 'CommanditaireVennootschap'];
const numbers = testCompanies.flatMap((fact) => (fact.kind === 'error' ? [] : [fact.kvkNumber]));

/** What both tell: the order of addresses differs, and their lines are padded by each service in its own way. */
const place = (one: Establishment | null) =>
  one && {
    ...one,
    tradeNames: one.tradeNames,
    nonMailing: null,
    rsin: null,
    main: null,
    addresses: [...one.addresses].sort((a, b) => b.kind.localeCompare(a.kind)),
  };
const common = (company: Company) => ({
  ...company,
  // KvK has statutes of legal persons alone; our invented partnerships bear a name by REST all the same.
  statutoryName: PEOPLE.includes(company.legalForm!) ? null : company.statutoryName,
  websites: [...company.websites].sort(),
  addresses: [...company.addresses].sort((a, b) => b.kind.localeCompare(a.kind)),
  mainEstablishment: null,
});

describe('by SOAP, a company is as by REST', () => {
  test.each(numbers)('%s', async (number) => {
    const [soap, json] = await Promise.all([open.kvk.company(number), rest.company(number)]);
    expect(common(soap.value)).toEqual(common(json.value));
    expect(soap.freshness).toBe('FRESH');
    const main = json.value.mainEstablishment;
    expect(soap.value.mainEstablishment?.establishmentNumber).toBe(main?.establishmentNumber);
    expect(soap.value.mainEstablishment?.addresses.length).toBe(main?.addresses.length);
  });

  test.each(numbers)('with its establishments: %s', async (number) => {
    const [soap, json] = await Promise.all([open.kvk.establishments(number), rest.establishments(number)]);
    const byNumber = (all: typeof soap.value) =>
      [...all].sort((a, b) => a.establishmentNumber.localeCompare(b.establishmentNumber));
    expect(byNumber(soap.value)).toEqual(byNumber(json.value));
    for (const { establishmentNumber } of json.value) {
      const [one, other] = await Promise.all([
        open.kvk.establishment(establishmentNumber),
        rest.establishment(establishmentNumber),
      ]);
      const told = { ...place(other.value), ...(other.value.commercial ? {} : NOT_OF_NON_COMMERCIAL) };
      expect(place(one.value)).toEqual(told);
    }
  });
  /** The catalogue has no trade names and no people at work for an establishment where no business is done. */
  const NOT_OF_NON_COMMERCIAL = { tradeNames: [], headcount: null, fullTime: null, partTime: null };

  test('and its establishments cost no call more: they are one registration', async () => {
    const kept = await openDataservice({ lifetimes: {} });
    try {
      await Promise.all([kept.kvk.company(DONALD), kept.kvk.establishments(DONALD), kept.kvk.company(DONALD)]);
      await kept.kvk.establishments(DONALD);
      expect(kept.fake.calls().total).toBe(1);
    } finally {
      await kept.stop();
    }
  });
});

describe('what the Dataservice does not offer', () => {
  test('is asked of the API’s where these were given', async () => {
    const whole: Kvk = kvkBySoap(open.dataservice, rest);
    expect((await whole.search({ kvkNumber: DONALD })).value.total).toBe(3);
    expect((await whole.tradeNames(DONALD)).value.name).toBe('Test BV Donald');
  });

  test('is refused with a reason where they were not', async () => {
    await expect(open.kvk.search({ kvkNumber: DONALD })).rejects.toMatchObject({
      kind: 'REFUSED',
      partnerCode: 'NIET_VIA_DATASERVICE',
      partnerMessage: "KVK Dataservice biedt geen zoekfunctie; daarvoor is een sleutel van KVK API's nodig.",
    });
    await expect(open.kvk.tradeNames(DONALD)).rejects.toMatchObject({ partnerCode: 'NIET_VIA_DATASERVICE' });
  });
});

describe('a refusal', () => {
  test('of a number nobody knows is in KvK’s own words, and is remembered', async () => {
    const kept = await openDataservice({ lifetimes: {} });
    try {
      const error = {
        kind: 'REFUSED',
        partnerCode: 'IPD0005',
        partnerMessage: 'Op basis van het KVK-nummer 12345678 kan het product niet worden geleverd.',
      };
      for (let i = 0; i < 2; i += 1) await expect(kept.kvk.company('12345678')).rejects.toMatchObject(error);
      await expect(kept.kvk.establishment('000000000001')).rejects.toMatchObject({ partnerCode: 'IPD0007' });
      expect(kept.fake.calls().total).toBe(2);
    } finally {
      await kept.stop();
    }
  });

  test.each(['X-987', 'IPD0999', '__proto__', 'LATER'])('by a code nobody knows (%s) is opaque', async (code) => {
    open.fake.tell([{ kind: 'error', kvkNumber: '90000001', code, message: 'Dat mag niet.' }]);
    await expect(open.kvk.company('90000001')).rejects.toMatchObject({
      kind: 'REFUSED',
      partnerCode: code,
      partnerMessage: 'Dat mag niet.',
    });
  });

  test('that says "try in 5 minutes" is unavailable, as by REST', async () => {
    open.fake.tell([{ kind: 'error', kvkNumber: '90000001', code: 'IPD1003' }]);
    await expect(open.kvk.company('90000001')).rejects.toMatchObject({ kind: 'UNAVAILABLE', retryAfterMs: 300_000 });
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['a KvK number', () => open.kvk.company('1234567'), 'IPD0004'],
    ['an establishment number', () => open.kvk.establishment('12345678'), 'IPD0006'],
    ['a KvK number of establishments', () => open.kvk.establishments('../..'), 'IPD0004'],
  ])('of %s that cannot be costs no call', async (_what, ask, partnerCode) => {
    const before = open.fake.calls().total;
    await expect(ask()).rejects.toMatchObject({ kind: 'REFUSED', partnerCode });
    expect(open.fake.calls().total).toBe(before);
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
    'ok-with-error': 'UNAVAILABLE',
  };

  /** A client of the same fake that does not wait for long. */
  let hasty: Awaited<ReturnType<typeof openDataservice>>;
  beforeAll(async () => {
    const impatient = { deadlineMs: SHORT_MS, failuresToOpen: 10, halfOpenAfterMs: 1 };
    hasty = await openDataservice({ ...impatient, url: open.fake.url + DATASERVICE_PATH });
  });
  afterAll(() => hasty.stop());

  test.each(FAULT_KINDS)('%s ends within the deadline and 200 ms, and is over when it is lifted', async (kind) => {
    const deadlineMs = deadlineUnder(kind, SHORT_MS);
    const { kvk } = deadlineMs === SHORT_MS ? hasty : open;
    for (const ask of [
      (one: typeof kvk) => one.company(DONALD),
      (one: typeof kvk) => one.establishment('000037178598'),
    ]) {
      await open.fake.fault({ kind });
      let error: PartnerError | null = null;
      const failed = async () => {
        error = await ask(kvk).then(
          () => null,
          (reason: unknown) => reason as PartnerError,
        );
      };
      expect(await quickest(deadlineMs + 200, failed)).toBeLessThan(deadlineMs + 200);
      expect(error).toMatchObject({ name: 'PartnerError', partner: 'KVK' });
      // A connection that breaks halfway may also break before its head was read.
      expect(kind === 'reset' ? ['MALFORMED', 'UNAVAILABLE'] : [KINDS[kind]]).toContain(error!.kind);
      expect(error!.message).not.toMatch(/127\.0\.0\.1|http|:\d{4}/);
      await open.fake.lift();
      await expect(ask(open.kvk)).resolves.toMatchObject({ freshness: 'FRESH' });
    }
  });

  test('a value that was kept is given with its age', async () => {
    const kept = await openDataservice({ lifetimes: { registration: 20 } });
    try {
      const fresh = await kept.kvk.company(DONALD);
      await new Promise((resolve) => setTimeout(resolve, 40));
      await kept.fake.fault({ kind: 'soap-fault' });
      expect(await kept.kvk.company(DONALD)).toEqual({ ...fresh, freshness: 'STALE' });
    } finally {
      await kept.stop();
    }
  });
});

describe('a service of another make', () => {
  let server: Server;
  let answer: (response: ServerResponse) => void;
  let other: Awaited<ReturnType<typeof openDataservice>>;
  let sent = '';
  let asked: IncomingMessage;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      sent = Buffer.concat(parts).toString();
      asked = request;
      answer(response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    other = await openDataservice({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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
  const says = (xml: string, status = 200, type: Record<string, string> = XML) => {
    answer = (response) => void response.writeHead(status, type).end(xml);
    return other.kvk.company(DONALD);
  };
  const soap = (inside: string, header = '') =>
    `<?xml version="1.0" encoding="UTF-8"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wsa="http://www.w3.org/2005/08/addressing">${header}<e:Body>${inside}</e:Body></e:Envelope>`;
  const response = (inside: string) =>
    soap(
      `<ophalenInschrijvingResponse xmlns="${TNS}" xmlns:c="${CAT}" peilmoment="20260310090000000">${inside}</ophalenInschrijvingResponse>`,
    );
  const product = (inside: string, number = DONALD) =>
    response(
      `<meldingen/><product><c:maatschappelijkeActiviteit><c:kvkNummer>${number}</c:kvkNummer>${inside}</c:maatschappelijkeActiviteit></product>`,
    );
  const NAME = '<c:naam>Naam</c:naam>';

  test('is asked as KvK asks it: action, wsa:To, uuid:, anonymous, klantreferentie', async () => {
    await says(product(NAME));
    expect(asked.url).toBe('/');
    expect(asked.headers).toMatchObject({
      soapaction: '"http://es.kvk.nl/ophalenInschrijving"',
      'content-type': 'text/xml; charset=utf-8',
    });
    const message = readMessage(sent);
    const header = (name: string) => textOf(addressingHeader(message, name));
    expect(header('To')).toBe('http://es.kvk.nl/KvK-Dataservice/2015/02');
    expect(header('Action')).toBe('http://es.kvk.nl/ophalenInschrijving');
    expect(header('MessageID')).toMatch(/^uuid:[0-9a-f-]{36}$/);
    expect(header('ReplyTo')).toBe('http://www.w3.org/2005/08/addressing/anonymous');
    const names = Array.from(message.header!.childNodes).map((node) => (node as Element).localName);
    expect(names).toEqual(['Action', 'MessageID', 'To', 'ReplyTo', 'Security']);
    const { content } = message;
    expect([content.localName, content.namespaceURI]).toEqual(['ophalenInschrijvingRequest', TNS]);
    const inside = Array.from(content.childNodes) as Element[];
    expect(inside.map(({ localName, namespaceURI }) => [localName, namespaceURI])).toEqual([
      ['klantreferentie', TNS],
      ['kvkNummer', TNS],
    ]);
    expect(inside[0]!.textContent).toMatch(/^werkgraaf-[0-9a-f-]{36}$/);
    expect(inside[0]!.textContent!.length).toBeLessThanOrEqual(50);
    const [created, expires] = ['Created', 'Expires'].map((name) =>
      Date.parse(new RegExp(`<wsu:${name}>([^<]*)<`).exec(sent)![1]!),
    );
    expect(expires! - created!).toBe(5 * 60_000);
  });

  test('that tells as little as it may is heard all the same', async () => {
    expect((await says(product(NAME))).value).toEqual({
      kvkNumber: DONALD,
      rsin: null,
      name: 'Naam',
      statutoryName: null,
      tradeNames: [],
      legalForm: null,
      extendedLegalForm: null,
      nonMailing: null,
      registeredOn: null,
      startedOn: null,
      endedOn: null,
      headcount: null,
      activities: [],
      websites: [],
      mainEstablishment: null,
      addresses: [],
    });
  });

  test('that leaves elements empty, repeats them, adds others and uses codes nobody knows, is heard', async () => {
    const { value } = await says(
      product(
        `${NAME}<c:naam>Ander</c:naam><c:nonMailing><c:code>?</c:code><c:omschrijving>Misschien</c:omschrijving></c:nonMailing>
        <c:registratie/><c:nieuw><c:deel>1</c:deel></c:nieuw><c:bezoekLocatie/>
        <c:sbiActiviteit><c:sbiCode><c:code>X-9</c:code></c:sbiCode><c:isHoofdactiviteit/></c:sbiActiviteit><c:sbiActiviteit/>
        <c:heeftAlsEigenaar><c:rechtspersoon><c:persoonRechtsvorm>Iets nieuws</c:persoonRechtsvorm></c:rechtspersoon></c:heeftAlsEigenaar>
        <c:wordtGeleidVanuit><c:commercieleVestiging><c:vestigingsnummer>000000000001</c:vestigingsnummer>
          <c:bezoekLocatie><c:afgeschermd><c:code>Z</c:code><c:omschrijving>Zie elders</c:omschrijving></c:afgeschermd>
          <c:adres><c:binnenlandsAdres><c:straatnaam>Geheim</c:straatnaam></c:binnenlandsAdres></c:adres></c:bezoekLocatie>
        </c:commercieleVestiging></c:wordtGeleidVanuit>`,
      ),
    );
    expect(value).toMatchObject({
      name: 'Naam',
      nonMailing: null,
      legalForm: 'Iets nieuws',
      activities: [{ code: 'X-9', main: false, edition: null }],
      addresses: [{ shielded: true, street: null }],
    });
    expect(JSON.stringify(value)).not.toContain('Geheim');
  });

  test('that tells of functionaries and of a BSN is heard without them: in no answer, log, error or kept value', async () => {
    const kept: string[] = [];
    const store: AnswerStore = {
      get: async () => undefined,
      set: (_key, json) => void kept.push(json),
      delete: () => {},
      settled: async () => {},
      close: async () => {},
    };
    const person = `<c:natuurlijkPersoon><c:volledigeNaam>${FUNCTIONARY}</c:volledigeNaam><c:bsn>${FUNCTIONARY_BSN}</c:bsn><c:geslachtsnaam>${FUNCTIONARY}</c:geslachtsnaam><c:woonLocatie><c:volledigAdres>${FUNCTIONARY}straat 1</c:volledigAdres></c:woonLocatie></c:natuurlijkPersoon>`;
    const functionaries = `<c:heeft><c:aansprakelijke><c:functie><c:code>EIG</c:code></c:functie><c:door>${person}</c:door></c:aansprakelijke></c:heeft>`;
    const owner = `<c:heeftAlsEigenaar>${person.replace('<c:volledigeNaam>', '<c:persoonRechtsvorm>Eenmanszaak</c:persoonRechtsvorm><c:volledigeNaam>')}${functionaries}</c:heeftAlsEigenaar>`;
    const { value } = await says(product(`${NAME}${functionaries}${owner}`));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const keeping = await openDataservice({ url, lifetimes: {}, store });
    try {
      expect((await keeping.kvk.company(DONALD)).value).toEqual(value);
    } finally {
      await keeping.stop();
    }
    expect(value).toMatchObject({ name: 'Naam', legalForm: 'Eenmanszaak', rsin: null, addresses: [] });

    const errors: unknown[] = [];
    const spoilt = [
      product(`${functionaries}${owner}`),
      product(`${NAME}${owner}<c:registratie><c:datumAanvang>${FUNCTIONARY_BSN}</c:datumAanvang></c:registratie>`),
      response(
        `<meldingen><fout><code>X1</code><omschrijving>Van ${FUNCTIONARY_BSN} mag dat niet.</omschrijving></fout></meldingen>`,
      ),
      soap(`<e:Fault><faultcode>e:Server</faultcode><faultstring>${FUNCTIONARY_BSN}</faultstring></e:Fault>`),
      soap(`<e:Fault><faultcode>e:Client</faultcode><faultstring>WSA01: ${FUNCTIONARY_BSN}</faultstring></e:Fault>`),
      product(`${NAME}${owner}`).slice(0, -30),
      product(`${NAME}${owner}`, '90001354'),
    ];
    for (const xml of spoilt) await says(xml).catch((error: unknown) => errors.push(error));
    expect(errors).toHaveLength(spoilt.length);
    const words = errors.map((error) => {
      const { message, stack, cause, ...rest } = error as Error;
      return [message, stack, String(cause), JSON.stringify(rest)].join('\n');
    });
    expect(kept.length).toBeGreaterThan(0);
    expect(other.lines.length).toBeGreaterThan(spoilt.length);
    const all = [JSON.stringify(value), ...words, ...other.lines, ...kept].join('\n');
    for (const secret of [FUNCTIONARY_BSN, FUNCTIONARY]) expect(all).not.toContain(secret);
  });

  test('the fake’s own natural person does not come through either', async () => {
    const { value } = await open.kvk.company('69599084');
    expect(JSON.stringify([value, open.lines, open.fake.calls()])).not.toMatch(
      new RegExp(`${FUNCTIONARY}|${FUNCTIONARY_BSN}`),
    );
  });

  test('that warns beside a product is heard', async () => {
    const warned = product(NAME).replace(
      '<meldingen/>',
      '<meldingen><waarschuwing><code>W1</code><omschrijving>Let op.</omschrijving></waarschuwing></meldingen>',
    );
    expect((await says(warned)).value.name).toBe('Naam');
  });

  const fault = (code: string, sentence: string) =>
    soap(`<e:Fault><faultcode>${code}</faultcode><faultstring>${sentence}</faultstring></e:Fault>`);
  test.each<[string, string, number, object]>([
    [
      'WSA01',
      fault('e:Client', 'WSA01: WS-Addressing niet aanwezig of incorrect'),
      500,
      { kind: 'REFUSED', partnerCode: 'WSA01', partnerMessage: null },
    ],
    ['WSA01 as its code', fault('e:WSA01', 'x'), 500, { kind: 'REFUSED', partnerCode: 'WSA01' }],
    [
      'AUTHPSTBS09',
      fault('AUTHPSTBS09', 'De wsa:To en wsa:Action combinatie is niet geldig'),
      500,
      { kind: 'REFUSED', partnerCode: 'AUTHPSTBS09' },
    ],
    ['AUTHPSTBS09 with status 200', fault('e:Server', 'AUTHPSTBS09: x'), 200, { partnerCode: 'AUTHPSTBS09' }],
    ['a Fault of security', fault('wsse:FailedCheck', 'x'), 500, { kind: 'REFUSED', partnerCode: 'FailedCheck' }],
    ['a Fault of the server', fault('e:Server', 'Internal Error'), 500, { kind: 'UNAVAILABLE', partnerCode: 'Server' }],
    [
      'a fout with a product beside it',
      product(NAME).replace(
        '<meldingen/>',
        '<meldingen><fout><code>F1</code><omschrijving>Nee.</omschrijving></fout></meldingen>',
      ),
      200,
      { kind: 'REFUSED', partnerCode: 'F1', partnerMessage: 'Nee.' },
    ],
    [
      'several fouten: the first',
      response('<meldingen><fout><code>F1</code></fout><fout><code>F2</code></fout></meldingen>'),
      200,
      { kind: 'REFUSED', partnerCode: 'F1', partnerMessage: null },
    ],
    [
      'no product, with the reason as information',
      response('<meldingen><informatie><code>I1</code><omschrijving>Niets.</omschrijving></informatie></meldingen>'),
      200,
      { kind: 'REFUSED', partnerCode: 'I1', partnerMessage: 'Niets.' },
    ],
    ['no product and no reason', response('<meldingen/>'), 200, { kind: 'REFUSED', partnerCode: null }],
    ['a product without its number', response('<meldingen/><product/>'), 200, { kind: 'MALFORMED' }],
    ['another company', product(NAME, '90001354'), 200, { kind: 'MALFORMED' }],
    ['no name at all', product(''), 200, { kind: 'MALFORMED' }],
    [
      'an answer to another question',
      product(NAME).replace('<e:Body>', '<e:Header><wsa:RelatesTo>uuid:x</wsa:RelatesTo></e:Header><e:Body>'),
      200,
      { kind: 'MALFORMED' },
    ],
    [
      'another operation’s answer',
      product(NAME).replaceAll('ophalenInschrijvingResponse', 'ophalenVestigingResponse'),
      200,
      { kind: 'MALFORMED' },
    ],
    ['another namespace', product(NAME).replaceAll(TNS, 'urn:x'), 200, { kind: 'MALFORMED' }],
    ['elements where text was agreed', product(`${NAME.replace('Naam', '<c:a>1</c:a>')}`), 200, { kind: 'MALFORMED' }],
    [
      'text where elements were agreed',
      product(`${NAME}<c:heeftAlsEigenaar>Ik</c:heeftAlsEigenaar>`),
      200,
      { kind: 'MALFORMED' },
    ],
    [
      'a date that cannot be',
      product(`${NAME}<c:registratie><c:datumAanvang>20260230</c:datumAanvang></c:registratie>`),
      200,
      { kind: 'MALFORMED' },
    ],
    [
      'a count that is none',
      product(
        `${NAME}<c:manifesteertZichAls><c:onderneming><c:totaalWerkzamePersonen>-1</c:totaalWerkzamePersonen></c:onderneming></c:manifesteertZichAls>`,
      ),
      200,
      { kind: 'MALFORMED' },
    ],
    [
      'an establishment without its number',
      product(`${NAME}<c:wordtGeleidVanuit><c:commercieleVestiging/></c:wordtGeleidVanuit>`),
      200,
      { kind: 'MALFORMED' },
    ],
    ['a good product under status 500', product(NAME), 500, { kind: 'UNAVAILABLE' }],
    ['a bomb', '<!DOCTYPE a [<!ENTITY b "xxxx"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>', 200, { kind: 'MALFORMED' }],
    [
      'an entity from outside',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      500,
      { kind: 'MALFORMED' },
    ],
    ['a hundred thousand levels', '<a>'.repeat(100_000), 200, { kind: 'MALFORMED' }],
    ['a body that is too long', product(`${NAME}<c:x>${'x'.repeat(1_000_001)}</c:x>`), 200, { kind: 'MALFORMED' }],
  ])('%s', async (_what, xml, status, error) => {
    const failed = await says(xml, status).catch((reason: unknown) => reason as Error);
    expect(failed).toMatchObject({ name: 'PartnerError', partner: 'KVK', ...error });
    expect(`${(failed as Error).message} ${String((failed as Error).cause)}`).not.toMatch(/passwd|\bNaam\b/);
  });

  test('50 MB is malformed, and is not read', async () => {
    answer = (response) => void response.writeHead(200, XML).end(Buffer.alloc(50_000_000, ' '));
    const before = process.memoryUsage().arrayBuffers;
    await expect(other.kvk.company(DONALD)).rejects.toMatchObject({ kind: 'MALFORMED' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(120_000_000);
  });

  test.each<[string, Record<string, string>]>([
    ['another charset', { 'content-type': 'text/xml; charset=iso-8859-1' }],
    ['SOAP 1.2', { 'content-type': 'application/soap+xml' }],
    ['MTOM', { 'content-type': 'multipart/related; type="application/xop+xml"' }],
    ['JSON', { 'content-type': 'application/json' }],
    ['no type', {}],
  ])('an answer in %s is malformed', async (_what, type) => {
    await expect(says(product(NAME), 200, type)).rejects.toMatchObject({ kind: 'MALFORMED' });
  });
});
