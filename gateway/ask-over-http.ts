import { context, propagation } from '@opentelemetry/api';
import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import type { AskSubgraph, RequestContext, SubgraphRequest } from '../runtime/ask-subgraph.js';
import { signIdentity, type Identity } from '../runtime/identity.js';

/** A longer answer is refused: 20 MB. */
const MOST_BYTES = 20_000_000;
/** A signed identity is believed for 60 seconds; it is signed anew after half of that. */
const SIGNED_FOR_MS = 30_000;
/** Statuses of something between us and the subgraph that is not ready now and may be in a moment. */
const PASSING = new Set([502, 503, 504]);

/** No answer came, or none that is GraphQL. Never tells an address. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(
    readonly code: string,
    readonly passing: boolean,
  ) {
    super(code);
  }
}

export interface AskOverHttpOptions {
  /** The subgraph's GraphQL address. */
  url: string;
  /** Milliseconds for the whole answer, a second try included. */
  deadlineMs?: number;
  /** Shared with the subgraph, which believes identities signed with it. */
  identitySecret: string;
  /** Connections kept alive at most. */
  pool?: { connections?: number };
  /** How often a query (never a mutation) is asked again after a failed connection or a 502, 503 or 504. */
  retries?: number;
}

function signer(secret: string): (identity: Identity) => string {
  const signed = new WeakMap<Identity, { header: string; until: number }>();
  return (identity) => {
    const known = signed.get(identity);
    if (known && known.until > Date.now()) return known.header;
    const header = `Bearer ${signIdentity(identity, secret)}`;
    signed.set(identity, { header, until: Date.now() + SIGNED_FOR_MS });
    return header;
  };
}

function result(status: number, text: string): ExecutionResult {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new NoAnswer(`HTTP_${status}_NO_JSON`, false);
  }
  const answer = body as ExecutionResult | null;
  const hasData = typeof answer === 'object' && answer !== null && typeof answer.data === 'object';
  const hasErrors =
    typeof answer === 'object' && answer !== null && Array.isArray(answer.errors) && answer.errors.length > 0;
  if (!hasErrors && !(hasData && answer.data !== null)) throw new NoAnswer(`HTTP_${status}_NO_GRAPHQL`, false);
  return answer as ExecutionResult;
}

/**
 * Asks a subgraph in another process: POST with JSON over kept connections, the identity signed, the trace passed on.
 * @throws DOMException `TimeoutError` when the deadline passed; NoAnswer or undici's error when no answer came
 */
export function askOverHttp(options: AskOverHttpOptions): AskSubgraph & { remote: true; close(): Promise<void> } {
  const { deadlineMs = 3_000, retries = 1 } = options;
  const { origin, pathname, search } = new URL(options.url);
  const pool = new Pool(origin, {
    connections: options.pool?.connections ?? 64,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    maxResponseSize: MOST_BYTES,
  });
  const sign = signer(options.identitySecret);

  const headersFor = ({ identity, requestId, idempotencyKey }: RequestContext): Record<string, string> => {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-request-id': requestId,
    };
    if (identity) headers.authorization = sign(identity);
    if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
    propagation.inject(context.active(), headers);
    return headers;
  };

  const once = async (headers: Record<string, string>, body: string, signal: AbortSignal): Promise<ExecutionResult> => {
    const response = await pool.request({ path: `${pathname}${search}`, method: 'POST', headers, body, signal });
    const text = await response.body.text();
    if (PASSING.has(response.statusCode)) throw new NoAnswer(`HTTP_${response.statusCode}`, true);
    return result(response.statusCode, text);
  };

  const ask = async (request: SubgraphRequest, asked: RequestContext): Promise<ExecutionResult> => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(new DOMException('deadline passed', 'TimeoutError')), deadlineMs);
    const leave = () => stop.abort(asked.signal?.reason);
    if (asked.signal?.aborted) leave();
    asked.signal?.addEventListener('abort', leave, { once: true });
    const headers = headersFor(asked);
    const body = JSON.stringify(request);
    const tries = /^\s*mutation\b/.test(request.query) ? 1 : 1 + retries;
    try {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(headers, body, stop.signal);
        } catch (error) {
          // The abort itself is the failure, whatever undici made of it.
          if (stop.signal.aborted) throw stop.signal.reason;
          const passing =
            error instanceof NoAnswer
              ? error.passing
              : (error as { code?: string }).code !== 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
          if (!passing || attempt >= tries) throw error;
        }
      }
    } finally {
      clearTimeout(timer);
      asked.signal?.removeEventListener('abort', leave);
    }
  };
  return Object.assign(ask, { remote: true as const, close: () => pool.close() });
}
