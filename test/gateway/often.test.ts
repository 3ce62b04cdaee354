import { expect, test } from '@jest/globals';
import { often } from '../../gateway/often.js';

test('a client may ask so often within a minute, and anew when the minute is over', () => {
  let now = 0;
  const wait = often(2, () => now);
  expect([wait('a'), wait('a'), wait('b')]).toEqual([0, 0, 0]);
  now = 30_500;
  expect([wait('a'), wait('b')]).toEqual([30, 0]);
  now = 59_999;
  expect(wait('a')).toBe(1);
  now = 60_000;
  expect([wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 60]);
});
