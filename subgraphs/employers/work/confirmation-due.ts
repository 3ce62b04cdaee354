import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../../runtime/clock.js';

/** Months after which a professional is asked whether the own contact details still hold. */
export const CONFIRM_AFTER_MONTHS = 12;

/** Whether a professional has not confirmed the own contact details for twelve months, or never. */
export function confirmationDue(
  { contactDetailsConfirmedAt: at }: { contactDetailsConfirmedAt?: Date | null | undefined },
  today: string,
): boolean {
  if (!at) return true;
  const confirmed = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate();
  return confirmed.add({ months: CONFIRM_AFTER_MONTHS }).toString() <= today;
}
