import { v7 } from 'uuid';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import { Professional } from '../organisation/professional.js';
import type { TaskInput } from './task-input.js';
import { TaskSchema, TaskStatus } from './task.js';

const path = (n: number, field: string) => ['input', 'followUps', String(n), field];

/** Refusals of actions that cannot be carried out: no title, nobody to do it, or due before they arose. */
export async function checkFollowUps(em: EntityManager, tasks: TaskInput[], arose: string): Promise<UserError[]> {
  const owners = tasks.length
    ? await em.find(
        Professional,
        { id: { $in: tasks.map((t) => t.ownerId) }, active: true },
        { disableIdentityMap: true },
      )
    : [];
  return tasks.flatMap(({ title, description, dueOn, ownerId }, n) => [
    ...lengthErrors(path(n, 'title'), 'De actie', title, 3, 200),
    ...lengthErrors(path(n, 'description'), 'De toelichting', description, 0, 2000),
    ...(owners.some((o) => o.id === ownerId)
      ? []
      : [
          userError(
            'UNKNOWN_OWNER',
            path(n, 'ownerId'),
            'Deze actiehouder (ownerId) is geen werkzame medewerker.',
            'R-093',
          ),
        ]),
    ...(dueOn && dueOn < arose
      ? [
          userError(
            'DUE_TOO_EARLY',
            path(n, 'dueOn'),
            'De uiterste dag (dueOn) ligt vóór de dag van het contact.',
            'R-088',
          ),
        ]
      : []),
  ]);
}

/** Puts the actions that follow from a contact moment on the list of their owners. */
export async function planFollowUps(
  em: EntityManager,
  tasks: TaskInput[],
  from: { employerId: string; contactMomentId: string; createdById: string },
): Promise<void> {
  if (tasks.length === 0) return;
  await em.insertMany(
    TaskSchema,
    tasks.map(({ title, description, dueOn, ownerId }) => ({
      id: v7(),
      employerId: from.employerId,
      title: title.trim(),
      description: description ?? null,
      dueOn: dueOn ?? null,
      ownerId,
      createdById: from.createdById,
      status: TaskStatus.OPEN,
      subjectType: 'ContactMoment',
      subjectId: from.contactMomentId,
    })),
  );
}
