import { createPrivateKey, X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { NS, X509 } from './soap-namespaces.js';

export const SIGNATURE_ALGORITHMS = {
  'rsa-sha256': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'rsa-sha512': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'rsa-sha1': 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
} as const;
export type SignatureAlgorithm = keyof typeof SIGNATURE_ALGORITHMS;

export const DIGESTS: Record<SignatureAlgorithm, string> = {
  'rsa-sha256': 'http://www.w3.org/2001/04/xmlenc#sha256',
  'rsa-sha512': 'http://www.w3.org/2001/04/xmlenc#sha512',
  'rsa-sha1': 'http://www.w3.org/2000/09/xmldsig#sha1',
};
export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** With what we sign: PEM. */
export interface SoapSigning {
  certificate: string;
  key: string;
  passphrase?: string;
  /** Of signature and digest alike. The standard asks SHA-2; parts of the field still use SHA-1. Default `rsa-sha256`. */
  algorithm?: SignatureAlgorithm;
}

/** The token that a signature points at. */
export function binarySecurityToken(id: string, certificate: string): string {
  const der = new X509Certificate(certificate).raw.toString('base64');
  return `<wsse:BinarySecurityToken wsu:Id="${id}" EncodingType="${X509.encoding}" ValueType="${X509.value}">${der}</wsse:BinarySecurityToken>`;
}

/**
 * `envelope` with a signature over the elements of these wsu:Ids, put last in wsse:Security (Digikoppeling WUS 2W-be-S).
 * Not by `WSSecurityCert` of `soap`: that finds what to sign by name wherever it stands, and tells the time itself.
 */
export function sign(envelope: string, ids: readonly string[], tokenId: string, signing: SoapSigning): string {
  const algorithm = signing.algorithm ?? 'rsa-sha256';
  const signer = new SignedXml({
    idMode: 'wssecurity',
    privateKey: createPrivateKey({ key: signing.key, ...(signing.passphrase && { passphrase: signing.passphrase }) }),
    signatureAlgorithm: SIGNATURE_ALGORITHMS[algorithm],
    canonicalizationAlgorithm: EXCLUSIVE,
    getKeyInfoContent: () =>
      `<wsse:SecurityTokenReference xmlns:wsse="${NS.wsse}"><wsse:Reference URI="#${tokenId}" ValueType="${X509.value}"/></wsse:SecurityTokenReference>`,
  });
  for (const id of ids)
    signer.addReference({
      xpath: `//*[@*[local-name(.)='Id' and namespace-uri(.)='${NS.wsu}']='${id}']`,
      transforms: [EXCLUSIVE],
      digestAlgorithm: DIGESTS[algorithm],
    });
  signer.computeSignature(envelope, {
    prefix: 'ds',
    location: { reference: `//*[local-name(.)='Security' and namespace-uri(.)='${NS.wsse}']`, action: 'append' },
  });
  return signer.getSignedXml();
}
