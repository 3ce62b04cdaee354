import type { UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';

const at = (code: string, message: string) => [userError(code, ['input', 'occurredOn'], message, 'R-083')];

/** Refusals of a day on which the contact cannot have been: after today, or before 2000. */
export function checkOccurredOn(occurredOn: string, today: string): UserError[] {
  if (occurredOn > today)
    return at(
      'IN_THE_FUTURE',
      'De dag van het contact (occurredOn) ligt in de toekomst. Registreer pas na het contact.',
    );
  if (occurredOn < '2000-01-01')
    return at('TOO_LONG_AGO', 'De dag van het contact (occurredOn) ligt vóór het jaar 2000.');
  return [];
}
