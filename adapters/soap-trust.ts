import { X509Certificate } from 'node:crypto';
import type { SoapIncoming } from './soap-message.js';
import { NS, X509 } from './soap-namespaces.js';
import { AlgorithmError, elementsById, signedElements, type SignatureAlgorithm } from './soap-signature.js';
import { children, textOf, XmlError } from './soap-xml.js';

/** Whose signature we take. */
export interface SoapTrust {
  /** PEM, one certificate each: roots and what stands between. A signer's own certificate may stand here too. */
  authorities: readonly string[];
  /** Default SHA-2 only. */
  algorithms?: readonly SignatureAlgorithm[];
  /**
   * Whether the subject of the certificate must bear the OIN of wsa:From as its serialNumber (PKIoverheid). False where a
   * station between signs for others. Default true.
   */
  ownOin?: boolean;
  /** How far another's clock may be off, in milliseconds. Default 60,000. */
  skewMs?: number;
  /** How long a message stands for when it does not say, in milliseconds. Default 5 minutes. */
  lifeMs?: number;
}

/** The names WS-Security 1.0 and WS-Addressing 1.0 have for what is wrong with a message. */
export type SecurityFaultCode =
  | 'wsse:InvalidSecurity'
  | 'wsse:InvalidSecurityToken'
  | 'wsse:SecurityTokenUnavailable'
  | 'wsse:UnsupportedAlgorithm'
  | 'wsse:FailedAuthentication'
  | 'wsse:FailedCheck'
  | 'wsu:MessageExpired'
  | 'wsa:MessageAddressingHeaderRequired'
  | 'wsa:InvalidAddressingHeader'
  | 'wsa:ActionNotSupported'
  | 'wsa:DestinationUnreachable';

export class SecurityFault extends Error {
  override readonly name = 'SecurityFault';
  constructor(
    readonly code: SecurityFaultCode,
    why: string,
  ) {
    super(why);
  }
}

const fail = (code: SecurityFaultCode, why: string): never => {
  throw new SecurityFault(code, why);
};

/** The one wsse:Security in the header. @throws SecurityFault */
function securityOf({ header }: SoapIncoming): Element {
  const [security, ...more] = header ? children(header, NS.wsse, 'Security') : [];
  if (!security || more.length) return fail('wsse:InvalidSecurity', 'not one wsse:Security');
  return security;
}

/**
 * Checks that wsu:Timestamp stands once, was made in the past and has not run out.
 * @throws SecurityFault
 */
export function checkTimestamp(message: SoapIncoming, now: Date, options: Pick<SoapTrust, 'skewMs' | 'lifeMs'> = {}) {
  const { skewMs = 60_000, lifeMs = 5 * 60_000 } = options;
  const [timestamp, ...more] = children(securityOf(message), NS.wsu, 'Timestamp');
  if (!timestamp || more.length) return fail('wsse:InvalidSecurity', 'not one wsu:Timestamp');
  const moment = (name: string): number | null => {
    const text = textOf(children(timestamp, NS.wsu, name)[0]);
    if (text === null) return null;
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(at) ? fail('wsse:InvalidSecurity', `wsu:${name} is no moment`) : at;
  };
  const created = moment('Created') ?? fail('wsse:InvalidSecurity', 'no wsu:Created');
  const expires = Math.min(moment('Expires') ?? Infinity, created + lifeMs);
  if (created > now.getTime() + skewMs) fail('wsse:InvalidSecurity', 'wsu:Created lies ahead');
  if (expires < now.getTime() - skewMs) fail('wsu:MessageExpired', 'the message has run out');
  return timestamp;
}

/**
 * Checks that a message is whole and who it is from: one signature by a certificate of ours to trust, over wsu:Timestamp,
 * over every other header and over the Body. What may be read is then what was signed: it is the very element of the one
 * tree, taken by its place, whatever ids stand elsewhere.
 * @throws SecurityFault
 */
