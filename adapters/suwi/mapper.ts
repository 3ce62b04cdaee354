import { PartnerError } from '../partner-error.js';
import { check } from '../soap-formats.js';
import { address } from './address.js';
import type { IncomeEmployer, SbrEmployer, SuwiAddress, SuwiCode } from './port.js';
import { sectorName } from './sectors.js';
import {
  SbrWerkgeverInfoResponse,
  UWVPersoonsIkvInfoResponse,
  type AdministratieveEenheid,
  type Adres,
  type Inkomstenverhouding,
} from './wire.js';

const code = (told: string | null, description: string | null): SuwiCode | null =>
  told === null ? null : { code: told, description };

const sector = (told: string | null, description: string | null = null): SuwiCode | null =>
  code(told, told === null ? null : (description ?? sectorName(told)));

const present = (values: (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];

const addresses = (visiting: Adres[], postal: Adres[]): SuwiAddress[] => [
  ...visiting.map((wire) => address('VISITING', wire)),
  ...postal.map((wire) => address('POSTAL', wire)),
];

/** CdRechtsvorm of legal persons. The list is not public: who is not known to be one may be a person. */
const LEGAL_PERSONS = ['BV', 'NV', 'ST', 'VE', 'VER', 'COO', 'OWM'];

/** SbrWerkgeverInfoResponse in our words. @throws PartnerError MALFORMED */
export function employer(data: unknown): SbrEmployer {
  const { Werkgever: wire } = check('SUWI', SbrWerkgeverInfoResponse, data);
  // A sole trader's numbers are that person's BSN: they come no further than this.
  const legal = LEGAL_PERSONS.includes(wire.CdRechtsvorm ?? '');
  return {
    name: wire.NaamRechtspersoon,
    kvkNumber: wire.InschrijvingsnrKvK,
    fiscalNumber: legal ? wire.FiNr : null,
    legalForm: code(wire.CdRechtsvorm, wire.OmsRechtsvorm),
    sector: sector(wire.CdSectorOsv, wire.OmsSectorOsv),
    startedOn: wire.DatBWerkgever,
    endedOn: wire.DatEWerkgever,
    headcount: wire.AantWerknemers ? Number(wire.AantWerknemers) : null,
    headcountOn: wire.DatPeilAantWerknemers,
    establishmentNumbers: present(wire.VestigingsnrHandelsregister),
    payrollTaxNumbers: legal ? present(wire.Loonheffingennr) : [],
    addresses: addresses(wire.FeitelijkAdres, wire.Correspondentieadres),
  };
}

/**
 * UWVPersoonsIkvInfoResponse: of everything it tells of a person, only who employs. An answer about another than who was
 * asked for is nobody's business.
 * @throws PartnerError MALFORMED
 */
export function incomeEmployers(data: unknown, bsn: string): IncomeEmployer[] {
  const { ClientSuwi: client } = check('SUWI', UWVPersoonsIkvInfoResponse, data);
  if (client.Burgerservicenr !== bsn)
    throw new PartnerError('SUWI', 'MALFORMED', { cause: new Error('an answer about another person') });
  const found = new Map<string, IncomeEmployer>();
  for (const relation of client.Inkomstenverhouding) {
    const unit = relation.AdministratieveEenheid;
    if (unit && !found.has(unit.Loonheffingennr)) found.set(unit.Loonheffingennr, unitInOurWords(unit, relation));
  }
  return [...found.values()];
}

function unitInOurWords(unit: AdministratieveEenheid, relation: Inkomstenverhouding): IncomeEmployer {
  const legal = unit.RechtspersoonAdministratieveEenh;
  const person = unit.PersoonAdministratieveEenheid;
  const sectors = relation.SectorRisicogroepIkv;
  // The one that runs; else the last that did.
  const last = sectors.find((one) => one.DatESectorRisicogroep === null) ?? sectors.at(-1);
  return {
    // The unit of a person is called after that person, and its number is often that person's BSN.
    payrollTaxNumber: person ? null : unit.Loonheffingennr,
    name: person ? null : (unit.NaamAdministratieveEenheid ?? legal?.NaamRechtspersoon ?? null),
    fiscalNumber: legal?.FiNr ?? null,
    legalForm: code(legal?.CdRechtsvorm ?? null, null),
    sector: sector(last?.SectorBeroepsEnBedrijfsleven?.CdSector ?? null),
    startedOn: unit.DatBAdministratieveEenheid,
    endedOn: unit.DatEAdministratieveEenheid,
    addresses: person ? [] : addresses(unit.FeitelijkAdresAeh, unit.CorrespondentieadresAeh),
  };
}
