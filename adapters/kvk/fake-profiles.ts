import { fakeAddress, PADDING } from './fake-address.js';
import type { CompanyFact, EstablishmentFact } from './facts.js';

/** How links are written: `links:[{rel,href}]` until early 2026, `_links:{rel:{href}}` since; both recorded. */
export type LinkShape = 'links' | '_links';
/** How one answer is to be written. */
export interface Wire {
  /** Where paths begin, e.g. `http://127.0.0.1:4101/test/api`. */
  base: string;
  linkShape: LinkShape;
  geoData: boolean;
}

export function links(wire: Wire, to: Record<string, string | false>): Record<string, unknown> {
  const there = Object.entries(to).filter((entry): entry is [string, string] => entry[1] !== false);
  return wire.linkShape === 'links'
    ? { links: there.map(([rel, path]) => ({ rel, href: wire.base + path })) }
    : { _links: Object.fromEntries(there.map(([rel, path]) => [rel, { href: wire.base + path }])) };
}

const profilePath = (kvkNumber: string) => `/v1/basisprofielen/${kvkNumber}`;
const establishmentPath = (number: string) => `/v1/vestigingsprofielen/${number}`;

const jaNee = (value: boolean) => (value ? 'Ja' : 'Nee');
export const wireDate = (date: string) => date.replaceAll('-', '').padEnd(8, '0');
const period = (fact: { startedOn?: string | undefined; endedOn?: string | undefined }) =>
  fact.startedOn || fact.endedOn
    ? {
        materieleRegistratie: {
          ...(fact.startedOn && { datumAanvang: wireDate(fact.startedOn) }),
          ...(fact.endedOn && { datumEinde: wireDate(fact.endedOn) }),
        },
      }
    : {};
const handelsnamen = (names: string[]) => names.map((naam, volgorde) => ({ naam, volgorde }));
const sbi = (activities: CompanyFact['activities']) =>
  activities.map(({ code, description }, nth) => ({
    sbiCode: code,
    sbiOmschrijving: description,
    indHoofdactiviteit: jaNee(nth === 0),
  }));
/** KvK leaves an empty list out. */
const list = (name: string, items: unknown[]) => (items.length ? { [name]: items } : {});

export const tradeNamesOf = (establishment: EstablishmentFact) => establishment.tradeNames ?? [establishment.name];
const main = (company: CompanyFact) => company.establishments.find((one) => one.main);

export function eigenaar(company: CompanyFact, wire: Wire) {
  const self = `${profilePath(company.kvkNumber)}/eigenaar`;
  return {
    ...(company.rsin && { rsin: company.rsin }),
    rechtsvorm: company.legalForm,
    uitgebreideRechtsvorm: company.extendedLegalForm ?? company.legalForm,
    ...list(
      'adressen',
      company.addresses.map((one) => fakeAddress(one, PADDING.owner, wire.geoData)),
    ),
    ...list('websites', company.websites),
    ...links(wire, { self, basisprofiel: profilePath(company.kvkNumber) }),
  };
}

export function hoofdvestiging(company: CompanyFact, wire: Wire) {
  const one = main(company);
  if (!one) return null;
  const path = profilePath(company.kvkNumber);
  return {
    vestigingsnummer: one.establishmentNumber,
    kvkNummer: company.kvkNumber,
    ...(company.rsin && { rsin: company.rsin }),
    formeleRegistratiedatum: wireDate(one.registeredOn),
    ...period(one),
    eersteHandelsnaam: one.name,
    indHoofdvestiging: 'Ja',
    indCommercieleVestiging: jaNee(one.commercial),
    totaalWerkzamePersonen: one.fullTime + one.partTime,
    ...list(
      'adressen',
      one.addresses.map((address) => fakeAddress(address, PADDING.mainEstablishment, wire.geoData)),
    ),
    ...list('websites', one.websites),
    ...links(wire, {
      self: `${path}/hoofdvestiging`,
      vestigingen: `${path}/vestigingen`,
      basisprofiel: path,
      vestigingsprofiel: establishmentPath(one.establishmentNumber),
    }),
  };
}

