import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';
import { tellOfStatus } from '../../work/task/set-task-status.js';
import { Task, TaskStatus } from '../../work/task/task.js';

/**
 * The employer that answered this survey was spoken to: the action that asked for it is done, whoever had it on
 * the list. A contact of before the answer is no such talk.
 */
export async function closeCallBack(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { followUpToSurveyId, occurredOn }: { followUpToSurveyId?: string | null | undefined; occurredOn: string },
): Promise<void> {
  if (!followUpToSurveyId) return;
  const waiting = await prepared<{ id: string }>(
    em,
    `select task.id from task join nps_survey survey on survey.id = task.subject_id
     where task.subject_type = 'NpsSurvey' and survey.id = ?::uuid and survey.responded_on <= ?::date
       and task.status = any(?) order by task.id for update of task`,
    [followUpToSurveyId, occurredOn, [TaskStatus.OPEN, TaskStatus.IN_PROGRESS]],
  );
  if (waiting.length === 0) return;
  const tasks = await em.find(Task, { id: { $in: waiting.map(({ id }) => id) } }, { refresh: true });
  for (const task of tasks) em.assign(task, { status: TaskStatus.DONE, completedAt: context.clock.now() });
  await em.flush();
  for (const task of tasks) await tellOfStatus(context, em, task, false);
}
