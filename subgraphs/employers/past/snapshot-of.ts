import { dayOf } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import type { DmuRole } from '../dossier/contact-person.js';
import type { CustomerTier, RelationStatus } from '../dossier/employer.js';
import { AccountHoldership, inForce } from '../ownership/account-holdership.js';
import { recordsThen } from '../ownership/decision/stood-then.js';
import { isRunning, type PlanStatus } from '../plan/account-plan/account-plan.js';
import type { WorkAgreementKind } from '../work/agreement/work-agreement.js';
import { asThen } from './as-then.js';
import type { EmployerSnapshot } from './employer-snapshot.js';

interface DossierRow {
  name: string;
  wbs_number: string;
  relation_status: RelationStatus;
  tier: CustomerTier | null;
  is_key_account: boolean;
  sector: string | null;
}
interface PersonRow {
  id: string;
  name: string;
  job_title: string | null;
  dmu_role: DmuRole | null;
  active: boolean;
}
interface AgreementRow {
  id: string;
  kind: WorkAgreementKind;
  title: string;
  valid_from: string;
  valid_until: string | null;
}
interface PlanRow {
  id: string;
  status: PlanStatus;
  drawn_up_on: string;
}

/**
 * The holderships that stood in the dossier at `asOf`, also when a merge took them along since, with the ends known at
 * `knownAt`. Just after the moments, as everything else counts what was written down at them.
 */
async function holdersThen(
  em: EntityManager,
  employerId: string,
  asOf: Date,
  knownAt: Date,
): Promise<AccountHoldership[]> {
  const after = (moment: Date): Date => new Date(moment.getTime() + 1);
  const [stood] = await recordsThen(em, AccountHoldership, 'account_holdership', [employerId], after(asOf));
  return stood!
    .filter(({ row }) => row.recordedAt < after(knownAt))
    .map(({ row, wasMain }) =>
      Object.assign(Object.create(AccountHoldership.prototype) as AccountHoldership, row, {
        employerId,
        isMain: wasMain ?? row.isMain,
        ...(row.endedAt && row.endedAt >= after(knownAt) ? { validUntil: null, endReason: null } : {}),
      }),
    );
}

/** The dossier as it was at `asOf`, as far as was known at `knownAt`; null when nothing was known of it then. */
export async function snapshotOf(
  em: EntityManager,
  employerId: string,
  asOf: Date,
  knownAt: Date,
): Promise<EmployerSnapshot | null> {
  const [dossiers, people, agreements, plans, holderships] = await Promise.all([
    asThen<DossierRow>(em, 'employer', 'id', employerId, asOf, knownAt),
    asThen<PersonRow>(em, 'contact_person', 'employer_id', employerId, asOf, knownAt),
    asThen<AgreementRow>(em, 'work_agreement', 'employer_id', employerId, asOf, knownAt),
    asThen<PlanRow>(em, 'account_plan', 'employer_id', employerId, asOf, knownAt),
    holdersThen(em, employerId, asOf, knownAt),
  ]);
  const dossier = dossiers[0];
  if (!dossier) return null;
  const day = dayOf(asOf);
  const { row } = dossier;
  return {
    asOf,
    knownAt,
    recordedAt: dossier.recordedAt,
    tradeName: row.name,
    wbsNumber: row.wbs_number,
    relationStatus: row.relation_status,
    tier: row.tier,
    isKeyAccount: row.is_key_account,
    sector: row.sector,
    holders: inForce(holderships, day),
    contactPersons: people
      .filter((one) => one.row.active)
      .map((one) => ({ id: one.row.id, name: one.row.name, jobTitle: one.row.job_title, dmuRole: one.row.dmu_role }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    agreements: agreements
      .filter(({ row: a }) => a.valid_from <= day && (!a.valid_until || a.valid_until >= day))
      .map(({ row: a }) => ({
        id: a.id,
        kind: a.kind,
        title: a.title,
        validFrom: a.valid_from,
        validUntil: a.valid_until,
      })),
    plans: plans
      .filter(({ row: plan }) => isRunning(plan) && plan.drawn_up_on <= day)
      .map(({ row: plan }) => ({ id: plan.id, status: plan.status, drawnUpOn: plan.drawn_up_on })),
  };
}
