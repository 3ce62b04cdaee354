import { GraphQLError } from 'graphql';
import type { PartnerError } from '../adapters/partner-error.js';

const CODES = {
  UNAVAILABLE: 'PARTNER_UNAVAILABLE',
  REFUSED: 'PARTNER_REFUSED',
  MALFORMED: 'PARTNER_MALFORMED',
} as const;

/**
 * What went wrong and what the partner said of it. Only where the answer is about a firm: about a person, its words may
 * name somebody.
 */
export const inItsWords = ({ message, partnerMessage }: PartnerError): string =>
  partnerMessage ? `${message} ${partnerMessage}` : message;

/** A partner's failure as the client sees it: which partner, its own code, and `message`; no address. */
export const partnerFailure = ({ partner, kind, partnerCode }: PartnerError, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: CODES[kind], partner, ...(partnerCode ? { partnerCode } : {}) } });
