import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { addTask } from './add-task.js';
import { checkTask, dueErrors } from './check-task.js';
import type { TaskInput } from './task-input.js';

const MOST = 20;

/** Refusals of actions that cannot be carried out: no title, nobody to do it, or due before they arose. */
export async function checkFollowUps(em: EntityManager, tasks: TaskInput[], arose: string): Promise<UserError[]> {
  const errors: UserError[] = [];
  for (const [n, task] of tasks.slice(0, MOST).entries()) {
    const path = ['input', 'followUps', String(n)];
    errors.push(...(await checkTask(em, task, path)), ...dueErrors(task.dueOn, arose, path, 'de dag van het contact'));
  }
  if (tasks.length > MOST)
    errors.push({
      code: 'TOO_MANY',
      path: ['input', 'followUps'],
      message: `Er volgen hoogstens ${MOST} acties uit een contact.`,
      requirement: 'R-088',
    });
  return errors;
}

/** Puts the actions that follow from a contact moment on the list of their owners, who are told. */
export async function planFollowUps(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  tasks: TaskInput[],
  from: { employerId: string; contactMomentId: string },
): Promise<void> {
  const of = { employerId: from.employerId, subjectType: 'ContactMoment', subjectId: from.contactMomentId };
  for (const task of tasks) await addTask(context, em, task, of);
}
