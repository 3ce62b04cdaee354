import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { lengthErrors } from '../../../user-error.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { lockedDossier, unknownEmployer } from '../employer-to-plan.js';
import { otherRegionErrors } from '../of-own-region.js';
import type { ProgressInput } from './plan-of-action-input.js';
import { ProgressNoteSchema } from './plan-of-action.js';
import { tellOfPlan } from '../tell-of-plan.js';

const SHOWN = 160;
const inOneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
};

/** Notes how the service goes, what develops at the employer, or what stands in the way. */
export async function addProgress(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { employerId, text, bottleneck }: ProgressInput,
): Promise<Outcome> {
  const employer = await lockedDossier(em, employerId);
  if (!employer) return refused(unknownEmployer());
  const wrong = [
    ...(await otherRegionErrors(context, em, employer, 'employerId')),
    ...lengthErrors(['input', 'text'], 'De voortgang (text)', text, 10, 4000),
  ];
  if (wrong.length) return refused(...wrong);
  const id = v7();
  await em.insert(ProgressNoteSchema, {
    id,
    employerId,
    at: context.clock.now(),
    byId: whoAsks(context).professionalId,
    text: text.trim(),
    bottleneck,
  });
  await tellOfPlan(context, em, {
    employer,
    kind: TimelineKind.PLAN,
    title: `${bottleneck ? 'Knelpunt' : 'Voortgang'}: ${inOneLine(text)}`,
    subjectType: 'ProgressNote',
    subjectId: id,
    occasion: 'added',
  });
  return written(id);
}
