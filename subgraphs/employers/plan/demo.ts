import { daysBefore, testCompanies, vanGelderen } from '../../../demo/employers.js';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { demoAs } from '../demo-as.js';
import { publishAgreement } from '../work/agreement/publish-agreement.js';
import { WorkAgreementKind, WorkAgreementSchema } from '../work/agreement/work-agreement.js';
import { AccountPlanSchema, PlanGoalSchema, PlanReviewSchema, PlanStatus } from './account-plan/account-plan.js';
import { PlanMark } from './account-plan/account-plan-section.js';
import { carrierAnswers } from './account-plan/demo-answers.js';
import { LicenceMeetingSchema, LicenceSchema } from './licence/licence.js';
import { PlanOfActionSchema, ProgressNoteSchema } from './plan-of-action/plan-of-action.js';

const dagobert = testCompanies.find((e) => e.kvkNumber === '69599084')!;
const plans = {
  first: 'a0000000-0000-4000-8000-000000000001',
  second: 'a0000000-0000-4000-8000-000000000002',
  dagobert: 'a0000000-0000-4000-8000-000000000003',
};

/**
 * The demo's plans: two versions of a whole account plan for the carrier, the last of them reviewed in time, with a plan
 * of action and a licence; one account plan that is overdue.
 */
export async function seedPlans(em: EntityManager, context: Pick<Context, 'clock' | 'publish'>): Promise<void> {
  const { clock } = context;
  const ago = (days: number) => daysBefore(clock.today(), days);
  const at = (days: number) => new Date(`${ago(days)}T10:00:00Z`);
  await em.insertMany(AccountPlanSchema, [
    {
      id: plans.first,
      employerId: vanGelderen.id,
      version: 1,
      status: PlanStatus.CLOSED,
      ownedById: 'prof-01',
      answers: { visionAndStrategy: carrierAnswers.visionAndStrategy },
      conclusions: 'Kennismaking geslaagd; opvolgen met een plan voor opleiding.',
      drawnUpOn: ago(420),
      lastReviewedOn: ago(240),
      revision: 2,
      savedAt: at(420),
    },
    {
      id: plans.second,
      employerId: vanGelderen.id,
      version: 2,
      status: PlanStatus.ACTIVE,
      ownedById: 'prof-01',
      answers: carrierAnswers,
      conclusions: 'Het opleidingstraject staat voorop.',
      drawnUpOn: ago(235),
      lastReviewedOn: ago(55),
      revision: 4,
      savedAt: at(235),
    },
    {
      id: plans.dagobert,
      employerId: dagobert.id,
      version: 1,
      status: PlanStatus.ACTIVE,
      ownedById: 'prof-01',
      answers: {
        peopleWorkingIn: { value: 'Sorteren en inpakken' },
        satisfaction: { value: 'Goed', mark: PlanMark.SMILEY },
      },
      conclusions: null,
      drawnUpOn: ago(260),
      lastReviewedOn: null,
      revision: 1,
      savedAt: at(260),
    },
  ]);
  await em.insertMany(PlanGoalSchema, [
    {
      id: 'a1000000-0000-4000-8000-000000000001',
      planId: plans.second,
      position: 1,
      title: 'Eigen medewerkers laten doorstromen naar chauffeur',
      measure: 'medewerkers',
      target: 5,
      actual: 1,
      dueOn: ago(-180),
      status: PlanStatus.ACTIVE,
      version: 1,
    },
    {
      id: 'a1000000-0000-4000-8000-000000000002',
      planId: plans.second,
      position: 2,
      title: 'Kandidaten van UWV voorstellen',
      measure: 'kandidaten',
      target: 5,
      actual: 1,
      dueOn: ago(-180),
      status: PlanStatus.ACTIVE,
      version: 1,
    },
  ]);
  await em.insert(PlanReviewSchema, {
    id: 'a2000000-0000-4000-8000-000000000001',
    planId: plans.second,
    heldOn: ago(55),
    byId: 'prof-01',
    outcome: 'Het plan loopt: één medewerker is doorgestroomd en één kandidaat geplaatst.',
    changed: false,
    recordedAt: at(55),
  });
  for (const { id: employerId, tradeName, planId, days, n, version } of [
    { ...vanGelderen, planId: plans.second, days: 235, n: 1, version: 2 },
    { ...dagobert, planId: plans.dagobert, days: 260, n: 2, version: 1 },
  ]) {
    const agreement = {
      id: `a3000000-0000-4000-8000-00000000000${n}`,
      employerId,
      kind: WorkAgreementKind.ACCOUNT_PLAN,
      title: `Accountplan ${tradeName}, versie ${version}`,
      summary: `Accountplan, versie ${version}, zoals in het dossier.`,
      partyIds: ['org-uwv-rijnmond'],
      goals: [],
      validFrom: ago(days),
      validUntil: null,
      registeredById: 'prof-01',
      registeredAt: at(days),
      subjectType: 'AccountPlan',
      subjectId: planId,
      version: 1,
    };
    await em.insert(WorkAgreementSchema, agreement);
    await publishAgreement(demoAs(context, 'prof-01', ago(days)), em, agreement);
  }
  await em.insert(PlanOfActionSchema, {
    id: 'a4000000-0000-4000-8000-000000000001',
    employerId: vanGelderen.id,
    text: 'Eerst de eigen heftruckchauffeurs laten doorstromen; hun plaatsen invullen met kandidaten van UWV.',
    savedById: 'prof-01',
    savedAt: at(200),
    version: 1,
  });
  await em.insertMany(ProgressNoteSchema, [
    {
      id: 'a5000000-0000-4000-8000-000000000001',
      employerId: vanGelderen.id,
      at: at(180),
      byId: 'prof-01',
      text: 'De werkgever opent een tweede depot en zoekt daar planners en chauffeurs.',
      bottleneck: false,
    },
    {
      id: 'a5000000-0000-4000-8000-000000000002',
      employerId: vanGelderen.id,
      at: at(150),
      byId: 'prof-02',
      text: 'De rijschool heeft pas over twee maanden plaats.',
      bottleneck: true,
      solvedAt: at(120),
      solvedById: 'prof-01',
      solution: 'Een tweede rijschool leidt de eerste vijf op.',
    },
  ]);
  await em.insert(LicenceSchema, {
    id: 'a6000000-0000-4000-8000-000000000001',
    employerId: vanGelderen.id,
    name: 'Leerbedrijf wegvervoer',
    scope: 'Opleiden van chauffeurs in de praktijk',
    validFrom: ago(400),
    validUntil: null,
    meetingEveryMonths: 3,
    grantedById: 'prof-01',
    grantedAt: at(400),
    version: 1,
  });
  await em.insertMany(
    LicenceMeetingSchema,
    [290, 180, 60].map((days, n) => ({
      id: `a7000000-0000-4000-8000-00000000000${n + 1}`,
      licenceId: 'a6000000-0000-4000-8000-000000000001',
      heldOn: ago(days),
      byId: 'prof-01',
      report: 'De begeleiding is besproken; de leerlingen liggen op schema.',
      contactMomentId: null,
      recordedAt: at(days),
    })),
  );
}
