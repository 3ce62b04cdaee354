import { expect, test } from '@jest/globals';
import { asOfToday } from '../../../gateway/playground/as-of-today.js';

test.each([
  ['on the day that they were written, dates stay', '2026-03-10', '2026-03-09', '2026-03-09'],
  ['within a week they stay: a visit keeps its weekday', '2026-03-16', '2026-03-09', '2026-03-09'],
  ['after a week they move a week', '2026-03-17', '2026-03-09', '2026-03-16'],
  ['before that day too', '2026-03-09', '2026-03-09', '2026-03-02'],
  ['over a leap day', '2028-03-07', '2026-03-09', '2028-03-06'],
  [
    'a moment keeps its hour in the Netherlands',
    '2026-11-24',
    '2026-04-16T09:00:00+02:00',
    '2026-12-31T09:00:00+01:00',
  ],
  ['also one told in UTC', '2026-03-31', '2026-03-10T12:00:00Z', '2026-03-31T13:00:00+02:00'],
  ['what only begins like a date stays', '2026-11-24', '2026-03-09 gebeld', '2026-03-09 gebeld'],
])('%s', (_what, today, written, filledIn) => {
  expect(asOfToday(written, today)).toBe(filledIn);
});

test('dates are found however deep they stand, and nothing else changes', () => {
  const written = { in: { on: '2026-03-09', score: 9, note: null, many: [{ dueOn: '2026-03-16', mail: true }] } };
  expect(asOfToday(written, '2026-03-24')).toEqual({
    in: { on: '2026-03-23', score: 9, note: null, many: [{ dueOn: '2026-03-30', mail: true }] },
  });
});
