import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { DATASERVICE_PATH } from '../../../adapters/kvk/fake.js';
import { DATASERVICE, dataserviceEnvelope, type DataserviceHeaders } from '../../../adapters/kvk/hr-envelope.js';
import type { SoapSigning } from '../../../adapters/soap-signature.js';
import { canMakeCertificates, certificateAuthority, type Pair } from '../soap-certificates.js';
import { openDataservice } from './open-dataservice.js';

const TNS = 'http://schemas.kvk.nl/schemas/hrip/dataservice/2015/02';
const ACTION = 'http://es.kvk.nl/ophalenInschrijving';
const QUESTION = `<tns:ophalenInschrijvingRequest xmlns:tns="${TNS}"><tns:klantreferentie>x</tns:klantreferentie><tns:kvkNummer>68750110</tns:kvkNummer></tns:ophalenInschrijvingRequest>`;
const EVIL = QUESTION.replace('68750110', '90001354');
const MINUTE = 60_000;

const described = canMakeCertificates ? describe : describe.skip;
if (!canMakeCertificates) test.skip('openssl is not installed: signatures and TLS are not tested', () => {});

let authority: ReturnType<typeof certificateAuthority>;
let own: Pair;
let kvk: Pair;
let stranger: Pair;
let expired: Pair;
let open: Awaited<ReturnType<typeof openDataservice>>;
// Bad answers open the breaker, which lets a probe through a millisecond later: the next test may be sooner than that.
beforeEach(() => new Promise((done) => setTimeout(done, 10)));
beforeAll(async () => {
  if (!canMakeCertificates) return;
  authority = certificateAuthority('Test CA');
  own = authority.issue('werkgraaf', '00000001234567890000');
  kvk = authority.issue('kvk', '00000001234567891111');
  stranger = authority.selfSigned('werkgraaf', '00000001234567890000');
  expired = authority.issue('werkgraaf', '00000001234567890000', -1);
  open = await openDataservice(
    { signing: own },
    {
      dataservice: { trust: { authorities: [authority.certificate] }, signing: kvk },
      tls: { port: 0, certificate: kvk.certificate, key: kvk.key, clientAuthorities: [authority.certificate] },
    },
  );
});
afterAll(async () => {
  await open?.stop();
  authority?.remove();
});

interface Making {
  headers?: Partial<DataserviceHeaders>;
  at?: number;
  signing?: Partial<SoapSigning> | null;
  body?: string;
}

/** A message as our client makes it, but for what a forger changes before it is signed. */
const message = ({ headers = {}, at = 0, signing = {}, body = QUESTION }: Making = {}): string =>
  dataserviceEnvelope(
    body,
    { to: DATASERVICE, action: ACTION, ...headers },
    new Date(Date.now() + at),
    signing && { ...own, ...signing },
  ).xml;

async function send(xml: string, soapAction = ACTION, type = 'text/xml; charset=utf-8') {
  const response = await request(open.fake.url + DATASERVICE_PATH, {
    method: 'POST',
    headers: { 'content-type': type, soapaction: `"${soapAction}"` },
    body: xml,
  });
  const text = await response.body.text();
  const code = /<faultcode>(.*?)<\/faultcode>/.exec(text)?.[1] ?? null;
  const own = /<faultstring>([A-Z]+\d+):/.exec(text)?.[1];
  return { status: response.statusCode, text, code: own ?? code };
}

const without = (xml: string, part: RegExp): string => {
  const left = xml.replace(part, '');
  expect(left).not.toBe(xml);
  return left;
};
const changed = (xml: string, from: string | RegExp, to: string): string => {
  const other = xml.replace(from, to);
  expect(other).not.toBe(xml);
  return other;
};
const bodyOf = (xml: string): string => /<soapenv:Body[\s\S]*<\/soapenv:Body>/.exec(xml)![0];

