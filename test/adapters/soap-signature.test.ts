import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignedXml } from 'xml-crypto';
import { envelope } from '../../adapters/soap-envelope.js';
import { readMessage } from '../../adapters/soap-message.js';
import { NS, X509 } from '../../adapters/soap-namespaces.js';
import { verify, type SoapTrust } from '../../adapters/soap-trust.js';
import { canMakeCertificates, certificateAuthority, type Pair } from './soap-certificates.js';
import { quickest } from '../quickest.js';

const OIN = '00000001234567890000';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const described = canMakeCertificates ? describe : describe.skip;
if (!canMakeCertificates) test.skip('openssl is not installed: signatures are not tested', () => {});

let authority: ReturnType<typeof certificateAuthority>;
let own: Pair;
let trust: SoapTrust;
beforeAll(() => {
  if (!canMakeCertificates) return;
  authority = certificateAuthority('Test CA');
  own = authority.issue('wij', OIN);
  trust = { authorities: [authority.certificate] };
});
afterAll(() => authority?.remove());

/** Text in which two canonicalisations could differ: namespaces, attributes out of order, CDATA, references, a comment. */
const BODY =
  '<s:Vraag xmlns:s="urn:x" xmlns:ongebruikt="urn:y" b="2" a="1"><Naam>Jansen &amp; Zoon &lt;Súd&#x2D;West&gt; "x"</Naam>' +
  '<Leeg/><t:Kind xmlns:t="urn:z" t:c="&quot;&#9;"><![CDATA[a < b & c]]><!-- niets --></t:Kind>\n</s:Vraag>';
const party = { uri: 'https://a.example/x', oin: OIN };
const make = (signing: Pair | null) =>
  envelope(BODY, { from: party, to: party, action: 'urn:a' }, new Date(), signing).xml;
const check = (xml: string) => verify(readMessage(xml), trust, { oin: OIN, now: new Date() });

described('a signature of ours', () => {
  test('holds in the eyes of xml-crypto too, over eight parts', () => {
    const xml = make(own);
    const { document } = readMessage(xml);
    const signed = new SignedXml({ idMode: 'wssecurity', publicCert: own.certificate, getCertFromKeyInfo: () => null });
    signed.loadSignature(document.getElementsByTagNameNS(NS.ds, 'Signature')[0]!);
    expect(signed.checkSignature(xml)).toBe(true);
    expect(signed.getSignedReferences()).toHaveLength(7);
    expect(signed.getSignedReferences().join('')).toContain('<Naam>Jansen &amp; Zoon');
  });

  test('comes from a key with a passphrase too', async () => {
    const { createPrivateKey } = await import('node:crypto');
    const key = createPrivateKey(own.key).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'p',
    });
    const { xml } = envelope(BODY, { from: party, to: party, action: 'urn:a' }, new Date(), {
      certificate: own.certificate,
      key: String(key),
      passphrase: 'p',
    });
    expect(() => check(xml)).not.toThrow();
  });

  test('never repeats an id, nor a MessageID', () => {
    const ids = [make(own), make(own)].flatMap((xml) => [...xml.matchAll(/wsu:Id="([^"]*)"/g)].map(([, id]) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const messageId = () => envelope(BODY, { from: party, to: party, action: 'urn:a' }, new Date()).messageId;
    expect(messageId()).not.toBe(messageId());
  });
});

described('a signature by xml-crypto', () => {
  const signedBy = (prefixes: string[]) => {
    const token = `<wsse:BinarySecurityToken wsu:Id="tok" EncodingType="${X509.encoding}" ValueType="${X509.value}">${own.certificate.replace(/-----.*-----|\s/g, '')}</wsse:BinarySecurityToken>`;
    const xml = make(null).replace('</wsse:Security>', `${token}</wsse:Security>`);
    const signer = new SignedXml({
      idMode: 'wssecurity',
      privateKey: own.key,
      signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      canonicalizationAlgorithm: EXCLUSIVE,
      inclusiveNamespacesPrefixList: prefixes,
      getKeyInfoContent: () =>
        `<wsse:SecurityTokenReference><wsse:Reference URI="#tok"/></wsse:SecurityTokenReference>`,
    });
    for (const [, id] of xml.matchAll(/wsu:Id="([^"]*)"/g))
      signer.addReference({
        xpath: `//*[@*[local-name(.)='Id']='${id}']`,
        transforms: [EXCLUSIVE],
        digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
        inclusiveNamespacesPrefixList: prefixes,
      });
    signer.computeSignature(xml, {
      prefix: 'ds',
      existingPrefixes: { wsse: NS.wsse },
      location: { reference: "//*[local-name(.)='Security']", action: 'append' },
    });
    return signer.getSignedXml();
  };

  test('holds in our eyes', () => expect(() => check(signedBy([]))).not.toThrow());

  test('holds with inclusive prefixes, as WSS4J writes them', () => {
    const xml = signedBy(['soapenv', 'wsa', 'wsu']);
    expect(xml).toContain('PrefixList="soapenv wsa wsu"');
    expect(() => check(xml)).not.toThrow();
    expect(() => check(xml.replace('Jansen', 'Pietersen'))).toThrow(
      expect.objectContaining({ code: 'wsse:FailedCheck' }),
    );
  });
});

described('an answer that is hostile costs no more than a second and a half to check', () => {
  test.each<[string, (xml: string) => string]>([
    [
      'for it holds as many elements as we take',
      (xml) => xml.replace('<s:Vraag', () => `${'<b/>'.repeat(19_000)}<s:Vraag`),
    ],
    [
      'for it holds thousands of references',
      (xml) => xml.replace('<ds:Reference', () => `${'<ds:Reference URI="#x"/>'.repeat(15_000)}<ds:Reference`),
    ],
    [
      'for it holds a certificate of a megabyte',
      (xml) => xml.replace(/X509v3">/, () => `X509v3">${'A'.repeat(1_000_000)}`),
    ],
  ])('%s', async (_why, spoil) => {
    const xml = make(own);
    const spoilt = spoil(xml);
    expect(spoilt.length).toBeGreaterThan(xml.length + 70_000);
    const refuse = async () => expect(() => check(spoilt)).toThrow();
    expect(await quickest(1_500, refuse)).toBeLessThan(1_500);
  });
});
