import type { AddressFact, CompanyFact, EstablishmentFact } from './facts.js';
import { fakeError, type FakeErrorAnswer } from './fake-errors.js';
import { wrongParameter } from './fake-parameters.js';
import { links, tradeNamesOf, type Wire } from './fake-profiles.js';

interface Hit {
  company: CompanyFact;
  establishment: EstablishmentFact | null;
  type: 'hoofdvestiging' | 'nevenvestiging' | 'rechtspersoon';
}

const ORDER = { hoofdvestiging: 0, nevenvestiging: 1, rechtspersoon: 2 };
const MOST_RESULTS = 1_000;

/** Words of a text, without case or accents: Zoeken matches whole words, all that were asked for. */
const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const has = (text: string | undefined, asked: string): boolean => {
  const there = new Set(words(text ?? ''));
  return words(asked).every((word) => there.has(word));
};

const hitsOf = (company: CompanyFact): Hit[] => [
  ...company.establishments.map((establishment): Hit => ({
    company,
    establishment,
    type: establishment.main ? 'hoofdvestiging' : 'nevenvestiging',
  })),
  ...((company.legalPersonHit ?? company.establishments.length === 0)
    ? [{ company, establishment: null, type: 'rechtspersoon' } as const]
    : []),
];

const addressesOf = ({ company, establishment }: Hit): AddressFact[] =>
  (establishment ?? company).addresses.filter((one) => !one.shielded);
const namesOf = ({ company, establishment }: Hit): string[] =>
  establishment ? tradeNamesOf(establishment) : [company.statutoryName ?? company.name, company.name];
const isActive = ({ company, establishment }: Hit): boolean => !company.endedOn && !establishment?.endedOn;

/** The expired name that a search by name found, when no name of today did. */
const expiredName = (hit: Hit, asked: string | null): string | undefined =>
  asked === null || namesOf(hit).some((name) => has(name, asked))
    ? undefined
    : hit.company.expiredNames.find((name) => has(name, asked));

function matches(hit: Hit, query: URLSearchParams): boolean {
  const asked = (name: string) => query.get(name);
  const inactiveToo = asked('inclusiefInactieveRegistraties') === 'true';
  const types = query.getAll('type');
  const name = asked('naam');
  const addressed = ['straatnaam', 'plaats', 'postcode', 'huisnummer', 'huisletter', 'postbusnummer'].some((one) =>
    query.has(one),
  );
  return (
    (inactiveToo || isActive(hit)) &&
    (types.length === 0 || types.includes(hit.type)) &&
    [null, hit.company.kvkNumber].includes(asked('kvkNummer')) &&
    [null, hit.company.rsin].includes(asked('rsin')) &&
    [null, hit.establishment?.establishmentNumber].includes(asked('vestigingsnummer')) &&
    (name === null ||
      namesOf(hit).some((one) => has(one, name)) ||
      (inactiveToo && expiredName(hit, name) !== undefined)) &&
    (!addressed || addressesOf(hit).some((address) => at(address, query)))
  );
}

function at(address: AddressFact, query: URLSearchParams): boolean {
  const is = (name: string, value: string | number | undefined) =>
    !query.has(name) || query.get(name)?.toLowerCase() === String(value ?? '').toLowerCase();
  return (
    has(address.street, query.get('straatnaam') ?? '') &&
    has(address.city, query.get('plaats') ?? '') &&
    is('postcode', address.postcode) &&
    is('huisnummer', address.houseNumber) &&
    is('huisletter', address.houseLetter) &&
    is('postbusnummer', address.poBox)
  );
}

/** House number and postcode are shown to who searched by them: recorded answers to other searches leave them out. */
function adres(hit: Hit, byPostcode: boolean) {
  const all = addressesOf(hit);
  const one = all.find((address) => address.kind === 'VISITING') ?? all[0];
  if (!one) return {};
  const type = one.kind === 'VISITING' ? 'bezoekadres' : 'postadres';
  if (one.foreign) {
    return {
      adres: {
        buitenlandsAdres: {
          type,
          straatHuisnummer: one.foreign.street,
          postcodeWoonplaats: one.foreign.place,
          land: one.country,
        },
      },
    };
  }
  const number =
    one.poBox === undefined
      ? { huisnummer: one.houseNumber, huisletter: one.houseLetter }
      : { postbusnummer: one.poBox };
  return {
    adres: {
      binnenlandsAdres: {
        type,
        ...(one.poBox === undefined && { straatnaam: one.street }),
        ...(byPostcode && { ...number, postcode: one.postcode }),
        plaats: one.city,
      },
    },
  };
}

function resultaat(hit: Hit, query: URLSearchParams, wire: Wire) {
  const { company, establishment, type } = hit;
  const vervallenNaam = expiredName(hit, query.get('naam'));
  return {
    kvkNummer: company.kvkNumber,
    ...(query.has('rsin') && { rsin: company.rsin }),
    ...(establishment && { vestigingsnummer: establishment.establishmentNumber }),
    naam: namesOf(hit)[0],
    ...adres(hit, query.has('postcode')),
    type,
    ...(query.get('inclusiefInactieveRegistraties') === 'true' && { actief: isActive(hit) ? 'Ja' : 'Nee' }),
    ...(vervallenNaam && { vervallenNaam }),
    ...links(wire, {
      basisprofiel: `/v1/basisprofielen/${company.kvkNumber}`,
      vestigingsprofiel: establishment !== null && `/v1/vestigingsprofielen/${establishment.establishmentNumber}`,
    }),
  };
}

/** One page of API Zoeken, or the error that KvK gives for the parameters. */
export function zoeken(
  companies: Iterable<CompanyFact>,
  query: URLSearchParams,
  wire: Wire,
): Record<string, unknown> | FakeErrorAnswer {
  const wrong = wrongParameter(query);
  if (wrong) return fakeError(wrong);
  const page = Number(query.get('pagina') ?? 1);
  const size = Number(query.get('resultatenPerPagina') ?? 10);
  const rank = (hit: Hit) => (hit.establishment?.foundFirst ? -1 : ORDER[hit.type]);
  const found = [...companies]
    .flatMap(hitsOf)
    .filter((hit) => matches(hit, query))
    .sort((a, b) => rank(a) - rank(b));
  const shown = Math.min(found.length, MOST_RESULTS);
  const items = found.slice((page - 1) * size, Math.min(page * size, shown));
  if (items.length === 0) return fakeError('IPD5200');

  const pathOf = (pagina: number) => {
    const parameters = new URLSearchParams();
    for (const [name, value] of query)
      if (!['pagina', 'resultatenPerPagina'].includes(name)) parameters.append(name.toLowerCase(), value);
    parameters.append('pagina', String(pagina));
    parameters.append('resultatenperpagina', String(size));
    return `/v2/zoeken?${parameters}`;
  };
  return {
    pagina: page,
    resultatenPerPagina: size,
    totaal: found.length,
    ...(page > 1 && { vorige: wire.base + pathOf(page - 1) }),
    ...(page * size < shown && { volgende: wire.base + pathOf(page + 1) }),
    resultaten: items.map((hit) => resultaat(hit, query, wire)),
    ...links(wire, { self: pathOf(page) }),
  };
}
