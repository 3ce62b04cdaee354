import { clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/log.js';
import { readCertificates, type CertificateFiles } from '../certificates.js';
import { sonarClient, type SonarClientOptions } from './client.js';

/** Where Sonar's two windows are and who we are there, as settings tell it. */
export interface SonarConnection extends CertificateFiles {
  /** Suwinet's broker as we connect to it, without `/suwibroker/soap`. */
  url: string;
  /** VUM as we connect to it, with its version: `https://.../api/v3`. */
  vumUrl: string;
  /** OINs of ourselves, of the broker and of VUM's exchange, 20 digits. */
  ourOin: string;
  theirOin: string;
  vumOin: string;
  /** The broker's services as wsa:To tells them. Default below `url`. */
  toBase: string | null;
  deadlineMs: number;
  /** Today by the clock of the trade. Default the real day. */
  today?: () => string;
}

/** Sonar's client from settings: reads the certificates once. @throws Error when a file is not there */
export async function connectSonar(
  connection: SonarConnection,
  log: Logger,
  manners: Partial<SonarClientOptions> = {},
): ReturnType<typeof sonarClient> {
  const { url, vumUrl, ourOin, theirOin, vumOin, toBase, deadlineMs, today } = connection;
  const { ours, ca } = await readCertificates(connection);
  const tls = ours ? { tls: { ...ours, ...(ca ? { ca } : {}) } } : {};
  return sonarClient({
    vum: { baseUrl: vumUrl, fromOin: ourOin, toOin: vumOin, ...tls },
    suwinet: {
      baseUrl: url,
      from: { uri: 'urn:werkgraaf', oin: ourOin },
      toOin: theirOin,
      toBase: toBase ?? `${url}/suwibroker/soap`,
      ...(ours ? { signing: { certificate: ours.cert, key: ours.key } } : {}),
      ...tls,
      ...(ca ? { trust: { authorities: [ca] } } : {}),
      clock: clock(),
      ...(today ? { today } : {}),
    },
    // A question to VUM is asked anew to be given more profiles: an answer from memory would not do.
    lifetimes: { search: 0 },
    deadlineMs,
    log,
    ...manners,
  });
}
