import { randomUUID } from 'node:crypto';
import { refusal } from './errors.js';

/** A client's own id is taken over when it cannot do harm in a log or a header. */
const SANE_ID = /^[\w.:-]{8,128}$/;
const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/** The id under which this request is found again: the client's `x-request-id`, or a new one. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && SANE_ID.test(header) ? header : randomUUID();
}

/**
 * The client's `Idempotency-Key`.
 * @throws GraphQLError BAD_REQUEST (400) when it is not 1 to 255 visible ASCII characters
 */
export function idempotencyKeyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && VISIBLE_ASCII.test(header)) return header;
  throw refusal('BAD_REQUEST', 'Een Idempotency-Key heeft 1 tot 255 zichtbare ASCII-tekens.', {
    status: 400,
    extras: { argument: 'Idempotency-Key' },
  });
}
