import { Temporal } from 'temporal-polyfill';

/** Easter Sunday of a year of the Gregorian calendar, by the anonymous rule of 1876 (Meeus, Jones, Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - leaps - lunar + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const counted = moon + toSunday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(counted / 31), day: (counted % 31) + 1 });
}

/** Where feasts that move with Easter lie: Good Friday, Easter Monday, Ascension Day, Whit Monday. In days. */
const FROM_EASTER = [-2, 1, 39, 50];
/** New Year's Day, 5 May, both days of Christmas. */
const FIXED = ['01-01', '05-05', '12-25', '12-26'];
const SUNDAY = 7;

/** The day on which the King's birthday is kept: 27 April, or the Saturday before when that is a Sunday. */
function kingsDay(year: number): Temporal.PlainDate {
  const birthday = Temporal.PlainDate.from({ year, month: 4, day: 27 });
  return birthday.dayOfWeek === SUNDAY ? birthday.subtract({ days: 1 }) : birthday;
}

/** Whether a day is a public holiday of the Netherlands, as Algemene termijnenwet, article 3, lists them. */
export function isPublicHoliday(day: Temporal.PlainDate): boolean {
  const { year } = day;
  if (FIXED.includes(day.toString().slice(-5)) || day.equals(kingsDay(year))) return true;
  return FROM_EASTER.includes(easterSunday(year).until(day, { largestUnit: 'days' }).days);
}
