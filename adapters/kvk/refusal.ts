import { PartnerError } from '../partner-error.js';
import { Fouten } from './wire.js';

/** Codes that say "not now" rather than "no", with how long KvK asks to wait. */
const LATER: Record<string, number | undefined> = { IPD1003: 5 * 60_000, IPD9999: undefined };

/** Codes that are an answer about the number itself, and so may be kept a while. (IPD5200 is a search without hits.) */
const ABSENT = ['IPD0001', 'IPD0005', 'IPD0007'];

/** The error that the body tells, whatever its status says (KvK's `fout`); null when it tells none. */
export function refusal(body: unknown): PartnerError | null {
  const told = Fouten.safeParse(body).data?.fout[0];
  if (!told) return null;
  const details = { partnerCode: told.code, partnerMessage: told.omschrijving };
  if (!(told.code in LATER)) return new PartnerError('KVK', 'REFUSED', details);
  const retryAfterMs = LATER[told.code];
  return new PartnerError('KVK', 'UNAVAILABLE', {
    ...details,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

export const isAbsence = (error: PartnerError): boolean => ABSENT.includes(error.partnerCode ?? '');
