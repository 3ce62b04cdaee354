import type { Logger } from '../../runtime/log.js';
import { readCertificates, type CertificateFiles } from '../certificates.js';
import { werkNlClient, type WerkNlClientOptions } from './client.js';

/** Where werk.nl is and who we are there, as settings tell it. */
export interface WerkNlConnection extends CertificateFiles {
  /** Where vacancies and CVs go, without `/setu`. */
  url: string;
  /** Where vacancies are searched, up to and with `/api/v3`. Null: below `url`. */
  vumUrl: string | null;
  /** Our own OIN, and that of VUM's exchange, 20 digits. */
  ourOin: string;
  theirOin: string;
  /** Who sends, as werk.nl shows it beside the employer. */
  sender: { name: string; contactName: string; telephone: string | null; email: string | null };
  deadlineMs: number;
}

/**
 * werk.nl's client from settings: reads the certificates once.
 * `production`: certificates are compulsory. The other manners go before what the settings say.
 * @throws Error when a file is not there, or compulsory and not named
 */
export async function connectWerkNl(
  connection: WerkNlConnection,
  log: Logger,
  { production = false, ...manners }: { production?: boolean } & Partial<WerkNlClientOptions> = {},
): Promise<ReturnType<typeof werkNlClient>> {
  const { url, vumUrl, ourOin, theirOin, sender, certificateFile, keyFile, authoritiesFile, deadlineMs } = connection;
  if (production && !(certificateFile && keyFile && authoritiesFile)) {
    throw new Error(
      'WERKNL_CERTIFICATE_FILE, WERKNL_KEY_FILE en WERKNL_AUTHORITIES_FILE zijn verplicht in productie: werk.nl en VUM willen weten wie er belt.',
    );
  }
  const { ours, ca } = await readCertificates(connection);
  const tls = { ...ours, ...(ca ? { ca } : {}) };
  const { telephone, email, ...named } = sender;
  return werkNlClient({
    delivery: { baseUrl: url, tls },
    vum: { baseUrl: vumUrl ?? `${url}/api/v3`, fromOin: ourOin, toOin: theirOin, tls },
    sender: { oin: ourOin, ...named, ...(telephone ? { telephone } : {}), ...(email ? { email } : {}) },
    deadlineMs,
    log,
    ...manners,
  });
}