export function basisprofiel(company: CompanyFact, wire: Wire) {
  const path = profilePath(company.kvkNumber);
  const names = company.tradeNames ?? [...new Set(company.establishments.flatMap(tradeNamesOf))];
  const embeddedMain = hoofdvestiging(company, wire);
  return {
    kvkNummer: company.kvkNumber,
    indNonMailing: jaNee(company.nonMailing),
    naam: company.name,
    formeleRegistratiedatum: wireDate(company.registeredOn),
    ...period(company),
    ...(company.headcount !== undefined && { totaalWerkzamePersonen: company.headcount }),
    ...(company.statutoryName && { statutaireNaam: company.statutoryName }),
    ...list('handelsnamen', handelsnamen(names)),
    ...list('sbiActiviteiten', sbi(company.activities)),
    _embedded: { eigenaar: eigenaar(company, wire), ...(embeddedMain && { hoofdvestiging: embeddedMain }) },
    ...links(wire, { self: path, vestigingen: company.establishments.length > 0 && `${path}/vestigingen` }),
  };
}

export function vestigingen(company: CompanyFact, wire: Wire) {
  const path = profilePath(company.kvkNumber);
  const commercial = company.establishments.filter((one) => one.commercial).length;
  return {
    kvkNummer: company.kvkNumber,
    aantalCommercieleVestigingen: commercial,
    aantalNietCommercieleVestigingen: company.establishments.length - commercial,
    totaalAantalVestigingen: company.establishments.length,
    vestigingen: company.establishments.map((one) => {
      const shown = one.addresses.find((address) => address.kind === 'VISITING') ?? one.addresses[0];
      const wired = shown && fakeAddress(shown, PADDING.owner, false);
      return {
        vestigingsnummer: one.establishmentNumber,
        eersteHandelsnaam: one.name,
        indHoofdvestiging: jaNee(one.main),
        indAdresAfgeschermd: jaNee(shown?.shielded ?? false),
        indCommercieleVestiging: jaNee(one.commercial),
        ...(wired && 'volledigAdres' in wired && { volledigAdres: wired.volledigAdres }),
        ...links(wire, {
          self: one.main && `${path}/hoofdvestiging`,
          vestigingsprofiel: establishmentPath(one.establishmentNumber),
        }),
      };
    }),
    ...links(wire, { self: `${path}/vestigingen`, basisprofiel: path }),
  };
}

export function vestigingsprofiel(company: CompanyFact, one: EstablishmentFact, wire: Wire) {
  return {
    vestigingsnummer: one.establishmentNumber,
    kvkNummer: company.kvkNumber,
    ...(company.rsin && { rsin: company.rsin }),
    indNonMailing: jaNee(one.nonMailing),
    formeleRegistratiedatum: wireDate(one.registeredOn),
    ...period(one),
    ...(company.statutoryName && { statutaireNaam: company.statutoryName }),
    eersteHandelsnaam: one.name,
    indHoofdvestiging: jaNee(one.main),
    indCommercieleVestiging: jaNee(one.commercial),
    voltijdWerkzamePersonen: one.fullTime,
    totaalWerkzamePersonen: one.fullTime + one.partTime,
    deeltijdWerkzamePersonen: one.partTime,
    handelsnamen: handelsnamen(tradeNamesOf(one)),
    ...list(
      'adressen',
      one.addresses.map((address) => fakeAddress(address, PADDING.establishment, wire.geoData)),
    ),
    ...list('websites', one.websites),
    ...list('sbiActiviteiten', sbi(one.activities ?? company.activities)),
    ...links(wire, { self: establishmentPath(one.establishmentNumber), basisprofiel: profilePath(company.kvkNumber) }),
  };
}

export function naamgeving(company: CompanyFact, wire: Wire) {
  return {
    kvkNummer: company.kvkNumber,
    ...(company.rsin && { rsin: company.rsin }),
    ...(company.statutoryName && { statutaireNaam: company.statutoryName }),
    naam: company.name,
    startdatum: wireDate(company.startedOn ?? company.registeredOn),
    ...(company.endedOn && { einddatum: wireDate(company.endedOn) }),
    vestigingen: company.establishments.map((one) => ({
      vestigingsnummer: one.establishmentNumber,
      ...(one.commercial
        ? { eersteHandelsnaam: one.name, handelsnamen: handelsnamen(tradeNamesOf(one)) }
        : { naam: one.name }),
      ...links(wire, { vestigingsprofiel: establishmentPath(one.establishmentNumber) }),
    })),
    ...links(wire, {
      self: `/v1/naamgevingen/kvknummer/${company.kvkNumber}`,
      basisprofiel: profilePath(company.kvkNumber),
    }),
  };
}
