import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { withoutHeadings } from './summary-templates.js';

/** Shorter than this is no report. In characters, without outer spaces. */
export const SUMMARY_MIN = 40;
const SUMMARY_MAX = 20_000;

/** The first line of a mail that was copied: a header and its value, in Dutch or English. */
const MAIL_HEADER =
  /^[\s>*_-]*(van|aan|cc|bcc|onderwerp|verzonden|from|to|sent|subject|beantwoorden aan|reply-to)\s*:/i;
/** What mail programs put above a copied mail. */
const MAIL_INTRODUCTION =
  /^[\s>*_-]*(-+\s*(oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message)\b|(begin )?(doorgestuurd|forwarded) (bericht|message)\s*:)/i;
/** "Zie bijlage", with the name of a file perhaps, which says nothing by itself. */
const ATTACHMENT =
  /\bzie\s+(de\s+|het\s+)?(bijgevoegde?\s+|meegestuurde\s+)?(bijlagen?|e-?mail(wisseling)?|mail(wisseling)?|document(en)?)\b|[\w-]{1,120}\.(pdf|docx?|msg|eml|xlsx?)\b/gi;

const at = (code: string, message: string) => [userError(code, ['input', 'summary'], message, 'R-081')];

/**
 * Refusals of a summary that is no summary: too short, a copied mail, only a reference to an attachment, or the
 * headings of a template with little under them.
 */
export function checkSummary(summary: string): UserError[] {
  const text = summary.trim();
  if (text.length > SUMMARY_MAX)
    return at('SUMMARY_TOO_LONG', `Het verslag (summary) heeft hoogstens ${SUMMARY_MAX} tekens.`);
  // A copied mail shows in its first line; looking no further keeps the patterns cheap on whatever is sent.
  const beginning = text.slice(0, 200);
  if (MAIL_HEADER.test(beginning) || MAIL_INTRODUCTION.test(beginning))
    return at(
      'SUMMARY_IS_MAIL',
      'Het verslag (summary) is een gekopieerde mail. Vat het contact in eigen woorden samen; een mail alleen is niet genoeg.',
    );
  const own = text
    .replace(ATTACHMENT, ' ')
    .replace(/[\s.,;:()-]+/g, ' ')
    .trim();
  if (own !== text && own.length < SUMMARY_MIN && text.match(ATTACHMENT))
    return at(
      'SUMMARY_IS_ATTACHMENT',
      `Het verslag (summary) verwijst alleen naar een mail of bijlage. Vat het contact samen in minstens ${SUMMARY_MIN} tekens.`,
    );
  const filledIn = withoutHeadings(text).replace(/\s+/g, ' ').trim();
  if (text.length >= SUMMARY_MIN && filledIn.length < SUMMARY_MIN && withoutHeadings(text) !== text)
    return at(
      'SUMMARY_IS_TEMPLATE',
      `Het verslag (summary) bestaat vooral uit de kopjes van het sjabloon. Vul ze in met minstens ${SUMMARY_MIN} tekens.`,
    );
  if (text.length < SUMMARY_MIN)
    return at('SUMMARY_TOO_SHORT', `Het verslag (summary) heeft minstens ${SUMMARY_MIN} tekens.`);
  return [];
}
