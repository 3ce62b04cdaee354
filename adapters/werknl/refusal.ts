import type { PartnerAnswer } from '../http.js';
import { PartnerError } from '../partner-error.js';
import { retryAfter, statusError } from '../status-error.js';
import { VumError } from './wire.js';

/** A VUM id that is not known (any more): our reading of 400.02, whose meaning is not in the public documents. */
const UNKNOWN = '400.02';

/**
 * The error that the body tells, whatever its status says; null when it tells none. 5xx: not now. 429.01: VUM's limit on
 * what may be read in whole after one question, which asking again does not lift, unless VUM says when to.
 */
export function refusal(
  { status, headers }: Pick<PartnerAnswer, 'status' | 'headers'>,
  body: unknown,
): PartnerError | null {
  const told = VumError.safeParse(body).data;
  if (!told) return null;
  const retryAfterMs = retryAfter(headers['retry-after']);
  const later = told.code.startsWith('5') || status >= 500 || (status === 429 && retryAfterMs !== null);
  return new PartnerError('WERK_NL', later ? 'UNAVAILABLE' : 'REFUSED', {
    partnerCode: told.code.slice(0, 10),
    partnerMessage: told.message,
    ...(later && retryAfterMs !== null ? { retryAfterMs } : {}),
  });
}

/** What an answer without VUM's own words means: of a gateway before it, or of nobody we know. */
export const nameless = ({ status, headers }: Pick<PartnerAnswer, 'status' | 'headers'>): PartnerError =>
  statusError('WERK_NL', status, headers) ??
  new PartnerError('WERK_NL', 'MALFORMED', { cause: new Error(`HTTP ${status} without a known body`) });

export const isAbsence = (error: PartnerError): boolean => error.partnerCode === UNKNOWN;
