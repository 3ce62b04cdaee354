import type { Logger } from '../../runtime/log.js';
import { readCertificates, type CertificateFiles } from '../certificates.js';
import type { ResilienceStatus } from '../resilience.js';
import { kvkClient, type KvkClientOptions } from './client.js';
import { hrDataserviceClient, kvkBySoap } from './hr-dataservice-client.js';
import { kvkMutationsClient } from './mutations-client.js';
import type { Kvk } from './port.js';

/** How KvK is asked, as settings tell it. */
export interface KvkConnection {
  /** `rest`: KvK's API's. `soap`: KvK Dataservice, and the API's for what that has not, where there is a key. */
  client: 'rest' | 'soap';
  /** Base of the API's. */
  baseUrl: string;
  /** '' is none. */
  apiKey: string;
  /** Of the Mutatieservice, where its contract has another. */
  mutationsKey: string | null;
  /** Where the Dataservice is, and what wsa:To tells. */
  soap: CertificateFiles & { url: string; to: string };
  deadlineMs: number;
}

/** KvK's client from settings: reads the certificates once. @throws Error when a file is not there */
export async function connectKvk(
  connection: KvkConnection,
  log: Logger,
  manners: Partial<KvkClientOptions> = {},
): Promise<Kvk & { close(): Promise<void>; status(): ResilienceStatus }> {
  const { client, baseUrl, apiKey, soap, deadlineMs } = connection;
  const byRest = () => kvkClient({ baseUrl, apiKey, deadlineMs, log, ...manners });
  if (client === 'rest') return byRest();
  const { ours, ca } = await readCertificates(soap);
  const dataservice = await hrDataserviceClient({
    url: soap.url,
    to: soap.to,
    ...(ours ? { signing: { certificate: ours.cert, key: ours.key }, tls: { ...ours, ...(ca ? { ca } : {}) } } : {}),
    deadlineMs,
    log,
    ...manners,
    lifetimes: {
      ...(manners.lifetimes?.company === undefined ? {} : { registration: manners.lifetimes.company }),
      ...(manners.lifetimes?.establishment === undefined ? {} : { establishment: manners.lifetimes.establishment }),
    },
  });
  const rest = apiKey ? byRest() : null;
  return {
    ...kvkBySoap(dataservice, rest),
    status: () => dataservice.status(),
    async close() {
      await Promise.all([dataservice.close(), rest?.close()]);
    },
  };
}

/** KvK's Mutatieservice from settings: REST, whichever client is asked for companies. */
export const connectKvkMutations = (
  { baseUrl, apiKey, mutationsKey, deadlineMs }: KvkConnection,
  log: Logger,
): ReturnType<typeof kvkMutationsClient> =>
  kvkMutationsClient({ baseUrl, apiKey: mutationsKey ?? apiKey, deadlineMs, log });