export function verify(message: SoapIncoming, trust: SoapTrust, sender: { oin: string; now: Date }): void {
  const security = securityOf(message);
  const timestamp = checkTimestamp(message, sender.now, trust);
  const [signature, ...more] = Array.from(message.document.getElementsByTagNameNS(NS.ds, 'Signature'));
  if (!signature) return fail('wsse:InvalidSecurity', 'no signature');
  if (more.length || signature.parentNode !== security) return fail('wsse:InvalidSecurity', 'a signature elsewhere');
  const certificate = certificateOf(security, signature);
  checkCertificate(certificate, trust, sender);
  const signed = coverOf(message.document, signature, certificate, trust.algorithms ?? ['rsa-sha256', 'rsa-sha512']);
  const parts = [timestamp, message.body, ...children(message.header!).filter((header) => header !== security)];
  for (const part of parts) if (!signed.has(part)) fail('wsse:FailedCheck', `${part.localName} is not signed`);
}

/** What the signature covers. @throws SecurityFault */
function coverOf(
  document: Document,
  signature: Element,
  certificate: X509Certificate,
  algorithms: readonly SignatureAlgorithm[],
): Set<Element> {
  try {
    const signed = signedElements(signature, elementsById(document), certificate.publicKey, algorithms);
    return signed ?? fail('wsse:FailedCheck', 'the signature does not fit');
  } catch (error) {
    if (error instanceof AlgorithmError) return fail('wsse:UnsupportedAlgorithm', error.message);
    if (error instanceof XmlError) return fail('wsse:InvalidSecurity', error.message);
    throw error;
  }
}

/** The certificate that the signature points at by a direct reference (Digikoppeling WB010). */
function certificateOf(security: Element, signature: Element): X509Certificate {
  const keyInfo = children(signature, NS.ds, 'KeyInfo')[0];
  const reference = keyInfo && children(keyInfo, NS.wsse, 'SecurityTokenReference')[0];
  const uri = reference && children(reference, NS.wsse, 'Reference')[0]?.getAttribute('URI');
  const token = children(security, NS.wsse, 'BinarySecurityToken').find(
    (one) => uri === `#${one.getAttributeNS(NS.wsu, 'Id')}`,
  );
  if (!token) return fail('wsse:SecurityTokenUnavailable', 'no token where the signature points');
  if (token.getAttribute('ValueType') !== X509.value) return fail('wsse:InvalidSecurityToken', 'no X509v3 token');
  try {
    return new X509Certificate(Buffer.from(textOf(token) ?? '', 'base64'));
  } catch {
    return fail('wsse:InvalidSecurityToken', 'a token that is no certificate');
  }
}

/** @throws SecurityFault unless a chain leads to one of the authorities, today, and the subject is who it says it is */
function checkCertificate(certificate: X509Certificate, trust: SoapTrust, sender: { oin: string; now: Date }): void {
  const authorities = trust.authorities.map((pem) => new X509Certificate(pem));
  const current = (one: X509Certificate) =>
    sender.now >= new Date(one.validFrom) && sender.now <= new Date(one.validTo);
  const trusted = (one: X509Certificate, left: number): boolean =>
    current(one) &&
    left > 0 &&
    authorities.some(
      (authority) =>
        authority.raw.equals(one.raw) ||
        (authority.ca &&
          one.checkIssued(authority) &&
          one.verify(authority.publicKey) &&
          (authority.checkIssued(authority) ? current(authority) : trusted(authority, left - 1))),
    );
  if (!trusted(certificate, 5)) fail('wsse:FailedAuthentication', 'a certificate of nobody we know');
  const oin = /^serialNumber=(\d+)$/m.exec(certificate.subject)?.[1];
  if (trust.ownOin !== false && oin !== sender.oin)
    fail('wsse:FailedAuthentication', 'the certificate is of another OIN');
}
