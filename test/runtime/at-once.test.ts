import { expect, test } from '@jest/globals';
import { atOnce } from '../../runtime/at-once.js';

test('a client has so much under way and no more, others have their own, and what is over twice frees once', () => {
  const begin = atOnce(2);
  const first = begin('a')!;
  const second = begin('a')!;
  expect(begin('a')).toBeNull();
  expect(begin('b')).not.toBeNull();
  first();
  first();
  const third = begin('a')!;
  expect([typeof third, begin('a')]).toEqual(['function', null]);
  second();
  third();
  expect([begin('a'), begin('a'), begin('a')].map(Boolean)).toEqual([true, true, false]);
});
