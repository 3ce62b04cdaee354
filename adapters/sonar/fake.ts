import { startFakeBehindTls, type FakeBehindTls, type FakePlace } from '../fake-behind-tls.js';
import type { FakeRequest } from '../fakes.js';
import { FakeFout, soapFake, type SoapFakeManners, type SoapFakeService } from '../soap-fake.js';
import { readWsdl, type SoapValues } from '../soap-wsdl.js';
import type { XmlValue } from '../soap-xml.js';
import {
  SonarFact,
  type BenefitsFact,
  type ErrorFact,
  type PersonFact,
  type PlaceFact,
  type ProfileFact,
  type TargetGroupFact,
  type ToldFact,
  type VumErrorFact,
} from './facts.js';
import { arbeidsbeperkte, fout, persoon, uitkeringen } from './fake-suwinet.js';
import { VUM_BASE, vumError, vumFake, type VumFakeManners } from './fake-vum.js';

export interface SonarFakeOptions extends FakePlace, Omit<SoapFakeManners, 'oin'>, Omit<VumFakeManners, 'oin'> {
  /** OIN of the fake, on both wires. Default that of the demo. */
  oin?: string;
  facts?: SonarFact[];
}

/** The OIN the fake goes by unless told otherwise: of nobody. */
export const SONAR_FAKE_OIN = '00000000000000004103';

const NOTHING: SoapValues = { NietsGevonden: '' };

/**
 * VUM under `/api/v3` and Suwinet's broker with the three services about a person under `/suwibroker/soap`, on one port of
 * this machine. Knows nothing until told, not even where a postcode lies.
 */
export async function startSonarFake(options: SonarFakeOptions): Promise<FakeBehindTls<SonarFact>> {
  const oin = options.oin ?? SONAR_FAKE_OIN;
  const profiles = new Map<string, ProfileFact>();
  const places = new Map<string, PlaceFact>();
  const people = new Map<string, PersonFact>();
  const targetGroup = new Map<string, TargetGroupFact>();
  const benefits = new Map<string, BenefitsFact>();
  const errors = new Map<string, ErrorFact>();
  const vumErrors = new Map<string, VumErrorFact>();

  /** A fact takes the place of what was told of the same thing before; one of a person also lifts that person's error. */
  function keep(fact: ToldFact): void {
    switch (fact.kind) {
      case 'profile':
        vumErrors.delete(fact.werkzoekende.idWerkzoekende);
        profiles.set(fact.werkzoekende.idWerkzoekende, fact);
        return;
      case 'place':
        places.set(fact.pc4, fact);
        return;
      case 'vum-error':
        vumErrors.set(fact.vumID, fact);
        return;
      case 'error':
        errors.set(fact.bsn, fact);
        return;
    }
    errors.delete(fact.bsn);
    if (fact.kind === 'person') people.set(fact.bsn, fact);
    else if (fact.kind === 'benefits') benefits.set(fact.bsn, fact);
    else targetGroup.set(fact.bsn, fact);
  }
  // All or nothing: what is wrong in one tells of itself before another is kept.
  const tell = (facts: SonarFact[]): void => facts.map((fact) => SonarFact.parse(fact)).forEach(keep);
  tell(options.facts ?? []);

  const service = async <F>(
    name: string,
    file: string,
    told: ReadonlyMap<string, F>,
    write: (fact: F) => SoapValues,
  ): Promise<SoapFakeService> => ({
    name,
    wsdl: await readWsdl(new URL(file, import.meta.url)),
    answer(_operation, question): SoapValues | FakeFout {
      const bsn = asked(question);
      const [error, found] = [errors.get(bsn), told.get(bsn)];
      return error ? fout(error) : found ? write(found) : NOTHING;
    },
  });
  const services = await Promise.all([
    service('UWVWbDossierPersoonGSD-v0200', './uwv-wb-dossier-persoon.wsdl', people, persoon),
    service('UWVDossierQuotumArbeidsbeperktenGSD-v0300', './uwv-dossier-quotum.wsdl', targetGroup, arbeidsbeperkte),
    service(
      'UWVDossierWerknemersverzekeringenGSD-v0200',
      './uwv-dossier-werknemersverzekeringen.wsdl',
      benefits,
      uitkeringen,
    ),
  ]);
  const soap = soapFake(services, { ...options, oin });
  const vum = vumFake({ profiles, places, errors: vumErrors }, { ...options, oin });

  return startFakeBehindTls<SonarFact>(options, {
    name: 'sonar',
    answer: (request) => (isVum(request) ? vum.answer(request) : soap.answer(request)),
    errorInside: (request) =>
      isVum(request) ? vumError('500.1') : soap.errorInside(new FakeFout('F001', 'De bron is niet beschikbaar.')),
    fact: SonarFact,
    tell,
  });
}

const isVum = ({ path }: FakeRequest): boolean => path.startsWith(`${VUM_BASE}/`);

/** The BSN in a question; nothing when there is none. */
function asked(question: XmlValue): string {
  const [bsn] = typeof question === 'string' ? [] : (question['Burgerservicenr'] ?? []);
  return typeof bsn === 'string' ? bsn : '';
}
