import { GraphQLError } from 'graphql';
import type { PartnerError } from '../adapters/partner-error.js';

const CODES = {
  UNAVAILABLE: 'PARTNER_UNAVAILABLE',
  REFUSED: 'PARTNER_REFUSED',
  MALFORMED: 'PARTNER_MALFORMED',
} as const;

/**
 * A partner's failure as the client sees it where the answer is about a person: which partner, its code, and nothing of
 * what it said, for that may name somebody.
 */
export const partnerFailure = ({ partner, kind, partnerCode }: PartnerError, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: CODES[kind], partner, ...(partnerCode ? { partnerCode } : {}) } });
