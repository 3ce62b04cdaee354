import { v7 } from 'uuid';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import { openProfessional } from './open-professional.js';
import { Training, TrainingKind, TrainingSchema, type RecordTrainingInput } from './training.js';

const EARLIEST = '2000-01-01';

/** Records a training or peer review that a professional attended: one's own, or by management. */
export async function recordTraining(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: RecordTrainingInput,
): Promise<Outcome> {
  const { person, errors: notOpen } = await openProfessional(context, em, { professionalId: input.professionalId });
  if (!person) return refused(...notOpen);
  const { kind, on } = input;
  const title = input.title?.trim() || null;
  const error = (code: string, field: keyof RecordTrainingInput, message: string) =>
    userError(code, ['input', field], message, 'R-253');
  const errors = [
    ...(kind === TrainingKind.OTHER && !title
      ? [error('REQUIRED', 'title', 'Noem de titel van de training (title).')]
      : lengthErrors(['input', 'title'], 'De titel (title)', title, 3, 200)),
    ...(on > context.clock.today()
      ? [error('IN_THE_FUTURE', 'on', 'De dag (on) ligt in de toekomst. Leg een training vast als die is gevolgd.')]
      : []),
    ...(on < EARLIEST ? [error('TOO_LONG_AGO', 'on', 'De dag (on) ligt vóór het jaar 2000.')] : []),
  ];
  if (errors.length) return refused(...errors);
  if (await em.count(Training, { professionalId: person.id, kind, heldOn: on, title }))
    return refused(error('TRAINING_EXISTS', 'on', 'Deze training staat op deze dag (on) al bij de medewerker.'));
  const id = v7();
  await em.insert(TrainingSchema, {
    id,
    professionalId: person.id,
    kind,
    heldOn: on,
    title,
    recordedAt: context.clock.now(),
  });
  return written(id);
}
