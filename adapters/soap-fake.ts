import type { FakeAnswer } from './fake-faults.js';
import type { FakeRequest } from './fakes.js';
import { envelope, MESSAGE_LIFE_MS, type SuwiMlParty } from './soap-envelope.js';
import { readAddressing, readMessage, type SoapIncoming } from './soap-message.js';
import { NS } from './soap-namespaces.js';
import type { SoapSigning } from './soap-signature.js';
import { checkTimestamp, SecurityFault, verify, type SoapTrust } from './soap-trust.js';
import type { SoapOperation, SoapValues, SoapWsdl } from './soap-wsdl.js';
import { escapeXml, valueOf, XmlError, type XmlValue } from './soap-xml.js';

/** A service that a fake plays. */
export interface SoapFakeService {
  /** Ends the path: `/suwibroker/soap/<name>`. */
  name: string;
  wsdl: SoapWsdl;
  /** What stands in the answer's element, in the order of the schema; or a Fout, sent as a SOAP Fault. */
  answer(operation: string, question: XmlValue): SoapValues | FakeFout;
}

/** `fwi:Fout` as the detail of a SOAP Fault. */
export class FakeFout {
  constructor(
    readonly code: string,
    readonly text: string,
  ) {}
}

export interface SoapFakeManners {
  /** The OIN that the fake answers to. */
  oin: string;
  /** OINs that may ask. Absent: any of 20 digits. */
  askers?: readonly string[];
  /** Whose signature a question must bear. Null or absent: not checked. */
  trust?: SoapTrust | null;
  /** Null or absent: answers are unsigned. */
  signing?: SoapSigning | null;
  /** Default the real time. */
  now?: () => Date;
}

