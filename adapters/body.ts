import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { PartnerError, type Partner } from './partner-error.js';

/** `charset` names that are UTF-8 or a part of it. */
const UTF_8 = ['utf-8', 'utf8', 'us-ascii'];

/**
 * The body as text, never more of it than `maxBodyBytes`: a longer one, another media type, another charset, bytes that
 * are no UTF-8, and a body that ends too early are MALFORMED. Only the caller's own signal makes it UNAVAILABLE.
 */
export async function readLimited(
  response: { headers: IncomingHttpHeaders; body: Readable },
  limits: { partner: Partner; maxBodyBytes: number; accept: readonly string[]; signal: AbortSignal },
): Promise<string> {
  const { body, headers } = response;
  const malformed = (why: string | Error) => {
    // Without this, a body that is left unread reports its own end as an error that nobody awaits.
    body.on('error', () => {}).destroy();
    return new PartnerError(limits.partner, 'MALFORMED', { cause: typeof why === 'string' ? new Error(why) : why });
  };
  const [type = '', ...parameters] = String(headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (!limits.accept.includes(type)) throw malformed(`content type ${type || 'absent'}`);
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  if (charset && !UTF_8.includes(charset)) throw malformed(`charset ${charset}`);
  if (Number(headers['content-length'] ?? 0) > limits.maxBodyBytes) throw malformed('body too long');

  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > limits.maxBodyBytes) throw malformed('body too long');
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof PartnerError) throw cause;
    if (limits.signal.aborted) throw new PartnerError(limits.partner, 'UNAVAILABLE', { cause });
    throw malformed(cause as Error);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch (cause) {
    throw malformed(cause as Error);
  }
}

/** `text` as JSON. @throws PartnerError MALFORMED when it is none */
export function parseJson(partner: Partner, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // JSON.parse quotes the text it failed on, so its error is not kept.
    throw new PartnerError(partner, 'MALFORMED', { cause: new Error('no JSON') });
  }
}
