import { expect, test } from '@jest/globals';
import { BoundedCache } from '../../gateway/bounded-cache.js';

const texts = (maxWeight: number) => new BoundedCache<string>({ maxWeight, weigh: (text) => text.length });

test('what was used longest ago makes room', () => {
  const cache = texts(6);
  cache.keep('a', 'xx');
  cache.keep('b', 'xx');
  cache.keep('c', 'xx');
  cache.find('a');
  cache.keep('d', 'xx');
  expect(['a', 'b', 'c', 'd'].map((key) => cache.find(key))).toEqual(['xx', undefined, 'xx', 'xx']);
});

test('a value heavier than the whole is not kept, and pushes nothing out', () => {
  const cache = texts(3);
  cache.keep('a', 'xx');
  cache.keep('b', 'xxxx');
  expect([cache.find('a'), cache.find('b'), cache.size]).toEqual(['xx', undefined, 1]);
});

test('replacing and forgetting give back their weight', () => {
  const cache = texts(4);
  for (let turn = 0; turn < 10; turn += 1) cache.keep('a', 'xxx');
  cache.forget('nothing');
  cache.keep('b', 'x');
  expect([cache.find('a'), cache.find('b')]).toEqual(['xxx', 'x']);
  cache.forget('a');
  cache.keep('c', 'xxx');
  expect(cache.size).toBe(2);
  cache.clear();
  expect(cache.size).toBe(0);
});
