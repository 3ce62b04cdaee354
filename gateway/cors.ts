import type { IncomingMessage, ServerResponse } from 'node:http';

const ALLOWED = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT',
  'Access-Control-Allow-Headers':
    'content-type, authorization, idempotency-key, x-request-id, traceparent, tracestate, apollo-require-preflight, last-event-id',
  'Access-Control-Max-Age': '600',
};

/**
 * Lets pages of `origins` read our answers, and pages of no other origin.
 * @returns true when the request was a preflight and has been answered
 */
export function allowOrigins(origins: readonly string[], request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  if (!origins.length || !origin) return false;
  response.setHeader('Vary', 'Origin');
  if (!origins.includes(origin)) return false;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', 'x-request-id, etag, content-disposition, retry-after');
  if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return false;
  response.writeHead(204, ALLOWED).end();
  return true;
}
