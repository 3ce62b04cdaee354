import { startFakeBehindTls, type FakeBehindTls, type FakePlace } from '../fake-behind-tls.js';
import { FakeFout, foutValues, soapFake, type SoapFakeManners, type SoapFakeService } from '../soap-fake.js';
import { readWsdl, type SoapValues } from '../soap-wsdl.js';
import type { XmlValue } from '../soap-xml.js';
import { clientSuwi, werkgever } from './fake-answers.js';
import { SuwiFact, type EmployerFact, type ErrorFact, type IncomeFact } from './facts.js';

export interface SuwiFakeOptions extends FakePlace, Omit<SoapFakeManners, 'oin'> {
  /** OIN of the fake. Default that of the demo. */
  oin?: string;
  facts?: SuwiFact[];
}

/** The OIN the fake goes by unless told otherwise: of nobody. */
export const SUWI_FAKE_OIN = '00000000000000004102';

const NOTHING: SoapValues = { NietsGevonden: '' };

/** Suwinet's broker with its two services on a port of this machine, under `/suwibroker/soap`. Knows nothing until told. */
export async function startSuwiFake(options: SuwiFakeOptions): Promise<FakeBehindTls<SuwiFact>> {
  const employers = new Map<string, EmployerFact>();
  const incomes = new Map<string, IncomeFact>();
  const errors = new Map<string, ErrorFact>();

  /** A fact about a number takes the place of what was told of it before. */
  function tell(facts: SuwiFact[]): void {
    for (const told of facts) {
      const fact = SuwiFact.parse(told);
      if (fact.kind === 'error') errors.set(fact.number, fact);
      else if (fact.kind === 'income') {
        errors.delete(fact.bsn);
        incomes.set(fact.bsn, fact);
      } else {
        errors.delete(fact.kvkNumber);
        employers.set(fact.kvkNumber, fact);
      }
    }
  }
  tell(options.facts ?? []);

  const numbersOf = (fact: EmployerFact): Record<string, (string | undefined)[]> => ({
    InschrijvingsnrKvK: [fact.kvkNumber],
    VestigingsnrHandelsregister: fact.establishmentNumbers,
    Loonheffingennr: fact.payrollTaxNumbers,
    FiNr: [fact.fiscalNumber],
  });

  function errorOf(number: string): SoapValues | FakeFout | null {
    const error = errors.get(number);
    if (!error) return null;
    const { as, code, text } = error;
    return as === 'Fault' ? new FakeFout(code, text) : foutValues(code, text, as);
  }

  function register(question: XmlValue): SoapValues | FakeFout {
    const [[name, number] = ['', '']] = entries(question);
    const found = [...employers.values()].find((fact) => numbersOf(fact)[name]?.includes(number));
    return errorOf(number) ?? (found ? werkgever(found) : NOTHING);
  }

  function income(question: XmlValue): SoapValues | FakeFout {
    const bsn = new Map(entries(question)).get('Burgerservicenr') ?? '';
    const found = incomes.get(bsn);
    return errorOf(bsn) ?? (found ? clientSuwi(found) : NOTHING);
  }

  const [registerWsdl, incomeWsdl] = await Promise.all([
    readWsdl(new URL('./suwi-bedrijvenregister.wsdl', import.meta.url)),
    readWsdl(new URL('./uwv-dossier-inkomsten.wsdl', import.meta.url)),
  ]);
  const services: SoapFakeService[] = [
    { name: 'SuwiBedrijvenregister-v1', wsdl: registerWsdl, answer: (_operation, question) => register(question) },
    { name: 'UWVDossierInkomstenGSD-v0200', wsdl: incomeWsdl, answer: (_operation, question) => income(question) },
  ];
  const soap = soapFake(services, { ...options, oin: options.oin ?? SUWI_FAKE_OIN });

  return startFakeBehindTls<SuwiFact>(options, {
    name: 'suwi',
    answer: (request) => soap.answer(request),
    errorInside: soap.errorInside(new FakeFout('F001', 'De bron is niet beschikbaar.')),
    fact: SuwiFact,
    tell,
  });
}

/** The elements of a question with their texts. */
const entries = (question: XmlValue): [string, string][] =>
  typeof question === 'string'
    ? []
    : Object.entries(question).flatMap(([name, [value]]): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : [],
      );
