import type { FakeAnswer } from '../fake-faults.js';
import type { FakeRequest } from '../fakes.js';
import { sealed, type AddressingHeader } from '../soap-envelope.js';
import { bareEnvelope, replayGuard, soapFault, xmlAnswer } from '../soap-fake.js';
import { addressingHeader, readMessage, type SoapIncoming } from '../soap-message.js';
import { NS } from '../soap-namespaces.js';
import type { SoapSigning } from '../soap-signature.js';
import { checkTimestamp, SecurityFault, verify, type SoapTrust } from '../soap-trust.js';
import type { SoapOperation, SoapWsdl } from '../soap-wsdl.js';
import { children, escapeXml, textOf, valueOf, XmlError, type XmlValue } from '../soap-xml.js';
import { ANONYMOUS, DATASERVICE, DATASERVICE_PREPROD } from './hr-envelope.js';

export interface FakeDataserviceManners {
  /** Whose signature a question must bear. Null or absent: not checked. */
  trust?: SoapTrust | null;
  /** Null or absent: answers are unsigned. */
  signing?: SoapSigning | null;
  /** Default the real time. */
  now?: () => Date;
}

/** What is answered to a number: a product as XML, or a `fout`. */
export type FakeProduct = { product: string } | { code: string; sentence: string };

const CATALOGUS = 'http://schemas.kvk.nl/schemas/hrip/catalogus/2015/02';
const SERVICES = [DATASERVICE, DATASERVICE_PREPROD];

/** A fault of KvK's own: what is wrong with the addressing, or with who asks for what. */
class DataserviceFault extends Error {
  constructor(
    readonly code: 'WSA01' | 'AUTHPSTBS09',
    readonly sentence: string,
  ) {
    super(code);
  }
}
const addressing = () => new DataserviceFault('WSA01', 'WS-Addressing niet aanwezig of incorrect');
const combination = () => new DataserviceFault('AUTHPSTBS09', 'De wsa:To en wsa:Action combinatie is niet geldig');

/** The addressing of a question: each header once, and as KvK asks it. @throws DataserviceFault */
function addressed(message: SoapIncoming) {
  const header = (name: string) => {
    try {
      return addressingHeader(message, name);
    } catch {
      throw addressing();
    }
  };
  const [messageId, to, action] = ['MessageID', 'To', 'Action'].map((name) => textOf(header(name)));
  const replyTo = header('ReplyTo');
  const address = replyTo && textOf(children(replyTo, NS.wsa, 'Address')[0]);
  if (!messageId || !/^uuid:[0-9a-f-]{36}$/i.test(messageId) || !to || !action || address !== ANONYMOUS)
    throw addressing();
  return { messageId, to, action };
}

/**
 * KvK Dataservice's receiving side. A question is checked (addressing, wsa:To with wsa:Action, timestamp, signature over the
 * six parts that KvK asks, certificate, seen before) and refused with KvK's fault for addressing, with that of WS-Security
 * 1.0 for the rest.
 * @param product what is told of a number, by operation
 */
