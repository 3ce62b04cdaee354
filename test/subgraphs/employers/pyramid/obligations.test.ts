import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import {
  certificateOn,
  isExpired,
  isOverdue,
} from '../../../../subgraphs/employers/pyramid/obligations/obligations.js';
import { amountOf } from '../../../../subgraphs/employers/pyramid/obligations/register-obligations.js';

test.each([
  [100_000, 5, 5000],
  [250_000.5, 5, 12_500.03],
  // 103.49999999999999 and 100.49999999999999 in binary.
  [10.35, 10, 1.04],
  [1.005, 100, 1.01],
  [10.34, 10, 1.03],
  [0, 5, 0],
  [100_000, 0, 0],
  [1_000_000_000, 100, 1_000_000_000],
  [null, 5, null],
  [100_000, null, null],
])('R-210: of %d euro, %d percent is %d euro, to the cent and half up', (value, percentage, amount) => {
  expect(amountOf(value, percentage)).toBe(amount);
});

test.each([
  ['2026-03-09', 5000, 4999.99, true],
  ['2026-03-09', 5000, 5000, false],
  ['2026-03-09', 5000, 6000, false],
  ['2026-03-10', 5000, 0, false],
  ['2026-03-09', 0, 0, false],
  ['2026-03-09', null, 9999, true],
  [null, 5000, 0, false],
])('R-210: due on %s, with %d euro asked and %d met, on 10 March: overdue %s', (dueOn, amount, fulfilled, overdue) => {
  expect(isOverdue({ dueOn, amount, fulfilled }, '2026-03-10')).toBe(overdue);
});

test.each([
  ['2026-03-09', true],
  ['2026-03-10', false],
  [null, false],
])('R-210: a certificate until %s has expired on 10 March: %s', (validUntil, expired) => {
  expect(isExpired({ validFrom: '2024-01-01', validUntil }, '2026-03-10')).toBe(expired);
});

test('R-210: the certificate that holds counts before a newer one that expired, and one to come does not count yet', () => {
  const long = { validFrom: '2025-01-01', validUntil: '2027-01-01' };
  const short = { validFrom: '2025-06-01', validUntil: '2025-12-31' };
  const coming = { validFrom: '2026-03-11', validUntil: null };
  expect(certificateOn([coming, short, long], '2026-03-10')).toBe(long);
  expect(certificateOn([coming, short, long], '2025-06-01')).toBe(short);
  expect(certificateOn([coming, short], '2026-03-10')).toBe(short);
  expect(certificateOn([coming, short, long], '2026-03-11')).toBe(coming);
  expect(certificateOn([coming], '2026-03-10')).toBeNull();
});
