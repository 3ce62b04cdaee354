import { Severity, type RuleNotice, type UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';

/** Recruitment, selection and aftercare. */
const RECRUITMENT = 3;

/** "vacature 12345" and "vacaturenummer: AB-12345": a number of at most 11 characters, with a digit. */
const NUMBERED =
  /(?<!\p{L})vacature(?:nummer|nr\.?)?\s{0,3}(?:nummer|nr\.?|no\.?)?\s{0,3}[:#]?\s{0,3}((?=[\w-]{0,11}\d{3})[\w-]{3,11})(?![\w-])/iu;

/** A contact tied to a registered vacancy goes into the log of that vacancy, aftercare included. */
export const checkVacancy = (vacancyId: string | null | undefined): UserError[] =>
  vacancyId
    ? [
        userError(
          'BELONGS_IN_VACANCY_LOG',
          ['input', 'vacancyId'],
          'Een contact over een geregistreerde vacature hoort in het logboek van die vacature (vacancyId), ook de nazorg. Leg het daar vast.',
          'R-079',
        ),
      ]
    : [];

/** A notice when a contact on recruitment names the number of a vacancy, whose log it may belong in. */
export function vacancyLogNotices(typeNumber: number, text: string): RuleNotice[] {
  const number = typeNumber === RECRUITMENT ? NUMBERED.exec(text)?.[1] : undefined;
  if (!number) return [];
  return [
    {
      code: 'MAY_BELONG_IN_VACANCY_LOG',
      message: `Het verslag noemt vacature ${number}. Contact over een geregistreerde vacature, ook nazorg, hoort in het logboek van die vacature.`,
      requirement: 'R-079',
      severity: Severity.WARNING,
    },
  ];
}