const XML_HEADERS = { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-store' };
export const xmlAnswer = (status: number, xml: string): FakeAnswer => ({
  status,
  headers: XML_HEADERS,
  body: `<?xml version="1.0" encoding="UTF-8"?>${xml}`,
});

/** A Fault of SOAP 1.1 (its parts are in no namespace). */
export const soapFault = (code: string, sentence: string, detail = ''): string =>
  `<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${escapeXml(sentence)}</faultstring>${detail}</soapenv:Fault>`;

/** A message without headers, as one is sent that could not be read. */
export const bareEnvelope = (body: string): string =>
  `<soapenv:Envelope xmlns:soapenv="${NS.soapenv}" xmlns:wsa="${NS.wsa}" xmlns:wsse="${NS.wsse}" xmlns:wsu="${NS.wsu}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

/** What the gateway in front (Layer7) says of a path it does not know, or a message its policy refuses. */
export const gatewayFault = (url: string, status: string): FakeAnswer =>
  xmlAnswer(
    500,
    bareEnvelope(
      soapFault(
        'soapenv:Server',
        'Policy Falsified',
        `<faultactor>${escapeXml(url)}</faultactor><detail><l7:policyResult status="${escapeXml(status)}" xmlns:l7="http://www.layer7tech.com/ws/policy/fault"/></detail>`,
      ),
    ),
  );

/** A Fault by which a service refuses what was asked. */
function foutFault({ code, text }: FakeFout): string {
  const melding = `<Code>${escapeXml(code)}</Code><Tekst>${escapeXml(text)}</Tekst><Bron><DN>cn=fake,o=werkgraaf</DN></Bron>`;
  return soapFault(
    'soapenv:Server',
    'AanvraagNietOk',
    `<detail><fwi:Fout xmlns:fwi="${NS.fwi}">${melding}</fwi:Fout></detail>`,
  );
}

/** `fwi:FWI` with one Fout, as values for `write`. */
export const foutValues = (code: string, text: string, kind: 'Fout' | 'Waarschuwing' | 'Informatie' = 'Fout') => ({
  FWI: { [kind]: [{ Code: code, Tekst: text, Bron: { DN: 'cn=fake,o=werkgraaf' } }] },
});

/** Refuses a MessageID that came before. @throws SecurityFault */
export function replayGuard(now: () => Date): (messageId: string) => void {
  /** MessageIDs by when they may be forgotten: a message that ran out is refused for that. */
  const seen = new Map<string, number>();
  return (messageId) => {
    const at = now().getTime();
    for (const [id, until] of seen) {
      if (until >= at) break;
      seen.delete(id);
    }
    if (seen.has(messageId)) throw new SecurityFault('wsa:InvalidAddressingHeader', 'a MessageID that came before');
    seen.set(messageId, at + 2 * MESSAGE_LIFE_MS);
  };
}

/**
 * The receiving side of SuwiML Transactiestandaard 4.0: each question is checked (addressing, OINs, action, timestamp,
 * signature, seen before) and refused with the Fault that WS-Security 1.0 or WS-Addressing 1.0 has for what is wrong.
 */
export function soapFake(services: readonly SoapFakeService[], manners: SoapFakeManners) {
  const now = manners.now ?? (() => new Date());
  const refuseReplay = replayGuard(now);

  /** Everything but the question itself. @throws SecurityFault */
  function check(message: SoapIncoming, service: SoapFakeService) {
    const told = readAddressing(message);
    const { messageId, from, to, action } = told;
    for (const [name, value] of Object.entries({ MessageID: messageId, Action: action }))
      if (!value) throw new SecurityFault('wsa:MessageAddressingHeaderRequired', `no wsa:${name}`);
    if (!from) throw new SecurityFault('wsa:MessageAddressingHeaderRequired', 'no wsa:From with an OIN');
    if (!to) throw new SecurityFault('wsa:MessageAddressingHeaderRequired', 'no wsa:To with an OIN');
    if (to.oin !== manners.oin || !to.uri.endsWith(`/${service.name}`))
      throw new SecurityFault('wsa:DestinationUnreachable', 'wsa:To is not us');
    if (manners.askers && !manners.askers.includes(from.oin))
      throw new SecurityFault('wsse:FailedAuthentication', 'an OIN that may not ask');
    const operation = [...service.wsdl.operations.values()].find(({ input }) => input.action === action);
    if (!operation || operation.input.element !== message.content.localName)
      throw new SecurityFault('wsa:ActionNotSupported', 'wsa:Action is not of what is asked');
    if (manners.trust) verify(message, manners.trust, { oin: from.oin, now: now() });
    else checkTimestamp(message, now());
    refuseReplay(messageId!);
    return { operation, from, to, messageId: messageId! };
  }

  const reply = (
    status: number,
    body: string,
    action: string,
    told: { from: SuwiMlParty; to: SuwiMlParty; messageId: string },
  ) =>
    xmlAnswer(
      status,
      envelope(body, { from: told.to, to: told.from, action, relatesTo: told.messageId }, now(), manners.signing).xml,
    );

  function answered(
    service: SoapFakeService,
    operation: SoapOperation,
    question: XmlValue,
  ): { fout?: FakeFout; xml: string } {
    const values = service.answer(operation.name, question);
    if (!(values instanceof FakeFout)) return { xml: service.wsdl.write(operation.output.element, values) };
    return { fout: values, xml: foutFault(values) };
  }

  return {
    answer({ method, path, headers, body, url }: FakeRequest): FakeAnswer {
      const service = services.find(({ name }) => path === `/suwibroker/soap/${name}`);
      if (!service)
        return gatewayFault(
          url + path,
          'Service Not Found.  The request may have been sent to an invalid URL, or intended for an unsupported operation.',
        );
      if (method !== 'POST') return xmlAnswer(405, bareEnvelope(soapFault('soapenv:Client', 'alleen POST')));
      if (!/^text\/xml\b/i.test(headers['content-type'] ?? ''))
        return xmlAnswer(415, bareEnvelope(soapFault('soapenv:Client', 'alleen text/xml')));
      try {
        const message = readMessage(body);
        if (message.content.namespaceURI !== service.wsdl.namespace) throw new XmlError('another namespace');
        const told = check(message, service);
        const { fout, xml } = answered(service, told.operation, valueOf(message.content));
        return fout
          ? reply(500, xml, told.operation.faultAction, told)
          : reply(200, xml, told.operation.output.action, told);
      } catch (error) {
        if (error instanceof SecurityFault) return xmlAnswer(500, bareEnvelope(soapFault(error.code, error.message)));
        if (error instanceof XmlError) return xmlAnswer(500, bareEnvelope(soapFault('soapenv:Client', error.message)));
        throw error;
      }
    },
    /** The partner's own error, for the fault `ok-with-error`: a Fault, for it must answer any question. */
    errorInside: (fout: FakeFout): FakeAnswer => xmlAnswer(500, bareEnvelope(foutFault(fout))),
  };
}
