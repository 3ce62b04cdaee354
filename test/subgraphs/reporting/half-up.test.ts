import { describe, expect, test } from '@jest/globals';
import { halfUp, rate } from '../../../subgraphs/reporting/half-up.js';

describe('a half goes up, towards plus infinity', () => {
  test.each([
    [0, 7, 0],
    [1, 2, 1],
    [-1, 2, 0],
    [3, 2, 2],
    [-3, 2, -1],
    [-5, 2, -2],
    [1, 3, 0],
    [2, 3, 1],
    [-1, 3, 0],
    [-2, 3, -1],
    [121, 2, 61],
    [131, 2, 66],
    [999_999_999_999, 2, 500_000_000_000],
    [29_239_766, 100_000, 292],
  ])('%d / %d is %d', (numerator, denominator, rounded) => {
    expect(halfUp(numerator, denominator)).toBe(rounded);
  });
});

describe('a rate has three decimals and needs a whole', () => {
  test.each([
    [1, 3, 0.333],
    [2, 3, 0.667],
    [1, 16, 0.063],
    [5, 5, 1],
    [0, 5, 0],
    [0, 0, null],
  ])('%d of %d is %p', (part, whole, expected) => {
    expect(rate(part, whole)).toBe(expected);
  });
});