described('a question that is whole', () => {
  test.each<[string, Making]>([
    ['signed by SHA-256', {}],
    ['from a clock that is half a minute ahead', { at: MINUTE / 2 }],
    ['four minutes old', { at: -4 * MINUTE }],
    ['for the test environment', { headers: { to: 'http://es.kvk.nl/KvK-DataservicePP/2015/02' } }],
  ])('%s is answered', async (_what, making) => {
    const { status, text } = await send(message(making));
    expect([status, text]).toEqual([200, expect.stringContaining('<cat:naam>Test BV Donald<')]);
  });

  test('signs six parts and no other', () => {
    const references = [...message().matchAll(/<ds:Reference URI="#([A-Za-z0-9]+)-/g)].map(([, name]) => name);
    expect(references.sort()).toEqual(['Action', 'Body', 'MessageID', 'ReplyTo', 'Timestamp', 'To']);
  });

  test('names its algorithms and its certificate as KvK asks', () => {
    const xml = message();
    expect(xml).toContain('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256');
    expect(xml).toContain('http://www.w3.org/2001/04/xmlenc#sha256');
    expect(xml).toContain('http://www.w3.org/2001/10/xml-exc-c14n#');
    const id = /<wsse:BinarySecurityToken wsu:Id="([^"]*)"/.exec(xml)![1];
    expect(xml).toContain(`<wsse:Reference URI="#${id}"`);
  });
});

