import { inDutch } from '../../../in-dutch.js';
import { inWords, isTold, plain } from './in-words.js';
import type { RegisterValues } from './register-values.js';

export type ChangingField = Exclude<keyof RegisterValues, 'recordId'>;

/** One field on which a register changed its mind, in words. */
export interface Difference {
  field: ChangingField;
  /** Null: it said nothing; also null for an address that it tells no longer, which may be shielded now. */
  from: string | null;
  /** Null: it says nothing any more. */
  to: string | null;
}

/** What a field is called in a Dutch sentence. */
export const FIELD_NAMES: Record<ChangingField, string> = {
  tradeName: 'de handelsnaam',
  legalName: 'de statutaire naam',
  legalForm: 'de rechtsvorm',
  activities: 'de SBI-activiteiten',
  headcount: 'het aantal werkzame personen',
  website: 'de website',
  visitingAddress: 'het bezoekadres',
  postalAddress: 'het postadres',
  nonMailing: 'non-mailing',
  endedOn: 'de einddatum',
};

const fields = Object.keys(FIELD_NAMES) as ChangingField[];
const addresses: ChangingField[] = ['visitingAddress', 'postalAddress'];

/** The same activities in another order are the same, unless another one is the main one. */
const comparable = (value: unknown): string => {
  if (!Array.isArray(value)) return plain(inWords(value));
  const [main, ...others] = inWords(value).split(', ');
  return [main, ...others.sort()].join(', ');
};

/** What differs between two answers of one register, field by field in the order of the dossier. */
export const differences = (before: RegisterValues, after: RegisterValues): Difference[] =>
  fields.flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    const [from, to] = [was, is].map((value) => (isTold(value) ? inWords(value) : null));
    // KvK's Dataservice does not tell it: asked there since, it is not withdrawn.
    if (field === 'nonMailing' && to === null) return [];
    if (from === to || (from && to && comparable(was) === comparable(is))) return [];
    return [{ field, from: to === null && addresses.includes(field) ? null : from!, to: to! }];
  });

/** A whole date is written as people do; the register may know a year or a month only. */
const written = (field: ChangingField, value: string): string =>
  field === 'endedOn' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? inDutch(value) : value;

/** A difference as one Dutch sentence, said by `register`. */
export function differenceInDutch(register: string, { field, from, to }: Difference): string {
  const [becomes, goes, is] = field === 'activities' ? ['worden', 'gaan', 'zijn'] : ['wordt', 'gaat', 'is'];
  const [was, will] = [from, to].map((value) => (value === null ? null : written(field, value)));
  const told =
    will === null
      ? `${becomes} niet meer vermeld${was ? ` (was ${was})` : ''}`
      : was === null
        ? `${is} nu ${will}`
        : `${goes} van ${was} naar ${will}`;
  const sentence = `${register}: ${FIELD_NAMES[field]} ${told}`;
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
