import { PartnerError } from '../partner-error.js';
import { VumError } from './wire.js';

/** A VUM id that is not known (any more): our reading of 400.02, whose meaning is not in the public documents. */
const UNKNOWN = '400.02';

/** The error that the body tells, whatever its status says; null when it tells none. 429.x and 500.x say "not now". */
export function refusal(body: unknown): PartnerError | null {
  const told = VumError.safeParse(body).data;
  if (!told) return null;
  const kind = /^(429|5)/.test(told.code) ? 'UNAVAILABLE' : 'REFUSED';
  return new PartnerError('WERK_NL', kind, { partnerCode: told.code.slice(0, 10), partnerMessage: told.message });
}

export const isAbsence = (error: PartnerError): boolean => error.partnerCode === UNKNOWN;
