import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../../runtime/clock.js';
import { Severity, type RuleNotice } from '../../payload.js';
import { VacancyStatus } from '../vacancy/vacancy-enums.js';

/** How many days the log of an open vacancy may stay silent. */
const MOST_DAYS = 14;

/**
 * The notice that nobody wrote in the log of an open vacancy for 14 days, counted from the last line or from the opening
 * null when there is none. Dates `YYYY-MM-DD`.
 */
export function silence(
  { status, openedOn }: { status: string; openedOn: string },
  lastLogged: Date | null,
  today: string,
): RuleNotice | null {
  if (status !== VacancyStatus.OPEN) return null;
  const logged = lastLogged ? dayOf(lastLogged) : openedOn;
  const since = logged < openedOn ? openedOn : logged;
  const { days } = Temporal.PlainDate.from(since).until(today, { largestUnit: 'days' });
  if (days < MOST_DAYS) return null;
  return {
    code: 'LOG_SILENT',
    message: `In het logboek van deze open vacature is al ${days} dagen niets vastgelegd. Leg het verloop vast, of sluit de vacature.`,
    requirement: 'R-136',
    severity: Severity.WARNING,
  };
}
