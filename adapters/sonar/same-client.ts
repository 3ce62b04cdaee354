import { PartnerError } from '../partner-error.js';
import type { Bsn } from './bsn.js';

/** An answer about another than who was asked for is nobody's business. @throws PartnerError MALFORMED */
export function sameClient(client: { Burgerservicenr: string }, bsn: Bsn): void {
  if (client.Burgerservicenr !== bsn.reveal())
    throw new PartnerError('SONAR', 'MALFORMED', { cause: new Error('an answer about another person') });
}
