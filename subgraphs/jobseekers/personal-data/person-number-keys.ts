import { createHash, hkdfSync } from 'node:crypto';

/** The keys under which one secret seals person numbers and finds them again. */
export interface PersonNumberKeys {
  /** Tells which secret it was, and nothing of it. */
  id: string;
  encryption: Buffer;
  hash: Buffer;
}

/** For development alone, where every number is invented. Production refuses to start with it. */
export const DEVELOPMENT_PERSON_NUMBER_KEY = createHash('sha256')
  .update('werkgraaf: only for invented people')
  .digest('base64');

/** Different uses, different keys (RFC 5869): what leaks of one says nothing of another. */
const derived = (secret: Buffer, use: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `werkgraaf person number ${use}`, bytes));

/** @param secret 32 bytes, in base64 or hexadecimal. @throws RangeError that does not tell it */
export function personNumberKeys(secret: string): PersonNumberKeys {
  const bytes = Buffer.from(secret, /^[0-9a-fA-F]{64}$/.test(secret) ? 'hex' : 'base64');
  if (bytes.length !== 32) throw new RangeError('PERSON_NUMBER_KEY is 32 bytes, in base64 of hexadecimaal.');
  return {
    id: derived(bytes, 'id', 6).toString('hex'),
    encryption: derived(bytes, 'encryption', 32),
    hash: derived(bytes, 'hash', 32),
  };
}
