import { Freshness, SourceSystem } from '../../../provenance.js';
import type { Employer } from '../employer.js';
import type { FieldChoice } from './field-choice.js';
import { inWords, isTold, plain } from './in-words.js';
import type { RegisterField, RegisterValues } from './register-values.js';

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
  /** The choice of a professional that this is, when it is one. */
  choice: FieldChoice | null;
}

export type Choices = ReadonlyMap<RegisterField, FieldChoice>;

/** Where a field's value may come from: one source's word. */
type Claim = Omit<Settled<unknown>, 'conflicts' | 'choice'>;

type ValueOf<F extends RegisterField> = NonNullable<RegisterValues[F]>;

/** What we hold ourselves: typed in by a professional, or the name of the dossier. */
function own(employer: Employer, field: RegisterField): Claim | null {
  const { manualHeadcount, manualWebsite, manualVisitingAddress, manualSetAt, registeredAt } = employer;
  const held = { staleAfter: null, freshness: Freshness.FRESH };
  if (field === 'tradeName')
    return employer.version
      ? {
          ...held,
          value: employer.name,
          source: SourceSystem.WBS,
          retrievedAt: registeredAt,
          recordId: employer.wbsNumber,
        }
      : null;
  const manual: Partial<Record<RegisterField, unknown>> = {
    headcount: manualHeadcount,
    website: manualWebsite,
    visitingAddress: manualVisitingAddress,
  };
  const value = manual[field];
  if (!isTold(value)) return null;
  return {
    ...held,
    value,
    source: SourceSystem.MANUAL,
    retrievedAt: manualSetAt ?? registeredAt,
    recordId: employer.id,
  };
}

/** Who says anything of a field: what we hold ourselves first, then the registers in the order given. */
function claimsOn(employer: Employer, told: Told[], field: RegisterField): Claim[] {
  const ours = own(employer, field);
  const theirs = told
    .filter(({ values }) => isTold(values[field]))
    .map(({ values, ...register }) => ({ ...register, value: values[field] as unknown, recordId: values.recordId }));
  return ours ? [ours, ...theirs] : theirs;
}

/**
 * Chooses each field's value. The source that a professional chose goes first as long as it says anything; else what a
 * professional typed in goes before the registers, and these in the order given. Whoever says something else stands in
 * the conflicts; nothing is hidden.
 */
export function settle<F extends RegisterField>(
  employer: Employer,
  told: Told[],
  field: F,
  choices: Choices = new Map(),
): Settled<ValueOf<F>> | null {
  const claims = claimsOn(employer, told, field);
  const choice = choices.get(field);
  const chosen = claims.find(({ source }) => source === choice?.source) ?? claims[0];
  if (!chosen) return null;
  const conflicts = claims
    .filter(({ value }) => plain(inWords(value)) !== plain(inWords(chosen.value)))
    .map(({ source, value, retrievedAt }) => ({ source, value: inWords(value), retrievedAt }));
  return {
    ...(chosen as Claim & { value: ValueOf<F> }),
    conflicts,
    choice: choice?.source === chosen.source ? choice : null,
  };
}
