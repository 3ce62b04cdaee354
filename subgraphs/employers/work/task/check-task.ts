import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { Professional } from '../../organisation/professional.js';
import type { TaskInput } from './task-input.js';
import { TaskKind } from './task.js';

/** Refusals of a task that cannot be carried out: nothing to do, or nobody to do it. */
export async function checkTask(em: EntityManager, input: Partial<TaskInput>, path: string[]): Promise<UserError[]> {
  const { title, description, ownerId, kind, referredTo } = input;
  const owner =
    ownerId === undefined || ownerId === null || (await em.count(Professional, { id: ownerId, active: true })) > 0;
  return [
    ...lengthErrors([...path, 'title'], 'De actie (title)', title, 3, 200),
    ...lengthErrors([...path, 'description'], 'De toelichting (description)', description, 0, 2000),
    ...lengthErrors([...path, 'referredTo'], 'De doorverwijzing (referredTo)', referredTo, 2, 200),
    ...(kind === TaskKind.REFERRAL && !referredTo
      ? [
          userError(
            'REQUIRED',
            [...path, 'referredTo'],
            'Een doorverwijzing noemt naar wie of welke dienst (referredTo).',
            'R-041',
          ),
        ]
      : []),
    ...(owner
      ? []
      : [
          userError(
            'UNKNOWN_OWNER',
            [...path, 'ownerId'],
            'Deze actiehouder (ownerId) is geen werkzame medewerker.',
            'R-093',
          ),
        ]),
  ];
}

/** A refusal of a task that would have been due before it arose. */
export const dueErrors = (
  dueOn: string | null | undefined,
  arose: string,
  path: string[],
  what: string,
): UserError[] =>
  dueOn && dueOn < arose
    ? [userError('DUE_TOO_EARLY', [...path, 'dueOn'], `De uiterste dag (dueOn) ligt vóór ${what}.`, 'R-088')]
    : [];
