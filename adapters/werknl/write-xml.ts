import { escapeXml } from '../soap-xml.js';

/** XML that was written here: only this is put down as it is, every other text is escaped. */
export class Xml {
  constructor(readonly text: string) {}
}

export type XmlContent = Xml | string | number | boolean | null | readonly XmlContent[];

/** What XML 1.0 cannot say, not even escaped (§2.2), with the other control characters. */
const UNSAYABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

const say = (text: string): string => escapeXml(text.replace(UNSAYABLE, '\uFFFD'));

function write(content: XmlContent): string {
  if (content === null) return '';
  if (content instanceof Xml) return content.text;
  return typeof content === 'object' ? content.map(write).join('') : say(String(content));
}

/** `<name attributes>content</name>`; null and [] in it are nothing. */
export function element(name: string, attributes: Record<string, string> | null, ...content: XmlContent[]): Xml {
  const written = Object.entries(attributes ?? {}).map(([key, value]) => ` ${key}="${say(value)}"`);
  return new Xml(`<${name}${written.join('')}>${write(content)}</${name}>`);
}

/** The element, or nothing where there is nothing to say. */
export function optional(name: string, ...content: XmlContent[]): Xml | null {
  const inside = write(content);
  return inside.trim() === '' ? null : new Xml(`<${name}>${inside}</${name}>`);
}
