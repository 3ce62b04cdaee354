import { validate } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { conflict, userError } from '../../../user-error.js';
import { Professional } from '../../organisation/professional.js';
import { whoGoesOn } from './left-behind.js';
import { Task } from './task.js';

/**
 * The task, locked, that this professional may change: the own one, one put out to another, or one of somebody who is
 * replaced; of an owner who left, whoever takes it up. A refusal otherwise, also when it changed since the
 * client read it.
 */
export async function taskToChange(
  context: Pick<Context, 'identity' | 'clock'>,
  em: EntityManager,
  { id, expectedVersion }: { id: string; expectedVersion?: number | null },
): Promise<{ task: Task; errors?: never } | { task?: never; errors: UserError[] }> {
  const { professionalId } = whoAsks(context);
  if (validate(id)) await em.execute('select id from task where id = ? for update', [id]);
  const task = validate(id) ? await em.findOne(Task, { id }) : null;
  if (!task) return { errors: [userError('UNKNOWN_TASK', ['input', 'id'], 'Deze actie (id) bestaat niet.')] };
  if (![task.ownerId, task.createdById].includes(professionalId)) {
    const owner = await em.findOne(Professional, { id: task.ownerId }, { disableIdentityMap: true });
    const [goOn] = await whoGoesOn(em, context.clock.today(), [task]);
    if (!owner?.deputyIds.includes(professionalId) && !goOn!.includes(professionalId))
      return {
        errors: [
          userError(
            'NOT_YOURS',
            ['input', 'id'],
            'Alleen de actiehouder, de vervanger en wie de actie uitzette kunnen deze actie (id) wijzigen.',
            'R-059',
          ),
        ],
      };
  }
  return expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== task.version
    ? { errors: [conflict(task.version)] }
    : { task };
}
