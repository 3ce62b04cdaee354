import { context, propagation } from '@opentelemetry/api';
import { pipeline } from 'node:stream/promises';
import { Pool } from 'undici';
import type { BesideHandler } from '../runtime/beside.js';
import { signIdentity } from '../runtime/identity.js';

/** What of a request means something beside the graph; nothing else is passed on, the token least of all. */
const SENT_ON = ['accept', 'content-type', 'content-length', 'if-none-match', 'last-event-id'];
/** What of an answer is passed back. */
const PASSED_BACK = [
  'allow',
  'cache-control',
  'content-disposition',
  'content-length',
  'content-security-policy',
  'content-type',
  'etag',
  'retry-after',
  'x-accel-buffering',
];

/**
 * Passes requests beside the graph on to a subgraph in another process, as streams both ways: what is on its way is
 * never held whole. A client that goes takes its request along.
 * @param options.url the subgraph's GraphQL address, beside which the paths stand
 */
export function besideOverHttp(options: {
  url: string;
  identitySecret: string;
}): BesideHandler & { close(): Promise<void> } {
  const { origin } = new URL(options.url);
  const pool = new Pool(origin, {
    connections: 2_200,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    connectTimeout: 2_000,
    // The gateway itself ends what does not move any more, or is not answered.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  const answer: BesideHandler = async (request, response, { identity, requestId }) => {
    const headers: Record<string, string> = { 'x-request-id': requestId };
    for (const name of SENT_ON) {
      const value = request.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    if (identity) headers.authorization = `Bearer ${signIdentity(identity, options.identitySecret)}`;
    propagation.inject(context.active(), headers);
    const left = new AbortController();
    response.once('close', () => left.abort());
    const got = await pool.request({
      path: request.url ?? '/',
      method: request.method as 'GET',
      headers,
      body: request.method === 'PUT' ? request : null,
      signal: left.signal,
    });
    if (got.statusCode >= 500 && got.statusCode !== 503) {
      await got.body.dump();
      throw new Error(`the subgraph answered ${got.statusCode}`);
    }
    const back: Record<string, string | string[]> = {};
    for (const name of PASSED_BACK) {
      const value = got.headers[name];
      if (value !== undefined) back[name] = value;
    }
    response.writeHead(got.statusCode, back);
    response.flushHeaders();
    await pipeline(got.body, response);
  };
  return Object.assign(answer, { close: () => pool.destroy() });
}
