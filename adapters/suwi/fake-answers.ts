import { foutValues } from '../soap-fake.js';
import { toDatum } from '../soap-formats.js';
import type { SoapValues } from '../soap-wsdl.js';
import type { AddressFact, EmployerFact, IncomeFact } from './facts.js';

const datum = (date: string | undefined): string | undefined => (date === undefined ? undefined : toDatum(date));
const number = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));

/** An address in the form that its parts ask for. */
function adres(fact: AddressFact): SoapValues {
  const place = { Postcd: fact.postcode, Woonplaatsnaam: fact.city, Gemeentenaam: fact.municipality };
  const { foreign } = fact;
  return {
    DatBAdres: datum(fact.startedOn),
    DatEAdres: datum(fact.endedOn),
    ...(foreign
      ? {
          StraatadresBuitenland: {
            WoonplaatsnaamBuitenland: foreign.place,
            Landsnaam: foreign.country,
            StraatnaamBuitenland: foreign.street,
          },
        }
      : fact.poBox === undefined
        ? {
            Straatadres: {
              ...place,
              Straatnaam: fact.street,
              Huisnr: number(fact.houseNumber),
              Huisnrtoevoeging: fact.addition,
            },
          }
        : { Postbusadres: { ...place, Postbusnr: number(fact.poBox) } }),
  };
}

const adressen = (facts: AddressFact[], kind: AddressFact['kind']): SoapValues[] =>
  facts.filter((fact) => fact.kind === kind).map(adres);

/** SbrWerkgeverInfoResponse, in the order of its schema. */
export const werkgever = (fact: EmployerFact): SoapValues => ({
  Werkgever: {
    NaamRechtspersoon: fact.name,
    InschrijvingsnrKvK: fact.kvkNumber,
    FiNr: fact.fiscalNumber,
    CdRechtsvorm: fact.legalForm,
    OmsRechtsvorm: fact.legalFormDescription,
    CdSectorOsv: fact.sector,
    DatBWerkgever: datum(fact.startedOn),
    DatEWerkgever: datum(fact.endedOn),
    AantWerknemers: number(fact.headcount),
    DatPeilAantWerknemers: datum(fact.headcountOn),
    VestigingsnrHandelsregister: fact.establishmentNumbers,
    Loonheffingennr: fact.payrollTaxNumbers,
    FeitelijkAdres: adressen(fact.addresses, 'VISITING'),
    Correspondentieadres: adressen(fact.addresses, 'POSTAL'),
  },
  ...(fact.warning && foutValues(fact.warning.code, fact.warning.text, 'Waarschuwing')),
});

/** Wages that no mapper may let through: what a test looks for. */
export const WAGE = '345678';

/** UWVPersoonsIkvInfoResponse, in the order of its schema: with the wages and the names that Suwinet sends along. */
export const clientSuwi = (fact: IncomeFact): SoapValues => ({
  ClientSuwi: {
    Burgerservicenr: fact.bsn,
    Inkomstenverhouding: fact.employers.map((employer) => ({
      AdministratieveEenheid: {
        NaamAdministratieveEenheid: employer.name,
        Loonheffingennr: employer.payrollTaxNumber,
        DatBAdministratieveEenheid: datum(employer.startedOn),
        DatEAdministratieveEenheid: datum(employer.endedOn),
        ...(employer.fiscalNumber === undefined
          ? {
              PersoonAdministratieveEenheid: {
                Voornamen: 'Verzonnen',
                SignificantDeelVanDeAchternaam: 'Persoonsnaam',
              },
            }
          : {
              RechtspersoonAdministratieveEenh: {
                FiNr: employer.fiscalNumber,
                NaamRechtspersoon: employer.name,
                CdRechtsvorm: employer.legalForm,
              },
            }),
        FeitelijkAdresAeh: adressen(employer.addresses, 'VISITING'),
        CorrespondentieadresAeh: adressen(employer.addresses, 'POSTAL'),
      },
      Inkomstenperiode: [{ DatBIkp: '20260101' }],
      SectorRisicogroepIkv: employer.sector
        ? [{ DatBSectorRisicogroep: '20200101', SectorBeroepsEnBedrijfsleven: { CdSector: employer.sector } }]
        : [],
      Inkomstenopgave: [{ DatBIko: '20260101', BedrBrutoloonSv: { CdPositiefNegatief: '+', WaardeBedr: WAGE } }],
    })),
  },
});
