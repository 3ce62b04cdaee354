import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import type { NpsSurvey } from './nps-survey.js';

/** Lets an unanswered survey lapse, because its contact moment no longer asks for it; tells of it. */
export async function withdrawSurvey(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { id, employerId }: Pick<NpsSurvey, 'id' | 'employerId'>,
): Promise<void> {
  const now = context.clock.now();
  await em.execute('update nps_survey set withdrawn_at = ? where id = ? and responded_at is null', [now, id]);
  await context.publish(em, {
    type: 'nps.withdrawn',
    occurredOn: context.clock.today(),
    recordedAt: now,
    actorId: whoAsks(context).professionalId,
    data: { employerId, surveyId: id },
  });
}
