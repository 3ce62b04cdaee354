import { randomUUID } from 'node:crypto';
import { sealed } from '../soap-envelope.js';
import type { SoapSigning } from '../soap-signature.js';
import { escapeXml } from '../soap-xml.js';

/** Where answers go: back over the connection that the question came over. */
export const ANONYMOUS = 'http://www.w3.org/2005/08/addressing/anonymous';

/** What wsa:To must tell, which is not where we connect: production, and KvK's test environment (PREPROD). */
export const DATASERVICE = 'http://es.kvk.nl/KvK-Dataservice/2015/02';
export const DATASERVICE_PREPROD = 'http://es.kvk.nl/KvK-DataservicePP/2015/02';

export interface DataserviceHeaders {
  to: string;
  action: string;
  /** Default one of its own, `uuid:` before a UUID: KvK refuses `urn:uuid:`. */
  messageId?: string;
  /** Default anonymous. */
  replyTo?: string;
}

/**
 * A question to KvK Dataservice: wsa:Action, MessageID, To and ReplyTo, a wsu:Timestamp of 5 minutes, and with `signing` a
 * signature over these five and the Body, by the certificate that goes along as a BinarySecurityToken.
 * @param body the element in the Body, as XML
 */
export function dataserviceEnvelope(
  body: string,
  headers: DataserviceHeaders,
  now: Date,
  signing?: SoapSigning | null,
): { xml: string; messageId: string } {
  const messageId = headers.messageId ?? `uuid:${randomUUID()}`;
  const xml = sealed(
    body,
    [
      ['Action', escapeXml(headers.action)],
      ['MessageID', escapeXml(messageId)],
      ['To', escapeXml(headers.to)],
      ['ReplyTo', `<wsa:Address>${escapeXml(headers.replyTo ?? ANONYMOUS)}</wsa:Address>`],
    ],
    { now, signing: signing ?? null, signToken: false },
  );
  return { xml, messageId };
}
