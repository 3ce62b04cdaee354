import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, Severity, written, type Outcome, type RuleNotice } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { notify } from '../../notification/notify.js';
import { NotificationKind } from '../../notification/notification.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import type { SetTaskStatusInput } from './task-input.js';
import { taskToChange } from './task-to-change.js';
import { TaskStatus, type Task } from './task.js';

const { OPEN, IN_PROGRESS, DONE, CANCELLED } = TaskStatus;

/** Which status may follow which. What is over is opened again before anything else becomes of it. */
export const following: Record<TaskStatus, readonly TaskStatus[]> = {
  [OPEN]: [IN_PROGRESS, DONE, CANCELLED],
  [IN_PROGRESS]: [OPEN, DONE, CANCELLED],
  [DONE]: [OPEN],
  [CANCELLED]: [OPEN],
};

const inDutch: Record<TaskStatus, string> = {
  [OPEN]: 'open',
  [IN_PROGRESS]: 'in behandeling',
  [DONE]: 'klaar',
  [CANCELLED]: 'vervallen',
};

const isOver = (status: TaskStatus): boolean => status === DONE || status === CANCELLED;

const reopened: RuleNotice = {
  code: 'TASK_REOPENED',
  message: 'De actie was al klaar of vervallen en staat nu weer open; de betrokken collega krijgt bericht.',
  requirement: 'R-093',
  severity: Severity.INFO,
};

/** Tells the other of the two whom a task concerns, and the timeline, when it is over or opened again. */
export async function tellOfStatus(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  task: Task,
  opened: boolean,
): Promise<void> {
  const { professionalId } = whoAsks(context);
  const title = `Actie ${opened ? 'weer open' : inDutch[task.status]}: ${task.title}`;
  const about = { subjectType: 'Task', subjectId: task.id, actorId: professionalId, title };
  if (task.employerId)
    await putOnTimeline(em, context.clock, { ...about, employerId: task.employerId, kind: TimelineKind.TASK });
  await notify(em, context.clock, {
    ...about,
    kind: opened ? NotificationKind.TASK_ASSIGNED : NotificationKind.TASK_CLOSED,
    recipientIds: [task.ownerId, task.createdById],
    employerId: task.employerId ?? null,
    occasion: `${task.status} ${task.version}`,
  });
}

/** Moves a task on: begun, done, dropped, or opened again. The same status once more changes nothing. */
export async function setTaskStatus(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: SetTaskStatusInput,
): Promise<Outcome> {
  const { task, errors } = await taskToChange(context, em, input);
  if (errors) return refused(...errors);
  const { status } = input;
  const before = task.status;
  if (status === before) return written(task.id);
  if (!following[before].includes(status))
    return refused(
      userError(
        'INVALID_TRANSITION',
        ['input', 'status'],
        `Een actie die ${inDutch[before]} is, kan niet meteen ${inDutch[status]} worden (status): open de actie eerst weer.`,
        'R-093',
      ),
    );
  task.status = status;
  task.completedAt = isOver(status) ? context.clock.now() : null;
  await em.flush();
  const opened = isOver(before);
  if (opened || isOver(status)) await tellOfStatus(context, em, task, opened);
  return written(task.id, opened ? [reopened] : []);
}
