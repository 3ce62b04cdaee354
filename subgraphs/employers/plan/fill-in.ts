import type { ContactPerson } from '../dossier/contact-person.js';
import type { CustomerTier, Employer, EmployerKind } from '../dossier/employer.js';
import { accountPlanForm } from './account-plan-form.js';
import { PlanMark, type AccountPlanSection } from './account-plan-section.js';

/** What was written down on one row of the form. */
export interface PlanAnswer {
  value?: string | null;
  mark?: PlanMark;
  note?: string | null;
}

type Head = Pick<
  Employer,
  'name' | 'wbsNumber' | 'kvkNumber' | 'sector' | 'tier' | 'kind' | 'lwa' | 'manualVisitingAddress'
>;

const TIER: Record<CustomerTier, string> = { GOLD: 'Goud', SILVER: 'Zilver', BRONZE: 'Brons', BASE: 'Basis' };
const KIND: Record<EmployerKind, string> = { DIRECT_EMPLOYER: 'Werkgever', INTERMEDIARY: 'Intermediair' };

/** What the dossier itself knows of rows of the form, so that nobody types it again. */
const fromDossier = (
  employer: Head,
  people: Pick<ContactPerson, 'name'>[],
): Record<string, string | null | undefined> => ({
  customerType: employer.tier && TIER[employer.tier],
  companyName: employer.name,
  customer: KIND[employer.kind],
  place: employer.manualVisitingAddress?.city,
  contactPersons: people.map((p) => p.name).join(', ') || null,
  wbsNumber: employer.wbsNumber,
  kvkNumber: employer.kvkNumber,
  sector: employer.sector,
  lwa: employer.lwa.join(', ') || null,
});

/** All rows of the form, each with what was written down, or else what the dossier knows. */
export function fillIn(
  answers: Record<string, PlanAnswer>,
  employer: Head,
  people: Pick<ContactPerson, 'name'>[],
): AccountPlanSection[] {
  const known = fromDossier(employer, people);
  return accountPlanForm.map(({ kind, rows }) => ({
    kind,
    items: rows.map(([key, labelNl]) => ({
      key,
      labelNl,
      value: answers[key]?.value ?? known[key] ?? null,
      mark: answers[key]?.mark ?? PlanMark.NONE,
      note: answers[key]?.note ?? null,
    })),
  }));
}
