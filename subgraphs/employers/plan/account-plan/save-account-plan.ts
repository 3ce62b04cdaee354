import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { unreadErrors, userError } from '../../../user-error.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import type { AccountPlanInput } from './account-plan-input.js';
import { AccountPlan, AccountPlanSchema, isRunning, PlanGoal, PlanStatus } from './account-plan.js';
import { answersWith } from './answers-with.js';
import { checkAccountPlan } from './check-account-plan.js';
import { employerToPlan } from '../employer-to-plan.js';
import { plansGoTo } from './hand-over-plans.js';
import { planTeam } from '../plan-team.js';
import { endPlanAgreements, registerPlanAgreement } from './register-plan-agreement.js';
import { saveGoals } from './save-goals.js';
import { tellOfPlan } from '../tell-of-plan.js';

/**
 * Saves the account plan of an employer: one plan, in versions. A draft is changed in place; a plan that runs
 * gets a next version, which when it is no draft takes its place and is registered as a work agreement. It is made
 * for this employer and never from the plan of another.
 */
export async function saveAccountPlan(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: AccountPlanInput,
): Promise<Outcome> {
  const { employer, errors } = await employerToPlan(context, em, input.employerId);
  if (errors) return refused(...errors);
  const plans = await em.find(
    AccountPlan,
    { employerId: employer.id },
    { orderBy: { version: 'desc' }, disableIdentityMap: true },
  );
  // What was closed is not gone on from while another stands: after a merge the newest may be the other dossier's.
  const latest = plans.find((plan) => plan.status !== PlanStatus.CLOSED) ?? plans[0] ?? null;
  const unread = unreadErrors(input.expectedVersion, latest?.revision ?? 0);
  if (unread.length) return refused(...unread);
  const earlier = latest
    ? await em.find(
        PlanGoal,
        { planId: latest.id, droppedAt: null },
        { orderBy: { position: 'asc' }, disableIdentityMap: true },
      )
    : [];
  const refusals = checkAccountPlan(input, new Set(earlier.map(({ id }) => id)));
  if (input.draft && input.attachmentIds?.length)
    refusals.push(
      userError(
        'DRAFT',
        ['input', 'attachmentIds'],
        'Documenten (attachmentIds) horen bij een plan dat geldt, niet bij een concept.',
      ),
    );
  if (refusals.length) return refused(...refusals);

  const today = context.clock.today();
  const now = context.clock.now();
  const asDraft = latest?.status === PlanStatus.DRAFT ? latest : null;
  const id = asDraft?.id ?? v7();
  const version = asDraft?.version ?? (plans[0]?.version ?? 0) + 1;
  const conclusions =
    input.conclusions === undefined ? (latest?.conclusions ?? null) : input.conclusions?.trim() || null;
  const running = plans.filter(isRunning);
  if (!input.draft && running.length) {
    const replaced = running.map((plan) => plan.id);
    await em.nativeUpdate(AccountPlan, { id: { $in: replaced } }, { status: PlanStatus.CLOSED });
    await endPlanAgreements(context, em, replaced);
  }
  const said = {
    status: input.draft ? PlanStatus.DRAFT : PlanStatus.ACTIVE,
    answers: answersWith(latest?.answers ?? {}, input.items),
    conclusions,
    drawnUpOn: today,
    revision: (latest?.revision ?? 0) + 1,
    savedAt: now,
  };
  if (asDraft) await em.nativeUpdate(AccountPlan, { id }, said);
  else
    await em.insert(AccountPlanSchema, {
      ...said,
      id,
      employerId: employer.id,
      version,
      ownedById: (running[0] ?? latest)?.ownedById ?? whoAsks(context).professionalId,
      lastReviewedOn: null,
    });
  await saveGoals(em, { planId: id, latestId: latest?.id ?? null, earlier, wanted: input.goals, now });
  await tellOfPlan(context, em, {
    employer,
    kind: TimelineKind.PLAN,
    title: input.draft
      ? `Concept van het accountplan bewaard: versie ${version}.`
      : `Accountplan vastgesteld: versie ${version}.`,
    subjectType: 'AccountPlan',
    subjectId: id,
    occasion: `saved ${said.revision}`,
  });
  const saver = whoAsks(context).professionalId;
  // A plan whose leader is no more of the team is led by who of the team goes on with it.
  if ((await planTeam(em, employer, today)).includes(saver)) await plansGoTo(context, em, employer, { toId: saver });
  if (input.draft) return written(id);
  const agreement = await registerPlanAgreement(context, em, {
    employer,
    planId: id,
    version,
    conclusions,
    attachmentIds: input.attachmentIds,
  });
  return agreement.errors.length ? agreement : written(id, agreement.notices);
}
