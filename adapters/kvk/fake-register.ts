import { changedCompany } from './fake-changes.js';
import type { FakeProduct } from './fake-dataservice.js';
import { inschrijving, vestigingProduct } from './fake-dataservice-answers.js';
import { fakeError } from './fake-errors.js';
import { fakeMutations } from './fake-mutations.js';
import { vestigingsprofiel, type Wire } from './fake-profiles.js';
import { KvkTold, type CompanyFact, type ErrorFact } from './facts.js';

/** The register behind the fake: what it was told, and what its services make of a number. */
export function fakeRegister() {
  const companies = new Map<string, CompanyFact>();
  const errors = new Map<string, ErrorFact>();
  const mutations = fakeMutations();

  /** A fact about a number takes the place of what was told of it before; a signal changes it. */
  function tell(facts: KvkTold[]): void {
    for (const told of facts) {
      const fact = KvkTold.parse(told);
      if (fact.kind === 'subscription') {
        mutations.subscribe(fact);
        continue;
      }
      if (fact.kind === 'signal') {
        const before = companies.get(fact.kvkNumber) ?? null;
        const after = before && changedCompany(before, fact);
        if (after) companies.set(fact.kvkNumber, after);
        mutations.add(fact, before, after);
        continue;
      }
      companies.delete(fact.kvkNumber);
      errors.delete(fact.kvkNumber);
      if (fact.kind === 'error') errors.set(fact.kvkNumber, fact);
      else companies.set(fact.kvkNumber, fact);
    }
  }
  /** What `give` makes of the company of a number, or KvK's error. */
  function byKvkNumber(number: string, give: (company: CompanyFact) => object | null): object {
    if (!/^[0-9]{8}$/.test(number)) return fakeError('IPD0004', number);
    const error = errors.get(number);
    if (error) return fakeError(error.code, number, error.message);
    const company = companies.get(number);
    return (company && give(company)) ?? fakeError('IPD0005', number);
  }

  /** The Vestigingsprofiel of a number, or KvK's error. */
  function byEstablishmentNumber(number: string, wire: Wire): object {
    if (!/^[0-9]{12}$/.test(number)) return fakeError('IPD0006', number);
    for (const company of companies.values()) {
      const one = company.establishments.find((establishment) => establishment.establishmentNumber === number);
      if (one) return vestigingsprofiel(company, one, wire);
    }
    return fakeError('IPD0007', number);
  }

  /** What KvK Dataservice tells of a number. */
  function product(operation: string, question: ReadonlyMap<string, string>): FakeProduct {
    const [[name, number]] = [...question] as [[string, string]];
    const company = [...companies.values()].find((one) =>
      name === 'vestigingsnummer'
        ? one.establishments.some(({ establishmentNumber }) => establishmentNumber === number)
        : (name === 'rsin' ? one.rsin : one.kvkNumber) === number,
    );
    const error = errors.get(number);
    const [{ code, omschrijving }] = fakeError(
      error?.code ?? (name === 'vestigingsnummer' ? 'IPD0007' : 'IPD0005'),
      number,
      error?.message,
    ).fout;
    const refused = { code, sentence: omschrijving };
    if (!company) return refused;
    if (operation === 'ophalenInschrijving') return { product: inschrijving(company) };
    const one = company.establishments.find(({ establishmentNumber, main }) =>
      name === 'vestigingsnummer' ? establishmentNumber === number : main,
    );
    return one ? { product: vestigingProduct(company, one) } : refused;
  }

  return { tell, companies: () => companies.values(), byKvkNumber, byEstablishmentNumber, product, mutations };
}
