import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { notifyOfAll } from '../../notification/notify.js';
import { NotificationKind } from '../../notification/notification.js';
import { Professional } from '../../organisation/professional.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { absenceNotices } from '../absence-notices.js';
import { deputiesNow } from './add-task.js';
import { checkTask, dueErrors } from './check-task.js';
import type { UpdateTaskInput } from './task-input.js';
import { taskToChange } from './task-to-change.js';
import type { Task } from './task.js';

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
  const before = task.ownerId;
  const handedOver = ownerId !== undefined && ownerId !== before;
  if (title !== undefined) task.title = title!.trim();
  if (description !== undefined) task.description = description?.trim() || null;
  if (dueOn !== undefined) task.dueOn = dueOn;
  if (handedOver) task.ownerId = ownerId!;
  await em.flush();
  if (!handedOver) return written(task.id);
  const notices = await absenceNotices(em, [task.ownerId], context.clock.today());
  await tellOfHandover(context, em, task, before);
  return written(task.id, notices);
}

/** Tells who has the task now, with who replaces them if away, and who had it; and puts it on the timeline. */
async function tellOfHandover(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  task: Task,
  before: string,
): Promise<void> {
  const owner = await em.findOneOrFail(Professional, { id: task.ownerId }, { disableIdentityMap: true });
  const employerId = task.employerId ?? null;
  const about = {
    employerId,
    actorId: whoAsks(context).professionalId,
    subjectType: 'Task',
    subjectId: task.id,
  };
  const occasion = `handed over ${task.version}`;
  const title = `Actie overgedragen aan ${owner.name}: ${task.title}`;
  if (employerId) await putOnTimeline(em, context.clock, { ...about, employerId, kind: TimelineKind.TASK, title });
  await notifyOfAll(em, context.clock, [
    {
      ...about,
      occasion,
      kind: NotificationKind.TASK_ASSIGNED,
      recipientIds: [owner.id, ...(await deputiesNow(em, owner.id, context.clock.today()))],
      title: `Actie voor u: ${task.title}`,
    },
    { ...about, occasion, kind: NotificationKind.TASK_CLOSED, recipientIds: [before], title },
  ]);
}
