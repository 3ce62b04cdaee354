import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { userError } from '../../user-error.js';
import { notify } from '../notification/notify.js';
import { NotificationKind } from '../notification/notification.js';
import { checkTask, dueErrors } from './check-task.js';
import type { UpdateTaskInput } from './task-input.js';
import { taskToChange } from './task-to-change.js';

/** Changes a task that is not over, or hands it to another, who is told. */
export async function updateTask(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: UpdateTaskInput,
): Promise<Outcome> {
  const { task, errors } = await taskToChange(context, em, input);
  if (errors) return refused(...errors);
  if (task.completedAt)
    return refused(
      userError(
        'TASK_CLOSED',
        ['input', 'id'],
        'Deze actie (id) is klaar of vervallen: open de actie eerst weer.',
        'R-093',
      ),
    );
  const { title, description, dueOn, ownerId } = input;
  const empty = Object.entries({ title, ownerId }).filter(([, value]) => value === null);
  const wrong = [
    ...empty.map(([field]) => userError('NOT_EMPTY', ['input', field], `${field} kan niet leeg worden gemaakt.`)),
    ...(await checkTask(em, { title: title!, description: description ?? null, ownerId: ownerId! }, ['input'])),
    ...(dueOn === task.dueOn ? [] : dueErrors(dueOn, context.clock.today(), ['input'], 'vandaag')),
  ];
  if (wrong.length) return refused(...wrong);
  const handedOver = ownerId !== undefined && ownerId !== task.ownerId;
  if (title !== undefined) task.title = title!.trim();
  if (description !== undefined) task.description = description?.trim() || null;
  if (dueOn !== undefined) task.dueOn = dueOn;
  if (handedOver) task.ownerId = ownerId!;
  await em.flush();
  if (handedOver)
    await notify(em, context.clock, {
      kind: NotificationKind.TASK_ASSIGNED,
      recipientIds: [task.ownerId],
      actorId: whoAsks(context).professionalId,
      title: `Actie voor u: ${task.title}`,
      employerId: task.employerId ?? null,
      subjectType: 'Task',
      subjectId: task.id,
      occasion: `handed over ${task.version}`,
    });
  return written(task.id);
}
