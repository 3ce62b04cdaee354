import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What is signed with one secret is told apart by its purpose: what opens a calendar opens no document. */
export type KeyPurpose = 'calendar' | 'upload' | 'download';

/** A token that nobody can guess without `secret`, 43 characters of base64url. */
export const tokenOf = (secret: string, purpose: KeyPurpose, text: string): string =>
  createHmac('sha256', secret).update(`werkgraaf ${purpose}\n${text}`).digest('base64url');

/** What is kept of a token: enough to know it again, not to use it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether two tokens are one, in a time that tells nothing of where they differ. */
export const sameToken = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
