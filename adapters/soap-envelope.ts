import { randomUUID } from 'node:crypto';
import { NS } from './soap-namespaces.js';
import { binarySecurityToken, sign, type SoapSigning } from './soap-signature.js';
import { escapeXml } from './soap-xml.js';

/** Who sends or receives: the address of the service without a query, and the (sub-)OIN of 20 digits behind it. */
export interface SuwiMlParty {
  uri: string;
  oin: string;
}

export interface SoapHeaders {
  /** Default one of its own below the sender's address. */
  messageId?: string;
  from: SuwiMlParty;
  to: SuwiMlParty;
  action: string;
  /** The MessageID of the question; answers only. */
  relatesTo?: string;
}

/** Time that a message stands for: 5 minutes, as Digikoppeling has it. */
export const MESSAGE_LIFE_MS = 5 * 60_000;

export const partyUri = ({ uri, oin }: SuwiMlParty): string => `${uri}?oin=${oin}`;

/** `https://somewhere/service?oin=<20 digits>` in its two parts; null for anything else. */
export function readParty(uri: string | null): SuwiMlParty | null {
  const found = /^([a-z][a-z0-9+.-]*:[^\s?#]+)\?oin=(\d{20})$/i.exec(uri ?? '');
  return found ? { uri: found[1]!, oin: found[2]! } : null;
}

/** A header of WS-Addressing: its name, and what stands in it as XML. */
export type AddressingHeader = readonly [name: string, content: string];

/** What stands in a message beside its Body. */
export interface Sealing {
  now: Date;
  /** Null or absent: unsigned. */
  signing?: SoapSigning | null;
  /** Whether the certificate's token is signed along. */
  signToken: boolean;
}

/**
 * A SOAP 1.1 message with these addressing headers and a wsu:Timestamp, and with `signing` a signature over each of them and
 * the Body.
 * @param body the element in the Body, as XML
 */
export function sealed(
  body: string,
  addressing: readonly AddressingHeader[],
  { now, signing, signToken }: Sealing,
): string {
  // One suffix a message: an id that stands in two messages could be pasted from one into the other.
  const suffix = randomUUID();
  const id = (name: string) => `${name}-${suffix}`;
  const header = addressing.map(([name, content]) => `<wsa:${name} wsu:Id="${id(name)}">${content}</wsa:${name}>`);
  const timestamp =
    `<wsu:Timestamp wsu:Id="${id('Timestamp')}"><wsu:Created>${now.toISOString()}</wsu:Created>` +
    `<wsu:Expires>${new Date(now.getTime() + MESSAGE_LIFE_MS).toISOString()}</wsu:Expires></wsu:Timestamp>`;
  const token = signing ? binarySecurityToken(id('X509'), signing.certificate) : '';
  const xml =
    `<soapenv:Envelope xmlns:soapenv="${NS.soapenv}" xmlns:wsa="${NS.wsa}" xmlns:wsu="${NS.wsu}" xmlns:wsse="${NS.wsse}">` +
    `<soapenv:Header>${header.join('')}<wsse:Security soapenv:mustUnderstand="1">${timestamp}${token}</wsse:Security></soapenv:Header>` +
    `<soapenv:Body wsu:Id="${id('Body')}">${body}</soapenv:Body></soapenv:Envelope>`;
  const signed = [...addressing.map(([name]) => name), 'Timestamp', ...(signToken ? ['X509'] : []), 'Body'].map(id);
  return signing ? sign(xml, signed, id('X509'), signing) : xml;
}

/**
 * A SOAP 1.1 message by SuwiML Transactiestandaard 4.0: wsa:MessageID, From, To, Action (and RelatesTo), wsu:Timestamp, and
 * with `signing` a signature over each of them and the Body. Its token is signed too, though the standard does not ask it.
 * @param body the element in the Body, as XML
 */
export function envelope(
  body: string,
  headers: SoapHeaders,
  now: Date,
  signing?: SoapSigning | null,
): { xml: string; messageId: string } {
  const { from, to, action, relatesTo } = headers;
  const messageId = headers.messageId ?? `${from.uri}/${randomUUID()}`;
  const addressing: AddressingHeader[] = [
    ['MessageID', escapeXml(messageId)],
    ...(relatesTo === undefined ? [] : [['RelatesTo', escapeXml(relatesTo)] as const]),
    ['From', `<wsa:Address>${escapeXml(partyUri(from))}</wsa:Address>`],
    ['To', escapeXml(partyUri(to))],
    ['Action', escapeXml(action)],
  ];
  return { xml: sealed(body, addressing, { now, signing: signing ?? null, signToken: true }), messageId };
}
