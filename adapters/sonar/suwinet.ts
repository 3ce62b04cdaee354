import { partnerHttp, type PartnerHttpOptions } from '../http.js';
import { PartnerError } from '../partner-error.js';
import { readWsdl } from '../soap-wsdl.js';
import { suwiMlService, type SuwiMlManners, type SuwiMlService } from '../soap.js';
import type { XmlValue } from '../soap-xml.js';
import { BENEFIT_GROUPS, benefits } from './benefits.js';
import type { Benefit, BenefitGroup, Bsn, SonarPerson, TargetGroupRegistration } from './port.js';
import { sonarPerson } from './sonar-person.js';
import { targetGroupRegistration } from './target-group.js';

export interface SuwinetOptions
  extends Pick<PartnerHttpOptions, 'baseUrl' | 'maxBodyBytes' | 'connections' | 'connectMs' | 'tls'>, SuwiMlManners {
  /** Group by CdSzWet. Default BENEFIT_GROUPS. */
  benefitGroups?: Readonly<Record<string, BenefitGroup>>;
  /** Name by CdGrondslagArbeidsbeperktheid; the list is not public. Default none. */
  groundNames?: Readonly<Record<string, string>>;
  /** Today by the clock of the trade, which may stand still where that of messages goes on. Default `clock.today`. */
  today?: () => string;
}

/** One call each. A BSN goes out in the body of that call and stays nowhere. */
export interface Suwinet {
  person(bsn: Bsn, signal: AbortSignal): Promise<SonarPerson | null>;
  targetGroupRegistration(bsn: Bsn, signal: AbortSignal): Promise<TargetGroupRegistration | null>;
  benefits(bsn: Bsn, signal: AbortSignal): Promise<Benefit[]>;
  close(): Promise<void>;
}

/** The three services about one person. `baseUrl` is the broker's, without `/suwibroker/soap`. */
export async function suwinet(options: SuwinetOptions & Pick<PartnerHttpOptions, 'log'>): Promise<Suwinet> {
  const { benefitGroups = BENEFIT_GROUPS, groundNames = {}, today = options.clock.today } = options;
  const http = partnerHttp({ ...options, partner: 'SONAR' });
  const open = async (service: string, file: string): Promise<SuwiMlService> =>
    suwiMlService({
      ...options,
      partner: 'SONAR',
      http,
      service,
      wsdl: await readWsdl(new URL(file, import.meta.url)),
    });
  const [wb, quotum, wv] = await Promise.all([
    open('UWVWbDossierPersoonGSD-v0200', './uwv-wb-dossier-persoon.wsdl'),
    open('UWVDossierQuotumArbeidsbeperktenGSD-v0300', './uwv-dossier-quotum.wsdl'),
    open('UWVDossierWerknemersverzekeringenGSD-v0200', './uwv-dossier-werknemersverzekeringen.wsdl'),
  ]);

  async function ask<T>(
    service: SuwiMlService,
    operation: string,
    bsn: Bsn,
    signal: AbortSignal,
    map: (data: XmlValue) => T,
  ): Promise<T | null> {
    try {
      return await service.ask(operation, { Burgerservicenr: bsn.reveal() }, signal, ({ data }) => map(data));
    } catch (error) {
      throw withoutBsn(error, bsn);
    }
  }

  return {
    person: (bsn, signal) => ask(wb, 'UwvWbPersoonsInfo', bsn, signal, (data) => sonarPerson(data, bsn)),
    targetGroupRegistration: (bsn, signal) =>
      ask(quotum, 'UWVPersoonsArbeidsbeperktenInfo', bsn, signal, (data) =>
        targetGroupRegistration(data, bsn, today(), groundNames),
      ),
    benefits: async (bsn, signal) =>
      (await ask(wv, 'UWVPersoonsWvInfo', bsn, signal, (data) => benefits(data, bsn, today(), benefitGroups))) ?? [],
    close: () => http.close(),
  };
}

/** A partner that refuses may repeat the number in its sentence. */
function withoutBsn(error: unknown, bsn: Bsn): unknown {
  if (!(error instanceof PartnerError)) return error;
  const anywhere = new RegExp([...bsn.reveal()].join('[ .-]?'), 'g');
  const clean = (text: string | null) => text?.replace(anywhere, String(bsn)) ?? null;
  const [partnerCode, partnerMessage] = [clean(error.partnerCode), clean(error.partnerMessage)];
  if (partnerCode === error.partnerCode && partnerMessage === error.partnerMessage) return error;
  return new PartnerError('SONAR', error.kind, {
    partnerCode,
    partnerMessage,
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  });
}
