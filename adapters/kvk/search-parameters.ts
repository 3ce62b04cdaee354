import { PartnerError } from '../partner-error.js';
import { hitType } from './mapper.js';
import type { KvkSearch } from './port.js';

/** KvK refuses these too; refused here, the call is saved. Codes are KvK's. */
export const refuse = (partnerCode: string, partnerMessage: string): PartnerError =>
  new PartnerError('KVK', 'REFUSED', { partnerCode, partnerMessage });

/** A number goes into a path, so it is digits or nothing. */
const NUMBERS = {
  kvkNumber: { digits: 8, code: 'IPD0004', called: 'KVK-nummer' },
  establishmentNumber: { digits: 12, code: 'IPD0006', called: 'vestigingsnummer' },
  rsin: { digits: 9, code: 'IPD0010', called: 'RSIN' },
} as const;

/** `value` if it has the right number of digits. @throws PartnerError REFUSED */
export function digits(kind: keyof typeof NUMBERS, value: string): string {
  const { digits, code, called } = NUMBERS[kind];
  if (new RegExp(`^[0-9]{${digits}}$`).test(value)) return value;
  throw refuse(code, `Het ${called} ${value.slice(0, 20)} is niet valide.`);
}

const between = (value: number, least: number, most: number, what: string): number => {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw refuse('IPD1999', `${what} ligt niet tussen ${least} en ${most}.`);
};

/** KvK shows no more than this of one search. */
const MOST_RESULTS = 1_000;

/** The parameters of API Zoeken, always in one order, so that equal searches are equal. @throws PartnerError REFUSED */
export function searchParameters(query: KvkSearch): URLSearchParams {
  const parameters = new URLSearchParams();
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined && String(value).trim() !== '') parameters.append(name, String(value).trim());
  };
  for (const [name, kind] of [
    ['kvkNummer', 'kvkNumber'],
    ['rsin', 'rsin'],
    ['vestigingsnummer', 'establishmentNumber'],
  ] as const) {
    const value = query[kind];
    if (value !== undefined) add(name, digits(kind, value));
  }
  add('naam', query.name);
  add('straatnaam', query.street);
  add('plaats', query.city);
  const postcode = query.postcode?.replace(/\s/g, '').toUpperCase();
  const { houseNumber, houseLetter, poBox } = query;
  if (postcode !== undefined && !/^[0-9]{4}[A-Z]{2}$/.test(postcode))
    throw refuse('IPD1999', 'De postcode is niet valide.');
  if (postcode !== undefined && houseNumber === undefined && poBox === undefined) {
    throw refuse('IPD1999', 'Een postcode kan alleen met een huisnummer of een postbusnummer.');
  }
  if (postcode === undefined && (houseNumber !== undefined || poBox !== undefined)) {
    throw refuse('IPD1999', 'Een huisnummer of postbusnummer kan alleen met een postcode.');
  }
  if (houseLetter !== undefined && (houseNumber === undefined || !/^[a-zA-Z]$/.test(houseLetter))) {
    throw refuse('IPD1999', 'Een huisletter is één letter, en kan alleen met een huisnummer.');
  }
  add('postcode', postcode);
  if (houseNumber !== undefined) add('huisnummer', between(houseNumber, 1, 99_999, 'Het huisnummer'));
  add('huisletter', houseLetter);
  if (poBox !== undefined) add('postbusnummer', between(poBox, 1, 99_999, 'Het postbusnummer'));
  if (parameters.size === 0) throw refuse('IPD1998', 'Er is niets opgegeven om op te zoeken.');

  for (const kind of query.kinds ?? []) add('type', hitType(kind));
  if (query.includeInactive) add('inclusiefInactieveRegistraties', 'true');
  const page = between(query.page ?? 1, 1, 1_000, 'De pagina');
  const pageSize = between(query.pageSize ?? 10, 1, 100, 'Het aantal resultaten per pagina');
  if ((page - 1) * pageSize >= MOST_RESULTS)
    throw refuse('IPD1999', `Er worden hoogstens ${MOST_RESULTS} resultaten getoond.`);
  add('pagina', page);
  add('resultatenPerPagina', pageSize);
  return parameters;
}
