import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { envelope, type SoapHeaders } from '../../adapters/soap-envelope.js';
import { readMessage } from '../../adapters/soap-message.js';
import type { SignatureAlgorithm, SoapSigning } from '../../adapters/soap-signature.js';
import { SecurityFault, verify, type SoapTrust } from '../../adapters/soap-trust.js';
import { startSuwiFake, SUWI_FAKE_OIN } from '../../adapters/suwi/fake.js';
import { canMakeCertificates, certificateAuthority, type Pair } from './soap-certificates.js';

const US = '00000001234567890000';
const SERVICE = 'SuwiBedrijvenregister-v1';
const URN = 'urn:wbs-graph:modelled:SuwiBedrijvenregister:v1';
const ACTION = 'urn:wbs-graph:modelled:SuwiBedrijvenregister-v1/SbrWerkgeverInfo';
const QUESTION = `<s:SbrWerkgeverInfo xmlns:s="${URN}"><InschrijvingsnrKvK>68750110</InschrijvingsnrKvK></s:SbrWerkgeverInfo>`;
const MINUTE = 60_000;

const described = canMakeCertificates ? describe : describe.skip;
if (!canMakeCertificates) test.skip('openssl is not installed: signatures are not tested', () => {});

let authority: ReturnType<typeof certificateAuthority>;
let own: Pair;
let stranger: Pair;
let neighbour: Pair;
let trust: SoapTrust;
let fake: Awaited<ReturnType<typeof startSuwiFake>>;
beforeAll(async () => {
  if (!canMakeCertificates) return;
  authority = certificateAuthority('Test CA');
  own = authority.issue('wij', US);
  neighbour = authority.issue('buren', '00000009999999990000');
  stranger = authority.selfSigned('wij', US);
  trust = { authorities: [authority.certificate] };
  fake = await startSuwiFake({
    port: 0,
    trust,
    askers: [US],
    facts: [{ kvkNumber: '68750110', name: 'Test BV Donald' }],
  });
});
afterAll(async () => {
  await fake?.stop();
  authority?.remove();
});

interface Making {
  headers?: Partial<SoapHeaders>;
  at?: number;
  signing?: Partial<SoapSigning> | null;
  body?: string;
}

/** A message as our client makes it, but for what a forger changes before it is signed. */
function message({ headers = {}, at = 0, signing = {}, body = QUESTION }: Making = {}): string {
  const from = { uri: 'https://werkgraaf.example/suwi', oin: US };
  const to = { uri: `https://broker.example/suwibroker/soap/${SERVICE}`, oin: SUWI_FAKE_OIN };
  const all = { from, to, action: ACTION, ...headers };
  return envelope(body, all, new Date(Date.now() + at), signing && { ...own, ...signing }).xml;
}

