import { NS } from './soap-namespaces.js';
import { PartnerError, type Partner } from './partner-error.js';
import { children, textOf } from './soap-xml.js';

/** A message of FWI beside or instead of data. Its codes are not public: opaque text, for people to read. */
export interface FwiMessage {
  kind: 'FOUT' | 'WAARSCHUWING' | 'INFORMATIE';
  code: string | null;
  text: string | null;
}

const KINDS: Record<string, FwiMessage['kind']> = {
  Fout: 'FOUT',
  Waarschuwing: 'WAARSCHUWING',
  Informatie: 'INFORMATIE',
};

const melding = (kind: FwiMessage['kind'], element: Element): FwiMessage => ({
  kind,
  code: textOf(children(element, null, 'Code')[0]),
  text: textOf(children(element, null, 'Tekst')[0]),
});

/** The messages in a `fwi:FWI`. What is of another kind is not ours to judge, and is passed over. */
export const fwiMessages = (fwi: Element): FwiMessage[] =>
  children(fwi).flatMap((element) => (KINDS[element.localName] ? [melding(KINDS[element.localName]!, element)] : []));

export const fwiRefusal = (partner: Partner, { code, text }: FwiMessage): PartnerError =>
  new PartnerError(partner, 'REFUSED', { partnerCode: code, partnerMessage: text });

/** What a gateway of Layer7 says when its policy let a message through to nobody. */
const GATEWAY = 'Policy Falsified';

/**
 * What a SOAP Fault means. REFUSED: the service (fwi:Fout), its security (wsse, wsa) or the policy of the gateway said no to
 * this message. UNAVAILABLE: the server or the gateway failed, or does not say of what: another try may help.
 */
export function faultError(partner: Partner, fault: Element): PartnerError {
  const code = (textOf(children(fault, null, 'faultcode')[0]) ?? '').replace(/^.*:/, '');
  const sentence = textOf(children(fault, null, 'faultstring')[0]);
  const detail = children(fault, null, 'detail')[0];
  const cause = new Error(`SOAP Fault ${code.slice(0, 60)}`);
  const fout = detail && children(detail, NS.fwi, 'Fout')[0];
  if (fout) return fwiRefusal(partner, melding('FOUT', fout));
  if (sentence === GATEWAY) {
    const status = (detail ? children(detail) : [])
      .find(({ localName }) => localName === 'policyResult')
      ?.getAttribute('status');
    return new PartnerError(partner, status === 'Assertion Falsified' ? 'REFUSED' : 'UNAVAILABLE', {
      cause,
      partnerCode: GATEWAY,
    });
  }
  const server = /^(Server|Receiver)?(\..*)?$/.test(code);
  return new PartnerError(partner, server ? 'UNAVAILABLE' : 'REFUSED', { cause, partnerCode: code || null });
}
