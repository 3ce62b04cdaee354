import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../runtime/clock.js';

/** The day on which the examples were written, and on which `npm test` runs them. */
const WRITTEN_ON = '2026-03-10';
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/**
 * The variables of an example as somebody would fill them in today: every date and time in them moved along, so that
 * yesterday's visit is not one of months ago and no appointment lies in the past. By whole weeks, as visits are not on
 * Sundays; at the same hour in the Netherlands, in summer and winter.
 * @param today `YYYY-MM-DD`
 */
export function asOfToday<T>(variables: T, today: string): T {
  const days = Temporal.PlainDate.from(WRITTEN_ON).until(today, { largestUnit: 'days' }).days;
  const weeks = Math.floor(days / 7);
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one)]));
    if (typeof value !== 'string') return value;
    if (DATE.test(value)) return Temporal.PlainDate.from(value).add({ weeks }).toString();
    if (MOMENT.test(value))
      return Temporal.Instant.from(value)
        .toZonedDateTimeISO(ZONE)
        .add({ weeks })
        .toString({ timeZoneName: 'never', smallestUnit: 'second' });
    return value;
  };
  return moved(variables) as T;
}
