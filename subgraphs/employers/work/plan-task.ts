import { validate } from 'uuid';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome, type UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { Employer } from '../dossier/employer.js';
import { absenceNotices } from './absence-notices.js';
import { addTask } from './add-task.js';
import { checkTask, dueErrors } from './check-task.js';
import type { PlanTaskInput } from './task-input.js';

const TYPE_NAME = /^[A-Z][A-Za-z]{2,39}$/;

/** Refusals of what a task is about: half told, or not the name of a type and an id. */
function subjectErrors({ subjectType, subjectId }: PlanTaskInput): UserError[] {
  if (!subjectType && !subjectId) return [];
  return [
    ...(TYPE_NAME.test(subjectType ?? '')
      ? []
      : [
          userError(
            'INVALID_SUBJECT',
            ['input', 'subjectType'],
            'Het onderwerp (subjectType) is de naam van een type, zoals Vacancy.',
          ),
        ]),
    ...(validate(subjectId)
      ? []
      : [
          userError(
            'INVALID_SUBJECT',
            ['input', 'subjectId'],
            'Het kenmerk van het onderwerp (subjectId) is een UUID.',
          ),
        ]),
  ];
}

/** Plans a task for oneself or puts it out to a colleague; a referral tells to whom. */
export async function planTask(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: PlanTaskInput,
): Promise<Outcome> {
  const { employerId, subjectType, subjectId } = input;
  const known = !employerId || (validate(employerId) && (await em.count(Employer, { id: employerId })) > 0);
  const errors = [
    ...(known
      ? []
      : [userError('UNKNOWN_EMPLOYER', ['input', 'employerId'], 'Deze werkgever (employerId) heeft geen dossier.')]),
    ...subjectErrors(input),
    ...(await checkTask(em, input, ['input'])),
    ...dueErrors(input.dueOn, context.clock.today(), ['input'], 'vandaag'),
  ];
  if (errors.length) return refused(...errors);
  const of = { employerId: employerId ?? null, subjectType: subjectType ?? null, subjectId: subjectId ?? null };
  const notices = await absenceNotices(em, [input.ownerId], context.clock.today());
  return written(await addTask(context, em, input, of), notices);
}
