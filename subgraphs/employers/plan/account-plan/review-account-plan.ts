import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import type { ReviewAccountPlanInput } from './account-plan-input.js';
import { AccountPlan, isRunning, PlanReviewSchema, PlanStatus } from './account-plan.js';
import { planToChange } from './plan-to-change.js';
import { tellOfPlan } from '../tell-of-plan.js';

/**
 * Records that the client team went over a plan, from which the next half year counts. What must change is
 * saved afterwards; until then the plan is under review.
 */
export async function reviewAccountPlan(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: ReviewAccountPlanInput,
): Promise<Outcome> {
  const { plan, employer, errors } = await planToChange(context, em, input);
  if (errors) return refused(...errors);
  const wrong = [
    ...lengthErrors(['input', 'outcome'], 'Wat eruit kwam (outcome)', input.outcome, 10, 4000),
    ...(isRunning(plan)
      ? []
      : [
          userError(
            'PLAN_IS_DRAFT',
            ['input', 'planId'],
            'Een concept (planId) wordt niet herzien: stel het eerst vast.',
            'R-112',
          ),
        ]),
  ];
  if (wrong.length) return refused(...wrong);
  const today = context.clock.today();
  const id = v7();
  await em.insert(PlanReviewSchema, {
    id,
    planId: plan.id,
    heldOn: today,
    byId: whoAsks(context).professionalId,
    outcome: input.outcome.trim(),
    changed: input.changed,
    recordedAt: context.clock.now(),
  });
  await em.nativeUpdate(
    AccountPlan,
    { id: plan.id },
    {
      status: input.changed ? PlanStatus.UNDER_REVIEW : PlanStatus.ACTIVE,
      lastReviewedOn: today,
      revision: plan.revision + 1,
    },
  );
  await tellOfPlan(context, em, {
    employer,
    kind: TimelineKind.PLAN,
    title: `Accountplan herzien: ${input.changed ? 'het wordt aangepast' : 'het blijft zoals het is'}.`,
    subjectType: 'AccountPlan',
    subjectId: plan.id,
    occasion: `reviewed ${id}`,
  });
  return written(plan.id);
}
