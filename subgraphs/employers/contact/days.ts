import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../../runtime/clock.js';

/** The day that lies `days` before `day`. */
export const daysBefore = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).subtract({ days }).toString();

/** How many days lie between two days, either way. */
export const daysBetween = (one: string, other: string): number =>
  Math.abs(Temporal.PlainDate.from(one).until(Temporal.PlainDate.from(other)).days);

/** The day of a moment in the Netherlands. */
export const dayOf = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
