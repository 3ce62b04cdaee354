import { GraphQLError } from 'graphql';
import type { JobseekerFilter } from './jobseeker-filter.js';

/** Values a list in a filter may hold: more are no question of anybody's. */
const MOST = 100;

const refuse = (argument: string, rule: string): GraphQLError =>
  new GraphQLError(`Ongeldige waarde voor filter.${argument}: ${rule}`, {
    extensions: { code: 'BAD_USER_INPUT', argument: `filter.${argument}` },
  });

const within = (value: number | null | undefined, least: number, most: number): boolean =>
  value === null || value === undefined || (value >= least && value <= most);

/** @throws GraphQLError BAD_USER_INPUT that names the field and the rule */
export function checkFilter(filter: JobseekerFilter): void {
  const { postcode, radiusKm, canWorkHours, contentWithHours, languages, allDrivingLicences, occupationUris } = filter;
  if (typeof postcode === 'string' && !/^[1-9][0-9]{3}( ?[A-Za-z]{2})?$/.test(postcode))
    throw refuse('postcode', 'gebruik de vorm 3011 of 3011AB.');
  if ((postcode ?? null) === null && typeof radiusKm === 'number')
    throw refuse('postcode', 'noem bij radiusKm ook een postcode.');
  if (typeof postcode === 'string' && typeof radiusKm !== 'number')
    throw refuse('radiusKm', 'noem bij postcode ook een afstand in kilometers.');
  if (!within(radiusKm, 0, 999)) throw refuse('radiusKm', 'kies 0 tot en met 999 kilometer.');
  for (const [name, hours] of Object.entries({ canWorkHours, contentWithHours }))
    if (!within(hours, 1, 99)) throw refuse(name, 'kies 1 tot en met 99 uren per week.');
  for (const [name, list] of Object.entries({ languages, allDrivingLicences, occupationUris }))
    if (list && list.length > MOST) throw refuse(name, `noem er hoogstens ${MOST}.`);
  for (const { code, speaking, writing } of languages ?? []) {
    if (!/^[a-z]{3}$/.test(code)) throw refuse('languages.code', 'gebruik drie kleine letters (ISO 639-2).');
    for (const [name, level] of Object.entries({ speaking, writing }))
      if (!within(level, 1, 4)) throw refuse(`languages.${name}`, 'kies 1 tot en met 4.');
  }
}
