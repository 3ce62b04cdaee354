import { expect, test } from '@jest/globals';
import { places } from '../../../../demo/places.js';
import { apart, split, type Disc } from '../../../../subgraphs/jobseekers/synchronisation/split-disc.js';

const placeOf = (pc4: string) => places.find((place) => place.pc4 === pc4)!;

test('the halves of a disc hold each of its areas once, and each reaches all of its own', () => {
  const halves = split({ pc4: '3011', km: 200 }, places);
  expect(halves).toHaveLength(2);
  expect(halves.flatMap(({ areas }) => areas!).sort()).toEqual(places.map(({ pc4 }) => pc4).sort());
  for (const { pc4, km, areas } of halves)
    for (const area of areas!) expect(apart(placeOf(pc4), placeOf(area))).toBeLessThanOrEqual(km);
});

test('halving comes to an end: at last each area is asked by itself', () => {
  const ends: Disc[] = [];
  const left: Disc[] = [{ pc4: '3011', km: 200, areas: places.map(({ pc4 }) => pc4) }];
  let asked = 0;
  while (left.length) {
    const disc = left.shift()!;
    asked += 1;
    const parts = split(disc, disc.areas!.map(placeOf));
    if (parts.length) left.push(...parts);
    else ends.push(disc);
  }
  expect(ends.map(({ pc4, km }) => [pc4, km]).sort()).toEqual(places.map(({ pc4 }) => [pc4, 0]).sort());
  expect(asked).toBeLessThan(3 * places.length);
});

test.each([
  ['an area nobody told us of', { pc4: '9999', km: 10 }, [], []],
  ['one area, asked for as it is', { pc4: '3011', km: 0, areas: ['3011'] }, [placeOf('3011')], []],
  [
    'one area, asked for too widely',
    { pc4: '3011', km: 1 },
    [placeOf('3011')],
    [{ pc4: '3011', km: 0, areas: ['3011'] }],
  ],
])('%s', (_, disc, inside, parts) => {
  expect(split(disc, inside)).toEqual(parts);
});

test('distances are great circles', () => {
  expect(apart(placeOf('3011'), placeOf('3011'))).toBe(0);
  const rotterdamUtrecht = apart(
    { pc4: '', latitude: 51.92, longitude: 4.48 },
    { pc4: '', latitude: 52.09, longitude: 5.12 },
  );
  expect(rotterdamUtrecht).toBeGreaterThan(47);
  expect(rotterdamUtrecht).toBeLessThan(48.5);
});
