import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { lengthErrors } from '../../../user-error.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import type { CloseAccountPlanInput } from './account-plan-input.js';
import { AccountPlan, PlanStatus } from './account-plan.js';
import { planToChange } from './plan-to-change.js';
import { endPlanAgreements } from './register-plan-agreement.js';
import { tellOfPlan } from '../tell-of-plan.js';

/** Closes a plan that nothing takes the place of, and ends its work agreement. */
export async function closeAccountPlan(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: CloseAccountPlanInput,
): Promise<Outcome> {
  const { plan, employer, errors } = await planToChange(context, em, input);
  if (errors) return refused(...errors);
  const wrong = lengthErrors(['input', 'reason'], 'De reden (reason)', input.reason, 10, 1000);
  if (wrong.length) return refused(...wrong);
  await em.nativeUpdate(AccountPlan, { id: plan.id }, { status: PlanStatus.CLOSED, revision: plan.revision + 1 });
  await endPlanAgreements(context, em, [plan.id]);
  await tellOfPlan(context, em, {
    employer,
    kind: TimelineKind.PLAN,
    title: `Accountplan, versie ${plan.version}, afgesloten: ${input.reason.trim()}`,
    subjectType: 'AccountPlan',
    subjectId: plan.id,
    occasion: 'closed',
  });
  return written(plan.id);
}