export function fakeDataservice(
  wsdl: SoapWsdl,
  product: (operation: string, question: ReadonlyMap<string, string>) => FakeProduct,
  manners: FakeDataserviceManners,
) {
  const now = manners.now ?? (() => new Date());
  const refuseReplay = replayGuard(now);
  const operations = [...wsdl.operations.values()];

  function check(
    message: SoapIncoming,
    soapAction: string | undefined,
  ): { operation: SoapOperation; messageId: string } {
    const { messageId, to, action } = addressed(message);
    const operation = operations.find(({ input }) => input.action === action);
    if (!operation || !SERVICES.includes(to) || soapAction?.replaceAll('"', '') !== action) throw combination();
    if (operation.input.element !== message.content.localName) throw combination();
    if (manners.trust) verify(message, { ...manners.trust, ownOin: false }, { oin: '', now: now() });
    else checkTimestamp(message, now());
    refuseReplay(messageId);
    return { operation, messageId };
  }

  /** @param peilmoment of the answer: 17 digits */
  function response(operation: SoapOperation, told: FakeProduct): string {
    const peilmoment = now().toISOString().replace(/\D/g, '').slice(0, 17);
    const melding = (code: string, sentence: string) =>
      `<tns:fout><tns:code>${escapeXml(code)}</tns:code><tns:omschrijving>${escapeXml(sentence)}</tns:omschrijving></tns:fout>`;
    const inside =
      'product' in told
        ? `<tns:meldingen/><tns:product>${told.product}</tns:product>`
        : `<tns:meldingen>${melding(told.code, told.sentence)}</tns:meldingen>`;
    return (
      `<tns:${operation.output.element} xmlns:tns="${wsdl.namespace}" xmlns:cat="${CATALOGUS}" peilmoment="${peilmoment}">` +
      `${inside}</tns:${operation.output.element}>`
    );
  }

  function reply(operation: SoapOperation, messageId: string, told: FakeProduct): FakeAnswer {
    const headers: AddressingHeader[] = [
      ['Action', escapeXml(operation.output.action)],
      ['MessageID', `uuid:${crypto.randomUUID()}`],
      ['To', ANONYMOUS],
      ['RelatesTo', escapeXml(messageId)],
    ];
    const sealing = { now: now(), signing: manners.signing ?? null, signToken: false };
    return xmlAnswer(200, sealed(response(operation, told), headers, sealing));
  }

  const refusal = (code: string, sentence: string): FakeAnswer =>
    xmlAnswer(500, bareEnvelope(soapFault(code, sentence)));

  return {
    answer({ method, headers, body }: FakeRequest): FakeAnswer {
      if (method !== 'POST') return xmlAnswer(405, bareEnvelope(soapFault('soapenv:Client', 'alleen POST')));
      if (!/^text\/xml\b/i.test(headers['content-type'] ?? ''))
        return xmlAnswer(415, bareEnvelope(soapFault('soapenv:Client', 'alleen text/xml')));
      try {
        const message = readMessage(body);
        if (message.content.namespaceURI !== wsdl.namespace) throw new XmlError('another namespace');
        const soapAction = headers.soapaction;
        const { operation, messageId } = check(message, Array.isArray(soapAction) ? soapAction[0] : soapAction);
        return reply(operation, messageId, product(operation.name, questionOf(message.content, wsdl.namespace)));
      } catch (error) {
        if (error instanceof DataserviceFault) return refusal('soapenv:Client', `${error.code}: ${error.sentence}`);
        if (error instanceof SecurityFault) return refusal(error.code, error.message);
        if (error instanceof XmlError) return refusal('soapenv:Client', error.message);
        throw error;
      }
    },
    /** The service's own error inside an answer, for the fault `ok-with-error`. */
    errorInside({ headers }: FakeRequest): FakeAnswer {
      const asked = String(headers.soapaction ?? '').replaceAll('"', '');
      const operation = operations.find(({ input }) => input.action === asked) ?? operations[0]!;
      const told = { code: 'IPD9999', sentence: 'Er is een technische fout opgetreden.' };
      return xmlAnswer(200, bareEnvelope(response(operation, told)));
    },
  };
}

/** The numbers of a question by their names. @throws XmlError unless there is a klantreferentie, and one number */
function questionOf(content: Element, namespace: string): Map<string, string> {
  const values: XmlValue = valueOf(content);
  const found = new Map<string, string>();
  if (children(content).some((element) => element.namespaceURI !== namespace)) throw new XmlError('another namespace');
  for (const [name, told] of typeof values === 'string' ? [] : Object.entries(values))
    if (told.length === 1 && typeof told[0] === 'string') found.set(name, told[0]);
  const reference = found.get('klantreferentie');
  if (reference === undefined || reference.length > 50) throw new XmlError('klantreferentie of at most 50 characters');
  found.delete('klantreferentie');
  if (found.size !== 1 || children(content).length !== 2) throw new XmlError('not one number');
  return found;
}
