import { expect, test } from '@jest/globals';
import { rememberLeavers } from '../../subgraphs/not-to-leavers.js';

const A_DAY = 86_400_000;

test('R-044: who left is read once for all who ask within the time that it is known', async () => {
  let reads = 0;
  const hasLeft = rememberLeavers(async () => {
    reads += 1;
    return ['prof-02'];
  }, A_DAY);
  const answers = await Promise.all(Array.from({ length: 500 }, (_, n) => hasLeft(`prof-0${n % 4}`)));
  expect(answers.filter(Boolean)).toHaveLength(125);
  expect(await hasLeft('prof-02')).toBe(true);
  expect(reads).toBe(1);
});

test('R-044: after that time it is read anew, and who is back is let in', async () => {
  let left = ['prof-02'];
  const hasLeft = rememberLeavers(async () => left, 0);
  expect([await hasLeft('prof-02'), await hasLeft('prof-03')]).toEqual([true, false]);
  left = ['prof-03'];
  expect([await hasLeft('prof-02'), await hasLeft('prof-03')]).toEqual([false, true]);
});

test('R-044: while the database does not answer, who was known to have left stays out', async () => {
  let silent = false;
  const hasLeft = rememberLeavers(async () => {
    if (silent) throw new Error('no database');
    return ['prof-02'];
  }, 0);
  expect(await hasLeft('prof-02')).toBe(true);
  silent = true;
  expect([await hasLeft('prof-02'), await hasLeft('prof-03')]).toEqual([true, false]);
});
