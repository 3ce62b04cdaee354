import { Temporal } from 'temporal-polyfill';
import { dayOf, ZONE } from '../runtime/clock.js';

const MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** A day as people write it: `2021-04-04` is `4 april 2021`. */
export const inDutch = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
};

/** A number as people write it: `1.000.000`. */
export const numberInDutch = (number: number): string => number.toLocaleString('nl-NL');

/** A moment as people write it: `10 maart 2026 om 9.00 uur`, in the time of the Netherlands. */
export const momentInDutch = (moment: Date): string => {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE);
  return `${inDutch(dayOf(moment))} om ${hour}.${String(minute).padStart(2, '0')} uur`;
};
