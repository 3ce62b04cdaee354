import { dayOf } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import type { DmuRole } from '../dossier/contact-person.js';
import type { CustomerTier, RelationStatus } from '../dossier/employer.js';
import { inForce } from '../ownership/account-holdership.js';
import { holdershipsStood } from '../ownership/decision/holderships-then.js';
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

/** Everything counts what was written down at a moment itself. */
const justAfter = (moment: Date): Date => new Date(moment.getTime() + 1);

/** The dossier as it was at `asOf`, as far as was known at `knownAt`; null when nothing was known of it then. */
export async function snapshotOf(
  em: EntityManager,
  employerId: string,
  asOf: Date,
  knownAt: Date,
): Promise<EmployerSnapshot | null> {
  const [dossiers, people, agreements, plans, [holderships]] = await Promise.all([
    asThen<DossierRow>(em, 'employer', 'id', employerId, asOf, knownAt),
    asThen<PersonRow>(em, 'contact_person', 'employer_id', employerId, asOf, knownAt),
    asThen<AgreementRow>(em, 'work_agreement', 'employer_id', employerId, asOf, knownAt),
    asThen<PlanRow>(em, 'account_plan', 'employer_id', employerId, asOf, knownAt),
    holdershipsStood(em, [employerId], { stoodAt: justAfter(asOf), knownAt: justAfter(knownAt) }),
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
    holders: inForce(holderships!, day),
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
