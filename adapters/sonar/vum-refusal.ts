import { PartnerError } from '../partner-error.js';
import { retryAfter, statusError } from '../status-error.js';
import type { PartnerAnswer } from '../http.js';
import { VumFout } from './vum-wire.js';

/**
 * The error in an answer of VUM (`{code, message}`), whatever its status says; null when it tells none.
 * 5xx: not now. 429.01: VUM's own limit on this question, which asking again does not lift, unless VUM says when to.
 */
export function refusal({ status, headers }: PartnerAnswer, body: unknown): PartnerError | null {
  const told = VumFout.safeParse(body).data;
  if (!told) return null;
  const retryAfterMs = retryAfter(headers['retry-after']);
  const later = told.code.startsWith('5') || status >= 500 || (status === 429 && retryAfterMs !== null);
  return new PartnerError('SONAR', later ? 'UNAVAILABLE' : 'REFUSED', {
    partnerCode: told.code.slice(0, 10),
    partnerMessage: told.message ?? null,
    ...(later && retryAfterMs !== null ? { retryAfterMs } : {}),
  });
}

/** What an answer without VUM's own words means: of a gateway before it, or of nobody we know. */
export const nameless = ({ status, headers }: PartnerAnswer): PartnerError =>
  statusError('SONAR', status, headers) ??
  new PartnerError('SONAR', 'MALFORMED', { cause: new Error(`HTTP ${status} without a known body`) });
