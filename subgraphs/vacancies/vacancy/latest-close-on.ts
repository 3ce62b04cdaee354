import { Temporal } from 'temporal-polyfill';

/**
 * Until when a vacancy may stay open: one quarter, three calendar months, to the month's end when the day does not
 * exist. Dates `YYYY-MM-DD`.
 */
export const latestCloseOn = (openedOn: string): string =>
  Temporal.PlainDate.from(openedOn).add({ months: 3 }).toString();

/** Whole days from `today` to `closesOn`; 0 on the last day and after it. */
export const daysLeft = (closesOn: string, today: string): number =>
  Math.max(0, Temporal.PlainDate.from(today).until(closesOn, { largestUnit: 'days' }).days);
