import {
  bulkhead,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleAll,
  handleWhen,
  retry,
  type IRetryBackoffContext,
} from 'cockatiel';
import type { Logger } from '../runtime/log.js';
import { answerCache, type CacheOptions } from './answer-cache.js';
import { PartnerError, type Partner } from './partner-error.js';
import type { Retrieved } from './retrieved.js';

export interface ResilienceOptions extends CacheOptions {
  partner: Partner;
  log: Logger;
  /** Milliseconds in which there is an answer or an error, over all attempts, waits and queues together. Default 2,000. */
  deadlineMs?: number;
  /** How often a read is tried at most, the first time included. A write is tried once. Default 3. */
  attempts?: number;
  /** First wait before trying again; doubles each time, and a random half is taken off. Default 50 ms. */
  backoffMs?: number;
  /** Failures in a row that open the breaker; attempts count, REFUSED counts as an answer. At most 10. Default 5. */
  failuresToOpen?: number;
  /** How long the breaker stays open before one call may try, in milliseconds. Default 5,000. */
  halfOpenAfterMs?: number;
  /** Calls under way at the same time. Default 20. */
  concurrent?: number;
  /** Calls that may wait for their turn; more are told at once that the partner is unavailable. Default 200. */
  queued?: number;
}

export interface ResilienceStatus {
  breaker: 'CLOSED' | 'OPEN' | 'HALF_OPEN';
  /** Last time the partner answered, a refusal included. */
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
}

export interface Resilience {
  /** Reads once for all who ask for `key` now, tries again while the deadline allows, and keeps the answer `lifetimeMs`. */
  read<T>(key: string, lifetimeMs: number, attempt: (signal: AbortSignal) => Promise<T>): Promise<Retrieved<T>>;
  /** One attempt within the deadline, behind the same breaker and the same limit: a write may have arrived. */
  write<T>(attempt: (signal: AbortSignal) => Promise<T>): Promise<T>;
  status(): ResilienceStatus;
  close(): Promise<void>;
}

type Outcome<T> = { value: T } | { refused: PartnerError };

/** The manners towards one partner: what is asked of it how often, how long we wait, and what we say when it is silent. */
export function resilience(options: ResilienceOptions): Resilience {
  const { partner, deadlineMs = 2_000, attempts = 3, backoffMs = 50, failuresToOpen = 5 } = options;
  if (failuresToOpen < 1 || failuresToOpen > 10) throw new RangeError('failuresToOpen is 1 to 10');
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: options.halfOpenAfterMs ?? 5_000,
    breaker: new ConsecutiveBreaker(failuresToOpen),
  });
  const turns = bulkhead(options.concurrent ?? 20, options.queued ?? 200);
  const cache = answerCache(partner, options);
  let lastSuccessAt: Date | null = null;
  let lastFailureAt: Date | null = null;
  breaker.onStateChange((state) => options.log.warn({ partner, breaker: CircuitState[state] }, 'circuit breaker'));

  /** While one call tries whether the partner is back, others do not wait for it until their own deadline. */
  const notWhileTrying = () => {
    if (breaker.state === CircuitState.HalfOpen)
      throw new PartnerError(partner, 'UNAVAILABLE', { cause: new Error('half open') });
  };

  /** One attempt in its turn. A refusal is handed to the breaker as an answer: who says no is alive. */
  const once = <T>(attempt: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<Outcome<T>> =>
    turns.execute(() => {
      notWhileTrying();
      return breaker.execute(async (): Promise<Outcome<T>> => {
        try {
          const value = await attempt(signal);
          lastSuccessAt = new Date();
          return { value };
        } catch (error) {
          if (error instanceof PartnerError && error.kind === 'REFUSED') {
            lastSuccessAt = new Date();
            return { refused: error };
          }
          lastFailureAt = new Date();
          throw error;
        }
      });
    }, signal);

  /** Everything under one deadline; what is not a PartnerError by then is the partner being unavailable to us. */
  async function within<T>(
    work: (signal: AbortSignal, remainingMs: () => number) => Promise<Outcome<T>>,
    began = performance.now(),
  ): Promise<T> {
    // However long looking took, the partner is given half of it.
    const ends = Math.max(began + deadlineMs, performance.now() + deadlineMs / 2);
    const abort = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = new PartnerError(partner, 'UNAVAILABLE', { cause: new Error(`no answer in ${deadlineMs} ms`) });
        abort.abort(error);
        reject(error);
      }, ends - performance.now());
    });
    try {
      const outcome = await Promise.race([work(abort.signal, () => ends - performance.now()), late]);
      if ('refused' in outcome) throw outcome.refused;
      return outcome.value;
    } catch (error) {
      throw error instanceof PartnerError ? error : new PartnerError(partner, 'UNAVAILABLE', { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  const askAgain = <T>(attempt: (signal: AbortSignal) => Promise<T>, began: number): Promise<T> =>
    within((signal, remainingMs) => {
      const worthIt = handleWhen(
        (error) =>
          error instanceof PartnerError && error.kind === 'UNAVAILABLE' && (error.retryAfterMs ?? 0) < remainingMs(),
      );
      const backoff = new DelegateBackoff<IRetryBackoffContext<unknown>>(({ attempt: nth, result }) => {
        const asked = 'error' in result && result.error instanceof PartnerError ? result.error.retryAfterMs : undefined;
        return asked ?? backoffMs * 2 ** (nth - 1) * (1 - Math.random() / 2);
      });
      return retry(worthIt, { maxAttempts: attempts - 1, backoff }).execute(() => once(attempt, signal), signal);
    }, began);

  return {
    read(key, lifetimeMs, attempt) {
      // What looking among kept answers takes is the partner's time, not more of the asker's.
      const began = performance.now();
      return cache.through(key, lifetimeMs, () => askAgain(attempt, began));
    },
    write: (attempt) => within((signal) => once(attempt, signal)),
    status: () => ({
      breaker:
        breaker.state === CircuitState.Closed
          ? 'CLOSED'
          : breaker.state === CircuitState.HalfOpen
            ? 'HALF_OPEN'
            : 'OPEN',
      lastSuccessAt,
      lastFailureAt,
    }),
    close: () => cache.close(),
  };
}
