import { clock, type Clock } from '../../../../runtime/clock.js';

export interface MovableClock extends Clock {
  /** Goes to nine in the morning of a day. */
  goTo(day: string): void;
}

/** A clock that goes on by a second each time it is asked, and to a day when it is told. */
export function movableClock(day: string): MovableClock {
  let at = 0;
  const goTo = (to: string) => {
    at = Math.max(at, Date.parse(`${to}T09:00:00Z`));
  };
  goTo(day);
  return {
    goTo,
    now: () => new Date((at += 1_000)),
    today: () => clock(new Date(at).toISOString()).today(),
  };
}
