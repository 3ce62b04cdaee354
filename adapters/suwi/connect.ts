import { clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/log.js';
import { readCertificates, type CertificateFiles } from '../certificates.js';
import { suwiClient, type SuwiClientOptions } from './client.js';

/** Where Suwinet's broker is and who we are there, as settings tell it. */
export interface SuwiConnection extends CertificateFiles {
  /** Address we connect to, without `/suwibroker/soap`. */
  url: string;
  /** Our own OIN and that of the broker, 20 digits. */
  ourOin: string;
  theirOin: string;
  /** The broker's services as wsa:To tells them. Default below `url`. */
  toBase: string | null;
  deadlineMs: number;
}

/** SUWI's client from settings: reads the certificates once. @throws Error when a file is not there */
export async function connectSuwi(
  connection: SuwiConnection,
  log: Logger,
  manners: Partial<SuwiClientOptions> = {},
): ReturnType<typeof suwiClient> {
  const { url, ourOin, theirOin, toBase, deadlineMs } = connection;
  const { ours, ca } = await readCertificates(connection);
  return suwiClient({
    baseUrl: url,
    from: { uri: 'urn:werkgraaf', oin: ourOin },
    toOin: theirOin,
    toBase: toBase ?? `${url}/suwibroker/soap`,
    ...(ours ? { signing: { certificate: ours.cert, key: ours.key }, tls: { ...ours, ...(ca ? { ca } : {}) } } : {}),
    ...(ca ? { trust: { authorities: [ca] } } : {}),
    clock: clock(),
    deadlineMs,
    log,
    ...manners,
  });
}
