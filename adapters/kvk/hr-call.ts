import { randomUUID } from 'node:crypto';
import type { Clock } from '../../runtime/clock.js';
import type { PartnerAnswer, PartnerHttp } from '../http.js';
import { PartnerError } from '../partner-error.js';
import { addressingHeader, readMessage } from '../soap-message.js';
import { NS } from '../soap-namespaces.js';
import type { SoapSigning } from '../soap-signature.js';
import { verify, type SoapTrust } from '../soap-trust.js';
import type { SoapOperation, SoapWsdl } from '../soap-wsdl.js';
import { whyUnreadable } from '../soap-unreadable.js';
import { textOf, valueOf, type XmlValue } from '../soap-xml.js';
import { statusError } from '../status-error.js';
import { dataserviceFault } from './hr-errors.js';
import { dataserviceEnvelope } from './hr-envelope.js';
import { ATTRIBUTES } from './hr-wire.js';

export interface DataserviceManners {
  /** What wsa:To tells; see hr-envelope.ts. */
  to: string;
  /** Null or absent: unsigned, for development only. */
  signing?: SoapSigning | null;
  /**
   * Whose signature an answer must bear. Null or absent: not checked, for KvK does not hand out the certificate that it
   * signs with; two-way TLS tells whose answer it is.
   */
  trust?: SoapTrust | null;
  /** Time that messages bear: the real one, for KvK's clock runs on. */
  clock: Clock;
}

/** Pages of an error in front of the service come in these; read only to tell them from an answer. */
const ALSO = ['text/html', 'text/plain', 'application/json'];

const malformed = (why: string) => new PartnerError('KVK', 'MALFORMED', { cause: new Error(why) });

/** One question to KvK Dataservice; `map` is given what stands in the answer's element, by exact name. */
export type DataserviceCall = <T>(
  operation: string,
  question: Record<string, string>,
  signal: AbortSignal,
  map: (answer: XmlValue) => T,
) => Promise<T>;

/** @param path of the service below the base of `http` */
export function dataserviceCall(
  http: PartnerHttp,
  path: string,
  wsdl: SoapWsdl,
  { to, signing, trust, clock }: DataserviceManners,
): DataserviceCall {
  function open({ status, headers, text }: PartnerAnswer, operation: SoapOperation, asked: string): Element {
    if (!String(headers['content-type']).toLowerCase().startsWith('text/xml'))
      throw statusError('KVK', status, headers) ?? malformed('no XML');
    const message = readMessage(text);
    const { content } = message;
    if (content.localName === 'Fault' && content.namespaceURI === NS.soapenv) throw dataserviceFault(content);
    if (status !== 200) throw statusError('KVK', status, headers) ?? malformed(`HTTP ${status} without a Fault`);
    const relatesTo = textOf(addressingHeader(message, 'RelatesTo'));
    if (relatesTo !== null && relatesTo !== asked) throw malformed('an answer to another question');
    if (trust) verify(message, { ...trust, ownOin: false }, { oin: '', now: clock.now() });
    if (content.localName !== operation.output.element || content.namespaceURI !== wsdl.namespace)
      throw malformed('another element');
    return content;
  }

  return (name, question, signal, map) => {
    const operation = wsdl.operations.get(name);
    if (!operation) throw new RangeError(`KvK Dataservice has no ${name}`);
    // Ours, for KvK's bill; at most 50 characters, and about nobody.
    const klantreferentie = `werkgraaf-${randomUUID()}`;
    const body = wsdl.write(operation.input.element, { klantreferentie, ...question });
    const { xml, messageId } = dataserviceEnvelope(body, { to, action: operation.input.action }, clock.now(), signing);
    return http.call({
      service: name,
      method: 'POST',
      path,
      headers: {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: `"${operation.input.action}"`,
        accept: 'text/xml',
      },
      body: `<?xml version="1.0" encoding="UTF-8"?>${xml}`,
      accept: ['text/xml', ...ALSO],
      readAlso: [500],
      signal,
      read(answer) {
        try {
          return map(valueOf(open(answer, operation, messageId), ATTRIBUTES));
        } catch (error) {
          if (error instanceof PartnerError) throw error;
          throw malformed(whyUnreadable(error));
        }
      },
    });
  };
}
