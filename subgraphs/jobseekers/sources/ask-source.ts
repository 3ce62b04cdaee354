import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { HOW_IT_FAILED, PartnerError } from '../../../adapters/partner-error.js';
import type { Bsn, Sonar } from '../../../adapters/sonar/port.js';
import { dayOf } from '../../../runtime/clock.js';
import type { Context } from '../../context.js';
import { inDutch } from '../../in-dutch.js';
import { partnerFailure } from '../../partner-failure.js';
import { Freshness } from '../../provenance.js';
import { PersonNumberError } from '../personal-data/person-numbers.js';
import type { Readings } from '../personal-data/readings.js';
import { freshnessOf } from './age.js';
import type { PersonSource, SourceAnswer, Told } from './person-source.js';
import type { SourceRecord } from './source-record.js';

/** People that one request may have looked up at one source: a page of a list, and no more. */
export const MOST_ASKED = 25;

/** Whose, and what for; without a purpose what the request is for. */
export interface Asking {
  jobseekerId: string;
  purpose?: string | undefined;
}

export interface SourceSurroundings extends Pick<Context, 'clock' | 'log'> {
  /** Null: none is connected here. */
  sonar: Sonar | null;
  personNumberOf: DataLoader<string, Bsn | null>;
  recordsOf: DataLoader<string, SourceRecord[]>;
  readings: Readings;
}

/** A question to one source as far as it comes without asking it. */
type Prepared<T> = { asking: Asking; bsn: Bsn; last: Told<T> | null } | { asking: Asking; answer: SourceAnswer<T> };

/**
 * What one source says of each jobseeker, once per request. What was written down less than a day ago is the answer;
 * else the source is asked, side by side for all and at most MOST_ASKED of them, and each question is on record before
 * it goes out. Where the source is silent, what was written down before stands in for it, with its age; where
 * nothing was, nothing is told: what is not known is never a no.
 */
export function askSource<T>(
  source: PersonSource<T>,
  { sonar, clock, log, personNumberOf, recordsOf, readings }: SourceSurroundings,
): DataLoader<Asking, SourceAnswer<T>, string> {
  const now = clock.now();
  let asked = 0;

  /** In the place of an answer: why there is none, and what is known from before. */
  function without(why: string, last: Told<T> | null, failure: GraphQLError | null): SourceAnswer<T> {
    const message = last ? `${why} U ziet de gegevens van ${inDutch(dayOf(last.retrievedAt))}.` : why;
    return {
      told: last && { ...last, freshness: Freshness.STALE },
      status: {
        source: source.source,
        freshness: Freshness.UNAVAILABLE,
        retrievedAt: last?.retrievedAt ?? null,
        message,
      },
      failure: last ? null : failure,
    };
  }

  async function prepare(asking: Asking): Promise<Prepared<T>> {
    const record = (await recordsOf.load(asking.jobseekerId)).find((one) => one.source === source.source);
    const last = record
      ? {
          value: record.told.value as T,
          retrievedAt: record.retrievedAt,
          freshness: freshnessOf(record.retrievedAt, now),
        }
      : null;
    if (last?.freshness === Freshness.FRESH) {
      const { freshness, retrievedAt } = last;
      return {
        asking,
        answer: { told: last, status: { source: source.source, freshness, retrievedAt, message: null }, failure: null },
      };
    }
    if (!sonar) return { asking, answer: without(`${source.name} is hier niet aangesloten.`, last, null) };
    try {
      const bsn = await personNumberOf.load(asking.jobseekerId);
      if (bsn) return { asking, bsn, last };
    } catch (error) {
      if (!(error instanceof PersonNumberError)) throw error;
      log.error({ err: error, source: source.source }, 'person number unreadable');
      const why = `${source.name} kan niet worden gevraagd: het bewaarde burgerservicenummer is niet te lezen.`;
      return { asking, answer: without(why, last, new GraphQLError(why, { originalError: error })) };
    }
    const why = `${source.name} kan niet worden gevraagd: het burgerservicenummer is niet bekend.`;
    return { asking, answer: without(why, last, null) };
  }

  async function ask(sonar: Sonar, bsn: Bsn, last: Told<T> | null): Promise<SourceAnswer<T>> {
    try {
      const { value, retrievedAt, freshness } = await source.ask(sonar, bsn);
      const told: Told<T> = {
        value,
        // By the clock of the trade, by which its age is told too.
        retrievedAt: freshness === 'FRESH' ? clock.now() : retrievedAt,
        freshness: Freshness[freshness],
      };
      const status = { source: source.source, freshness: told.freshness, retrievedAt: told.retrievedAt, message: null };
      return { told, status, failure: null };
    } catch (error) {
      if (!(error instanceof PartnerError)) throw error;
      log.warn({ source: source.source, kind: error.kind, partnerCode: error.partnerCode }, 'source gave no answer');
      const why = `${source.name} ${HOW_IT_FAILED[error.kind]}`;
      return without(why, last, partnerFailure(error, why));
    }
  }

  return new DataLoader<Asking, SourceAnswer<T>, string>(
    async (all) => {
      const prepared = await Promise.all(all.map(prepare));
      const turns = prepared.map((one) => 'bsn' in one && (asked += 1) <= MOST_ASKED);
      await Promise.all(
        prepared.map(({ asking: { jobseekerId, purpose } }, n) =>
          turns[n] ? readings.record(jobseekerId, source.source, 'opvragen', purpose) : null,
        ),
      );
      return Promise.all(
        prepared.map((one, n) => {
          if ('answer' in one) return one.answer;
          if (turns[n]) return ask(sonar!, one.bsn, one.last);
          const why = `${source.name} wordt per vraag over hoogstens ${MOST_ASKED} personen bevraagd.`;
          return without(why, one.last, new GraphQLError(why, { extensions: { code: 'LIMIT_EXCEEDED' } }));
        }),
      );
    },
    { cacheKeyFn: ({ jobseekerId }) => jobseekerId },
  );
}
