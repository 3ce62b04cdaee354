import { createHash, createPrivateKey, createSign, createVerify, X509Certificate, type KeyObject } from 'node:crypto';
import { ExclusiveCanonicalization } from 'xml-crypto';
import { NS, X509 } from './soap-namespaces.js';
import { children, only, readXml, textOf, XmlError } from './soap-xml.js';

/** By name: the URI of the signature and of its digest (XML Signature), and OpenSSL's word for the hash. */
const ALGORITHMS = {
  'rsa-sha256': [
    'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    'http://www.w3.org/2001/04/xmlenc#sha256',
    'sha256',
  ],
  'rsa-sha512': [
    'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
    'http://www.w3.org/2001/04/xmlenc#sha512',
    'sha512',
  ],
  'rsa-sha1': ['http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'http://www.w3.org/2000/09/xmldsig#sha1', 'sha1'],
} as const;
export type SignatureAlgorithm = keyof typeof ALGORITHMS;

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
/** More than any message has parts. */
const MOST_REFERENCES = 30;

/** With what we sign: PEM. */
export interface SoapSigning {
  certificate: string;
  key: string;
  passphrase?: string;
  /** Of signature and digest alike. The standard asks SHA-2; parts of the field still use SHA-1. Default `rsa-sha256`. */
  algorithm?: SignatureAlgorithm;
}

/** An algorithm that is not allowed here, or that we do not know. */
export class AlgorithmError extends Error {
  override readonly name = 'AlgorithmError';
}

/**
 * Elements by wsu:Id or Id. An id that stands twice lets what is signed be another element than what is read, so then there
 * is nothing. @throws XmlError
 */
export function elementsById(document: Document): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const element of Array.from(document.getElementsByTagName('*')))
    for (const { localName, value } of Array.from(element.attributes)) {
      if (!/^id$/i.test(localName)) continue;
      if (found.has(value)) throw new XmlError('an id stands twice');
      found.set(value, element);
    }
  return found;
}

/** Exclusive XML Canonicalization without comments; of `prefixes` the declarations further up count too. */
function canonical(element: Element, prefixes: readonly string[] = []): string {
  const ancestorNamespaces: { prefix: string; namespaceURI: string }[] = [];
  for (const prefix of prefixes) {
    const namespaceURI = element.lookupNamespaceURI(prefix);
    if (namespaceURI) ancestorNamespaces.push({ prefix, namespaceURI });
  }
  return new ExclusiveCanonicalization().process(element, {
    inclusiveNamespacesPrefixList: [...prefixes],
    ancestorNamespaces,
  });
}

const algorithmOf = (element: Element): string => element.getAttribute('Algorithm') ?? '';

/** Canonicalisation as an element asks for it. @throws AlgorithmError for any but the exclusive one without comments */
function canonicalAs(method: Element, element: Element): string {
  if (algorithmOf(method) !== EXCLUSIVE) throw new AlgorithmError('a canonicalisation that is not allowed');
  const list = children(method, EXCLUSIVE, 'InclusiveNamespaces')[0]?.getAttribute('PrefixList') ?? '';
  return canonical(element, list.split(/\s+/).filter(Boolean));
}

/** The token that a signature points at. */
export function binarySecurityToken(id: string, certificate: string): string {
  const der = new X509Certificate(certificate).raw.toString('base64');
  return `<wsse:BinarySecurityToken wsu:Id="${id}" EncodingType="${X509.encoding}" ValueType="${X509.value}">${der}</wsse:BinarySecurityToken>`;
}

/**
 * `envelope` with a signature over the elements of these ids, put last in wsse:Security (Digikoppeling WUS 2W-be-S).
 * Not by `WSSecurityCert` of `soap`: that finds what to sign by name wherever it stands, and tells the time itself.
 */
export function sign(envelope: string, ids: readonly string[], tokenId: string, signing: SoapSigning): string {
  const [signature, digest, hash] = ALGORITHMS[signing.algorithm ?? 'rsa-sha256'];
  const elements = elementsById(readXml(envelope));
  const references = ids.map((id) => {
    const value = createHash(hash)
      .update(canonical(elements.get(id)!))
      .digest('base64');
    return (
      `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="${EXCLUSIVE}"></ds:Transform></ds:Transforms>` +
      `<ds:DigestMethod Algorithm="${digest}"></ds:DigestMethod><ds:DigestValue>${value}</ds:DigestValue></ds:Reference>`
    );
  });
  // Written in canonical form, so that these very characters are what is signed.
  const signedInfo =
    `<ds:SignedInfo xmlns:ds="${NS.ds}"><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${signature}"></ds:SignatureMethod>${references.join('')}</ds:SignedInfo>`;
  const key = createPrivateKey({ key: signing.key, ...(signing.passphrase && { passphrase: signing.passphrase }) });
  const value = createSign(hash).update(signedInfo).sign(key, 'base64');
  const keyInfo = `<wsse:SecurityTokenReference><wsse:Reference URI="#${tokenId}" ValueType="${X509.value}"/></wsse:SecurityTokenReference>`;
  const xml =
    `<ds:Signature xmlns:ds="${NS.ds}">${signedInfo}<ds:SignatureValue>${value}</ds:SignatureValue>` +
    `<ds:KeyInfo>${keyInfo}</ds:KeyInfo></ds:Signature>`;
  return envelope.replace('</wsse:Security>', () => `${xml}</wsse:Security>`);
}

/**
 * The elements that a signature covers; null when it does not fit them, or is not by this key. Not by `SignedXml` of
 * xml-crypto, which walks the whole message by XPath for each reference: a quarter of a second for an answer of 300 elements.
 * @throws AlgorithmError @throws XmlError
 */
export function signedElements(
  signature: Element,
  elements: ReadonlyMap<string, Element>,
  key: KeyObject,
  allowed: readonly SignatureAlgorithm[],
): Set<Element> | null {
  const signedInfo = only(signature, NS.ds, 'SignedInfo');
  const references = children(signedInfo, NS.ds, 'Reference');
  if (!references.length || references.length > MOST_REFERENCES) throw new XmlError('no references, or too many');
  const method = algorithmOf(only(signedInfo, NS.ds, 'SignatureMethod'));
  const by = allowed.find((name) => ALGORITHMS[name][0] === method);
  if (!by) throw new AlgorithmError('a signature algorithm that is not allowed');
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new AlgorithmError('a key that is too weak');

  const covered = new Set<Element>();
  for (const reference of references) {
    const transform = only(only(reference, NS.ds, 'Transforms'), NS.ds, 'Transform');
    const digest = algorithmOf(only(reference, NS.ds, 'DigestMethod'));
    const hash = allowed.map((name) => ALGORITHMS[name]).find(([, uri]) => uri === digest)?.[2];
    if (!hash) throw new AlgorithmError('a digest that is not allowed');
    const element = elements.get(/^#(.+)$/.exec(reference.getAttribute('URI') ?? '')?.[1] ?? '');
    if (!element) return null;
    const value = createHash(hash).update(canonicalAs(transform, element)).digest('base64');
    if (value !== textOf(only(reference, NS.ds, 'DigestValue'))?.replace(/\s+/g, '')) return null;
    covered.add(element);
  }
  const value = textOf(only(signature, NS.ds, 'SignatureValue')) ?? '';
  const text = canonicalAs(only(signedInfo, NS.ds, 'CanonicalizationMethod'), signedInfo);
  const verifier = createVerify(ALGORITHMS[by][2]).update(text);
  return verifier.verify(key, Buffer.from(value, 'base64')) ? covered : null;
}
