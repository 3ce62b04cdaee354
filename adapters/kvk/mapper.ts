import type { z } from 'zod';
import { PartnerError } from '../partner-error.js';
import { address, type AddressWire } from './address.js';
import type {
  Activity,
  Company,
  Establishment,
  EstablishmentSummary,
  HitKind,
  KvkSearchResult,
  PartialDate,
  TradeNames,
} from './port.js';
import type {
  Basisprofiel,
  Eigenaar,
  Handelsnaam,
  Naamgeving,
  Resultaat,
  SbiActiviteit,
  Vestiging,
  VestigingList,
} from './wire.js';

/** `body` if it has the agreed shape. @throws PartnerError MALFORMED, which tells where it differs and not what stood there */
export function check<T extends z.ZodType>(shape: T, body: unknown): z.infer<T> {
  const checked = shape.safeParse(body);
  if (checked.success) return checked.data;
  const where = checked.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.code}`);
  throw new PartnerError('KVK', 'MALFORMED', { cause: new Error(where.join('; ')) });
}

/** Ja, Nee, or not told. */
export const yes = (value: string | null | undefined): boolean | null => (value == null ? null : value === 'Ja');

/** `YYYYMMDD`, in which 00 (and year 0000) is not known. @throws PartnerError MALFORMED for a month or day that cannot be */
export function partialDate(value: string | null | undefined): PartialDate | null {
  if (value == null) return null;
  const [year, month, day] = [value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)];
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (value.length !== 8 || Number(month) > 12 || Number(day) > (month === '00' ? 31 : daysInMonth)) {
    throw new PartnerError('KVK', 'MALFORMED', { cause: new Error('a date that cannot be') });
  }
  if (year === '0000') return null;
  if (month === '00') return year;
  return day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

/**
 * Which edition of the SBI a code is of. The register holds both. SBI 2008 has 2 to 5 digits, and its fifth is never 0;
 * every code of SBI 2025 has 5 digits, with a 0 where nothing is split. Other codes of 5 digits may be of either.
 */
export function sbiEdition(code: string): Activity['edition'] {
  if (code.length < 5) return 'SBI_2008';
  return code.length === 5 && code.endsWith('0') ? 'SBI_2025' : null;
}

const activities = (wire: SbiActiviteit[] | null | undefined): Activity[] =>
  (wire ?? []).map(({ sbiCode, sbiOmschrijving, indHoofdactiviteit }) => ({
    code: sbiCode,
    description: sbiOmschrijving ?? null,
    main: indHoofdactiviteit === 'Ja',
    edition: sbiEdition(sbiCode),
  }));

const names = (wire: Handelsnaam[] | null | undefined): string[] =>
  [...(wire ?? [])].sort((a, b) => (a.volgorde ?? Infinity) - (b.volgorde ?? Infinity) || 0).map((name) => name.naam);

const addresses = (wire: AddressWire[] | null | undefined) => (wire ?? []).map(address);

export function company(profile: Basisprofiel, owner: Eigenaar | null, main: Vestiging | null): Company {
  const mainEstablishment = main && establishment(main);
  const ofOwner = addresses(owner?.adressen);
  return {
    kvkNumber: profile.kvkNummer,
    rsin: owner?.rsin ?? main?.rsin ?? null,
    name: profile.naam,
    statutoryName: profile.statutaireNaam ?? null,
    tradeNames: names(profile.handelsnamen),
    legalForm: owner?.rechtsvorm ?? null,
    extendedLegalForm: owner?.uitgebreideRechtsvorm ?? null,
    nonMailing: yes(profile.indNonMailing),
    registeredOn: partialDate(profile.formeleRegistratiedatum),
    startedOn: partialDate(profile.materieleRegistratie?.datumAanvang),
    endedOn: partialDate(profile.materieleRegistratie?.datumEinde),
    headcount: profile.totaalWerkzamePersonen ?? null,
    activities: activities(profile.sbiActiviteiten),
    websites: [...new Set([...(owner?.websites ?? []), ...(main?.websites ?? [])])],
    mainEstablishment,
    addresses: ofOwner.length ? ofOwner : (mainEstablishment?.addresses ?? []),
  };
}

export function establishment(wire: Vestiging): Establishment {
  return {
    establishmentNumber: wire.vestigingsnummer,
    kvkNumber: wire.kvkNummer ?? null,
    rsin: wire.rsin ?? null,
    name: wire.eersteHandelsnaam ?? null,
    tradeNames: names(wire.handelsnamen),
    main: yes(wire.indHoofdvestiging),
    commercial: yes(wire.indCommercieleVestiging),
    nonMailing: yes(wire.indNonMailing),
    registeredOn: partialDate(wire.formeleRegistratiedatum),
    startedOn: partialDate(wire.materieleRegistratie?.datumAanvang),
    endedOn: partialDate(wire.materieleRegistratie?.datumEinde),
    headcount: wire.totaalWerkzamePersonen ?? null,
    fullTime: wire.voltijdWerkzamePersonen ?? null,
    partTime: wire.deeltijdWerkzamePersonen ?? null,
    activities: activities(wire.sbiActiviteiten),
    websites: wire.websites ?? [],
    addresses: addresses(wire.adressen),
  };
}

export function establishments(wire: VestigingList): EstablishmentSummary[] {
  return (wire.vestigingen ?? []).map((one) => ({
    establishmentNumber: one.vestigingsnummer,
    kvkNumber: wire.kvkNummer,
    name: one.eersteHandelsnaam ?? null,
    main: yes(one.indHoofdvestiging),
    commercial: yes(one.indCommercieleVestiging),
    shielded: one.indAdresAfgeschermd === 'Ja',
    address: one.indAdresAfgeschermd === 'Ja' ? null : address({ volledigAdres: one.volledigAdres }).full,
  }));
}

export function tradeNames(wire: Naamgeving): TradeNames {
  return {
    kvkNumber: wire.kvkNummer,
    rsin: wire.rsin ?? null,
    statutoryName: wire.statutaireNaam ?? null,
    name: wire.naam ?? null,
    alsoKnownAs: wire.ookGenoemd ?? null,
    startedOn: partialDate(wire.startdatum),
    endedOn: partialDate(wire.einddatum),
    establishments: (wire.vestigingen ?? []).map((one) => ({
      establishmentNumber: one.vestigingsnummer,
      name: one.eersteHandelsnaam ?? one.naam ?? null,
      alsoKnownAs: one.ookGenoemd ?? null,
      tradeNames: names(one.handelsnamen),
    })),
  };
}

const KINDS: Record<Resultaat['resultaten'][number]['type'], HitKind> = {
  hoofdvestiging: 'MAIN_ESTABLISHMENT',
  nevenvestiging: 'BRANCH',
  rechtspersoon: 'LEGAL_PERSON',
};

/** KvK's word for a kind of hit, as its parameter `type` takes it. */
export const hitType = (kind: HitKind): string => Object.entries(KINDS).find(([, ours]) => ours === kind)![0];

export function searchResult(wire: Resultaat): KvkSearchResult {
  return {
    total: wire.totaal,
    page: wire.pagina,
    pageSize: wire.resultatenPerPagina,
    hits: wire.resultaten.map((hit) => ({
      kvkNumber: hit.kvkNummer,
      rsin: hit.rsin ?? null,
      establishmentNumber: hit.vestigingsnummer ?? null,
      name: hit.naam,
      kind: KINDS[hit.type],
      city: hit.adres?.binnenlandsAdres?.plaats ?? hit.adres?.buitenlandsAdres?.postcodeWoonplaats ?? null,
      street: hit.adres?.binnenlandsAdres?.straatnaam ?? hit.adres?.buitenlandsAdres?.straatHuisnummer ?? null,
      // Left out unless inactive ones were asked for too, and then all that come are active.
      active: hit.actief !== 'Nee',
      expiredName: hit.vervallenNaam ?? null,
    })),
  };
}
