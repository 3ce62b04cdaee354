import { NS } from './soap-namespaces.js';
import { readParty, type SuwiMlParty } from './soap-envelope.js';
import { children, only, readXml, textOf, XmlError } from './soap-xml.js';

/** A message that came in, taken apart. Where it stands in the tree decides what it is, never its name alone. */
export interface SoapIncoming {
  document: Document;
  header: Element | null;
  body: Element;
  /** The one element in the Body. */
  content: Element;
}

/** @throws XmlError when it is no SOAP 1.1 message */
export function readMessage(text: string): SoapIncoming {
  const document = readXml(text);
  const root = document.documentElement;
  if (root?.localName !== 'Envelope' || root.namespaceURI !== NS.soapenv) throw new XmlError('no SOAP 1.1 Envelope');
  const headers = children(root, NS.soapenv, 'Header');
  if (headers.length > 1) throw new XmlError('more than one Header');
  const body = only(root, NS.soapenv, 'Body');
  const [content, ...more] = children(body);
  if (!content || more.length) throw new XmlError('not one element in the Body');
  return { document, header: headers[0] ?? null, body, content };
}

/** Addressing headers as they came; null is absent. */
export interface SoapAddressing {
  messageId: string | null;
  relatesTo: string | null;
  from: SuwiMlParty | null;
  to: SuwiMlParty | null;
  action: string | null;
}

/** A header of WS-Addressing. @throws XmlError when it stands there twice */
export function addressingHeader({ header }: SoapIncoming, name: string): Element | undefined {
  const [one, ...more] = header ? children(header, NS.wsa, name) : [];
  if (more.length) throw new XmlError(`more than one ${name}`);
  return one;
}

/** @throws XmlError when one stands there twice */
export function readAddressing(message: SoapIncoming): SoapAddressing {
  const found = (name: string) => addressingHeader(message, name);
  const from = found('From');
  return {
    messageId: textOf(found('MessageID')),
    relatesTo: textOf(found('RelatesTo')),
    from: readParty(from ? textOf(children(from, NS.wsa, 'Address')[0]) : null),
    to: readParty(textOf(found('To'))),
    action: textOf(found('Action')),
  };
}
