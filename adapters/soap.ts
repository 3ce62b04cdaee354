import type { Clock } from '../runtime/clock.js';
import type { PartnerAnswer, PartnerHttp } from './http.js';
import { PartnerError, type Partner } from './partner-error.js';
import { envelope, type SuwiMlParty } from './soap-envelope.js';
import { faultError, fwiMessages, fwiRefusal, type FwiMessage } from './soap-fwi.js';
import { readAddressing, readMessage } from './soap-message.js';
import { NS } from './soap-namespaces.js';
import type { SoapSigning } from './soap-signature.js';
import { verify, type SoapTrust } from './soap-trust.js';
import type { SoapOperation, SoapValues, SoapWsdl } from './soap-wsdl.js';
import { whyUnreadable } from './soap-unreadable.js';
import { children, valueOf, type XmlValue } from './soap-xml.js';
import { statusError } from './status-error.js';

/** How one party speaks SuwiML with another, whichever service it asks. */
export interface SuwiMlManners {
  /** We: the address of our application and our (sub-)OIN. */
  from: SuwiMlParty;
  /** OIN of the partner; the address is that of the service. */
  toOin: string;
  /** Where the services stand as wsa:To tells it, e.g. `https://broker.prd.suwi.net/suwibroker/soap`. Not necessarily where we connect. */
  toBase: string;
  /** Null or absent: unsigned, for development only. */
  signing?: SoapSigning | null;
  /** Whose signature an answer must bear. Null or absent: not checked. */
  trust?: SoapTrust | null;
  /** Time that messages bear: the real one, also where the clock of the trade stands still, for partners' clocks run on. */
  clock: Clock;
}

export interface SuwiMlServiceOptions extends SuwiMlManners {
  partner: Partner;
  http: PartnerHttp;
  wsdl: SoapWsdl;
  /** Name with version, e.g. `UWVDossierInkomstenGSD-v0200`: ends the path and wsa:To, and stands in the log. */
  service: string;
  /** Path of the services below the base of `http`. Default `/suwibroker/soap`. */
  path?: string;
}

/** The element of the answer as text and lists, by exact name, without its FWI; with the messages that came beside it. */
export interface SuwiMlAnswer {
  data: XmlValue;
  messages: FwiMessage[];
}

export interface SuwiMlService {
  /**
   * One call. Null: there is nothing (fwi:NietsGevonden, NietVanToepassing, or FWI alone that holds no Fout).
   * @param question what stands in the element of the operation, in the order of the schema
   * @param map turns the answer into ours; may throw PartnerError
   * @throws PartnerError REFUSED with the code of a Fout, of FWI or of a SOAP Fault
   */
  ask<T>(
    operation: string,
    question: SoapValues,
    signal: AbortSignal,
    map: (answer: SuwiMlAnswer) => T,
  ): Promise<T | null>;
}

/** Pages of an error in front of the service come in these; read only to tell them from an answer. */
const ALSO = ['text/html', 'text/plain', 'application/json'];

/** SuwiML Transactiestandaard 4.0 (SOAP 1.1, WS-Addressing, signed) from our side: a question and what its answer means. */
export function suwiMlService(options: SuwiMlServiceOptions): SuwiMlService {
  const { partner, wsdl, service, from, clock } = options;
  const to: SuwiMlParty = { uri: `${options.toBase}/${service}`, oin: options.toOin };
  const malformed = (why: string) => new PartnerError(partner, 'MALFORMED', { cause: new Error(why) });

  /** The root element of the answer. */
  function open(text: string, operation: SoapOperation, asked: string): Element {
    const message = readMessage(text);
    if (message.content.localName === 'Fault' && message.content.namespaceURI === NS.soapenv)
      throw faultError(partner, message.content);
    const told = readAddressing(message);
    if (told.relatesTo !== asked) throw malformed('an answer to another question');
    if (told.action !== operation.output.action) throw malformed('another wsa:Action');
    if (told.from?.oin !== to.oin || told.to?.oin !== from.oin) throw malformed('from or to another OIN');
    if (options.trust) verify(message, options.trust, { oin: to.oin, now: clock.now() });
    const { content } = message;
    if (content.localName !== operation.output.element || content.namespaceURI !== wsdl.namespace)
      throw malformed('another element');
    return content;
  }

  function read<T>(answer: PartnerAnswer, operation: SoapOperation, asked: string, map: (answer: SuwiMlAnswer) => T) {
    const { status, headers, text } = answer;
    if (!String(headers['content-type']).toLowerCase().startsWith('text/xml'))
      throw statusError(partner, status, headers) ?? malformed('no XML');
    const root = open(text, operation, asked);
    if (status !== 200) throw statusError(partner, status, headers) ?? malformed(`HTTP ${status} without a Fault`);
    const [fwi] = children(root, NS.fwi, 'FWI');
    const messages = fwi ? fwiMessages(fwi) : [];
    const data = children(root).filter(({ namespaceURI }) => namespaceURI !== NS.fwi);
    if (data.length) return map({ data: valueOf(root), messages });
    const fout = messages.find(({ kind }) => kind === 'FOUT');
    if (fout) throw fwiRefusal(partner, fout);
    if (children(root, NS.fwi, 'NietGerechtigd').length)
      throw new PartnerError(partner, 'REFUSED', { partnerCode: 'NietGerechtigd' });
    if (!fwi && !['NietsGevonden', 'NietVanToepassing'].some((name) => children(root, NS.fwi, name).length))
      throw malformed('an empty answer');
    return null;
  }

  return {
    async ask(name, question, signal, map) {
      const operation = wsdl.operations.get(name);
      if (!operation) throw new RangeError(`${service} has no ${name}`);
      const body = wsdl.write(operation.input.element, question);
      const { xml, messageId } = envelope(
        body,
        { from, to, action: operation.input.action },
        clock.now(),
        options.signing,
      );
      return options.http.call({
        service,
        method: 'POST',
        path: `${options.path ?? '/suwibroker/soap'}/${service}`,
        headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""', accept: 'text/xml' },
        body: `<?xml version="1.0" encoding="UTF-8"?>${xml}`,
        accept: ['text/xml', ...ALSO],
        readAlso: [500],
        signal,
        read(answer) {
          try {
            return read(answer, operation, messageId, map);
          } catch (error) {
            if (error instanceof PartnerError) throw error;
            throw malformed(whyUnreadable(error));
          }
        },
      });
    },
  };
}
