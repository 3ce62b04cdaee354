import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { Bsn } from '../../../../adapters/sonar/bsn.js';
import {
  DEVELOPMENT_PERSON_NUMBER_KEY,
  personNumberKeys,
} from '../../../../subgraphs/jobseekers/personal-data/person-number-keys.js';
import { PersonNumberError, personNumbers } from '../../../../subgraphs/jobseekers/personal-data/person-numbers.js';

const DIGITS = '999990019';
const bsn = Bsn.of(DIGITS);
const ONE = 'b3c7a9a0-0000-4000-8000-000000000001';
const OTHER = 'b3c7a9a0-0000-4000-8000-000000000002';
const [KEY, OLD_KEY] = [randomBytes(32).toString('base64'), randomBytes(32).toString('hex')] as const;
const numbers = personNumbers([KEY]);
const refusal = (work: () => unknown): Error => {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it was not refused');
};

test('what is sealed opens as a number that does not print itself', () => {
  const opened = numbers.open(numbers.seal(bsn, ONE), ONE);
  expect(opened.reveal()).toBe(DIGITS);
  expect([String(opened), JSON.stringify({ opened }), inspect(opened)].join()).not.toContain(DIGITS);
});

test('what is kept tells nothing of the number, and is other each time; its hash is the same each time', () => {
  const [first, second] = [numbers.seal(bsn, ONE), numbers.seal(bsn, OTHER)];
  expect(first.sealed).not.toBe(second.sealed);
  expect(first.hash).toBe(second.hash);
  const kept = JSON.stringify([first, second]);
  for (const shape of [DIGITS, Buffer.from(DIGITS).toString('base64url'), Buffer.from(DIGITS).toString('hex')])
    expect(kept).not.toContain(shape);
  expect(Buffer.from(first.sealed, 'base64url').toString('latin1')).not.toContain(DIGITS);
});

test('the hash depends on the key, and is not the plain hash that anybody could reckon for all numbers', async () => {
  const { createHash } = await import('node:crypto');
  expect(personNumbers([OLD_KEY]).seal(bsn, ONE).hash).not.toBe(numbers.seal(bsn, ONE).hash);
  const plain = createHash('sha256').update(DIGITS).digest('base64url');
  expect(numbers.seal(bsn, ONE).hash).not.toBe(plain);
});

describe('what cannot be opened', () => {
  const sealed = numbers.seal(bsn, ONE);
  const bytes = Buffer.from(sealed.sealed, 'base64url');
  const flipped = (at: number): string => {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    return changed.toString('base64url');
  };

  test.each([
    ['another initial vector', flipped(0), ONE],
    ['another ciphertext', flipped(14), ONE],
    ['another tag', flipped(bytes.length - 1), ONE],
    ['half of it', bytes.subarray(0, 20).toString('base64url'), ONE],
    ['nothing', '', ONE],
    ['another jobseeker’s row', sealed.sealed, OTHER],
  ])('%s is refused without the number', (_, text, jobseekerId) => {
    const error = refusal(() => numbers.open({ keyId: sealed.keyId, sealed: text }, jobseekerId));
    expect(error).toBeInstanceOf(PersonNumberError);
    expect(error.message).toContain('beschadigd, veranderd of van een ander');
    expect(inspect(error, { depth: 9 })).not.toContain(DIGITS);
    expect(error.cause).toBeUndefined();
  });

  test('a number under another key is told so, without the number', () => {
    const error = refusal(() => personNumbers([OLD_KEY]).open(sealed, ONE));
    expect(error).toBeInstanceOf(PersonNumberError);
    expect(error.message).toContain('PERSON_NUMBER_KEY');
    const told = inspect(error, { depth: 9 });
    for (const secret of [DIGITS, KEY.slice(0, 8)]) expect(told).not.toContain(secret);
  });

  test('a number under the other key’s name does not open either', () => {
    expect(
      refusal(() => personNumbers([OLD_KEY]).open({ ...sealed, keyId: personNumbers([OLD_KEY]).keyId }, ONE)),
    ).toBeInstanceOf(PersonNumberError);
  });
});

test('an older key still opens, and the present one seals', () => {
  const old = personNumbers([OLD_KEY]).seal(bsn, ONE);
  const both = personNumbers([KEY, OLD_KEY]);
  expect(both.open(old, ONE).reveal()).toBe(DIGITS);
  expect(both.seal(bsn, ONE).keyId).toBe(numbers.keyId);
  expect(both.hashes(bsn)).toEqual([numbers.seal(bsn, ONE).hash, old.hash]);
});

describe('the secret', () => {
  test.each([
    ['base64', randomBytes(32).toString('base64')],
    ['hexadecimal', randomBytes(32).toString('hex')],
    ['the one for development', DEVELOPMENT_PERSON_NUMBER_KEY],
  ])('is 32 bytes in %s', (_, secret) => {
    const { id, encryption, hash } = personNumberKeys(secret);
    expect([encryption.length, hash.length, id.length]).toEqual([32, 32, 12]);
    expect(encryption.equals(hash)).toBe(false);
    expect(Buffer.from(secret, /^[0-9a-f]{64}$/.test(secret) ? 'hex' : 'base64').equals(encryption)).toBe(false);
  });

  test.each(['', 'kort', randomBytes(16).toString('hex'), randomBytes(33).toString('base64')])(
    'of another length is refused, and not told: %#',
    (secret) => {
      const { message } = refusal(() => personNumberKeys(secret));
      expect(message).toBe('PERSON_NUMBER_KEY is 32 bytes, in base64 of hexadecimaal.');
    },
  );

  test('may not be absent', () => {
    expect(refusal(() => personNumbers([])).message).toContain('PERSON_NUMBER_KEY');
  });
});
