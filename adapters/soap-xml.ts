import { DOMParser } from '@xmldom/xmldom';

/** Deeper than any message of a partner, and shallow enough for everything that walks a tree by recursion. */
const DEEPEST = 50;
/** Some ten times the longest dossier of one person; a tree of them is made in a fifth of a second. */
const MOST_ELEMENTS = 20_000;
const MOST_ATTRIBUTES = 50;

/** Text that is no XML we take. The message never quotes it: it may hold personal data. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/**
 * `text` as a tree, if it is well-formed XML in UTF-8 as SOAP allows it: without a DTD (and so without entities of its own:
 * no bomb, nothing from outside) and without processing instructions (SOAP 1.1 §3).
 * @throws XmlError
 */
export function readXml(text: string): Document {
  const prolog = /^\uFEFF?(<\?xml\s[^>]*?\?>)?\s*/.exec(text)!;
  const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(prolog[1] ?? '')?.[1];
  if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) throw new XmlError('another encoding');
  const xml = text.slice(prolog[0].length);
  if (/<!(?!--|\[CDATA\[)/.test(xml)) throw new XmlError('a DTD');
  if (xml.includes('<?')) throw new XmlError('a processing instruction');
  limit(xml);
  const refuse = () => {
    throw new XmlError('not well-formed');
  };
  // xmldom goes on after what is wrong unless told to stop.
  const parser = new DOMParser({ errorHandler: { warning: refuse, error: refuse, fatalError: refuse } });
  const document = parser.parseFromString(xml, 'text/xml') as Document | undefined;
  if (!document?.documentElement) throw new XmlError('no element');
  return document;
}

/**
 * Refuses what is too much before a tree is made of it. What is not well-formed is left to the parser, but for what would
 * let the two disagree on where an element begins.
 */
function limit(xml: string): void {
  let depth = 0;
  let elements = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at + 9);
    else if (xml[at + 1] === '/') {
      depth -= 1;
      at = after(xml, '>', at);
    } else {
      if ((elements += 1) > MOST_ELEMENTS) throw new XmlError('too many elements');
      at = afterTag(xml, at);
      if (xml[at - 2] !== '/') depth += 1;
      if (depth > DEEPEST) throw new XmlError('too deep');
    }
  }
}

function after(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  if (at === -1) throw new XmlError('not well-formed');
  return at + end.length;
}

/** Where the tag that begins `at` has ended: at the first > that stands in no attribute. */
function afterTag(xml: string, at: number): number {
  for (let attributes = 0; attributes <= MOST_ATTRIBUTES; attributes += 1) {
    const rest = /["'>]/g;
    rest.lastIndex = at;
    const next = rest.exec(xml);
    if (!next) throw new XmlError('not well-formed');
    if (next[0] === '>') return rest.lastIndex;
    at = after(xml, next[0], rest.lastIndex);
  }
  throw new XmlError('too many attributes');
}

/** The elements directly in `parent`; all, or those of one name. */
export function children(parent: Node, namespace?: string | null, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (name === undefined || (element.localName === name && (element.namespaceURI ?? null) === namespace))
      found.push(element);
  }
  return found;
}

/** The one element of that name directly in `parent`. @throws XmlError when there is none, or more than one */
export function only(parent: Node, namespace: string | null, name: string): Element {
  const [first, ...more] = children(parent, namespace, name);
  if (!first || more.length) throw new XmlError(`${first ? 'more than one' : 'no'} ${name}`);
  return first;
}

export const textOf = (element: Element | undefined): string | null => element?.textContent?.trim() || null;

/** What an element holds: its text, or a list by the local name of what stands in it, as often as it stands there. */
export type XmlValue = string | { [name: string]: XmlValue[] };

/**
 * An element without its attributes, but for those of `attributes`, which stand in it as `@name`: SuwiML has none, and of
 * KvK's we read few. Not read by `soap`: 1.13.0 takes `id="__proto__"` in an answer for a place to write, and so changes
 * every object of the process.
 */
export function valueOf(element: Element, attributes: readonly string[] = []): XmlValue {
  const inside = children(element);
  const told = attributes.filter((name) => element.hasAttribute(name));
  if (!inside.length && !told.length) return element.textContent?.trim() ?? '';
  const value = Object.create(null) as Record<string, XmlValue[]>;
  for (const name of told) value[`@${name}`] = [element.getAttribute(name)!];
  for (const child of inside) (value[child.localName] ??= []).push(valueOf(child, attributes));
  return value;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** Text as it may stand in an element or an attribute. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
