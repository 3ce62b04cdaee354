import { validate } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { lockedDossier, unknownEmployer } from '../employer-to-plan.js';
import { otherRegionErrors } from '../of-own-region.js';
import type { SolveBottleneckInput } from './plan-of-action-input.js';
import { ProgressNote } from './plan-of-action.js';
import { tellOfPlan } from '../tell-of-plan.js';

/** Records how a bottleneck was solved, once; it is no open thread any more. */
export async function solveBottleneck(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { id, solution }: SolveBottleneckInput,
): Promise<Outcome> {
  if (validate(id)) await em.execute('select id from progress_note where id = ? for update', [id]);
  const note = validate(id) ? await em.findOne(ProgressNote, { id }) : null;
  const refuse = (code: string, message: string) => refused(userError(code, ['input', 'id'], message, 'R-087'));
  if (!note) return refuse('UNKNOWN_BOTTLENECK', 'Dit knelpunt (id) bestaat niet.');
  if (!note.bottleneck) return refuse('NO_BOTTLENECK', 'Dit is voortgang (id) en geen knelpunt.');
  const employer = await lockedDossier(em, note.employerId);
  if (!employer) return refused(unknownEmployer());
  const elsewhere = await otherRegionErrors(context, em, employer, 'id');
  if (elsewhere.length) return refused(...elsewhere);
  if (note.solvedAt) return refuse('ALREADY_SOLVED', 'Dit knelpunt (id) is al opgelost.');
  const wrong = lengthErrors(['input', 'solution'], 'De oplossing (solution)', solution, 10, 2000);
  if (wrong.length) return refused(...wrong);
  em.assign(note, {
    solvedAt: context.clock.now(),
    solvedById: whoAsks(context).professionalId,
    solution: solution.trim(),
  });
  await em.flush();
  await tellOfPlan(context, em, {
    employer,
    kind: TimelineKind.PLAN,
    title: 'Knelpunt opgelost.',
    subjectType: 'ProgressNote',
    subjectId: id,
    occasion: 'solved',
  });
  return written(id);
}
