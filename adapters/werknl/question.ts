import { PartnerError } from '../partner-error.js';
import type { VacancySearch } from './port.js';

/** VUM refuses these too; refused here, the call is saved. The code is VUM's. */
const refuse = (partnerMessage: string): PartnerError =>
  new PartnerError('WERK_NL', 'REFUSED', { partnerCode: '400.01', partnerMessage });

const whole = (value: number, least: number, most: number, what: string): number => {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw refuse(`${what} ligt niet tussen ${least} en ${most}.`);
};

const matching = (value: string, shape: RegExp, what: string): string => {
  if (shape.test(value)) return value;
  throw refuse(`${what} is niet geldig.`);
};

/** `{ "a.b": { $op: value } }`, where a value is one; else nothing. */
const part = (key: string, operators: object | undefined): Record<string, object> =>
  operators === undefined ? {} : { [key]: operators };

const all = (items: readonly object[] | undefined): object | undefined =>
  items?.length ? { $all: items.map((item) => ({ $elemMatch: item })) } : undefined;

/** VUM's own enum of the question: 7 is "(nog) niet bekend", and only an explicit `$lt` leaves it out. */
const level = (asked: VacancySearch['level']): object | undefined => {
  if (asked === undefined) return undefined;
  if (asked === 'UNKNOWN') return { $eq: '7' };
  const { atLeast } = asked;
  return atLeast === undefined ? { $lt: '7' } : { $gte: String(whole(atLeast, 1, 6, 'Het niveau')), $lt: '7' };
};

/**
 * `vraagObject` (schema MPVacature of VUM 3.0.0), always in one order, so that equal questions are equal. Only the
 * combinations of field and operator that VUM describes: others have no effect at a source.
 * @throws PartnerError REFUSED
 */
export function question(query: VacancySearch): Record<string, object> {
  const { irregularHours, languages, minimumHoursUpTo, maximumHoursFrom, occupation, startsFrom } = query;
  const postcode = query.postcode.replace(/\s/g, '').toUpperCase();
  return {
    selectiegebied: {
      postcode: matching(postcode, /^[0-9]{4}[A-Z]{2}$/, 'De postcode'),
      afstand: whole(query.distanceKm, 0, 999, 'De afstand'),
    },
    ...part(
      'beroep.codeBeroepsnaam',
      occupation === undefined ? undefined : { $eq: matching(occupation, /^\S{1,200}$/, 'Het beroep') },
    ),
    ...part('codeWerkEnDenkniveauMinimaal', level(query.level)),
    ...part(
      'datumAanvangWerkzaamheden',
      startsFrom === undefined ? undefined : { $gte: matching(startsFrom, /^\d{4}-\d{2}-\d{2}$/, 'De begindatum') },
    ),
    ...part(
      'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst',
      irregularHours === undefined ? undefined : { $eq: irregularHours ? 1 : 2 },
    ),
    ...part(
      'rijbewijs',
      all(
        query.drivingLicences?.map((category) => ({
          codeSoortRijbewijs: { $eq: matching(category, /^[A-Z][A-Z0-9+]{0,2}$/, 'Het rijbewijs') },
        })),
      ),
    ),
    ...part(
      'taalbeheersing',
      all(
        languages?.map(({ code, speakingAtLeast, writingAtLeast }) => ({
          codeTaal: { $eq: matching(code, /^[a-z]{3}$/, 'De taalcode') },
          ...part(
            'codeNiveauTaalbeheersingMondeling',
            speakingAtLeast === undefined ? undefined : { $gte: whole(speakingAtLeast, 2, 4, 'Het taalniveau') },
          ),
          ...part(
            'codeNiveauTaalbeheersingSchriftelijk',
            writingAtLeast === undefined ? undefined : { $gte: whole(writingAtLeast, 2, 4, 'Het taalniveau') },
          ),
        })),
      ),
    ),
    ...part(
      'werktijden.aantalWerkurenPerWeekMaximaal',
      maximumHoursFrom === undefined ? undefined : { $gte: whole(maximumHoursFrom, 1, 99, 'Het aantal uren') },
    ),
    ...part(
      'werktijden.aantalWerkurenPerWeekMinimaal',
      minimumHoursUpTo === undefined ? undefined : { $lte: whole(minimumHoursUpTo, 1, 99, 'Het aantal uren') },
    ),
  };
}

/** A VUM id goes into a path. @throws PartnerError REFUSED */
export const checkVumId = (vumId: string): string => matching(vumId, /^(?!\.+$)[a-zA-Z0-9_.-]{1,500}$/, 'Het VUM-id');
