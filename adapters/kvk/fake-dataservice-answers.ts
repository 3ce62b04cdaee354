import { toDatum } from '../soap-formats.js';
import { escapeXml } from '../soap-xml.js';
import type { AddressFact, CompanyFact, EstablishmentFact } from './facts.js';
import { tradeNamesOf } from './fake-profiles.js';

/** What stands in an element of the catalogue: in the order of its schema; undefined is left out. `@name` is an attribute. */
export interface CatalogusValues {
  [name: string]: CatalogusValue | undefined;
}
type CatalogusValue = string | number | CatalogusValues | CatalogusValue[];

/** The name of a partner, for tests: nothing of what a functionary is may come through. */
export const FUNCTIONARY = 'Functionaris-Verzonnen';
/** Passes the check on a BSN, and is of nobody. */
export const FUNCTIONARY_BSN = '999990019';

/** `<cat:name>…</cat:name>`, once for each item of a list. */
export function catalogus(name: string, value: CatalogusValue | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => catalogus(name, one)).join('');
  if (typeof value !== 'object') return `<cat:${name}>${escapeXml(String(value))}</cat:${name}>`;
  const entries = Object.entries(value);
  const attributes = entries
    .filter(([key]) => key.startsWith('@'))
    .map(([key, told]) => ` ${key.slice(1)}="${escapeXml(String(told))}"`);
  const inside = entries.filter(([key]) => !key.startsWith('@')).map(([key, told]) => catalogus(key, told));
  return `<cat:${name}${attributes.join('')}>${inside.join('')}</cat:${name}>`;
}

const JA_NEE = (value: boolean) => (value ? { code: 'J', omschrijving: 'Ja' } : { code: 'N', omschrijving: 'Nee' });

const registratie = (fact: { registeredOn: string; startedOn?: string | undefined; endedOn?: string | undefined }) => ({
  '@registratieTijdstip': `${toDatum(fact.registeredOn)}120000000`,
  datumAanvang: fact.startedOn && toDatum(fact.startedOn),
  datumEinde: fact.endedOn && toDatum(fact.endedOn),
});

function locatie(all: AddressFact[], kind: AddressFact['kind']): CatalogusValues | undefined {
  const fact = all.find((one) => one.kind === kind);
  if (!fact) return undefined;
  if (fact.shielded) return { afgeschermd: JA_NEE(true) };
  const { street, houseNumber, houseLetter, addition, poBox, postcode, city, foreign, country } = fact;
  if (foreign) {
    return {
      afgeschermd: JA_NEE(false),
      adres: {
        buitenlandsAdres: {
          straatHuisnummer: foreign.street,
          postcodeWoonplaats: foreign.place,
          regio: foreign.region,
          land: { code: '9999', omschrijving: country },
        },
      },
      volledigAdres: `${foreign.street} ${foreign.place} ${country}`,
    };
  }
  const first = poBox === undefined ? [street, houseNumber, houseLetter, addition] : ['Postbus', poBox];
  return {
    afgeschermd: JA_NEE(false),
    adres: {
      binnenlandsAdres: {
        straatnaam: poBox === undefined ? street : undefined,
        huisnummer: poBox === undefined ? houseNumber : undefined,
        huisnummerToevoeging: addition,
        huisletter: houseLetter,
        postbusnummer: poBox,
        postcode: postcode && { cijfercombinatie: postcode.slice(0, 4), lettercombinatie: postcode.slice(4) },
        plaats: city,
      },
    },
    volledigAdres: `${first.filter((part) => part !== undefined).join(' ')} ${postcode} ${city}`,
  };
}

const sbi = (activities: CompanyFact['activities']): CatalogusValues[] =>
  activities.map(({ code, description }, nth) => ({
    sbiCode: { code, omschrijving: description },
    isHoofdactiviteit: JA_NEE(nth === 0),
    volgorde: nth,
  }));
const handeltOnder = (names: string[]): CatalogusValues[] =>
  names.map((naam, volgorde) => ({ handelsnaam: { naam, volgorde } }));
const communicatie = (websites: string[]): CatalogusValues | undefined =>
  websites.length ? { domeinNaam: websites } : undefined;

