import { v7 } from 'uuid';
import type { Clock } from '../../../../runtime/clock.js';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { MailKind } from '../../mail/mail.js';
import { requestMail } from '../../mail/request-mail.js';
import { notify } from '../../notification/notify.js';
import { NotificationKind } from '../../notification/notification.js';
import { Professional } from '../../organisation/professional.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import type { TaskInput } from './task-input.js';
import { TaskKind, TaskSchema, TaskStatus, type Task } from './task.js';

export interface TaskOf {
  employerId: string | null;
  /** What it came from. */
  subjectType: string | null;
  subjectId: string | null;
}

/** Who replaces a professional on a day; nobody while they are there. */
export async function deputiesNow(em: EntityManager, professionalId: string, day: string): Promise<string[]> {
  const away = { id: professionalId, unavailableUntil: { $gte: day } };
  return (await em.findOne(Professional, away, { disableIdentityMap: true }))?.deputyIds ?? [];
}

/**
 * Puts a new task on the timeline of its employer and tells its owner, and who replaces an owner who is away.
 * @param actorId who put it out, and is not told of it; default who made it
 * @param on the day on which it was put out, `YYYY-MM-DD`; default today
 */
export async function tellOfTask(
  em: EntityManager,
  clock: Clock,
  task: Pick<Task, 'id' | 'employerId' | 'title' | 'kind' | 'referredTo' | 'ownerId' | 'createdById'>,
  { actorId = task.createdById, on }: { actorId?: string | null; on?: string } = {},
): Promise<void> {
  const { id, title, kind, referredTo, ownerId } = task;
  const employerId = task.employerId ?? null;
  const about = { subjectType: 'Task', subjectId: id, actorId };
  if (employerId) {
    await putOnTimeline(em, clock, {
      ...about,
      employerId,
      kind: TimelineKind.TASK,
      title: kind === TaskKind.REFERRAL ? `Doorverwezen naar ${referredTo}: ${title}` : `Actie: ${title}`,
      ...(on ? { on } : {}),
    });
  }
  await notify(em, clock, {
    ...about,
    kind: NotificationKind.TASK_ASSIGNED,
    recipientIds: [ownerId, ...(await deputiesNow(em, ownerId, clock.today()))],
    employerId,
    title: `Actie voor u: ${title}`,
  });
}

/**
 * Puts a task that `checkTask` let through on the list of who is to do it, tells that person, by mail too when asked
 * for, and puts it on the timeline of the employer.
 * @returns the id of the task
 */
export async function addTask(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { title, description, dueOn, ownerId, mail, kind, referredTo }: TaskInput,
  { employerId, subjectType, subjectId }: TaskOf,
): Promise<string> {
  const { professionalId } = whoAsks(context);
  const task = {
    id: v7(),
    employerId,
    title: title.trim(),
    description: description?.trim() || null,
    dueOn: dueOn ?? null,
    ownerId,
    createdById: professionalId,
    status: TaskStatus.OPEN,
    subjectType,
    subjectId,
    kind: kind ?? TaskKind.ACTION,
    referredTo: referredTo?.trim() || null,
    createdAt: context.clock.now(),
    version: 1,
  };
  await em.insert(TaskSchema, task);
  await tellOfTask(em, context.clock, task);
  if (mail)
    await requestMail(context, em, {
      kind: MailKind.TASK,
      subjectId: task.id,
      recipientIds: [ownerId],
      by: professionalId,
    });
  return task.id;
}
