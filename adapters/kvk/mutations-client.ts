import { clock, type Clock } from '../../runtime/clock.js';
import { partnerHttp, type PartnerHttpOptions } from '../http.js';
import { resilience, type ResilienceOptions, type ResilienceStatus } from '../resilience.js';
import { kvkAsk } from './ask.js';
import { check } from './mapper.js';
import { signalDetail, signalPage, subscriptions } from './mutations-mapper.js';
import { Abonnementen, SignaalBericht, Signalen } from './mutations-wire.js';
import type { KvkMutations } from './mutations-port.js';
import { refuse } from './search-parameters.js';
import { signalsSince } from './signals-since.js';

export interface KvkMutationsOptions
  extends
    Omit<ResilienceOptions, 'partner' | 'address' | 'isAbsence' | 'store'>,
    Pick<PartnerHttpOptions, 'baseUrl' | 'maxBodyBytes' | 'connections' | 'connectMs' | 'tls'> {
  /** Sent in the header `apikey`. */
  apiKey: string;
  /** Time until which signals are asked for. Default the real one: KvK's clock runs on. */
  clock?: Clock;
  /** How late KvK may make a signal known, in milliseconds. Default 1 hour: KvK promises 15 minutes. */
  overlapMs?: number;
}

/** An id goes into a path, so it is of harmless characters or refused. */
function idOf(what: string, id: string): string {
  if (/^[A-Za-z0-9._-]{1,100}$/.test(id) && !/^\.+$/.test(id)) return id;
  throw refuse('IPD1999', `Het kenmerk van ${what} is niet valide.`);
}

function whole(value: number, least: number, most: number, what: string): string {
  if (Number.isInteger(value) && value >= least && value <= most) return String(value);
  throw refuse('IPD1999', `${what} ligt niet tussen ${least} en ${most}.`);
}

/** KvK's Mutatieservice, asked over HTTP. Nothing is kept: who asks what changed wants to know it now. */
export function kvkMutationsClient(
  options: KvkMutationsOptions,
): KvkMutations & { close(): Promise<void>; status(): ResilienceStatus } {
  const { clock: time = clock(), overlapMs = 3_600_000 } = options;
  const http = partnerHttp({ ...options, partner: 'KVK', headers: { apikey: options.apiKey } });
  const manners = resilience({ ...options, partner: 'KVK' });
  const get = kvkAsk(http, options.log);
  const read = async <T>(key: string, attempt: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    (await manners.read(key, 0, attempt)).value;

  const asks: Pick<KvkMutations, 'subscriptions' | 'signals'> = {
    subscriptions: () =>
      read('abonnementen', (signal) =>
        get('abonnementen', '/v1/abonnementen', signal, (body) => subscriptions(check(Abonnementen, body))),
      ),
    async signals(subscriptionId, { from, to, page = 1, pageSize = 100 } = {}) {
      const path = `/v1/abonnementen/${idOf('het abonnement', subscriptionId)}`;
      const query = new URLSearchParams({
        ...(from ? { vanaf: from.toISOString() } : {}),
        ...(to ? { tot: to.toISOString() } : {}),
        pagina: whole(page, 1, 1_000_000, 'De pagina'),
        aantal: whole(pageSize, 10, 500, 'Het aantal signalen per pagina'),
      });
      return read(`${path}?${query}`, (signal) =>
        get('signalen', path, signal, (body) => signalPage(subscriptionId, check(Signalen, body)), query),
      );
    },
  };

  return {
    ...asks,
    async signal(subscriptionId, signalId) {
      const path = `/v1/abonnementen/${idOf('het abonnement', subscriptionId)}/signalen/${idOf('het signaal', signalId)}`;
      return read(path, (signal) =>
        get('signaal', path, signal, (body) => signalDetail(subscriptionId, signalId, check(SignaalBericht, body))),
      );
    },
    signalsSince(since, { batchSize = 100 } = {}) {
      if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('batchSize is 1 or more');
      return signalsSince(asks, since, { now: time.now(), overlapMs, batchSize });
    },
    status: () => manners.status(),
    async close() {
      await http.close();
      await manners.close();
    },
  };
}
