import type { IncomingMessage } from 'node:http';
import { readBody } from '../runtime/web-server.js';
import { refusal } from './errors.js';

/**
 * What the request's JSON body says; undefined when it has no JSON body, which Apollo Server then explains.
 * @throws GraphQLError BAD_REQUEST (400) for malformed JSON, LIMIT_EXCEEDED (413) for too much of it
 */
export async function jsonBody(request: IncomingMessage, limit: number): Promise<unknown> {
  if (request.method !== 'POST') return undefined;
  const text = await readBody(request, limit).catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    throw refusal('LIMIT_EXCEEDED', `Het verzoek is te groot: hoogstens ${limit} bytes.`, { status: 413 });
  });
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('BAD_REQUEST', 'De inhoud van het verzoek is geen geldige JSON.', { status: 400 });
  }
}