/** What a forger does, and the fault that answers it. */
const FORGERIES: [forgery: string, fault: string, forge: () => string][] = [
  ['an altered body', 'wsse:FailedCheck', () => changed(message(), '68750110', '90001354')],
  ['an altered wsa:MessageID', 'wsse:FailedCheck', () => changed(message(), /uuid:.{8}/, 'uuid:00000000')],
  ['an altered wsa:To', 'wsse:FailedCheck', () => changed(message(), 'KvK-Dataservice/', 'KvK-DataservicePP/')],
  ['an altered timestamp', 'wsse:FailedCheck', () => changed(message(), /<wsu:Expires>20/, '<wsu:Expires>21')],
  [
    'a header of its own that nobody signed',
    'wsse:FailedCheck',
    () => changed(message(), '<wsse:Security', '<x xmlns="urn:x">1</x><wsse:Security'),
  ],
  ['no timestamp', 'wsse:InvalidSecurity', () => without(message(), /<wsu:Timestamp[\s\S]*<\/wsu:Timestamp>/)],
  ['a timestamp that has run out', 'wsu:MessageExpired', () => message({ at: -10 * MINUTE })],
  [
    'a timestamp that runs for a year',
    'wsu:MessageExpired',
    () => changed(message({ at: -10 * MINUTE }), /<wsu:Expires>20/, '<wsu:Expires>21'),
  ],
  ['a timestamp of later today', 'wsse:InvalidSecurity', () => message({ at: 10 * MINUTE })],
  ['a certificate that a stranger made', 'wsse:FailedAuthentication', () => message({ signing: stranger })],
  ['a certificate that has run out', 'wsse:FailedAuthentication', () => message({ signing: expired })],
  ['our certificate with a stranger’s key', 'wsse:FailedCheck', () => message({ signing: { key: stranger.key } })],
  [
    'no certificate',
    'wsse:SecurityTokenUnavailable',
    () => without(message(), /<wsse:BinarySecurityToken[\s\S]*<\/wsse:BinarySecurityToken>/),
  ],
  [
    'a token that is no certificate',
    'wsse:InvalidSecurityToken',
    () => changed(message(), /(<wsse:BinarySecurityToken[^>]*>)[^<]*/, '$1AAAA'),
  ],
  ['no signature', 'wsse:InvalidSecurity', () => message({ signing: null })],
  ['no wsse:Security', 'wsse:InvalidSecurity', () => without(message(), /<wsse:Security[\s\S]*<\/wsse:Security>/)],
  [
    'a signature of another message',
    'wsse:FailedCheck',
    () => changed(message(), /<ds:SignatureValue>.*?</, /<ds:SignatureValue>.*?</.exec(message())![0]),
  ],
  [
    'signature wrapping: the signed body put away in a header',
    'wsse:FailedCheck',
    () => {
      const xml = message();
      const signed = bodyOf(xml);
      const other = `<soapenv:Body wsu:Id="other">${EVIL}</soapenv:Body>`;
      return xml.replace(signed, other).replace('</soapenv:Header>', `<x xmlns="urn:x">${signed}</x></soapenv:Header>`);
    },
  ],
  [
    'signature wrapping: a second body before the signed one',
    'soapenv:Client',
    () => changed(message(), '<soapenv:Body', `<soapenv:Body>${EVIL}</soapenv:Body><soapenv:Body`),
  ],
  [
    'a duplicate id',
    'wsse:InvalidSecurity',
    () => {
      const xml = message();
      const id = /<soapenv:Body wsu:Id="([^"]*)"/.exec(xml)![1]!;
      return changed(xml, '<wsse:Security', `<x xmlns="urn:x" Id="${id}">1</x><wsse:Security`);
    },
  ],
  ['a wrong digest', 'wsse:FailedCheck', () => changed(message(), /<ds:DigestValue>.{4}/, '<ds:DigestValue>AAAA')],
  ...['Body', 'Timestamp', 'Action', 'MessageID', 'To', 'ReplyTo'].map((part): [string, string, () => string] => [
    `a reference less: wsa/soap:${part} is not signed`,
    'wsse:FailedCheck',
    () => without(message(), new RegExp(`<ds:Reference URI="#${part}-[\\s\\S]*?</ds:Reference>`)),
  ]),
  ['SHA-1 where it is not allowed', 'wsse:UnsupportedAlgorithm', () => message({ signing: { algorithm: 'rsa-sha1' } })],
  [
    'a transform that is not allowed',
    'wsse:UnsupportedAlgorithm',
    () =>
      changed(
        message(),
        /<ds:Transform Algorithm="[^"]*"/,
        '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"',
      ),
  ],
  ['no wsa:MessageID', 'WSA01', () => without(message(), /<wsa:MessageID[\s\S]*<\/wsa:MessageID>/)],
  ['no wsa:To', 'WSA01', () => without(message(), /<wsa:To [\s\S]*<\/wsa:To>/)],
  ['no wsa:Action', 'WSA01', () => without(message(), /<wsa:Action[\s\S]*<\/wsa:Action>/)],
  ['no wsa:ReplyTo', 'WSA01', () => without(message(), /<wsa:ReplyTo[\s\S]*<\/wsa:ReplyTo>/)],
  ['an answer sent elsewhere', 'WSA01', () => message({ headers: { replyTo: 'https://evil.example/' } })],
  [
    'a MessageID with urn:',
    'WSA01',
    () => message({ headers: { messageId: 'urn:uuid:11111111-2222-4333-8444-555555555555' } }),
  ],
  ['wsa:Action twice', 'WSA01', () => changed(message(), '<wsa:Action', '<wsa:Action>x</wsa:Action><wsa:Action')],
  ['where we connect as wsa:To', 'AUTHPSTBS09', () => message({ headers: { to: 'https://dataservice.kvk.nl' } })],
  ['an action that is none', 'AUTHPSTBS09', () => message({ headers: { action: 'http://es.kvk.nl/ophalenAlles' } })],
  [
    'the action of another operation',
    'AUTHPSTBS09',
    () => message({ headers: { action: 'http://es.kvk.nl/ophalenVestiging' } }),
  ],
  ['a body of another service', 'soapenv:Client', () => message({ body: EVIL.replaceAll(TNS, 'urn:x') })],
  [
    'a body that is not qualified',
    'soapenv:Client',
    () => message({ body: QUESTION.replace(/tns:(klant|kvk)/g, '$1').replace(/\/tns:(klant|kvk)/g, '/$1') }),
  ],
  [
    'a klantreferentie of 51 characters',
    'soapenv:Client',
    () => message({ body: QUESTION.replace('>x<', `>${'x'.repeat(51)}<`) }),
  ],
  ['a DTD', 'soapenv:Client', () => `<!DOCTYPE x [<!ENTITY e "x">]>${message()}`],
];

