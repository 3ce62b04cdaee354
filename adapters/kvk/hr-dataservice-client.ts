import { clock, type Clock } from '../../runtime/clock.js';
import { partnerHttp, type PartnerHttpOptions } from '../http.js';
import { PartnerError } from '../partner-error.js';
import { resilience, type ResilienceOptions, type ResilienceStatus } from '../resilience.js';
import type { ReadOptions, Retrieved } from '../retrieved.js';
import { readWsdl } from '../soap-wsdl.js';
import { dataserviceCall, type DataserviceManners } from './hr-call.js';
import { DATASERVICE } from './hr-envelope.js';
import { heedMeldingen } from './hr-errors.js';
import { oneEstablishment, registration, type Registration } from './hr-mapper.js';
import type { Establishment, Kvk } from './port.js';
import { isAbsence } from './refusal.js';
import { digits, refuse } from './search-parameters.js';

export interface HrDataserviceOptions
  extends
    Omit<ResilienceOptions, 'partner' | 'address' | 'isAbsence'>,
    Pick<PartnerHttpOptions, 'maxBodyBytes' | 'connections' | 'connectMs' | 'tls'>,
    Omit<DataserviceManners, 'clock' | 'to'> {
  /** Where the service is, whole, e.g. `https://dataservice.kvk.nl`. */
  url: string;
  /** What wsa:To tells. Default that of production. */
  to?: string;
  /** Time that messages bear. Default the real one. */
  clock?: Clock;
  /** How long an answer counts as fresh, in milliseconds; default 1 hour each. 0 asks every time. */
  lifetimes?: Partial<{ registration: number; establishment: number }>;
}

/** KvK Dataservice: what its two operations tell. */
export interface HrDataservice {
  registration(kvkNumber: string, options?: ReadOptions): Promise<Retrieved<Registration>>;
  establishment(establishmentNumber: string, options?: ReadOptions): Promise<Retrieved<Establishment>>;
  status(): ResilienceStatus;
  close(): Promise<void>;
}

/** What the Dataservice has not: with whose help the port is whole. */
export type KvkRest = Pick<Kvk, 'search' | 'tradeNames'>;

const another = () => new PartnerError('KVK', 'MALFORMED', { cause: new Error('an answer about another number') });

/** KvK Dataservice, asked over SOAP. What is kept is the mapped answer: no functionary and no BSN gets that far. */
export async function hrDataserviceClient(options: HrDataserviceOptions): Promise<HrDataservice> {
  const lifetimes = { registration: 3_600_000, establishment: 3_600_000, ...options.lifetimes };
  const http = partnerHttp({ ...options, baseUrl: options.url, partner: 'KVK' });
  const manners = resilience({ ...options, partner: 'KVK', address: options.url, isAbsence });
  const wsdl = await readWsdl(new URL('./hr-dataservice.wsdl', import.meta.url));
  const path = new URL(options.url).pathname === '/' ? '/' : '';
  const call = dataserviceCall(http, path, wsdl, {
    ...options,
    to: options.to ?? DATASERVICE,
    clock: options.clock ?? clock(),
  });

  return {
    async registration(kvkNumber, { fresh } = {}) {
      digits('kvkNumber', kvkNumber);
      return manners.read(`ophalenInschrijving ${kvkNumber}`, fresh ? 0 : lifetimes.registration, (signal) =>
        call('ophalenInschrijving', { kvkNummer: kvkNumber }, signal, (answer) => {
          const absent = heedMeldingen(answer);
          const found = registration(answer);
          if (!found) throw absent;
          if (found.company.kvkNumber !== kvkNumber) throw another();
          return found;
        }),
      );
    },
    async establishment(establishmentNumber, { fresh } = {}) {
      digits('establishmentNumber', establishmentNumber);
      return manners.read(`ophalenVestiging ${establishmentNumber}`, fresh ? 0 : lifetimes.establishment, (signal) =>
        call('ophalenVestiging', { vestigingsnummer: establishmentNumber }, signal, (answer) => {
          const absent = heedMeldingen(answer);
          const found = oneEstablishment(answer);
          if (!found) throw absent;
          if (found.establishmentNumber !== establishmentNumber) throw another();
          return found;
        }),
      );
    },
    status: () => manners.status(),
    async close() {
      await http.close();
      await manners.close();
    },
  };
}

/** A part of the port that the Dataservice has no operation for, where nothing else was given to ask. */
const without = (what: string): PartnerError =>
  refuse('NIET_VIA_DATASERVICE', `KVK Dataservice biedt geen ${what}; daarvoor is een sleutel van KVK API's nodig.`);

/**
 * The port by KvK Dataservice. A company and its establishments are one registration, asked once. Searching, and every name a
 * company has (Naamgeving), the Dataservice does not offer: these are asked of `rest`, and refused where that is null. What it
 * tells less than the API's is null: non-mailing, RSIN and, asked by its number, mainness of an establishment.
 */
export function kvkBySoap(dataservice: HrDataservice, rest: KvkRest | null): Kvk {
  return {
    async company(kvkNumber, options) {
      const { value, ...told } = await dataservice.registration(kvkNumber, options);
      return { ...told, value: value.company };
    },
    async establishments(kvkNumber) {
      const { value, ...told } = await dataservice.registration(kvkNumber);
      return { ...told, value: value.establishments };
    },
    establishment: (establishmentNumber, options) => dataservice.establishment(establishmentNumber, options),
    async search(query) {
      if (!rest) throw without('zoekfunctie');
      return rest.search(query);
    },
    async tradeNames(kvkNumber) {
      if (!rest) throw without('overzicht van namen');
      return rest.tradeNames(kvkNumber);
    },
  };
}
