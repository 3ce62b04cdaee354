import type { Company, Establishment, KvkAddress } from '../../../adapters/kvk/port.js';
import type { Address } from './address.js';

/** One activity by the Standaard Bedrijfsindeling; 2008's codes have 4 or 5 digits, 2025's 5. */
export interface Sbi {
  code: string;
  description: string;
  main: boolean;
}

/** The fields of the dossier that registers feed, in our words. Null: the register does not say. */
export interface RegisterValues {
  recordId: string;
  tradeName: string | null;
  legalName: string | null;
  legalForm: string | null;
  activities: Sbi[];
  headcount: number | null;
  website: string | null;
  visitingAddress: Address | null;
  postalAddress: Address | null;
  /** Wants no unasked mail or visits. */
  nonMailing: boolean | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  endedOn: string | null;
}

export type RegisterField = Exclude<keyof RegisterValues, 'recordId' | 'nonMailing' | 'endedOn'>;

/** The fields whose source and age the dossier tells. */
export const registerFields: readonly RegisterField[] = [
  'tradeName',
  'legalName',
  'legalForm',
  'activities',
  'headcount',
  'website',
  'visitingAddress',
  'postalAddress',
];

function address(all: KvkAddress[], kind: KvkAddress['kind']): Address | null {
  const found = all.find((a) => a.kind === kind && !a.shielded);
  if (!found) return null;
  return {
    street: found.poBox === null ? found.street : 'Postbus',
    houseNumber: (found.poBox ?? found.houseNumber)?.toString() ?? null,
    houseNumberAddition: [found.houseLetter, found.addition].filter(Boolean).join(' ') || null,
    postcode: found.postcode,
    city: found.city,
    country: found.country ?? 'Nederland',
  };
}

const sbi = (all: Company['activities']): Sbi[] =>
  all.map(({ code, description, main }) => ({ code, description: description ?? '', main }));

/** The dossier's fields as KvK tells them of a company, or of one establishment of it when that is given. */
export function fromKvk(company: Company, establishment: Establishment | null): RegisterValues {
  const place = establishment ?? company.mainEstablishment;
  const addresses = [
    ...(establishment?.addresses ?? []),
    ...(establishment ? [] : [...(place?.addresses ?? []), ...company.addresses]),
  ];
  return {
    recordId: establishment?.establishmentNumber ?? company.kvkNumber,
    tradeName: establishment?.name ?? company.tradeNames[0] ?? company.name,
    legalName: company.statutoryName ?? company.name,
    legalForm: company.legalForm,
    activities: sbi(establishment?.activities.length ? establishment.activities : company.activities),
    headcount: establishment ? establishment.headcount : company.headcount,
    website: (establishment?.websites[0] ?? company.websites[0]) || null,
    visitingAddress: address(addresses, 'VISITING'),
    postalAddress: address(addresses, 'POSTAL'),
    nonMailing: establishment?.nonMailing ?? company.nonMailing,
    endedOn: establishment?.endedOn ?? company.endedOn,
  };
}
