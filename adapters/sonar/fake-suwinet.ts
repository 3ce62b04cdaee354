import { FakeFout, foutValues } from '../soap-fake.js';
import { toDatum } from '../soap-formats.js';
import type { SoapValues } from '../soap-wsdl.js';
import type { BenefitsFact, ErrorFact, PersonFact, TargetGroupFact } from './facts.js';

const datum = (date: string | undefined): string | undefined => (date === undefined ? undefined : toDatum(date));
/** StdInd and StdIndOnb: 1 is yes, 2 is no. Not told is left out. */
const indication = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? '1' : '2';
const number = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));
/** Tijdsduur: hours and minutes, two digits each. */
const duration = (hours: number | undefined): string | undefined => {
  if (hours === undefined) return undefined;
  const minutes = Math.round(hours * 60);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join('');
};
/** An element with nothing in it is left out. */
const unless = (values: SoapValues): SoapValues | undefined =>
  Object.values(values).some((value) => value !== undefined) ? values : undefined;

interface Coded {
  code?: string | undefined;
  name?: string | undefined;
}
const beroep = ({ code, name }: Coded): SoapValues =>
  code === undefined
    ? { BeroepsnaamOngecodeerd: { NaamBeroepOngecodeerd: name } }
    : { BeroepsnaamGecodeerd: { CdBeroepsnaam: code, OmsBeroepsnaam: name } };

const opleiding = (fact: PersonFact['education'][number]): SoapValues => ({
  DatBVolgenOpleiding: datum(fact.startedOn),
  DatEVolgenOpleiding: datum(fact.endedOn),
  IndDiploma: indication(fact.diploma),
  DatDiploma: datum(fact.diplomaOn),
  CdNiveauOpleiding: fact.levelCode,
  ...(fact.name.code === undefined
    ? { NaamOpleidingOngecodeerd: fact.name.name }
    : { CdOpleidingsnaam: fact.name.code, OmsOpleidingsnaam: fact.name.name }),
});

/** What no mapper may let through: what a test looks for. */
export const STORY = 'Verzonnen voorgeschiedenis';
export const AMOUNT = '987654';
export const BORN = '19870605';

/** UwvWbPersoonsInfoResponse, in the order of its schema. */
export const persoon = (fact: PersonFact): SoapValues => ({
  ClientSuwi: {
    Burgerservicenr: fact.bsn,
    Voornamen: fact.firstNames,
    Voorvoegsel: fact.surnamePrefix,
    SignificantDeelVanDeAchternaam: fact.surname,
    Geboortedat: BORN,
    FeitelijkAdres: unless({
      Postcd: fact.postcode,
      Woonplaatsnaam: fact.city,
      Gemeentenaam: fact.municipality,
    }),
    Bron: { CdKolomSuwi: '1', CdPartijSuwi: '0001' },
    AtlRelatie: [
      {
        DatBAtlRelatie: datum(fact.registeredOn),
        Arbeidsmarktkwalificaties: {
          OpleidingsnaamOngecodeerd: fact.education.filter(({ name }) => name.code === undefined).map(opleiding),
          OpleidingsnaamGecodeerd: fact.education.filter(({ name }) => name.code !== undefined).map(opleiding),
          Werkervaring: fact.experience.map(({ occupation, years }) => ({
            AantJarenWerkzaamInBeroep: number(years),
            ...beroep(occupation),
          })),
          Rijbewijs: fact.drivingLicences.map((code) => ({ CdSrtRijbewijs: code })),
          Gedragscompetentie: fact.competences.map(({ code, name }) => ({
            CdGedragscompetentie: code,
            OmsGedragscompetentie: name,
          })),
        },
        InschrijvingsgegevensUwvWb:
          fact.registeredOn === undefined
            ? []
            : [
                {
                  DatInschrijvingUwvWb: datum(fact.registeredOn),
                  DatEGeldigheidInschrijvingUwvWb: datum(fact.registeredUntil),
                },
              ],
        Bemiddelingsberoep: fact.wantedOccupations.map(beroep),
        BeschikbaarheidClientVoorArbeid: unless({
          DatBBeschikbaarVoorArbeid: datum(fact.availableFrom),
          DatEBeschikbaarVoorArbeid: datum(fact.availableUntil),
          AantUrenWeekBeschikbVoorArbeid: duration(fact.hoursPerWeek),
        }),
        Mobiliteit: unless({
          IndBereidheidTeVerhuizen: indication(fact.willingToMove),
          Reistijd: number(fact.maxTravelMinutes),
        }),
        Flexibiliteit: unless({ IndBereidOnregelmatigWerk: indication(fact.irregularHours) }),
        VerwijzingNaarVacature: fact.referrals.map(({ on, placed }) => ({
          DatVerwijzingNaarVacature: datum(on),
          IndPlaatsing: indication(placed),
        })),
        DienstverleningUwvWb: [
          { ReferentienrDvlUwvWb: '00000000001', VisieDienstverleningUwvWb: [{ OmsVoorgeschiedenis: STORY }] },
        ],
        BeschikbaarClientVoorBemiddeling: unless({ IndDirectBemiddelbaar: indication(fact.placeable) }),
      },
    ],
    Arbeidsverhouding: fact.employments.map(({ employer, occupation, startedOn, endedOn }) => ({
      DatBArbeidsverhouding: datum(startedOn),
      DatEArbeidsverhouding: datum(endedOn),
      Arbeidsperiode: [beroep(occupation)],
      Werkgever: { HandelsnaamOrganisatie: employer },
    })),
  },
});

/** UWVPersoonsArbeidsbeperktenInfoResponse, in the order of its schema. */
export const arbeidsbeperkte = (fact: TargetGroupFact): SoapValues => ({
  ClientSuwi: {
    Burgerservicenr: fact.bsn,
    LdrRegistratieWbQa: fact.countsForJobAgreement ? { DatELdrRegistratieWbQa: datum(fact.countsUntil) } : undefined,
    GrondslagArbeidsbeperktheid: fact.grounds.map(({ code, startedOn, endedOn }) => ({
      CdGrondslagArbeidsbeperktheid: code,
      DatBGrondslagArbeidsbeperktheid: datum(startedOn),
      DatEGrondslagArbeidsbeperktheid: datum(endedOn),
    })),
  },
});

/** UWVPersoonsWvInfoResponse, in the order of its schema: with an amount, as UWV sends along. */
export const uitkeringen = (fact: BenefitsFact): SoapValues => ({
  ClientSuwi: {
    Burgerservicenr: fact.bsn,
    Uitkeringsverhouding: fact.benefits.map((benefit) => ({
      DatBUitkeringsverhouding: datum(benefit.startedOn),
      DatEUitkeringsverhouding: datum(benefit.endedOn),
      DatEMaximaleUitkeringsduur: datum(benefit.maximumUntil),
      AantWerkurenPerWeekGrondslagUitk: duration(benefit.hoursPerWeek),
      SzWet: { CdSzWet: benefit.lawCode },
      Uitkeringsperiode: [{ BrutoUitkeringsbedrag: [{ WaardeBedr: AMOUNT }] }],
    })),
  },
});

/** FWI alone, or a SOAP Fault. */
export const fout = ({ as, code, text }: ErrorFact): SoapValues | FakeFout =>
  as === 'Fault' ? new FakeFout(code, text) : foutValues(code, text, as);
