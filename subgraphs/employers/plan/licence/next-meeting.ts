import { Temporal } from 'temporal-polyfill';
import type { Licence } from './licence.js';

/**
 * The day by which the next periodic meeting is held: so many months after the last one, or after the licence
 * began; in a shorter month its last day. Null when none is agreed, or the licence ends before, or has ended.
 * @param lastHeldOn day of the last meeting that was reported
 */
export function nextMeetingDue(
  { validFrom, validUntil, meetingEveryMonths }: Pick<Licence, 'validFrom' | 'validUntil' | 'meetingEveryMonths'>,
  lastHeldOn: string | null,
  today: string,
): string | null {
  if (!meetingEveryMonths || (validUntil && validUntil < today)) return null;
  const due = Temporal.PlainDate.from(lastHeldOn ?? validFrom)
    .add({ months: meetingEveryMonths })
    .toString();
  return validUntil && due > validUntil ? null : due;
}
