import { PartnerError } from '../partner-error.js';
import { addresses } from './hr-address.js';
import { check, partialDate, sbiEdition } from './mapper.js';
import type { Activity, Company, Establishment, EstablishmentSummary, PartialDate } from './port.js';
import {
  OphalenInschrijvingResponse,
  OphalenVestigingResponse,
  type Activiteit,
  type EigenaarProduct,
  type HandeltOnder,
  type SbiActiviteit,
  type VestigingProduct,
} from './hr-wire.js';
import { yes } from './hr-yes.js';

/** What one registration tells: the company, and in few words its establishments. */
export interface Registration {
  company: Company;
  establishments: EstablishmentSummary[];
}

const byOrder = <T extends { volgorde: number | null }>(items: T[]): T[] =>
  [...items].sort((a, b) => (a.volgorde ?? Infinity) - (b.volgorde ?? Infinity) || 0);

const activities = (wire: SbiActiviteit[]): Activity[] =>
  byOrder(wire).flatMap(({ sbiCode, isHoofdactiviteit }) =>
    sbiCode?.code
      ? [
          {
            code: sbiCode.code,
            description: sbiCode.omschrijving,
            main: yes(isHoofdactiviteit) === true,
            edition: /^\d+$/.test(sbiCode.code) ? sbiEdition(sbiCode.code) : null,
          },
        ]
      : [],
  );

const tradeNames = (wire: HandeltOnder[]): string[] =>
  byOrder(wire.flatMap(({ handelsnaam }) => handelsnaam ?? [])).flatMap(({ naam }) => naam ?? []);

const websites = (...wires: ({ domeinNaam: (string | null)[] } | null | undefined)[]): string[] => [
  ...new Set(wires.flatMap((wire) => wire?.domeinNaam ?? []).filter((name) => name !== null)),
];

/** The day of `YYYYMMDDhhmmssmmm`. */
const dayOf = (moment: string | null | undefined): PartialDate | null =>
  moment && /^\d{17}$/.test(moment) ? partialDate(moment.slice(0, 8)) : null;

/** @throws PartnerError MALFORMED for an establishment without its number, which then could be any */
function establishment(
  wire: VestigingProduct,
  commercial: boolean,
  of: { kvkNumber: string | null; main: boolean | null },
): Establishment {
  if (!wire.vestigingsnummer)
    throw new PartnerError('KVK', 'MALFORMED', { cause: new Error('an establishment without its number') });
  const { onderneming: business, maatschappelijkeActiviteit: activity } = wire.isEenUitoefeningVan ?? {};
  return {
    establishmentNumber: wire.vestigingsnummer,
    kvkNumber:
      of.kvkNumber ??
      business?.kvkNummer ??
      business?.isEenManifestatieVan?.maatschappelijkeActiviteit?.kvkNummer ??
      activity?.kvkNummer ??
      null,
    rsin: null,
    name: wire.eersteHandelsnaam ?? wire.naamgeving?.naam ?? null,
    tradeNames: tradeNames(wire.handeltOnder),
    main: of.main,
    commercial,
    nonMailing: null,
    registeredOn: dayOf(wire.registratie?.['@registratieTijdstip']),
    startedOn: wire.registratie?.datumAanvang ?? null,
    endedOn: wire.registratie?.datumEinde ?? null,
    headcount: wire.totaalWerkzamePersonen,
    fullTime: wire.voltijdWerkzamePersonen,
    partTime: wire.deeltijdWerkzamePersonen,
    activities: activities(wire.activiteiten?.sbiActiviteit ?? []),
    websites: websites(wire.communicatiegegevens),
    addresses: addresses(wire.bezoekLocatie, wire.postLocatie),
  };
}

/** The owner where that is no natural person: of whom we read the legal form and nothing else. */
const legalOwner = (owner: EigenaarProduct | null) =>
  owner?.rechtspersoon ??
  owner?.samenwerkingsverband ??
  owner?.eenmanszaakMetMeerdereEigenaren ??
  owner?.rechtspersoonInOprichting ??
  null;

function mainOf({ wordtGeleidVanuit: led, kvkNummer: kvkNumber }: Activiteit): Establishment | null {
  const of = { kvkNumber, main: true };
  if (led?.commercieleVestiging) return establishment(led.commercieleVestiging, true, of);
  return led?.nietCommercieleVestiging ? establishment(led.nietCommercieleVestiging, false, of) : null;
}

