import type { IncomingHttpHeaders } from 'node:http';
import { PartnerError, type Partner } from './partner-error.js';

/**
 * The error that a status line alone tells, or null when the body must be read to know.
 * A redirect is an error too: a partner's address is configured, and a key is not sent where an answer points.
 */
export function statusError(partner: Partner, status: number, headers: IncomingHttpHeaders): PartnerError | null {
  const cause = new Error(`HTTP ${status}`);
  if (status >= 500 || status === 429 || status === 408) {
    const retryAfterMs = retryAfter(headers['retry-after']);
    return new PartnerError(partner, 'UNAVAILABLE', { cause, ...(retryAfterMs === null ? {} : { retryAfterMs }) });
  }
  if (status === 401 || status === 403)
    return new PartnerError(partner, 'REFUSED', { cause, partnerCode: String(status) });
  if (status < 200 || (status >= 300 && status < 400)) return new PartnerError(partner, 'MALFORMED', { cause });
  return null;
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110 §10.2.3); null when absent or unreadable. */
export function retryAfter(value: string | string[] | undefined, now = Date.now()): number | null {
  if (typeof value !== 'string') return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1_000;
  // Date.parse takes "-1" for a year; an HTTP date begins with the day of the week.
  const at = /^[A-Z][a-z]+,? /.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
