import { Temporal } from 'temporal-polyfill';

/** What time it is for the rules of the trade. Everything that reasons about dates is handed one. */
export interface Clock {
  now(): Date;
  /** Today in the Netherlands, `YYYY-MM-DD`: a contact moment at half past midnight is of the new day. */
  today(): string;
}

/** The civil time of the Netherlands, in which all dates of the trade are told. */
export const ZONE = 'Europe/Amsterdam';

/** The day of a moment in the Netherlands, `YYYY-MM-DD`. */
export const dayOf = (moment: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();

/** The real time, or, in development, one that stands still at `fixed` (ISO 8601 date-time, env `NOW`). */
export function clock(fixed?: string | null): Clock {
  const still = fixed ? Temporal.Instant.from(fixed) : null;
  const now = () => still?.epochMilliseconds ?? Date.now();
  // A day begins on a whole minute, and asking what day it is costs more than most rules that ask.
  let known = { minute: NaN, day: '' };
  return {
    now: () => new Date(now()),
    today() {
      const minute = Math.floor(now() / 60_000);
      if (minute !== known.minute) known = { minute, day: dayOf(new Date(minute * 60_000)) };
      return known.day;
    },
  };
}
