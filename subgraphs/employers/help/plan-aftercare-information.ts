import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome, type UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { addTask } from '../work/task/add-task.js';
import { checkTask, dueErrors } from '../work/task/check-task.js';
import type { TaskInput } from '../work/task/task-input.js';
import type { PlanAftercareInformationInput } from './aftercare-inputs.js';
import { aftercareLetter, topicsInDutch } from './aftercare-letter.js';
import { aftercareFrame } from './aftercare-texts.js';
import type { AftercareTopic } from './aftercare-topic.js';
import { findCorrespondents } from './find-correspondents.js';

/** Refusals of topics that make no letter: none, or one of them twice. */
export const topicErrors = (topics: readonly AftercareTopic[]): UserError[] => {
  const path = ['input', 'topics'];
  if (topics.length === 0) return [userError('REQUIRED', path, 'Kies minstens één onderwerp (topics).', 'R-174')];
  return new Set(topics).size < topics.length
    ? [userError('GIVEN_TWICE', path, 'Elk onderwerp (topics) staat er hoogstens één keer in.', 'R-174')]
    : [];
};

/** Plans to inform an employer in aftercare of what changes: a task that holds the letter, ready to be sent. */
export async function planAftercareInformation(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { employerId, contactPersonId, topics, ownerId, dueOn, mail }: PlanAftercareInformationInput,
): Promise<Outcome> {
  const by = ownerId ?? whoAsks(context).professionalId;
  const { correspondents, errors } = await findCorrespondents(em, { employerId, contactPersonId, senderId: by });
  const letter = correspondents && aftercareLetter(correspondents, topics);
  const task: TaskInput = {
    // No names: the title stands on the timeline.
    title: aftercareFrame.taskTitle(topicsInDutch(topics)),
    description: letter && `Onderwerp: ${letter.subject}\n\n${letter.body}`,
    ownerId: by,
    dueOn: dueOn ?? null,
    mail: mail ?? null,
  };
  const wrong = topicErrors(topics);
  const all = [
    ...errors,
    ...wrong,
    // Title and text follow from the topics: where those are wrong, it helps nobody to hear that these are too.
    ...(wrong.length ? [] : await checkTask(em, task, ['input'])),
    ...dueErrors(dueOn, context.clock.today(), ['input'], 'vandaag'),
  ];
  if (all.length) return refused(...all);
  return written(
    await addTask(context, em, task, { employerId, subjectType: 'ContactPerson', subjectId: contactPersonId }),
  );
}
