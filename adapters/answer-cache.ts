import { BentoCache, bentostore } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import type { CreateDriverResult, L2CacheDriver } from 'bentocache/types';
import { createHash } from 'node:crypto';
import { answerJson } from './answer-json.js';
import type { AnswerStore } from './answer-store.js';
import { PartnerError, type Partner } from './partner-error.js';
import type { Retrieved } from './retrieved.js';

export interface CacheOptions {
  /** How long an answer past its lifetime may still be given when the partner fails, in milliseconds. Default 24 hours. */
  staleForMs?: number;
  /** How long a stale answer is given without asking again after a failure, in milliseconds. Default 1,000. */
  staleRestMs?: number;
  /** How long "unknown to us" is believed, in milliseconds; 0 asks every time. Default 60,000. */
  absentLifetimeMs?: number;
  /** Which refusals are an answer about the thing asked for, and so may be kept. Default none. */
  isAbsence?: (refusal: PartnerError) => boolean;
  /** Answers kept; the least used go first. Default 10,000. */
  cachedAnswers?: number;
  /** Bytes kept. Default `50mb`. */
  cachedBytes?: string;
  /** Where answers are kept beside memory, so that a restart does not forget them. Default nowhere. */
  store?: AnswerStore | undefined;
  /** The partner's address: what one address answered is not taken for the answer of another. */
  address?: string;
}

/** The second layer of bentocache: one store for all partners, whose owner closes it. */
const layer = (store: AnswerStore, partner: Partner): CreateDriverResult<L2CacheDriver> => {
  const named = (key: string): string => `${partner} ${key}`;
  const driver: L2CacheDriver = {
    type: 'l2',
    namespace: () => driver,
    get: (key) => store.get(named(key)),
    async set(key, json, keepMs) {
      store.set(named(key), json, keepMs!);
      return true;
    },
    async delete(key) {
      store.delete(named(key));
      return true;
    },
    async deleteMany(keys) {
      for (const key of keys) store.delete(named(key));
      return true;
    },
    // Answers of this partner alone are never taken or cleared all at once.
    pull: (key) => store.get(named(key)),
    clear: async () => {},
    disconnect: async () => {},
  };
  return { options: {}, factory: () => driver };
};

/** What is kept: an answer or the partner's statement that there is none. JSON, so that no reader can change it for another. */
type Kept<T> = { at: number; value: T } | { at: number; absent: { code: string | null; message: string | null } };

export interface AnswerCache {
  /** The kept answer, or `ask()`; callers with one key share one `ask()`. A `lifetimeMs` of 0 keeps nothing. */
  through<T>(key: string, lifetimeMs: number, ask: () => Promise<T>): Promise<Retrieved<T>>;
  close(): Promise<void>;
}

/**
 * Answers of one partner, each with its age (bentocache: lifetime, then grace while the partner fails): in memory, and
 * behind that in `store`. What is asked with a lifetime of 0 passes by and stands in neither.
 */
export function answerCache(partner: Partner, options: CacheOptions): AnswerCache {
  const {
    staleForMs = 24 * 3_600_000,
    staleRestMs = 1_000,
    absentLifetimeMs = 60_000,
    isAbsence = () => false,
  } = options;
  const answers = bentostore().useL1Layer(
    memoryDriver({ maxItems: options.cachedAnswers ?? 10_000, maxSize: options.cachedBytes ?? '50mb' }),
  );
  if (options.store) answers.useL2Layer(layer(options.store, partner));
  const bento = new BentoCache({ default: 'answers', stores: { answers }, serializer: answerJson });
  const inFlight = new Map<string, Promise<Kept<unknown>>>();

  const kept = <T>(key: string, lifetimeMs: number, ask: () => Promise<T>): Promise<Kept<T>> =>
    bento.getOrSet<Kept<T>>({
      key,
      ttl: lifetimeMs,
      // bentocache counts from the writing, and anew each time the partner fails: `through` holds the true age.
      grace: lifetimeMs + staleForMs,
      graceBackoff: staleRestMs,
      // Null, not 0: 0 would answer with the old value before the partner was asked.
      timeout: null,
      factory: async ({ setOptions }) => {
        try {
          const value = await ask();
          return { at: Date.now(), value };
        } catch (error) {
          if (!(error instanceof PartnerError) || !isAbsence(error) || absentLifetimeMs <= 0) throw error;
          setOptions({ ttl: absentLifetimeMs });
          return { at: Date.now(), absent: { code: error.partnerCode, message: error.partnerMessage } };
        }
      },
    });

  return {
    async through<T>(key: string, lifetimeMs: number, ask: () => Promise<T>): Promise<Retrieved<T>> {
      if (lifetimeMs <= 0) return { value: await ask(), retrievedAt: new Date(), freshness: 'FRESH' };
      const began = Date.now();
      // Keys hold what was asked for; a digest tells nobody.
      const digest = createHash('sha256')
        .update(`${options.address ?? ''}\n${key}`)
        .digest('base64url');
      // bentocache's own lock lets those who waited ask one after another when the first one fails.
      let asked = inFlight.get(digest) as Promise<Kept<T>> | undefined;
      // Who joins gets a copy: one reader's change is not another's.
      const joined = asked !== undefined;
      if (!asked) {
        asked = kept(digest, lifetimeMs, ask).finally(() => inFlight.delete(digest));
        inFlight.set(digest, asked);
      }
      const found = await asked.catch((error: unknown) => {
        throw error instanceof Error && !(error instanceof PartnerError) && error.cause instanceof PartnerError
          ? error.cause
          : error;
      });
      const olderThan = (ms: number) => found.at < began && Date.now() - found.at > ms;
      if ('absent' in found) {
        // Of a thing that was once unknown we know nothing while the partner is silent.
        if (olderThan(absentLifetimeMs)) throw new PartnerError(partner, 'UNAVAILABLE');
        throw new PartnerError(partner, 'REFUSED', {
          partnerCode: found.absent.code,
          partnerMessage: found.absent.message,
        });
      }
      if (olderThan(lifetimeMs + staleForMs)) throw new PartnerError(partner, 'UNAVAILABLE');
      const freshness = olderThan(lifetimeMs) ? 'STALE' : 'FRESH';
      return { value: joined ? structuredClone(found.value) : found.value, retrievedAt: new Date(found.at), freshness };
    },
    close: () => bento.disconnectAll(),
  };
}
