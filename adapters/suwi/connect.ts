import { readFile } from 'node:fs/promises';
import { clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/log.js';
import { suwiClient, type SuwiClientOptions } from './client.js';

/** Where Suwinet's broker is and who we are there, as settings tell it. */
export interface SuwiConnection {
  /** Address we connect to, without `/suwibroker/soap`. */
  url: string;
  /** Our own OIN and that of the broker, 20 digits. */
  ourOin: string;
  theirOin: string;
  /** The broker's services as wsa:To tells them. Default below `url`. */
  toBase: string | null;
  /** PEM files: our certificate and key, for TLS and for signing, and whom we trust. Null: unsigned, for development only. */
  certificateFile: string | null;
  keyFile: string | null;
  authoritiesFile: string | null;
  deadlineMs: number;
}

/** SUWI's client from settings: reads the certificates once. @throws Error when a file is not there */
export async function connectSuwi(
  connection: SuwiConnection,
  log: Logger,
  manners: Partial<SuwiClientOptions> = {},
): ReturnType<typeof suwiClient> {
  const { url, ourOin, theirOin, toBase, certificateFile, keyFile, authoritiesFile, deadlineMs } = connection;
  const [cert, key, ca] = await Promise.all(
    [certificateFile, keyFile, authoritiesFile].map((file) => (file ? readFile(file, 'utf8') : null)),
  );
  return suwiClient({
    baseUrl: url,
    from: { uri: 'urn:werkgraaf', oin: ourOin },
    toOin: theirOin,
    toBase: toBase ?? `${url}/suwibroker/soap`,
    ...(cert && key ? { signing: { certificate: cert, key }, tls: { cert, key, ...(ca ? { ca } : {}) } } : {}),
    ...(ca ? { trust: { authorities: [ca] } } : {}),
    clock: clock(),
    deadlineMs,
    log,
    ...manners,
  });
}
