import type { UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { aboveMail, plain } from './pasted-mail.js';
import { withoutHeadings } from './summary-templates.js';

/** Shorter than this is no report. In characters, without outer spaces. */
export const SUMMARY_MIN = 40;
const SUMMARY_MAX = 20_000;

/** "Zie bijlage", with the name of a file perhaps, and other words that only point, which say nothing by themselves. */
const ATTACHMENT =
  /\b(zie|see)\s+((de|het|ook|the|onderstaande|bijgevoegde?|bijgaande?|meegestuurde?|toegevoegde?|attached)\s+){0,3}(bijlagen?|attachments?|e-?mail(wisseling)?|mail(wisseling)?|document(en)?)\b|\b(is|zit|staat|staan|vind je|vindt u)?\s*\b(in|als)\s+(de\s+|een\s+)?bijlagen?\b|\b(bijgevoegd|bijgaand|bijgesloten)\b(\s+(het|de|mijn|ons))?(\s+(gespreks)?verslag|\s+notulen|\s+mail)?|[\w-]{1,120}\.(pdf|docx?|odt|pptx?|msg|eml|xlsx?|jpe?g|png)\b/gi;

const at = (code: string, message: string) => [userError(code, ['input', 'summary'], message, 'R-081')];

/**
 * Refusals of a summary that is no summary: too short, a copied mail, only a reference to an attachment, or the
 * headings of a template with little under them.
 */
export function checkSummary(summary: string): UserError[] {
  if (summary.trim().length > SUMMARY_MAX)
    return at('SUMMARY_TOO_LONG', `Het verslag (summary) heeft hoogstens ${SUMMARY_MAX} tekens.`);
  const whole = plain(summary);
  const above = aboveMail(whole);
  if (above !== null && above.length < SUMMARY_MIN)
    return at(
      'SUMMARY_IS_MAIL',
      `Het verslag (summary) is een gekopieerde mail; een mail alleen is niet genoeg. Vat het contact in eigen woorden samen, in minstens ${SUMMARY_MIN} tekens; een mail mag er hooguit onder staan.`,
    );
  const text = above ?? whole;
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
