/** What brings a new line in a mail that was copied as HTML, and what only marks words up. */
const BREAKS = /<\/?(?:br|p|div|tr|li|ul|ol|table|hr|h[1-6]|blockquote|pre)(?:\s[^<>]{0,500})?\/?>/gi;
const MARKS =
  /<\/?(?:html|head|body|meta|link|title|span|b|strong|i|em|u|font|a|tbody|thead|td|th|img|center|o:p)(?:\s[^<>]{0,500})?\/?>/gi;
const ENTITIES: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"' };

/** A text without HTML and invisible characters. Other words between < and >, such as an address, stay. */
export const plain = (text: string): string =>
  text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/<style\b[^<]{0,5000}<\/style>/gi, '')
    .replace(BREAKS, '\n')
    .replace(MARKS, '')
    .replace(/&(nbsp|lt|gt|amp|quot);/gi, (_, name: string) => ENTITIES[name.toLowerCase()]!)
    .trim();

/** Headers that tell whose mail it is and where it went; what it is about and when stands above reports too. */
const POSTAL =
  'van|from|von|aan|to|an|cc|bcc|verzonden|verstuurd|sent|gesendet|beantwoorden aan|antwoord aan|reply-to|return-path|received|delivered-to|message-id|mime-version';
const HEADER = `(${POSTAL}|onderwerp|subject|betreft|betreff|datum|date)[\\s*_]{0,5}:`;
const HEADER_LINE = new RegExp(`^[\\s>*_|-]{0,20}${HEADER}`, 'i');
const HEADERS_WITHIN = new RegExp(`(?<![\\p{L}-])${HEADER}`, 'giu');
const IS_POSTAL = new RegExp(`^(${POSTAL})$`);
const SENDERS = ['van', 'from', 'von'];
const ADDRESS = /[^\s@<>]{1,64}@[^\s@<>]{1,200}\.[a-z]{2,20}/i;

/** What mail programs put above a mail that they pass on. */
const INTRODUCTION =
  /^[\s>*_]*(-+\s*(oorspronkelijk bericht|oorspronkelijke afspraak|original message|original appointment|doorgestuurd bericht|forwarded message|ursprüngliche nachricht)\b|(begin )?(doorgestuurd|forwarded) (bericht|message)\s*:)/i;
/** "Op 3 maart 2026 om 10:12 schreef Jan <jan@bedrijf.nl>:", above a mail that is answered. */
const ATTRIBUTION = /^[\s>*_]*(op|on|am)\s.{5,200}(schreef|geschreven|wrote|schrieb).{0,120}:\s*$/i;

const SALUTATION =
  /^[\s>*_]*(beste|geachte|hallo|hoi|hi|dear|hello|goedemorgen|goedemiddag|goedenavond)\b[^\n,.:]{0,80}(,|!|\n)/i;
const CLOSING =
  /(?<!\p{L})((met )?(vriendelijke|hartelijke) groet(en)?|groeten|groetjes|mvg|kind regards|best regards|mit freundlichen)(?!\p{L})/iu;

/** How many lines after one header another may stand; a copied table has each value on a line of its own. */
const APART = 2;

const headerOf = (line: string): string | undefined => HEADER_LINE.exec(line)?.[1]?.toLowerCase();

/** Whether a block of headers begins at this line: two or more, one of them of the post. */
function beginsBlock(lines: readonly string[], from: number): boolean {
  const headers = new Set<string>();
  let strange = 0;
  for (const line of lines.slice(from, from + 20)) {
    const header = headerOf(line);
    if (header) headers.add(header);
    strange = header ? 0 : strange + (line.trim() ? 1 : 0);
    if (strange >= APART) break;
  }
  return headers.size > 1 && [...headers].some((header) => IS_POSTAL.test(header));
}

/** Where on this line a mail begins whose line breaks were lost; -1 when none does. */
function placeWithin(line: string): number {
  const found = [...line.slice(0, 2_000).matchAll(HEADERS_WITHIN)];
  const headers = new Set(found.map(([, header]) => header!.toLowerCase()));
  const begins = headerOf(line);
  if (begins && IS_POSTAL.test(begins) && (headers.size > 1 || ADDRESS.test(line.slice(0, 200)))) return 0;
  return headers.size > 2 && SENDERS.some((sender) => headers.has(sender)) ? found[0]!.index : -1;
}

function placeOn(lines: readonly string[], n: number): number {
  const line = lines[n]!;
  const both = `${line} ${lines[n + 1] ?? ''}`;
  const answered = [line, both].some((text) => text.length < 500 && ATTRIBUTION.test(text) && ADDRESS.test(text));
  if (answered || INTRODUCTION.test(line.slice(0, 200))) return 0;
  return headerOf(line) && beginsBlock(lines, n) ? 0 : placeWithin(line);
}

/**
 * What stands above a mail that was copied into a plain text; null when none was. A mail is known by its headers
 * (also quoted, bold or on one line), by what a mail program writes above it, or by beginning and ending as a letter; a
 * word like "Van:" alone makes none.
 */
export function aboveMail(text: string): string | null {
  const lines = text.split('\n');
  const above: string[] = [];
  let copied = false;
  for (let n = 0; n < lines.length && !copied; n++) {
    const place = placeOn(lines, n);
    copied = place >= 0;
    above.push(copied ? lines[n]!.slice(0, place) : lines[n]!);
  }
  const own = above.join('\n').trim();
  if (SALUTATION.test(own) && CLOSING.test(own)) return '';
  return copied ? own : null;
}
