import { validate } from 'uuid';
import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { conflict, userError } from '../../../user-error.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import type { UpdatePlanGoalInput } from './account-plan-input.js';
import { AccountPlan, PlanGoal, PlanStatus } from './account-plan.js';
import { outOfRange } from './check-account-plan.js';
import { employerToPlan } from '../employer-to-plan.js';
import { tellOfPlan } from '../tell-of-plan.js';

/** Writes down how far a goal of a plan is (R-108). */
export async function updatePlanGoal(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { id, expectedVersion, actual, dueOn, status }: UpdatePlanGoalInput,
): Promise<Outcome> {
  const unknown = refused(userError('UNKNOWN_GOAL', ['input', 'id'], 'Dit doel (id) bestaat niet.', 'R-108'));
  const seen = validate(id) ? await em.findOne(PlanGoal, { id }, { disableIdentityMap: true }) : null;
  if (!seen || seen.droppedAt) return unknown;
  const planOf = () => em.findOneOrFail(AccountPlan, { id: seen.planId }, { disableIdentityMap: true });
  const { employer, errors } = await employerToPlan(context, em, (await planOf()).employerId, 'id');
  if (errors) return refused(...errors);
  const plan = await planOf();
  const goal = await em.findOneOrFail(PlanGoal, { id });
  if ((expectedVersion ?? goal.version) !== goal.version) return refused(conflict(goal.version));
  const wrong = [
    ...outOfRange(['input', 'actual'], 'De stand (actual)', actual),
    ...(status === null ? [userError('NOT_EMPTY', ['input', 'status'], 'status kan niet leeg worden gemaakt.')] : []),
    ...(plan.status === PlanStatus.CLOSED
      ? [userError('PLAN_CLOSED', ['input', 'id'], 'Het accountplan van dit doel (id) is afgesloten.', 'R-113')]
      : []),
  ];
  if (wrong.length) return refused(...wrong);
  em.assign(goal, {
    ...(actual === undefined ? {} : { actual }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(status ? { status } : {}),
  });
  await em.flush();
  // Whoever saves the plan also writes the last days of its goals: not those that were read before this.
  if (dueOn !== undefined) await em.nativeUpdate(AccountPlan, { id: plan.id }, { revision: plan.revision + 1 });
  await tellOfPlan(context, em, {
    employer,
    kind: TimelineKind.PLAN,
    title: `Doel bijgewerkt: ${goal.title}${goal.actual === null ? '' : ` (nu ${goal.actual})`}.`,
    subjectType: 'AccountPlan',
    subjectId: plan.id,
    occasion: `goal ${id} ${goal.version}`,
  });
  return written(id);
}
