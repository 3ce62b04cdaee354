import { expect, test } from '@jest/globals';
import { dayOf } from '../../runtime/clock.js';
import { inDutch, momentInDutch, numberInDutch } from '../../subgraphs/in-dutch.js';

test('a day is written as people write it, without a nought before it', () => {
  expect(['2021-04-04', '2026-12-31'].map(inDutch)).toEqual(['4 april 2021', '31 december 2026']);
});

test('a moment is told in the time of the Netherlands, and its day is the day there', () => {
  const [winter, summer] = [new Date('2026-03-10T08:00:00Z'), new Date('2026-06-30T22:05:00Z')];
  expect([winter, summer].map(momentInDutch)).toEqual(['10 maart 2026 om 9.00 uur', '1 juli 2026 om 0.05 uur']);
  expect([winter, summer].map(dayOf)).toEqual(['2026-03-10', '2026-07-01']);
});

test('a number is written with points', () => {
  expect([0, 999, 1_000, 1_000_000].map(numberInDutch)).toEqual(['0', '999', '1.000', '1.000.000']);
});
