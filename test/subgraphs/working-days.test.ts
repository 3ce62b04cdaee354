import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { actionDueOn } from '../../subgraphs/aftercare-problem.js';
import { isPublicHoliday } from '../../subgraphs/public-holidays.js';
import { workingDaysAfter } from '../../subgraphs/working-days.js';

test.each([
  ['Easter Monday', ['2008-03-24', '2024-04-01', '2025-04-21', '2026-04-06', '2027-03-29', '2038-04-26']],
  ['Good Friday', ['2024-03-29', '2025-04-18', '2026-04-03', '2038-04-23']],
  ['Ascension Day', ['2024-05-09', '2025-05-29', '2026-05-14']],
  ['Whit Monday', ['2024-05-20', '2025-06-09', '2026-05-25']],
  ['King’s Day, on a Saturday when 27 April is a Sunday', ['2024-04-27', '2025-04-26', '2026-04-27', '2031-04-26']],
  ['what has its own date', ['2026-01-01', '2026-05-05', '2026-12-25', '2026-12-26']],
])('%s is a public holiday', (_, days) => {
  expect(days.filter((day) => !isPublicHoliday(Temporal.PlainDate.from(day)))).toEqual([]);
});

test.each(['2025-04-27', '2026-04-05', '2026-04-07', '2026-05-04', '2026-05-15', '2026-12-24', '2026-12-31'])(
  '%s is no public holiday',
  (day) => {
    expect(isPublicHoliday(Temporal.PlainDate.from(day))).toBe(false);
  },
);

test.each([
  ['2026-03-10', 0, '2026-03-10'],
  ['2026-03-10', 1, '2026-03-11'],
  ['2026-03-10', 5, '2026-03-17'],
  ['2026-03-14', 1, '2026-03-16'],
  ['2026-12-24', 5, '2027-01-04'],
])('from %s, %d working days on is %s', (day, count, expected) => {
  expect(workingDaysAfter(day, count)).toBe(expected);
});

describe('R-099: a problem in aftercare is acted on within two working days', () => {
  test.each([
    ['a Monday', '2026-03-09', '2026-03-11'],
    ['a Tuesday', '2026-03-10', '2026-03-12'],
    ['a Wednesday', '2026-03-11', '2026-03-13'],
    ['a Thursday', '2026-03-12', '2026-03-16'],
    ['a Friday', '2026-03-13', '2026-03-17'],
    ['a Saturday', '2026-03-14', '2026-03-17'],
    ['a Sunday', '2026-03-15', '2026-03-17'],
    ['the last working day of a month', '2026-02-27', '2026-03-03'],
    ['the end of February in a leap year', '2028-02-28', '2028-03-01'],
    ['the day before Good Friday', '2026-04-02', '2026-04-08'],
    ['the Friday before King’s Day', '2026-04-24', '2026-04-29'],
    ['Christmas Eve', '2026-12-24', '2026-12-29'],
    ['the last day of the year', '2026-12-31', '2027-01-05'],
  ])('told on %s (%s) it is due on %s', (_, toldOn, dueOn) => {
    expect(actionDueOn(toldOn)).toBe(dueOn);
  });
});
