import { UNKNOWN_NUMBER } from '../../../../adapters/kvk/port.js';
import type { PartnerError } from '../../../../adapters/partner-error.js';
import { inItsWords } from '../../../partner-failure.js';
import { refused, type Outcome } from '../../../payload.js';
import { userError } from '../../../user-error.js';

/** Which of the numbers KvK says not to know; null when it says something else. */
const unknownNumber = ({ partner, kind, partnerCode }: PartnerError): string | null =>
  partner === 'KVK' && kind === 'REFUSED' && Object.hasOwn(UNKNOWN_NUMBER, partnerCode ?? '')
    ? UNKNOWN_NUMBER[partnerCode!]!
    : null;

/** What a register's failure comes to for who gave it a number: of one that KvK does not know in plain words, else in its own. */
export function failureInDutch(error: PartnerError): string {
  const field = unknownNumber(error);
  return field ? `KvK kent dit nummer niet (${field}). Controleer het.` : inItsWords(error);
}

/** The refusal of a mutation for which KvK was asked of the number in its input. */
export function refusedByKvk(error: PartnerError, requirement: string): Outcome {
  const { kind, partnerMessage } = error;
  const told = failureInDutch(error);
  return refused(
    userError(
      kind === 'REFUSED' ? 'KVK_NUMBER_REFUSED' : 'KVK_UNAVAILABLE',
      ['input', unknownNumber(error) ?? 'kvkNumber'],
      kind === 'REFUSED' || partnerMessage ? told : `${told} Er is niets vastgelegd; probeer het later nog eens.`,
      requirement,
    ),
  );
}
