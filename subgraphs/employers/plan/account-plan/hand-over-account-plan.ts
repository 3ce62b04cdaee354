import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome, type UserError } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { Professional } from '../../organisation/professional.js';
import type { HandOverAccountPlanInput } from './account-plan-input.js';
import { handOverPlans, openPlansOf } from './hand-over-plans.js';
import { planTeam } from '../plan-team.js';
import { planToChange } from './plan-to-change.js';

/** Refusal of whoever cannot lead the plan that `ownerId` leads now; none when they can. */
function heirErrors(heir: Professional | null, ownerId: string, team: string[]): UserError[] {
  const at = (code: string, message: string) => [userError(code, ['input', 'toId'], message, 'R-111')];
  if (!heir) return at('UNKNOWN_PROFESSIONAL', 'Deze medewerker (toId) bestaat niet.');
  if (!heir.active) return at('NOT_ACTIVE', `${heir.name} (toId) is niet meer werkzaam.`);
  if (heir.id === ownerId) return at('NOTHING_CHANGED', `${heir.name} (toId) heeft de regie al.`);
  return team.includes(heir.id)
    ? []
    : at('NOT_OF_THE_TEAM', `${heir.name} (toId) hoort niet bij het klantteam van deze werkgever.`);
}

/** Gives the plan of an employer, and its draft, to another of the team, who leads it from now on. */
export async function handOverAccountPlan(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: HandOverAccountPlanInput,
): Promise<Outcome> {
  const { plan, employer, errors } = await planToChange(context, em, input, { orManagement: true });
  if (errors) return refused(...errors);
  const { toId } = input;
  const heir = await em.findOne(Professional, { id: toId }, { disableIdentityMap: true });
  const team = await planTeam(em, employer, context.clock.today());
  const wrong = [
    ...heirErrors(heir, plan.ownedById, team),
    ...lengthErrors(['input', 'reason'], 'De reden (reason)', input.reason, 3, 500),
  ];
  if (wrong.length) return refused(...wrong);
  const plans = (await openPlansOf(em, employer.id)).filter(({ ownedById }) => ownedById !== toId);
  await handOverPlans(
    context,
    em,
    plans.map((one) => ({ employer, plan: one, toId })),
    input.reason?.trim(),
  );
  return written(plan.id);
}
