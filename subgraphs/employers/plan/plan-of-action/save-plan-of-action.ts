import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { lengthErrors, unreadErrors } from '../../../user-error.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { employerToPlan } from '../employer-to-plan.js';
import type { PlanOfActionInput } from './plan-of-action-input.js';
import { PlanOfAction, PlanOfActionSchema } from './plan-of-action.js';
import { tellOfPlan } from '../tell-of-plan.js';

/** Writes how the service at an employer is carried out: one plan of action, of which the past is kept. */
export async function savePlanOfAction(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { employerId, expectedVersion, text }: PlanOfActionInput,
): Promise<Outcome> {
  const { employer, errors } = await employerToPlan(context, em, employerId);
  if (errors) return refused(...errors);
  const plan = await em.findOne(PlanOfAction, { employerId });
  const unread = unreadErrors(expectedVersion, plan?.version ?? 0);
  if (unread.length) return refused(...unread);
  const wrong = lengthErrors(['input', 'text'], 'Het plan van aanpak (text)', text, 10, 8000);
  if (wrong.length) return refused(...wrong);
  const id = plan?.id ?? v7();
  const said = { text: text.trim(), savedById: whoAsks(context).professionalId, savedAt: context.clock.now() };
  if (plan) {
    em.assign(plan, said);
    await em.flush();
  } else await em.insert(PlanOfActionSchema, { ...said, id, employerId, version: 1 });
  await tellOfPlan(context, em, {
    employer,
    kind: TimelineKind.PLAN,
    title: plan ? 'Plan van aanpak gewijzigd.' : 'Plan van aanpak gemaakt.',
    subjectType: 'PlanOfAction',
    subjectId: id,
    occasion: `saved ${expectedVersion ?? 0}`,
  });
  return written(id);
}
