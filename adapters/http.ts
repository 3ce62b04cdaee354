import { context, propagation } from '@opentelemetry/api';
import type { IncomingHttpHeaders } from 'node:http';
import { Pool } from 'undici';
import type { Logger } from '../runtime/log.js';
import { partnerCalls } from '../runtime/metrics.js';
import { inSpan, SpanKind } from '../runtime/telemetry.js';
import { readLimited } from './body.js';
import { PartnerError, type Partner } from './partner-error.js';
import { statusError } from './status-error.js';

export interface PartnerHttpOptions {
  partner: Partner;
  /** Where the partner's paths begin, e.g. `https://api.kvk.nl/api`. */
  baseUrl: string;
  log: Logger;
  /** Sent with every call, e.g. the key. Never logged. */
  headers?: Record<string, string>;
  /** Longest body that is read; what comes after is not read. Default 5 MB. */
  maxBodyBytes?: number;
  /** Connections kept to the partner. Default 20. */
  connections?: number;
  /** How long a TCP and TLS connection may take to make, in milliseconds. Default 1,000. */
  connectMs?: number;
  /** Certificates (PEM): the partner's authority, and ours where the partner wants to know who calls. */
  tls?: { ca?: string | string[]; cert?: string; key?: string; passphrase?: string };
}

/** One answer, whole: `text` is at most `maxBodyBytes` of valid UTF-8. */
export interface PartnerAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface PartnerCall<T> {
  /** What is asked for, in the log and the metrics: a fixed word of the partner, never a number or a name. */
  service: string;
  method?: 'GET' | 'POST';
  path: string;
  query?: URLSearchParams;
  headers?: Record<string, string>;
  body?: string;
  /** Media types that count as an answer, e.g. `application/json`. */
  accept: readonly string[];
  /** Statuses from 500 whose body is an answer all the same: SOAP 1.1 sends its Faults with 500. Default none. */
  readAlso?: readonly number[];
  signal: AbortSignal;
  /** Turns the answer (2xx, or 4xx but 401, 403, 408 and 429) into ours; its PartnerError decides the outcome that is logged. */
  read(answer: PartnerAnswer): T;
}

export interface PartnerHttp {
  /** @throws PartnerError, and nothing else */
  call<T>(call: PartnerCall<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * HTTP calls to one partner over connections that are kept. Each call is one span, one log line and one measurement,
 * none of which tells the path or the query: those hold numbers and names.
 */
export function partnerHttp(options: PartnerHttpOptions): PartnerHttp {
  const { partner, log, maxBodyBytes = 5_000_000 } = options;
  const base = new URL(options.baseUrl);
  const prefix = base.pathname.replace(/\/$/, '');
  const pool = new Pool(base.origin, {
    connections: options.connections ?? 20,
    connect: { timeout: options.connectMs ?? 1_000, ...options.tls },
  });

  async function exchange<T>(call: PartnerCall<T>, seen: { status: number | null }): Promise<T> {
    const unavailable = (cause: unknown) => new PartnerError(partner, 'UNAVAILABLE', { cause });
    if (call.signal.aborted) throw unavailable(call.signal.reason);
    const headers: Record<string, string> = { accept: call.accept.join(', '), ...options.headers, ...call.headers };
    propagation.inject(context.active(), headers);
    const query = call.query?.toString();
    const response = await pool
      .request({
        method: call.method ?? 'GET',
        path: `${prefix}${call.path}${query ? `?${query}` : ''}`,
        headers,
        body: call.body ?? null,
        signal: call.signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      })
      .catch((cause: unknown) => {
        throw unavailable(cause);
      });
    seen.status = response.statusCode;
    const refused = call.readAlso?.includes(response.statusCode)
      ? null
      : statusError(partner, response.statusCode, response.headers);
    if (refused) {
      // An error page is not read: 5xx and 429 say all in their status line, and destroying frees the connection.
      response.body.on('error', () => {}).destroy();
      throw refused;
    }
    const text = await readLimited(response, { partner, maxBodyBytes, accept: call.accept, signal: call.signal });
    return call.read({ status: response.statusCode, headers: response.headers, text });
  }

  return {
    call: (call) =>
      inSpan(
        `${partner} ${call.service}`,
        SpanKind.CLIENT,
        { 'peer.service': partner, 'werkgraaf.service': call.service },
        async (span) => {
          const started = performance.now();
          const seen: { status: number | null } = { status: null };
          let outcome = 'OK';
          try {
            return await exchange(call, seen);
          } catch (error) {
            const told =
              error instanceof PartnerError ? error : new PartnerError(partner, 'MALFORMED', { cause: error });
            outcome = told.kind;
            throw told;
          } finally {
            const ms = performance.now() - started;
            partnerCalls.observe({ partner, service: call.service, outcome }, ms / 1_000);
            if (seen.status !== null) span.setAttribute('http.response.status_code', seen.status);
            span.setAttribute('werkgraaf.outcome', outcome);
            log.info(
              { partner, service: call.service, outcome, ms: Math.round(ms), status: seen.status },
              'partner call',
            );
          }
        },
      ),
    close: () => pool.destroy(),
  };
}
