import { expect, test } from '@jest/globals';
import { isSustainable } from '../../../subgraphs/vacancies/placement/sustainable.js';
import { daysLeft, latestCloseOn } from '../../../subgraphs/vacancies/vacancy/latest-close-on.js';

test.each([
  ['2020-11-30', '2021-02-28'],
  ['2023-11-30', '2024-02-29'],
  ['2020-11-28', '2021-02-28'],
  ['2021-01-31', '2021-04-30'],
  ['2021-12-31', '2022-03-31'],
  ['2021-03-01', '2021-06-01'],
])('a vacancy opened on %s closes on %s at the latest', (openedOn, latest) => {
  expect(latestCloseOn(openedOn)).toBe(latest);
});

test.each([
  ['2021-03-01', '2021-02-28', 1],
  ['2021-03-01', '2021-03-01', 0],
  ['2021-03-01', '2021-03-05', 0],
  ['2021-03-01', '2020-12-01', 90],
])('a vacancy that closes on %s has on %s %i days left', (closesOn, today, days) => {
  expect(daysLeft(closesOn, today)).toBe(days);
});

test.each([
  [5, false, false],
  [6, false, true],
  [null, true, true],
  [null, false, false],
  [3, true, true],
])('work of %s months, open-ended %s, is sustainable: %s', (months, openEnded, sustainable) => {
  expect(isSustainable(months, openEnded)).toBe(sustainable);
});
