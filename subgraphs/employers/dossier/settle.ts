import { Freshness, SourceSystem, type FieldProvenance } from '../../provenance.js';
import { oneLine, type Address } from './address.js';
import type { Employer } from './employer.js';
import { registerFields, type RegisterField, type RegisterValues, type Sbi } from './register-values.js';

/** What one register says of one employer now, and how old that is. */
export interface Told {
  source: SourceSystem;
  values: RegisterValues;
  retrievedAt: Date;
  staleAfter: Date;
  freshness: Freshness;
}

/** A field's value as the dossier shows it, with where it came from and what others say. */
export interface Settled<T> {
  value: T;
  source: SourceSystem;
  retrievedAt: Date;
  staleAfter: Date | null;
  freshness: Freshness;
  recordId: string | null;
  conflicts: { source: SourceSystem; value: string; retrievedAt: Date }[];
}

type ValueOf<F extends RegisterField> = NonNullable<RegisterValues[F]>;

const isTold = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

function inWords(value: unknown): string {
  if (Array.isArray(value)) return (value as Sbi[]).map(({ code }) => code).join(', ');
  return typeof value === 'object' ? oneLine(value as Address) : String(value);
}

/** Without what registers write differently and mean alike: capitals, and the space inside a postcode. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(\d{4}) ([a-z]{2})\b/g, '$1$2')
    .trim();

/** What we hold ourselves: typed in by a professional, or the name the dossier was opened under. */
function own(employer: Employer, field: RegisterField): { value: unknown; source: SourceSystem } | null {
  const manual = {
    headcount: employer.manualHeadcount,
    website: employer.manualWebsite,
    visitingAddress: employer.manualVisitingAddress,
  }[field as string];
  return isTold(manual) ? { value: manual, source: SourceSystem.MANUAL } : null;
}

/**
 * Chooses each field's value: what a professional typed in goes before the registers, and these in the order given.
 * Whoever says something else stands in the conflicts; nothing is hidden.
 */
export function settle<F extends RegisterField>(
  employer: Employer,
  told: Told[],
  field: F,
): Settled<ValueOf<F>> | null {
  const manual = own(employer, field);
  const claims = [
    ...(manual
      ? [
          {
            ...manual,
            retrievedAt: employer.manualSetAt ?? employer.registeredAt,
            staleAfter: null,
            freshness: Freshness.FRESH,
            recordId: employer.id,
          },
        ]
      : []),
    ...told
      .filter(({ values }) => isTold(values[field]))
      .map(({ values, recordId: _, ...register }: Told & { recordId?: string }) => ({
        ...register,
        value: values[field] as unknown,
        recordId: values.recordId,
      })),
  ];
  const [chosen, ...others] = claims;
  if (!chosen) return null;
  const conflicts = others
    .filter(({ value }) => plain(inWords(value)) !== plain(inWords(chosen.value)))
    .map(({ source, value, retrievedAt }) => ({ source, value: inWords(value), retrievedAt }));
  return { ...(chosen as Settled<ValueOf<F>>), conflicts };
}

/** The provenance of the fields asked for (all that registers feed when none are named), without those that nobody tells. */
export function provenanceOf(employer: Employer, told: Told[], fields?: string[] | null): FieldProvenance[] {
  return registerFields
    .filter((field) => !fields || fields.includes(field))
    .flatMap((field) => {
      const settled = settle(employer, told, field);
      if (!settled) return [];
      const { source, retrievedAt, staleAfter, freshness, recordId, conflicts } = settled;
      return [{ field, source, sourceRecordId: recordId, retrievedAt, staleAfter, freshness, conflicts }];
    });
}
