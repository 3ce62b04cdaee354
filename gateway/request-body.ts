import type { IncomingMessage } from 'node:http';
import { refusal } from './errors.js';

function tooLarge(limit: number) {
  return refusal('LIMIT_EXCEEDED', `Het verzoek is te groot: hoogstens ${limit} bytes.`, { status: 413 });
}

/**
 * The body as text. What comes after the limit is received and thrown away, so that the client can still read why.
 * @throws GraphQLError LIMIT_EXCEEDED (413) when it is longer than `limit` bytes
 */
function bodyText(request: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const refuse = () => {
      request.removeAllListeners('data').resume();
      reject(tooLarge(limit));
    };
    if (Number(request.headers['content-length']) > limit) return refuse();
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > limit) refuse();
      else parts.push(part);
    });
    request.once('end', () =>
      resolve(parts.length === 1 ? parts[0]!.toString('utf8') : Buffer.concat(parts).toString('utf8')),
    );
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(new Error('the client left'));
    });
  });
}

/**
 * What the request's JSON body says; undefined when it has no JSON body, which Apollo Server then explains.
 * @throws GraphQLError BAD_REQUEST (400) for malformed JSON, LIMIT_EXCEEDED (413) for too much of it
 */
export async function jsonBody(request: IncomingMessage, limit: number): Promise<unknown> {
  if (request.method !== 'POST') return undefined;
  const text = await bodyText(request, limit);
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('BAD_REQUEST', 'De inhoud van het verzoek is geen geldige JSON.', { status: 400 });
  }
}