async function send(xml: string): Promise<{ status: number; text: string; code: string | null }> {
  const response = await request(`${fake.url}/suwibroker/soap/${SERVICE}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: xml,
  });
  const text = await response.body.text();
  return { status: response.statusCode, text, code: /<faultcode>(.*?)<\/faultcode>/.exec(text)?.[1] ?? null };
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
const EVIL = QUESTION.replace('68750110', '90001354');

described('a question that is whole', () => {
  test.each<[string, Making]>([
    ['signed by SHA-256', {}],
    ['signed by SHA-512', { signing: { algorithm: 'rsa-sha512' } }],
    ['from a clock that is half a minute ahead', { at: MINUTE / 2 }],
    ['four minutes old', { at: -4 * MINUTE }],
  ])('%s is answered', async (_what, making) => {
    const { status, text } = await send(message(making));
    expect([status, text]).toEqual([200, expect.stringContaining('<NaamRechtspersoon>Test BV Donald<')]);
  });

  test('signed by SHA-1 is answered where that is allowed', async () => {
    const old = await startSuwiFake({ port: 0, trust: { ...trust, algorithms: ['rsa-sha1'] } });
    try {
      const response = await request(`${old.url}/suwibroker/soap/${SERVICE}`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body: message({ signing: { algorithm: 'rsa-sha1' } }),
      });
      expect([response.statusCode, await response.body.text()]).toEqual([
        200,
        expect.stringContaining('NietsGevonden'),
      ]);
    } finally {
      await old.stop();
    }
  });
});

/** What a forger does, and the fault that answers it. */
const FORGERIES: [forgery: string, fault: string, forge: () => string][] = [
  ['an altered body', 'wsse:FailedCheck', () => changed(message(), '68750110', '90001354')],
  [
    'an altered header (wsa:MessageID)',
    'wsse:FailedCheck',
    () => changed(message(), 'werkgraaf.example/suwi/', 'a.example/b/'),
  ],
  ['an altered timestamp', 'wsse:FailedCheck', () => changed(message(), /<wsu:Expires>20/, '<wsu:Expires>21')],
  [
    'a header of its own that nobody signed',
    'wsse:FailedCheck',
    () => changed(message(), '<wsse:Security', '<x xmlns="urn:x">1</x><wsse:Security'),
  ],
  ['no timestamp', 'wsse:InvalidSecurity', () => without(message(), /<wsu:Timestamp[\s\S]*<\/wsu:Timestamp>/)],
  ['a timestamp without Created', 'wsse:InvalidSecurity', () => without(message(), /<wsu:Created>.*?<\/wsu:Created>/)],
  [
    'a timestamp that is no moment',
    'wsse:InvalidSecurity',
    () => changed(message(), /<wsu:Created>.*?</, '<wsu:Created>gisteren<'),
  ],
  ['a timestamp that has run out', 'wsu:MessageExpired', () => message({ at: -10 * MINUTE })],
  [
    'a timestamp that runs for a year',
    'wsu:MessageExpired',
    () => changed(message({ at: -10 * MINUTE }), /<wsu:Expires>20/, '<wsu:Expires>21'),
  ],
  ['a timestamp of later today', 'wsse:InvalidSecurity', () => message({ at: 10 * MINUTE })],
  ['the certificate of another party', 'wsse:FailedAuthentication', () => message({ signing: neighbour })],
  [
    'a certificate that a stranger made for our name',
    'wsse:FailedAuthentication',
    () => message({ signing: stranger }),
  ],
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
  [
    'a reference less: the body is not signed',
    'wsse:FailedCheck',
    () => without(message(), /<ds:Reference URI="#Body-[\s\S]*?<\/ds:Reference>/),
  ],
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
  [
    'another’s OIN in wsa:To',
    'wsa:DestinationUnreachable',
    () => message({ headers: { to: { uri: `https://b.example/${SERVICE}`, oin: '0'.repeat(20) } } }),
  ],
  [
    'another service in wsa:To',
    'wsa:DestinationUnreachable',
    () => message({ headers: { to: { uri: 'https://b.example/other', oin: SUWI_FAKE_OIN } } }),
  ],
  [
    'an OIN that may not ask',
    'wsse:FailedAuthentication',
    () => message({ headers: { from: { uri: 'https://x.example', oin: '00000009999999990000' } }, signing: neighbour }),
  ],
  ['no wsa:From', 'wsa:MessageAddressingHeaderRequired', () => without(message(), /<wsa:From[\s\S]*<\/wsa:From>/)],
  [
    'no wsa:MessageID',
    'wsa:MessageAddressingHeaderRequired',
    () => without(message(), /<wsa:MessageID[\s\S]*<\/wsa:MessageID>/),
  ],
  [
    'an OIN of 19 digits',
    'wsa:MessageAddressingHeaderRequired',
    () => changed(message(), `oin=${US}`, `oin=${US.slice(1)}`),
  ],
  ['another wsa:Action', 'wsa:ActionNotSupported', () => message({ headers: { action: `${ACTION}Response` } })],
  [
    'wsa:Action twice',
    'soapenv:Client',
    () => changed(message(), '<wsa:Action', '<wsa:Action>x</wsa:Action><wsa:Action'),
  ],
  ['a body of another service', 'soapenv:Client', () => message({ body: EVIL.replaceAll(URN, 'urn:x') })],
  ['a DTD', 'soapenv:Client', () => `<!DOCTYPE x [<!ENTITY e "x">]>${message()}`],
];

described('a forged question', () => {
  test.each(FORGERIES)('with %s is refused by %s', async (_forgery, code, forge) => {
    const answer = await send(forge());
    expect([answer.status, answer.code]).toEqual([500, code]);
    expect(answer.text).not.toContain('Donald');
  });

  test('is of at least a dozen kinds', () => expect(FORGERIES.length).toBeGreaterThanOrEqual(15));

  test('that came before is refused, however well signed', async () => {
    const xml = message();
    expect((await send(xml)).status).toBe(200);
    expect(await send(xml)).toMatchObject({ status: 500, code: 'wsa:InvalidAddressingHeader' });
  });

  test('cannot use up the MessageID of a true one', async () => {
    const messageId = 'https://werkgraaf.example/suwi/een';
    expect((await send(changed(message({ headers: { messageId } }), '68750110', '90001354'))).code).toBe(
      'wsse:FailedCheck',
    );
    expect((await send(message({ headers: { messageId } }))).status).toBe(200);
  });
});

described('a certificate', () => {
  const check = (xml: string, more: Partial<SoapTrust> = {}, now = new Date()) =>
    verify(readMessage(xml), { ...trust, ...more }, { oin: US, now });

  test('that has run out is not taken', () => {
    const later = 3 * 24 * 60 * MINUTE;
    const soon = new Date(Date.now() + later);
    expect(() => check(message({ at: later }), {}, soon)).toThrow(
      expect.objectContaining({ name: 'SecurityFault', code: 'wsse:FailedAuthentication' }),
    );
  });

  test('of another OIN is taken only where a station signs for others', () => {
    const xml = message({ signing: neighbour });
    expect(() => check(xml)).toThrow(SecurityFault);
    expect(() => check(xml, { ownOin: false })).not.toThrow();
  });

  test('may be trusted by itself', () => {
    expect(() => check(message({ signing: stranger }), { authorities: [stranger.certificate] })).not.toThrow();
    expect(() => check(message(), { authorities: [stranger.certificate] })).toThrow(SecurityFault);
  });

  test('that is no authority cannot vouch for another', () => {
    expect(() => check(message(), { authorities: [neighbour.certificate] })).toThrow(SecurityFault);
  });

  test.each<SignatureAlgorithm>(['rsa-sha1', 'rsa-sha256', 'rsa-sha512'])(
    'signs by %s what it then verifies',
    (algorithm) => {
      expect(() => check(message({ signing: { algorithm } }), { algorithms: [algorithm] })).not.toThrow();
    },
  );
});
