import type { Address } from '../address.js';

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