function companyOf(wire: Activiteit, main: Establishment | null): Company {
  const business = wire.manifesteertZichAls?.onderneming;
  const owner = legalOwner(wire.heeftAlsEigenaar);
  const form = owner ?? wire.heeftAlsEigenaar?.natuurlijkPersoon;
  const names = tradeNames(business?.handeltOnder ?? []);
  const name = wire.naam ?? owner?.naamgeving?.naam ?? names[0];
  if (!name) throw new PartnerError('KVK', 'MALFORMED', { cause: new Error('a company without a name') });
  const ofOwner = owner
    ? addresses(owner.bezoekLocatie ?? owner.bezoekLocatiePersoon, owner.postLocatie ?? owner.postLocatiePersoon)
    : [];
  const ofMain = main?.addresses ?? [];
  const activity = business?.sbiActiviteit.length ? business.sbiActiviteit : wire.sbiActiviteit;
  return {
    kvkNumber: wire.kvkNummer,
    rsin: owner?.rsin ?? null,
    name,
    statutoryName: wire.heeftAlsEigenaar?.rechtspersoon?.naamgeving?.naam ?? null,
    tradeNames: names,
    legalForm: form?.persoonRechtsvorm ?? owner?.rechtsvorm?.omschrijving ?? null,
    extendedLegalForm: form?.uitgebreideRechtsvorm ?? null,
    nonMailing: yes(wire.nonMailing),
    registeredOn: dayOf(wire.registratie?.['@registratieTijdstip']),
    startedOn: wire.registratie?.datumAanvang ?? null,
    endedOn: wire.registratie?.datumEinde ?? null,
    headcount: business?.totaalWerkzamePersonen ?? null,
    activities: activities(activity),
    websites: [
      ...new Set([...websites(owner?.communicatiegegevens, wire.communicatiegegevens), ...(main?.websites ?? [])]),
    ],
    mainEstablishment: main,
    addresses: [ofOwner, ofMain, addresses(wire.bezoekLocatie, wire.postLocatie)].find((all) => all.length) ?? [],
  };
}

const summary = ({ addresses: all, ...one }: Establishment, kvkNumber: string): EstablishmentSummary => {
  const shown = all.find(({ kind }) => kind === 'VISITING') ?? all[0];
  return {
    establishmentNumber: one.establishmentNumber,
    kvkNumber,
    name: one.name,
    main: one.main,
    commercial: one.commercial,
    shielded: shown?.shielded ?? false,
    address: shown?.full ?? null,
  };
};

/** The product of ophalenInschrijving in our words; null when there is none. @throws PartnerError MALFORMED */
export function registration(data: unknown): Registration | null {
  const wire = check(OphalenInschrijvingResponse, data).product?.maatschappelijkeActiviteit;
  if (!wire) return null;
  const kvkNumber = wire.kvkNummer;
  const main = mainOf(wire);
  const listed = [
    ...(wire.manifesteertZichAls?.onderneming?.wordtUitgeoefendIn ?? []).map(
      ({ commercieleVestiging: one }) => [one, true] as const,
    ),
    ...wire.wordtUitgeoefendIn.map(({ nietCommercieleVestiging: one }) => [one, false] as const),
  ].flatMap(([one, commercial]) =>
    one
      ? [establishment(one, commercial, { kvkNumber, main: main && one.vestigingsnummer === main.establishmentNumber })]
      : [],
  );
  const missing = main && !listed.some((one) => one.establishmentNumber === main.establishmentNumber) ? [main] : [];
  const all = new Map([...missing, ...listed].map((one) => [one.establishmentNumber, summary(one, kvkNumber)]));
  return { company: companyOf(wire, main), establishments: [...all.values()] };
}

/** The product of ophalenVestiging in our words; null when there is none. @throws PartnerError MALFORMED */
export function oneEstablishment(data: unknown): Establishment | null {
  const { product } = check(OphalenVestigingResponse, data);
  const of = { kvkNumber: null, main: null };
  if (product?.commercieleVestiging) return establishment(product.commercieleVestiging, true, of);
  return product?.nietCommercieleVestiging ? establishment(product.nietCommercieleVestiging, false, of) : null;
}
