import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { MailKind } from '../mail/mail.js';
import { requestMail } from '../mail/request-mail.js';
import { notify } from '../notification/notify.js';
import { NotificationKind } from '../notification/notification.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import type { TaskInput } from './task-input.js';
import { TaskKind, TaskSchema, TaskStatus } from './task.js';

export interface TaskOf {
  employerId: string | null;
  /** What it came from. */
  subjectType: string | null;
  subjectId: string | null;
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
  const id = v7();
  await em.insert(TaskSchema, {
    id,
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
  });
  const about = { subjectType: 'Task', subjectId: id, actorId: professionalId };
  if (employerId) {
    await putOnTimeline(em, context.clock, {
      ...about,
      employerId,
      kind: TimelineKind.TASK,
      title:
        kind === TaskKind.REFERRAL
          ? `Doorverwezen naar ${referredTo!.trim()}: ${title.trim()}`
          : `Actie: ${title.trim()}`,
    });
  }
  await notify(em, context.clock, {
    ...about,
    kind: NotificationKind.TASK_ASSIGNED,
    recipientIds: [ownerId],
    employerId,
    title: `Actie voor u: ${title.trim()}`,
  });
  if (mail)
    await requestMail(context, em, { kind: MailKind.TASK, subjectId: id, recipientIds: [ownerId], by: professionalId });
  return id;
}