described('a forged question', () => {
  test.each(FORGERIES)('with %s is refused by %s', async (_forgery, code, forge) => {
    const answer = await send(forge());
    expect([answer.status, answer.code]).toEqual([500, code]);
    expect(answer.text).not.toMatch(/Donald|Joyflex/);
  });

  test('is of at least a dozen kinds', () => expect(FORGERIES.length).toBeGreaterThanOrEqual(12));

  test('under the SOAPAction of another operation is refused', async () => {
    expect(await send(message(), 'http://es.kvk.nl/ophalenVestiging')).toMatchObject({
      status: 500,
      code: 'AUTHPSTBS09',
    });
  });

  test('that came before is refused, however well signed', async () => {
    const xml = message();
    expect((await send(xml)).status).toBe(200);
    expect(await send(xml)).toMatchObject({ status: 500, code: 'wsa:InvalidAddressingHeader' });
  });

  test('of another type or method is refused', async () => {
    expect((await send(message(), ACTION, 'application/soap+xml')).status).toBe(415);
    expect((await request(open.fake.url + DATASERVICE_PATH)).statusCode).toBe(405);
  });
});

described('our client', () => {
  const outcome = async (client: Parameters<typeof openDataservice>[0]) => {
    const other = await openDataservice({ url: open.fake.url + DATASERVICE_PATH, ...client });
    try {
      return await other.kvk.company('68750110').then(
        ({ value }) => value.name,
        (error: { kind: string; partnerCode: string | null }) => [error.kind, error.partnerCode],
      );
    } finally {
      await other.stop();
    }
  };

  test('signs what it asks', async () => {
    expect((await open.kvk.company('68750110')).value.name).toBe('Test BV Donald');
    expect((await open.kvk.establishment('000037178598')).value.kvkNumber).toBe('68750110');
  });

  test('is refused by KvK’s fault when its certificate is nobody’s, or it signs not at all', async () => {
    expect(await outcome({ signing: stranger })).toEqual(['REFUSED', 'FailedAuthentication']);
    expect(await outcome({ signing: null })).toEqual(['REFUSED', 'InvalidSecurity']);
    expect(await outcome({ signing: own, to: 'https://dataservice.kvk.nl' })).toEqual(['REFUSED', 'AUTHPSTBS09']);
  });

  test('checks the answer’s signature where it is told whose it must be', async () => {
    expect(await outcome({ signing: own, trust: { authorities: [authority.certificate] } })).toBe('Test BV Donald');
    expect(await outcome({ signing: own, trust: { authorities: [stranger.certificate] } })).toEqual([
      'MALFORMED',
      null,
    ]);
  });

  test.each<[string, () => { ca?: string; cert?: string; key?: string }, unknown]>([
    [
      'let in with our certificate',
      () => ({ ca: authority.certificate, cert: own.certificate, key: own.key }),
      'Test BV Donald',
    ],
    ['given nothing without one', () => ({ ca: authority.certificate }), ['UNAVAILABLE', null]],
    [
      'given nothing with a stranger’s',
      () => ({ ca: authority.certificate, cert: stranger.certificate, key: stranger.key }),
      ['UNAVAILABLE', null],
    ],
    ['silent to a server it does not know', () => ({ cert: own.certificate, key: own.key }), ['UNAVAILABLE', null]],
  ])('over two-way TLS is %s', async (_rule, tls, expected) => {
    const url = open.fake.tlsUrl! + DATASERVICE_PATH;
    expect(await outcome({ url, signing: own, connectMs: 5_000, tls: tls() })).toEqual(expected);
  });
});
