import { clock, type Clock } from '../../runtime/clock.js';
import { partnerHttp, type PartnerHttpOptions } from '../http.js';
import { resilience, type ResilienceOptions, type ResilienceStatus } from '../resilience.js';
import { readWsdl } from '../soap-wsdl.js';
import { suwiMlService, type SuwiMlManners } from '../soap.js';
import { employer, incomeEmployers } from './mapper.js';
import type { Suwi } from './port.js';
import { checkBsn, question } from './question.js';

/** How long an answer counts as fresh, in milliseconds. 0 asks every time. */
export interface SuwiLifetimes {
  /** Default 1 hour. */
  employer: number;
  /** Default 0: what is about a person is asked when it is needed, and kept nowhere. */
  incomeEmployers: number;
}

export interface SuwiClientOptions
  extends
    Omit<ResilienceOptions, 'partner' | 'address' | 'isAbsence'>,
    Pick<PartnerHttpOptions, 'baseUrl' | 'maxBodyBytes' | 'connections' | 'connectMs' | 'tls'>,
    Omit<SuwiMlManners, 'clock'> {
  /** Time that messages bear. Default the real one. */
  clock?: Clock;
  lifetimes?: Partial<SuwiLifetimes>;
}

/** SUWI, asked over SOAP. `baseUrl` is the broker's, without `/suwibroker/soap`. */
export async function suwiClient(
  options: SuwiClientOptions,
): Promise<Suwi & { close(): Promise<void>; status(): ResilienceStatus }> {
  const lifetimes: SuwiLifetimes = { employer: 3_600_000, incomeEmployers: 0, ...options.lifetimes };
  const [registerWsdl, incomeWsdl] = await Promise.all([
    readWsdl(new URL('./suwi-bedrijvenregister.wsdl', import.meta.url)),
    readWsdl(new URL('./uwv-dossier-inkomsten.wsdl', import.meta.url)),
  ]);
  const http = partnerHttp({ ...options, partner: 'SUWI' });
  const manners = resilience({ ...options, partner: 'SUWI', address: options.baseUrl });
  const shared = { ...options, partner: 'SUWI' as const, http, clock: options.clock ?? clock() };
  const register = suwiMlService({ ...shared, wsdl: registerWsdl, service: 'SuwiBedrijvenregister-v1' });
  const income = suwiMlService({ ...shared, wsdl: incomeWsdl, service: 'UWVDossierInkomstenGSD-v0200' });

  return {
    async employer(query, { fresh } = {}) {
      const asked = question(query);
      const key = `SbrWerkgeverInfo ${JSON.stringify(asked)}`;
      return manners.read(key, fresh ? 0 : lifetimes.employer, (signal) =>
        register.ask('SbrWerkgeverInfo', asked, signal, ({ data }) => employer(data)),
      );
    },
    async incomeEmployers(bsn) {
      checkBsn(bsn);
      return manners.read(`UWVPersoonsIkvInfo ${bsn}`, lifetimes.incomeEmployers, async (signal) => {
        const found = await income.ask('UWVPersoonsIkvInfo', { Burgerservicenr: bsn }, signal, ({ data }) =>
          incomeEmployers(data, bsn),
        );
        return found ?? [];
      });
    },
    status: () => manners.status(),
    async close() {
      await http.close();
      await manners.close();
    },
  };
}
