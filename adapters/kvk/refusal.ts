import { z } from 'zod';
import { PartnerError } from '../partner-error.js';
import { UNKNOWN_NUMBER } from './port.js';
import { Fouten } from './wire.js';

/** Codes that say "not now" rather than "no", with how long KvK asks to wait. */
const LATER: Record<string, number | undefined> = { IPD1003: 5 * 60_000, IPD9999: undefined };

/** What stands in the body when the Mutatieservice says no (ProblemDetail, after RFC 9457). */
const Problem = z.object({ status: z.number(), title: z.string().nullish(), detail: z.string().nullish() });

/** An error by KvK's own code: "not now" for some, "no" for all others, known to us or not. */
export function refused(partnerCode: string | null, partnerMessage: string | null): PartnerError {
  const details = { partnerCode, partnerMessage };
  if (partnerCode === null || !Object.hasOwn(LATER, partnerCode)) return new PartnerError('KVK', 'REFUSED', details);
  const retryAfterMs = LATER[partnerCode];
  return new PartnerError('KVK', 'UNAVAILABLE', {
    ...details,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** The error that the body tells: `fout`, whatever the status says, or a ProblemDetail under 4xx. Null when it tells none. */
export function refusal(status: number, body: unknown): PartnerError | null {
  const fout = Fouten.safeParse(body).data?.fout[0];
  if (fout) return refused(fout.code, fout.omschrijving);
  const problem = status >= 400 ? Problem.safeParse(body).data : undefined;
  return problem ? refused(String(status), problem.detail ?? problem.title ?? null) : null;
}

/** An answer about the number itself, which so may be kept a while. */
export const isAbsence = ({ partnerCode }: PartnerError): boolean => Object.hasOwn(UNKNOWN_NUMBER, partnerCode ?? '');
