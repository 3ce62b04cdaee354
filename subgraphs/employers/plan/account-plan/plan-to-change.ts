import { validate } from 'uuid';
import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { conflict, userError } from '../../../user-error.js';
import type { Employer } from '../../dossier/employer.js';
import { AccountPlan, PlanStatus } from './account-plan.js';
import { employerToPlan } from '../employer-to-plan.js';

/** The plan, with its dossier locked, that this professional may change and that is as it was read; a refusal otherwise. */
export async function planToChange(
  context: Pick<Context, 'identity' | 'clock'>,
  em: EntityManager,
  { planId, expectedVersion }: { planId: string; expectedVersion?: number | null },
  also: { orManagement?: boolean } = {},
): Promise<
  { plan: AccountPlan; employer: Employer; errors?: never } | { plan?: never; employer?: never; errors: UserError[] }
> {
  const unknown = {
    errors: [userError('UNKNOWN_PLAN', ['input', 'planId'], 'Dit accountplan (planId) bestaat niet.')],
  };
  const seen = validate(planId) ? await em.findOne(AccountPlan, { id: planId }, { disableIdentityMap: true }) : null;
  if (!seen) return unknown;
  const { employer, errors } = await employerToPlan(context, em, seen.employerId, 'planId', also);
  if (errors) return { errors };
  // As it is now that nobody else changes it.
  const plan = await em.findOne(AccountPlan, { id: planId }, { disableIdentityMap: true });
  if (!plan) return unknown;
  if (plan.status === PlanStatus.CLOSED)
    return {
      errors: [userError('PLAN_CLOSED', ['input', 'planId'], 'Dit accountplan (planId) is afgesloten.', 'R-113')],
    };
  return (expectedVersion ?? plan.revision) === plan.revision
    ? { plan, employer }
    : { errors: [conflict(plan.revision)] };
}
