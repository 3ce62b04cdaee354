import type { Clock } from '../../../runtime/clock.js';
import type { BesideSettings } from '../beside-settings.js';
import { sameToken, tokenOf } from '../keys.js';

/** How long a download address works: long enough to follow it, too short to hand it on. */
const LIFETIME_S = 600;

const signatureOf = (secret: string, id: string, expires: string): string =>
  tokenOf(secret, 'download', `${id} ${expires}`);

const nowS = (clock: Clock): number => Math.floor(clock.now().getTime() / 1_000);

/** Where a document can be downloaded during the next ten minutes. */
export function downloadAddress({ publicUrl, secret }: BesideSettings, clock: Clock, id: string): string {
  const expires = String(nowS(clock) + LIFETIME_S);
  return `${publicUrl}/files/${id}?expires=${expires}&signature=${signatureOf(secret, id, expires)}`;
}

const ADDRESS = /^\/files\/([0-9a-f-]{36})\?expires=(\d{1,12})&signature=([\w-]{43})$/;

/** The id of the document in a download address that still works; null otherwise. */
export function documentAt({ secret }: BesideSettings, clock: Clock, url: string): string | null {
  const [, id, expires, signature] = ADDRESS.exec(url) ?? [];
  if (!id || !expires || !signature || !sameToken(signature, signatureOf(secret, id, expires))) return null;
  return Number(expires) > nowS(clock) ? id : null;
}
