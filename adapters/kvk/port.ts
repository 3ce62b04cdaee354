/**
 * System:   KvK API's (Zoeken v2, Basisprofiel v1, Vestigingsprofiel v1, Naamgeving v1) on the Handelsregister; or, for
 *           companies and establishments, KvK Dataservice (2015/02) on the same register
 * Owner:    Kamer van Koophandel
 * Protocol: HTTPS, GET only, HAL JSON, key in the header `apikey`; or SOAP 1.1, addressed, signed, over two-way TLS
 * Document: https://developers.kvk.nl/nl/documentation; Dataservice: kvk.nl, "KVK Dataservice aansluiten"
 *
 * What changed there is told by the Mutatieservice: mutations-port.ts.
 *
 * Absent is null or []. A number that KvK does not know is a PartnerError REFUSED with KvK's code and sentence.
 */
import type { ReadOptions, Retrieved } from '../retrieved.js';

/** KvK's codes that say that it does not know the number, with which number that is. (A search without hits is no error.) */
export const UNKNOWN_NUMBER: Readonly<Record<string, 'kvkNumber' | 'establishmentNumber'>> = {
  IPD0001: 'kvkNumber',
  IPD0005: 'kvkNumber',
  IPD0007: 'establishmentNumber',
};

export interface Kvk {
  /** At most 1,000 hits can be reached, page by page; nothing found is no hits. Only an active company unless asked. */
  search(query: KvkSearch): Promise<Retrieved<KvkSearchResult>>;
  /** Basisprofiel with its owner and main establishment. @throws PartnerError REFUSED (IPD0004, IPD0005 and others) */
  company(kvkNumber: string, options?: ReadOptions): Promise<Retrieved<Company>>;
  /** All establishments of a company, in few words. */
  establishments(kvkNumber: string): Promise<Retrieved<EstablishmentSummary[]>>;
  /** Vestigingsprofiel. @throws PartnerError REFUSED (IPD0006, IPD0007 and others) */
  establishment(establishmentNumber: string, options?: ReadOptions): Promise<Retrieved<Establishment>>;
  /** Naamgevingen: every name of a company and of its establishments. */
  tradeNames(kvkNumber: string): Promise<Retrieved<TradeNames>>;
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the Handelsregister may know a year only. */
export type PartialDate = string;

export type HitKind = 'MAIN_ESTABLISHMENT' | 'BRANCH' | 'LEGAL_PERSON';

/** At least one of the first eight. Names match by whole words. */
export interface KvkSearch {
  /** 8 digits. */
  kvkNumber?: string;
  /** 9 digits. */
  rsin?: string;
  /** 12 digits. */
  establishmentNumber?: string;
  name?: string;
  street?: string;
  city?: string;
  /** `1234AB`; only with a house number or a PO box. */
  postcode?: string;
  /** Only with a postcode. */
  houseNumber?: number;
  houseLetter?: string;
  /** Only with a postcode. */
  poBox?: number;
  /** Absent or []: all kinds. */
  kinds?: readonly HitKind[];
  includeInactive?: boolean;
  /** 1 to 1,000, default 1. */
  page?: number;
  /** 1 to 100, default 10. */
  pageSize?: number;
}

export interface KvkSearchResult {
  /** How many KvK found, which may be more than the 1,000 that it shows. */
  total: number;
  page: number;
  pageSize: number;
  hits: KvkHit[];
}

export interface KvkHit {
  kvkNumber: string;
  /** Only when searched by RSIN. */
  rsin: string | null;
  /** Null for a legal person. */
  establishmentNumber: string | null;
  name: string;
  kind: HitKind;
  city: string | null;
  street: string | null;
  active: boolean;
  /** A name no longer borne, when that is what matched. */
  expiredName: string | null;
}

export interface Company {
  kvkNumber: string;
  rsin: string | null;
  name: string;
  statutoryName: string | null;
  /** In the order of the register. */
  tradeNames: string[];
  /** KvK's own word, e.g. `Eenmanszaak`. */
  legalForm: string | null;
  extendedLegalForm: string | null;
  /** True: wants no unasked mail or visits. */
  nonMailing: boolean | null;
  registeredOn: PartialDate | null;
  startedOn: PartialDate | null;
  endedOn: PartialDate | null;
  /** Persons at work, all establishments together. */
  headcount: number | null;
  activities: Activity[];
  websites: string[];
  mainEstablishment: Establishment | null;
  /** Of the owner (legal person); else of the main establishment. */
  addresses: KvkAddress[];
}

export interface Establishment {
  establishmentNumber: string;
  kvkNumber: string | null;
  rsin: string | null;
  name: string | null;
  tradeNames: string[];
  main: boolean | null;
  /** False for a place where no business is done, e.g. an office of a foundation. */
  commercial: boolean | null;
  nonMailing: boolean | null;
  registeredOn: PartialDate | null;
  startedOn: PartialDate | null;
  endedOn: PartialDate | null;
  headcount: number | null;
  fullTime: number | null;
  partTime: number | null;
  activities: Activity[];
  websites: string[];
  addresses: KvkAddress[];
}

export interface EstablishmentSummary {
  establishmentNumber: string;
  kvkNumber: string;
  name: string | null;
  main: boolean | null;
  commercial: boolean | null;
  /** The address may not be told, and is not. */
  shielded: boolean;
  /** On one line; null when shielded or not known. */
  address: string | null;
}

export interface Activity {
  /** SBI code, digits only. */
  code: string;
  description: string | null;
  main: boolean;
  /** Null where the code alone does not tell: 5 digits that both editions may have. */
  edition: 'SBI_2008' | 'SBI_2025' | null;
}

export interface KvkAddress {
  kind: 'VISITING' | 'POSTAL' | 'OTHER';
  /** True: the register may not tell it; everything below is null. */
  shielded: boolean;
  /** On one line, as the register writes it. */
  full: string | null;
  /** Abroad: street and number together. */
  street: string | null;
  houseNumber: number | null;
  houseLetter: string | null;
  /** House number addition and designation ("to", "by"), e.g. `A`. */
  addition: string | null;
  poBox: number | null;
  /** `1234AB`; null abroad. */
  postcode: string | null;
  /** Abroad: postcode and place together. */
  city: string | null;
  region: string | null;
  country: string | null;
}

export interface TradeNames {
  kvkNumber: string;
  rsin: string | null;
  statutoryName: string | null;
  name: string | null;
  alsoKnownAs: string | null;
  startedOn: PartialDate | null;
  endedOn: PartialDate | null;
  establishments: {
    establishmentNumber: string;
    name: string | null;
    alsoKnownAs: string | null;
    tradeNames: string[];
  }[];
}
