import type { Clock } from '../../../runtime/clock.js';
import type { BesideSettings } from '../beside-settings.js';
import { sameToken, tokenOf } from '../keys.js';

/** How long a download address works: long enough to follow it, too short to hand it on. */
const LIFETIME_S = 600;

const signatureOf = (secret: string, id: string, whom: string, expires: string): string =>
  tokenOf(secret, 'download', `${id} ${whom} ${expires}`);

const nowS = (clock: Clock): number => Math.floor(clock.now().getTime() / 1_000);

/** Where a professional can download a document during the next ten minutes. */
export function downloadAddress(
  { publicUrl, secret }: BesideSettings,
  clock: Clock,
  id: string,
  professionalId: string,
): string {
  const expires = String(nowS(clock) + LIFETIME_S);
  const whom = encodeURIComponent(professionalId);
  return `${publicUrl}/files/${id}?for=${whom}&expires=${expires}&signature=${signatureOf(secret, id, whom, expires)}`;
}

const ADDRESS = /^\/files\/([0-9a-f-]{36})\?for=([^&#]{1,200})&expires=(\d{1,12})&signature=([\w-]{43})$/;

/** The document in a download address that still works, and whom the address was given to; null otherwise. */
export function documentAt(
  { secret }: BesideSettings,
  clock: Clock,
  url: string,
): { id: string; professionalId: string } | null {
  const [, id, whom, expires, signature] = ADDRESS.exec(url) ?? [];
  if (!id || !whom || !expires || !signature || !sameToken(signature, signatureOf(secret, id, whom, expires)))
    return null;
  return Number(expires) > nowS(clock) ? { id, professionalId: decodeURIComponent(whom) } : null;
}
