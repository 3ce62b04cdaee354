import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import type { Logger } from '../runtime/log.js';

/** Questions in a row without an answer after which a subgraph is left alone. */
const FAILURES = 10;

/** A body that is too long says something of the question, a client that left nothing at all: neither of the subgraph. */
function tellsOfSubgraph(error: unknown): boolean {
  const { name, code } = error as { name?: string; code?: string };
  return name !== 'AbortError' && code !== 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}

/**
 * Leaves a subgraph in another process alone while it is down, so that answers do not wait for it until their deadline
 * each time. While one question tries whether it is back, others wait for what that one finds.
 * @param restMs milliseconds before one question tries whether it is back
 */
export function breaker(subgraph: string, restMs: number, log: Logger): <T>(ask: () => Promise<T>) => Promise<T> {
  const policy = circuitBreaker(handleWhen(tellsOfSubgraph), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(FAILURES),
  });
  policy.onStateChange((state) => log.warn({ subgraph, breaker: CircuitState[state] }, 'circuit breaker'));
  return (ask) => policy.execute(ask);
}