/** An establishment as its own product tells it, or in few words as a registration does. */
function vestiging(company: CompanyFact, one: EstablishmentFact, whole: boolean): CatalogusValues {
  const ofCompany = { kvkNummer: company.kvkNumber };
  const activities = { sbiActiviteit: sbi(one.activities ?? company.activities) };
  const common = {
    registratie: registratie(one),
    vestigingsnummer: one.establishmentNumber,
    bezoekLocatie: locatie(one.addresses, 'VISITING'),
    postLocatie: locatie(one.addresses, 'POSTAL'),
    communicatiegegevens: whole ? communicatie(one.websites) : undefined,
    eersteHandelsnaam: one.commercial ? one.name : undefined,
  };
  if (!one.commercial) {
    return {
      ...common,
      naamgeving: { naam: one.name },
      activiteiten: whole ? activities : undefined,
      isEenUitoefeningVan: whole ? { maatschappelijkeActiviteit: ofCompany } : undefined,
    };
  }
  return {
    ...common,
    voltijdWerkzamePersonen: one.fullTime,
    deeltijdWerkzamePersonen: one.partTime,
    totaalWerkzamePersonen: one.fullTime + one.partTime,
    activiteiten: whole ? activities : undefined,
    handeltOnder: whole ? handeltOnder(tradeNamesOf(one)) : undefined,
    isEenUitoefeningVan: whole ? { onderneming: ofCompany } : undefined,
  };
}

const kindOf = (one: EstablishmentFact) => (one.commercial ? 'commercieleVestiging' : 'nietCommercieleVestiging');

/** Legal forms that are natural persons' and partnerships'; all others are legal persons. */
const PARTNERSHIPS = ['VennootschapOnderFirma', 'Maatschap', 'CommanditaireVennootschap'];

function eigenaar(company: CompanyFact): CatalogusValues {
  const { legalForm, extendedLegalForm = legalForm, rsin, addresses, websites } = company;
  const vorm = { persoonRechtsvorm: legalForm, uitgebreideRechtsvorm: extendedLegalForm };
  // The Dataservice tells of the person, too: of an invented one here, so that dropping it can be seen.
  if (legalForm === 'Eenmanszaak') {
    return {
      natuurlijkPersoon: {
        persoonRechtsvorm: legalForm,
        volledigeNaam: FUNCTIONARY,
        uitgebreideRechtsvorm: extendedLegalForm,
        bsn: FUNCTIONARY_BSN,
        geslachtsnaam: FUNCTIONARY,
        geboortedatum: '19700101',
      },
    };
  }
  const [bezoek, post] = [locatie(addresses, 'VISITING'), locatie(addresses, 'POSTAL')];
  const naamgeving = company.statutoryName === undefined ? undefined : { naam: company.statutoryName };
  if (PARTNERSHIPS.includes(legalForm))
    return {
      samenwerkingsverband: { ...vorm, bezoekLocatiePersoon: bezoek, postLocatiePersoon: post, rsin, naamgeving },
    };
  return {
    rechtspersoon: {
      ...vorm,
      rsin,
      naamgeving,
      bezoekLocatie: bezoek,
      postLocatie: post,
      communicatiegegevens: communicatie(websites),
    },
  };
}

/** The product of ophalenInschrijving, as XML. */
export function inschrijving(company: CompanyFact): string {
  const names = company.tradeNames ?? [...new Set(company.establishments.flatMap(tradeNamesOf))];
  const [commercial, other] = [true, false].map((kind) =>
    company.establishments
      .filter((one) => one.commercial === kind)
      .map((one) => ({ [kindOf(one)]: vestiging(company, one, false) })),
  );
  const main = company.establishments.find((one) => one.main);
  return catalogus('maatschappelijkeActiviteit', {
    registratie: registratie(company),
    kvkNummer: company.kvkNumber,
    nonMailing: JA_NEE(company.nonMailing),
    sbiActiviteit: sbi(company.activities),
    naam: company.name,
    manifesteertZichAls: {
      onderneming: {
        kvkNummer: company.kvkNumber,
        sbiActiviteit: sbi(company.activities),
        totaalWerkzamePersonen: company.headcount,
        handeltOnder: handeltOnder(names),
        wordtUitgeoefendIn: commercial,
      },
    },
    wordtUitgeoefendIn: other,
    wordtGeleidVanuit: main && { [kindOf(main)]: vestiging(company, main, true) },
    heeftAlsEigenaar: eigenaar(company),
  });
}

/** The product of ophalenVestiging, as XML. */
export const vestigingProduct = (company: CompanyFact, one: EstablishmentFact): string =>
  catalogus(kindOf(one), vestiging(company, one, true));
