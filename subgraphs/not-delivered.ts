import { raw } from '@mikro-orm/core';
import { PartnerError } from '../adapters/partner-error.js';
import { PublicationStatus } from './publication-status.js';

/**
 * What a channel's no was, and whether it was that it knows nothing by our number (any more).
 * @throws `error` when it is no refusal: what was sent may have arrived, and is sent again as the same message
 */
export function refusalIn(error: unknown): { reason: string; gone: boolean } {
  if (!(error instanceof PartnerError) || error.kind !== 'REFUSED') throw error;
  return { reason: error.partnerMessage ?? error.message, gone: error.partnerCode === '404' };
}

/**
 * What a publication becomes at `at`, while its channel is silent: why it is not there yet, or, the last time, that it is
 * not tried again by itself. Null when it tells that already.
 */
export function whileSilent(
  { status: before, message: told }: { status: string; message?: string | null | undefined },
  error: unknown,
  { last, at }: { last: boolean; at: Date },
) {
  const why = error instanceof PartnerError ? error.message : 'Het versturen is niet gelukt.';
  const message = last
    ? `${why} Er is vaak genoeg geprobeerd: bied het opnieuw aan.`
    : `${why} Er wordt vanzelf opnieuw geprobeerd.`;
  const status = last ? PublicationStatus.FAILED : PublicationStatus.PENDING;
  if (before === status && told === message) return null;
  return { status, message, ...(before === status ? {} : { since: at, version: raw('version + 1') }) };
}
