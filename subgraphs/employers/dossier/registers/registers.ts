import DataLoader from 'dataloader';
import type { GraphQLError } from 'graphql';
import { PartnerError } from '../../../../adapters/partner-error.js';
import type { ReadOptions } from '../../../../adapters/retrieved.js';
import { dayOf } from '../../../../runtime/clock.js';
import type { Context } from '../../../context.js';
import { inDutch } from '../../../in-dutch.js';
import { partnerFailure } from '../../../partner-failure.js';
import { Freshness, type SourceStatus, type SourceSystem } from '../../../provenance.js';
import { read } from '../../../read.js';
import type { Employer } from '../employer.js';
import { failureInDutch } from './kvk-refusal.js';
import { choicesByField, FieldChoice } from './field-choice.js';
import { RegisterRecord } from './register-record.js';
import type { RegisterNumbers, RegisterSource } from './register-source.js';
import type { RegisterField, RegisterValues } from './register-values.js';
import { settle, type Choices, type Settled, type Told } from './settle.js';

/** A register's word stays fresh this long; after that it is asked again, and shown as stale when it is silent. */
const LIFETIME_MS = 24 * 3_600_000;

/** What the registers say of one employer at the moment of the request. */
export interface Registers {
  told: Told[];
  sources: SourceStatus[];
  /** Why a register said nothing, for the fields that it feeds and that have no value without it. */
  failures: { feeds: readonly RegisterField[]; error: GraphQLError }[];
  /** What professionals chose where sources differ. */
  choices: Choices;
}

/** What one register answered, or why it did not. */
interface Answer {
  told: Told | null;
  status: SourceStatus;
  failure: Registers['failures'][number] | null;
}

/** Asks one register, and keeps what it says with its age. Null when it does not know the employer. @throws PartnerError */
export async function tellOf(
  register: RegisterSource,
  numbers: RegisterNumbers,
  options?: ReadOptions,
): Promise<Told | null> {
  const { value, retrievedAt, freshness } = await register.ask(numbers, options);
  if (!value) return null;
  return told(register.source, value, retrievedAt, Freshness[freshness]);
}

const told = (source: SourceSystem, values: RegisterValues, retrievedAt: Date, freshness: Freshness): Told => ({
  source,
  values,
  retrievedAt,
  staleAfter: new Date(retrievedAt.getTime() + LIFETIME_MS),
  freshness,
});

const NAMES: Partial<Record<SourceSystem, string>> = { KVK: 'KvK', SUWI_SBR: 'Het SUWI-bedrijvenregister' };
export const nameOf = (source: SourceSystem): string => NAMES[source] ?? source;

export const numbersOf = ({ kvkNumber, establishmentNumber }: Employer): RegisterNumbers => ({
  kvkNumber: kvkNumber!,
  establishmentNumber: establishmentNumber ?? null,
});

/** What a register says is kept for a while: what it told us since, of which we made a record, goes before that. */
function newest(now: Told | null, last: RegisterRecord | undefined): Told | null {
  if (!now || !last || last.retrievedAt <= now.retrievedAt) return now;
  return told(now.source, last.values, last.retrievedAt, now.freshness);
}

async function ask(register: RegisterSource, employer: Employer, last: RegisterRecord | undefined): Promise<Answer> {
  const { source, feeds } = register;
  const name = nameOf(source);
  try {
    const now = newest(await tellOf(register, numbersOf(employer)), last);
    if (!now) {
      const message = `${name} kent deze werkgever niet.`;
      return { told: null, status: { source, freshness: Freshness.FRESH, retrievedAt: null, message }, failure: null };
    }
    const { freshness, retrievedAt } = now;
    const stale = `${name} antwoordt nu niet. U ziet de gegevens van ${inDutch(dayOf(retrievedAt))}.`;
    const message = freshness === Freshness.STALE ? stale : null;
    return { told: now, status: { source, freshness, retrievedAt, message }, failure: null };
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    const silent = { source, freshness: Freshness.UNAVAILABLE };
    if (!last) {
      const status = { ...silent, retrievedAt: null, message: error.message };
      return { told: null, status, failure: { feeds, error: partnerFailure(error, failureInDutch(error)) } };
    }
    const { values, retrievedAt } = last;
    const message = `${error.message} U ziet de gegevens van ${inDutch(dayOf(retrievedAt))}.`;
    return {
      told: told(source, values, retrievedAt, Freshness.STALE),
      status: { ...silent, retrievedAt, message },
      failure: null,
    };
  }
}

const NONE: Registers = { told: [], sources: [], failures: [], choices: new Map() };

/**
 * What the registers say, per employer, once per request. Registers are asked side by side and only for employers
 * that have a number there; what was written down before stands in for a silent register.
 */
export const registersLoader = (
  { em }: Context,
  registers: readonly RegisterSource[],
): DataLoader<Employer, Registers, string> =>
  new DataLoader(
    async (employers) => {
      const ids = employers.map(({ id }) => id);
      const [records, choices] = await Promise.all([
        read(em, RegisterRecord, { employerId: ids }),
        read(em, FieldChoice, { employerId: ids }, { at: 'asc', id: 'asc' }),
      ]);
      const lastOf = new Map(records.map((record) => [`${record.employerId} ${record.source}`, record]));
      return Promise.all(
        employers.map(async (employer) => {
          const chosen = choicesByField(choices.filter(({ employerId }) => employerId === employer.id));
          if (!employer.kvkNumber) return { ...NONE, choices: chosen };
          const answers = await Promise.all(
            registers.map((register) => ask(register, employer, lastOf.get(`${employer.id} ${register.source}`))),
          );
          return {
            told: answers.flatMap((answer) => answer.told ?? []),
            sources: answers.map(({ status }) => status),
            failures: answers.flatMap(({ failure }) => failure ?? []),
            choices: chosen,
          };
        }),
      );
    },
    { cacheKeyFn: ({ id }) => id },
  );

/** A field's settled value. @throws GraphQLError PARTNER_* when nobody told it and a register was silent */
export async function settledField<F extends RegisterField>(
  registers: DataLoader<Employer, Registers, string>,
  employer: Employer,
  field: F,
): Promise<Settled<NonNullable<RegisterValues[F]>> | null> {
  const { told, failures, choices } = await registers.load(employer);
  const settled = settle(employer, told, field, choices);
  const failure = failures.find(({ feeds }) => feeds.includes(field));
  if (!settled && failure) throw failure.error;
  return settled;
}
