import type { FactVacature, PlaceFact } from './facts.js';
import type { Vraag } from './fake-question.js';

/**
 * Each field that VUM lets one ask for: where it stands in a vacancy, and with which operators. VUM: a combination that is
 * not described has no effect on the selection.
 */
const FIELDS: Record<string, { path: string; operators: readonly string[] }> = {
  'beroep.codeBeroepsnaam': { path: 'beroep.codeBeroepsnaam', operators: ['$eq'] },
  codeWerkEnDenkniveauMinimaal: { path: 'codeWerkEnDenkniveauMinimaal', operators: ['$eq', '$gte', '$lt'] },
  datumAanvangWerkzaamheden: { path: 'arbeidsVoorwaarden.datumAanvangWerkzaamheden', operators: ['$gte'] },
  'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst': {
    path: 'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst',
    operators: ['$eq'],
  },
  rijbewijs: { path: 'rijbewijs', operators: ['$all'] },
  taalbeheersing: { path: 'taalbeheersing', operators: ['$all'] },
  'werktijden.aantalWerkurenPerWeekMaximaal': { path: 'werktijden.aantalWerkurenPerWeekMaximaal', operators: ['$gte'] },
  'werktijden.aantalWerkurenPerWeekMinimaal': { path: 'werktijden.aantalWerkurenPerWeekMinimaal', operators: ['$lte'] },
};

type Fields = Record<string, unknown>;

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, name) => (found as Fields | null | undefined)?.[name], value);

/** As in MongoDB: values of another type, and values that are not there, are neither more nor less. */
const compared = (a: unknown, b: unknown): number | null =>
  typeof a === typeof b && (typeof a === 'string' || typeof a === 'number')
    ? a === b
      ? 0
      : a < (b as typeof a)
        ? -1
        : 1
    : null;

function holds(value: unknown, operator: string, asked: unknown): boolean {
  const order = compared(value, asked);
  switch (operator) {
    case '$eq':
      return order === 0;
    case '$gte':
      return order !== null && order >= 0;
    case '$lte':
      return order !== null && order <= 0;
    case '$lt':
      return order !== null && order < 0;
    case '$all':
      return (asked as Fields[]).every((one) => '$elemMatch' in one && holds(value, '$elemMatch', one.$elemMatch));
    case '$elemMatch':
      return Array.isArray(value) && value.some((item) => matches(item, asked as Fields));
    default:
      return true;
  }
}

/** One element of a list: every field with every operator. */
const matches = (item: unknown, asked: Fields): boolean =>
  Object.entries(asked).every(([name, operators]) =>
    Object.entries(operators as Fields).every(([operator, wanted]) => holds(at(item, name), operator, wanted)),
  );

const isMatch = (vacature: FactVacature, vraag: Vraag): boolean =>
  Object.entries(FIELDS).every(([name, { path, operators }]) =>
    Object.entries((vraag[name] as Fields | undefined) ?? {})
      .filter(([operator]) => operators.includes(operator))
      .every(([operator, wanted]) => holds(at(vacature, path), operator, wanted)),
  );

/** Mean radius of the earth (IUGG), in kilometres. */
const EARTH = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along a great circle, in kilometres (haversine). */
export function kilometres(a: PlaceFact, b: PlaceFact): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** VUM's standard maximum for one question. */
const MOST_MATCHES = 100;

/** The vacancies that fit the question, nearest first, at most 100; `more` when there are others. */
export function select(
  vacancies: Iterable<FactVacature>,
  vraag: Vraag,
  places: ReadonlyMap<string, PlaceFact>,
): { found: FactVacature[]; more: boolean } {
  const placeOf = (postcode: string) => places.get(postcode.slice(0, 4));
  const middle = placeOf(vraag.selectiegebied.postcode);
  if (!middle) return { found: [], more: false };
  const near: { vacature: FactVacature; distance: number }[] = [];
  for (const vacature of vacancies) {
    const place = placeOf(vacature.adres.postcode);
    if (!place || !isMatch(vacature, vraag)) continue;
    const distance = kilometres(middle, place);
    if (distance <= vraag.selectiegebied.afstand) near.push({ vacature, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  return { found: near.slice(0, MOST_MATCHES).map(({ vacature }) => vacature), more: near.length > MOST_MATCHES };
}
