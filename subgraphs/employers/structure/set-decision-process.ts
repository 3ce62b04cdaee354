import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import { refused, written, type Outcome } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { Employer } from '../dossier/employer.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { DecisionProcessSchema } from './decision-process.js';
import type { DecisionProcessInput } from './structure-inputs.js';

/** Records how an employer decides; the same text again confirms it. */
export async function setDecisionProcess(context: Context, input: DecisionProcessInput): Promise<Outcome> {
  const errors = lengthErrors(['input', 'process'], 'Het besluitvormingsproces', input.process, 10, 4000);
  if (errors.length) return refused(...errors);
  const { employerId } = input;
  return write(context, 'setDecisionProcess', input, async (em) => {
    if (!isUuid(employerId) || !(await em.count(Employer, { id: employerId })))
      return refused(userError('UNKNOWN_EMPLOYER', ['input', 'employerId'], 'Deze werkgever heeft geen dossier.'));
    const byId = whoAsks(context).professionalId;
    await em.insert(DecisionProcessSchema, {
      id: randomUUID(),
      employerId,
      process: input.process.trim(),
      confirmedOn: context.clock.today(),
      byId,
      at: context.clock.now(),
    });
    await putOnTimeline(em, context.clock, {
      employerId,
      kind: TimelineKind.DOSSIER,
      title: 'Besluitvormingsproces vastgelegd.',
      subjectType: 'Employer',
      subjectId: employerId,
      actorId: byId,
    });
    return written(employerId);
  });
}
