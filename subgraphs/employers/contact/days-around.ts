import { Temporal } from 'temporal-polyfill';

/** The first and the last day of the window of `days` on either side of `day`. */
export function daysAround(day: string, days: number): [string, string] {
  const middle = Temporal.PlainDate.from(day);
  return [middle.subtract({ days }).toString(), middle.add({ days }).toString()];
}
