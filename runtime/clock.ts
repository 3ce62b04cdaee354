import { Temporal } from 'temporal-polyfill';

/** What time it is for the rules of the trade. Everything that reasons about dates is handed one. */
export interface Clock {
  now(): Date;
  /** Today in the Netherlands, `YYYY-MM-DD`: a contact moment at half past midnight is of the new day. */
  today(): string;
}

/** The civil time of the Netherlands, in which all dates of the trade are told. */
export const ZONE = 'Europe/Amsterdam';

/** The real time, or, in development, one that stands still at `fixed` (ISO 8601 date-time, env `NOW`). */
export function clock(fixed?: string | null): Clock {
  const still = fixed ? Temporal.Instant.from(fixed) : null;
  const instant = () => still ?? Temporal.Now.instant();
  return {
    now: () => new Date(instant().epochMilliseconds),
    today: () => instant().toZonedDateTimeISO(ZONE).toPlainDate().toString(),
  };
}
