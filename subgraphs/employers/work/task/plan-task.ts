import { validate } from 'uuid';
import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { Employer } from '../../dossier/employer.js';
import { absenceNotices } from '../absence-notices.js';
import { addTask } from './add-task.js';
import { checkSubject } from './check-subject.js';
import { checkTask, dueErrors } from './check-task.js';
import type { PlanTaskInput } from './task-input.js';

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
    ...(await checkSubject(em, input)),
    ...(await checkTask(em, input, ['input'])),
    ...dueErrors(input.dueOn, context.clock.today(), ['input'], 'vandaag'),
  ];
  if (errors.length) return refused(...errors);
  const of = { employerId: employerId ?? null, subjectType: subjectType ?? null, subjectId: subjectId ?? null };
  const notices = await absenceNotices(em, [input.ownerId], context.clock.today());
  return written(await addTask(context, em, input, of), notices);
}
