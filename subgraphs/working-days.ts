import { Temporal } from 'temporal-polyfill';
import { isPublicHoliday } from './public-holidays.js';

const FRIDAY = 5;

/**
 * The day that is so many working days after another: Monday to Friday, without public holidays. The day itself does not
 * count. Days `YYYY-MM-DD`.
 */
export function workingDaysAfter(day: string, count: number): string {
  let found = Temporal.PlainDate.from(day);
  for (let left = count; left > 0;) {
    found = found.add({ days: 1 });
    if (found.dayOfWeek <= FRIDAY && !isPublicHoliday(found)) left--;
  }
  return found.toString();
}
