import { partnerHttp, type PartnerHttpOptions } from '../http.js';
import { PartnerError } from '../partner-error.js';
import { resilience, type ResilienceOptions, type ResilienceStatus } from '../resilience.js';
import { kvkAsk } from './ask.js';
import { check, company, establishment, establishments, searchResult, tradeNames } from './mapper.js';
import type { Kvk, KvkSearchResult } from './port.js';
import { isAbsence } from './refusal.js';
import { digits, searchParameters } from './search-parameters.js';
import { Basisprofiel, Eigenaar, linksTo, Naamgeving, Resultaat, Vestiging, VestigingList } from './wire.js';

/** How long an answer counts as fresh, in milliseconds. 0 asks every time. */
export interface KvkLifetimes {
  /** Default 1 minute: who registers today wants to be found today. */
  search: number;
  /** Default 1 hour, as for the four below: the register changes by the day, and each call costs money. */
  company: number;
  establishments: number;
  establishment: number;
  tradeNames: number;
}

export interface KvkClientOptions
  extends
    Omit<ResilienceOptions, 'partner' | 'address' | 'isAbsence'>,
    Pick<PartnerHttpOptions, 'baseUrl' | 'maxBodyBytes' | 'connections' | 'connectMs' | 'tls'> {
  /** Sent in the header `apikey`. */
  apiKey: string;
  lifetimes?: Partial<KvkLifetimes>;
}

const HOUR = 3_600_000;
const LIFETIMES: KvkLifetimes = {
  search: 60_000,
  company: HOUR,
  establishments: HOUR,
  establishment: HOUR,
  tradeNames: HOUR,
};

/** KvK, asked over HTTP. Every read is kept its lifetime; see ResilienceOptions for what happens when KvK is silent. */
export function kvkClient(options: KvkClientOptions): Kvk & { close(): Promise<void>; status(): ResilienceStatus } {
  const lifetimes = { ...LIFETIMES, ...options.lifetimes };
  const http = partnerHttp({ ...options, partner: 'KVK', headers: { apikey: options.apiKey } });
  const manners = resilience({ ...options, partner: 'KVK', address: options.baseUrl, isAbsence });
  const get = kvkAsk(http, options.log);

  /** One call: KvK embeds owner and main establishment. They are asked for only where it links to them instead. */
  async function readCompany(kvkNumber: string, signal: AbortSignal) {
    const path = `/v1/basisprofielen/${kvkNumber}`;
    const profile = await get('basisprofielen', path, signal, (body) => check(Basisprofiel, body));
    const [owner, main] = await Promise.all([
      profile._embedded?.eigenaar ??
        (linksTo(profile, 'eigenaar')
          ? get('eigenaar', `${path}/eigenaar`, signal, (body) => check(Eigenaar, body))
          : null),
      profile._embedded?.hoofdvestiging ??
        (linksTo(profile, 'hoofdvestiging')
          ? get('hoofdvestiging', `${path}/hoofdvestiging`, signal, (body) => check(Vestiging, body))
          : null),
    ]);
    return company(profile, owner, main);
  }

  async function found(query: URLSearchParams, signal: AbortSignal): Promise<KvkSearchResult> {
    try {
      return await get('zoeken', '/v2/zoeken', signal, (body) => searchResult(check(Resultaat, body)), query);
    } catch (error) {
      if (!(error instanceof PartnerError) || error.partnerCode !== 'IPD5200') throw error;
      return {
        total: 0,
        page: Number(query.get('pagina')),
        pageSize: Number(query.get('resultatenPerPagina')),
        hits: [],
      };
    }
  }

  return {
    async search(query) {
      const parameters = searchParameters(query);
      return manners.read(`zoeken?${parameters}`, lifetimes.search, (signal) => found(parameters, signal));
    },
    async company(kvkNumber, { fresh } = {}) {
      digits('kvkNumber', kvkNumber);
      const lifetime = fresh ? 0 : lifetimes.company;
      return manners.read(`basisprofielen/${kvkNumber}`, lifetime, (signal) => readCompany(kvkNumber, signal));
    },
    async establishments(kvkNumber) {
      const path = `/v1/basisprofielen/${digits('kvkNumber', kvkNumber)}/vestigingen`;
      return manners.read(path, lifetimes.establishments, (signal) =>
        get('vestigingen', path, signal, (body) => establishments(check(VestigingList, body))),
      );
    },
    async establishment(establishmentNumber, { fresh } = {}) {
      const path = `/v1/vestigingsprofielen/${digits('establishmentNumber', establishmentNumber)}`;
      return manners.read(path, fresh ? 0 : lifetimes.establishment, (signal) =>
        get('vestigingsprofielen', path, signal, (body) => establishment(check(Vestiging, body))),
      );
    },
    async tradeNames(kvkNumber) {
      const path = `/v1/naamgevingen/kvknummer/${digits('kvkNumber', kvkNumber)}`;
      return manners.read(path, lifetimes.tradeNames, (signal) =>
        get('naamgevingen', path, signal, (body) => tradeNames(check(Naamgeving, body))),
      );
    },
    status: () => manners.status(),
    async close() {
      await http.close();
      await manners.close();
    },
  };
}
