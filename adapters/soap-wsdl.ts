import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { WSDL } from 'soap';
import { children, only, readXml } from './soap-xml.js';

const WSDL_NS = 'http://schemas.xmlsoap.org/wsdl/';
/** Where WSDLs name wsa:Action: the draft of 2006 that BKWI writes, and the recommendation of 2007 that KvK writes. */
const ADDRESSING_NS = ['http://www.w3.org/2006/05/addressing/wsdl', 'http://www.w3.org/2007/05/addressing/metadata'];

/** One message of an operation: its root element and its wsa:Action. */
export interface SoapMessage {
  element: string;
  action: string;
}

export interface SoapOperation {
  name: string;
  input: SoapMessage;
  output: SoapMessage;
  /** wsa:Action of its Fault. */
  faultAction: string;
}

/** A service as its WSDL (SOAP 1.1, document/literal) describes it. */
export interface SoapWsdl {
  namespace: string;
  operations: ReadonlyMap<string, SoapOperation>;
  /**
   * A root element of the service with what stands in it, in the order of `values` (which is that of the schema: `soap`
   * does not sort), qualified as the schema says. Null and undefined are left out; an empty text is an empty element.
   */
  write(element: string, values: SoapValues): string;
}

/** What stands in an element. Text only: a number or a date is written by who knows its format. */
export interface SoapValues {
  [name: string]: string | SoapValues | (string | SoapValues)[] | null | undefined;
}

/** @throws Error when the file is no WSDL with addressing: ours to put right */
export async function readWsdl(file: URL): Promise<SoapWsdl> {
  const text = await readFile(file, 'utf8');
  const definitions = readXml(text).documentElement;
  const wsdl = await new Promise<WSDL>((resolve, reject) => {
    const read = new WSDL(text, fileURLToPath(file), {});
    read.onReady((error) => (error ? reject(error as Error) : resolve(read)));
  });
  const namespace = definitions.getAttribute('targetNamespace')!;
  const elements = new Map(
    children(definitions, WSDL_NS, 'message').map((message) => [
      message.getAttribute('name'),
      local(only(message, WSDL_NS, 'part').getAttribute('element')),
    ]),
  );
  const message = (operation: Element, direction: 'input' | 'output'): SoapMessage => {
    const found = only(operation, WSDL_NS, direction);
    const element = elements.get(local(found.getAttribute('message')));
    const action = actionOf(found);
    if (!element || !action) throw new Error(`${fileURLToPath(file)}: ${direction} without element or Action`);
    return { element, action };
  };
  const operations = new Map<string, SoapOperation>();
  for (const operation of children(only(definitions, WSDL_NS, 'portType'), WSDL_NS, 'operation')) {
    const name = operation.getAttribute('name')!;
    operations.set(name, {
      name,
      input: message(operation, 'input'),
      output: message(operation, 'output'),
      faultAction: actionOf(children(operation, WSDL_NS, 'fault')[0]) ?? '',
    });
  }
  return {
    namespace,
    operations,
    write: (element, values) => wsdl.objectToDocumentXML(element, present(values), 's', namespace, element),
  };
}

const actionOf = (element: Element | undefined): string | null =>
  ADDRESSING_NS.map((namespace) => element?.getAttributeNS(namespace, 'Action')).find(Boolean) ?? null;

const local = (qname: string | null): string => (qname ?? '').replace(/^.*:/, '');

/** Without what is absent: `soap` writes undefined as an empty element and null as xsi:nil. */
function present(values: SoapValues): SoapValues {
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    kept.map(([name, value]) => {
      const one = (item: string | SoapValues) => (typeof item === 'string' ? item : present(item));
      return [name, Array.isArray(value) ? value.map(one) : one(value!)];
    }),
  );
}
