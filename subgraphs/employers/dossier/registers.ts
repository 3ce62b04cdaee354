import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import type { Kvk } from '../../../adapters/kvk/port.js';
import type { PartnerError } from '../../../adapters/partner-error.js';
import { ZONE } from '../../../runtime/clock.js';
import type { Context } from '../../context.js';
import { Freshness, SourceSystem, type SourceStatus } from '../../provenance.js';
import type { Employer } from './employer.js';
import { RegisterRecord } from './register-record.js';
import { fromKvk, type RegisterField, type RegisterValues } from './register-values.js';
import { settle, type Settled, type Told } from './settle.js';

/** A register's word stays fresh this long; after that it is asked again, and shown as stale when it is silent. */
const LIFETIME_MS = 24 * 3_600_000;

/** What the registers say of one employer at the moment of the request. */
export interface Registers {
  told: Told[];
  sources: SourceStatus[];
  /** Why a register said nothing, for the fields that have no value without it. */
  failure: GraphQLError | null;
}

const isPartnerError = (error: unknown): error is PartnerError =>
  error instanceof Error && error.name === 'PartnerError';

const CODES = {
  UNAVAILABLE: 'PARTNER_UNAVAILABLE',
  REFUSED: 'PARTNER_REFUSED',
  MALFORMED: 'PARTNER_MALFORMED',
} as const;

/** A partner's failure as the client sees it: which partner, its own code and sentence, and no address. */
export const partnerFailure = ({ partner, kind, message, partnerCode, partnerMessage }: PartnerError): GraphQLError =>
  new GraphQLError(partnerMessage ? `${message} ${partnerMessage}` : message, {
    extensions: { code: CODES[kind], partner, ...(partnerCode ? { partnerCode } : {}) },
  });

const inDutch = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toLocaleString('nl-NL', { dateStyle: 'long' });

/** Asks KvK for the company, and the establishment side by side when the dossier is about one. @throws PartnerError */
export async function askKvk(kvk: Kvk, kvkNumber: string, establishmentNumber?: string | null): Promise<Told> {
  const [company, establishment] = await Promise.all([
    kvk.company(kvkNumber),
    establishmentNumber ? kvk.establishment(establishmentNumber) : null,
  ]);
  const retrievedAt =
    establishment && establishment.retrievedAt < company.retrievedAt ? establishment.retrievedAt : company.retrievedAt;
  const fresh = company.freshness === 'FRESH' && (establishment?.freshness ?? 'FRESH') === 'FRESH';
  return {
    source: SourceSystem.KVK,
    values: fromKvk(company.value, establishment?.value ?? null),
    retrievedAt,
    staleAfter: new Date(retrievedAt.getTime() + LIFETIME_MS),
    freshness: fresh ? Freshness.FRESH : Freshness.STALE,
  };
}

const fromRecord = (record: RegisterRecord): Told => ({
  source: record.source,
  values: record.values,
  retrievedAt: record.retrievedAt,
  staleAfter: new Date(record.retrievedAt.getTime() + LIFETIME_MS),
  freshness: Freshness.STALE,
});

const status = (told: Told, message: string | null, freshness = told.freshness): SourceStatus => ({
  source: told.source,
  freshness,
  retrievedAt: told.retrievedAt,
  message,
});

async function ask(kvk: Kvk, employer: Employer, last: RegisterRecord | undefined): Promise<Registers> {
  try {
    const told = await askKvk(kvk, employer.kvkNumber!, employer.establishmentNumber);
    const message =
      told.freshness === Freshness.STALE
        ? `KvK antwoordt nu niet. U ziet de gegevens van ${inDutch(told.retrievedAt)}.`
        : null;
    return { told: [told], sources: [status(told, message)], failure: null };
  } catch (error) {
    if (!isPartnerError(error)) throw error;
    if (!last)
      return {
        told: [],
        sources: [
          { source: SourceSystem.KVK, freshness: Freshness.UNAVAILABLE, retrievedAt: null, message: error.message },
        ],
        failure: partnerFailure(error),
      };
    const told = fromRecord(last);
    return {
      told: [told],
      sources: [
        status(told, `${error.message} U ziet de gegevens van ${inDutch(told.retrievedAt)}.`, Freshness.UNAVAILABLE),
      ],
      failure: null,
    };
  }
}

const NONE: Registers = { told: [], sources: [], failure: null };

/**
 * What the registers say, per employer, once per request. Registers are asked side by side and only for employers
 * that have a number there; what was written down before stands in for a silent register.
 */
export const registersLoader = ({ em }: Context, kvk: Kvk): DataLoader<Employer, Registers, string> =>
  new DataLoader(
    async (employers) => {
      const ids = employers.map(({ id }) => id);
      const records = await em.find(RegisterRecord, { employerId: { $in: ids } }, { disableIdentityMap: true });
      const lastOf = new Map(records.map((record) => [record.employerId, record]));
      return Promise.all(
        employers.map((employer) => (employer.kvkNumber ? ask(kvk, employer, lastOf.get(employer.id)) : NONE)),
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
  const { told, failure } = await registers.load(employer);
  const settled = settle(employer, told, field);
  if (!settled && failure) throw failure;
  return settled;
}
