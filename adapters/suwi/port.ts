/**
 * System:   SUWI-bedrijvenregister (employers), and UWVDossierInkomstenGSD v0200 (Polisadministratie) on Suwinet
 * Owner:    UWV; Suwinet by BKWI
 * Protocol: SOAP 1.1 by SuwiML Transactiestandaard 4.0: addressed, signed, over two-way TLS
 * Document: none public for the register: it is modelled by us (suwi-bedrijvenregister.wsdl). UWVDossierInkomstenGSD: BKWI
 *
 * Absent is null or []. An employer that SUWI does not know is null. A number that cannot be is REFUSED before anything is sent.
 */
import type { ReadOptions, Retrieved } from '../retrieved.js';
import type { PartialDate } from '../soap-formats.js';

export interface Suwi {
  /** @throws PartnerError REFUSED (code of FWI, or ONGELDIG_NUMMER) */
  employer(query: SbrQuery, options?: ReadOptions): Promise<Retrieved<SbrEmployer | null>>;
  /**
   * The employers of a person as the Polisadministratie knows them, each payroll tax number once; no wages, no people.
   * The BSN goes out in the body of one request and stays nowhere.
   */
  incomeEmployers(bsn: string): Promise<Retrieved<IncomeEmployer[]>>;
}

/** One number: 8 digits, 12 digits, 9 digits with L and 2 more, or 9 digits (RSIN). */
export type SbrQuery =
  { kvkNumber: string } | { establishmentNumber: string } | { payrollTaxNumber: string } | { fiscalNumber: string };

/** A code of SUWI; description null where nobody told it and it is none we know. */
export interface SuwiCode {
  code: string;
  description: string | null;
}

export interface SbrEmployer {
  name: string;
  kvkNumber: string | null;
  /** RSIN of a legal person; null for whoever may be a person, whose number is a BSN. */
  fiscalNumber: string | null;
  /** CdRechtsvorm, e.g. `BV`. */
  legalForm: SuwiCode | null;
  /** CdSectorOsv, 3 digits. */
  sector: SuwiCode | null;
  startedOn: PartialDate | null;
  endedOn: PartialDate | null;
  /** Employees, on the day of `headcountOn`. */
  headcount: number | null;
  headcountOn: PartialDate | null;
  establishmentNumbers: string[];
  /** Loonheffingennummers; none of whoever may be a person, in whose they hold a BSN. */
  payrollTaxNumbers: string[];
  addresses: SuwiAddress[];
}

/** An AdministratieveEenheid: an employer in the eyes of the tax administration. */
export interface IncomeEmployer {
  /** Null for a person who employs: it is often that person's BSN. */
  payrollTaxNumber: string | null;
  /** Null for a person who employs, and where it is not told. */
  name: string | null;
  fiscalNumber: string | null;
  legalForm: SuwiCode | null;
  sector: SuwiCode | null;
  startedOn: PartialDate | null;
  endedOn: PartialDate | null;
  addresses: SuwiAddress[];
}

export interface SuwiAddress {
  kind: 'VISITING' | 'POSTAL';
  street: string | null;
  /** As told, without its addition; text, for abroad it may hold letters. */
  houseNumber: string | null;
  addition: string | null;
  poBox: string | null;
  /** `1234AB`; abroad as told. */
  postcode: string | null;
  city: string | null;
  municipality: string | null;
  region: string | null;
  /** Null at home. */
  country: string | null;
  startedOn: PartialDate | null;
  endedOn: PartialDate | null;
}
