import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Bsn } from '../../../adapters/sonar/bsn.js';
import { personNumberKeys } from './person-number-keys.js';

/** A citizen service number as it is kept: nobody can read it without the key, and only whoever knows it finds it. */
export interface SealedNumber {
  keyId: string;
  sealed: string;
  hash: string;
}

/** A number that cannot be read. It tells why, and never the number. */
export class PersonNumberError extends Error {
  override readonly name = 'PersonNumberError';
}

export interface PersonNumbers {
  /** The key under which numbers are sealed now. */
  keyId: string;
  seal(bsn: Bsn, jobseekerId: string): SealedNumber;
  /** @throws PersonNumberError when it was sealed under a key we lack, was tampered with, or is somebody else's */
  open(number: Pick<SealedNumber, 'keyId' | 'sealed'>, jobseekerId: string): Bsn;
  /** Under each key that we have, the present one first. */
  hashes(bsn: Bsn): string[];
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals numbers with AES-256-GCM (random IV; the jobseeker's id is authenticated along, so that a sealed number is of no
 * use in another's row) and hashes them with HMAC-SHA-256 to find them by. The only place that reads a number's digits.
 * @param secrets the present one first, then those that older rows may still be sealed under
 */
export function personNumbers(secrets: readonly string[]): PersonNumbers {
  const keys = secrets.map(personNumberKeys);
  const [present] = keys;
  if (!present) throw new RangeError('PERSON_NUMBER_KEY ontbreekt.');
  const hashUnder = (key: Buffer, bsn: Bsn): string =>
    createHmac('sha256', key).update(bsn.reveal()).digest('base64url');

  return {
    keyId: present.id,
    seal(bsn, jobseekerId) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, present.encryption, iv).setAAD(Buffer.from(jobseekerId));
      const sealed = Buffer.concat([iv, cipher.update(bsn.reveal(), 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { keyId: present.id, sealed: sealed.toString('base64url'), hash: hashUnder(present.hash, bsn) };
    },
    open({ keyId, sealed }, jobseekerId) {
      const key = keys.find(({ id }) => id === keyId);
      if (!key)
        throw new PersonNumberError(
          'Het burgerservicenummer is met een andere sleutel versleuteld dan PERSON_NUMBER_KEY of PERSON_NUMBER_OLD_KEYS.',
        );
      try {
        const bytes = Buffer.from(sealed, 'base64url');
        const decipher = createDecipheriv(CIPHER, key.encryption, bytes.subarray(0, IV_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(jobseekerId)).setAuthTag(bytes.subarray(-TAG_BYTES));
        const digits =
          decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
        return Bsn.of(digits);
      } catch {
        // No cause: what was being read must not travel along.
        throw new PersonNumberError('Het bewaarde burgerservicenummer is beschadigd, veranderd of van een ander.');
      }
    },
    hashes: (bsn) => keys.map(({ hash }) => hashUnder(hash, bsn)),
  };
}
