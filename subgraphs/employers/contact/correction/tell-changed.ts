import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { NotificationKind } from '../../notification/notification.js';
import { notify } from '../../notification/notify.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { categoryOf } from '../contact-medium.js';
import type { ContactMoment } from '../contact-moment.js';
import { keepVersion } from './keep-version.js';

/**
 * Keeps the new text of a changed contact moment beside the old ones, and tells of the change: on the timeline, to those
 * whose registration it is, and in the figures.
 */
export async function tellChanged(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  moment: ContactMoment,
  change: { reason: string; surveyId: string | null; title: string; recipientIds: readonly string[] },
): Promise<void> {
  const actorId = whoAsks(context).professionalId;
  const recordedAt = context.clock.now();
  const { id, employerId, typeNumber, medium, occurredOn, version } = moment;
  await keepVersion(em, moment, { byId: actorId, recordedAt, reason: change.reason });
  const about = { employerId, subjectType: 'ContactMoment', subjectId: id, actorId, title: change.title };
  await putOnTimeline(em, context.clock, { ...about, kind: TimelineKind.CONTACT });
  await notify(em, context.clock, {
    ...about,
    kind: NotificationKind.CONTACT_CHANGED,
    recipientIds: change.recipientIds,
    occasion: `versie ${version}`,
  });
  await context.publish(em, {
    type: 'contact-moment.corrected',
    occurredOn,
    recordedAt,
    actorId,
    data: {
      employerId,
      contactMomentId: id,
      version,
      typeNumber,
      medium,
      category: categoryOf(medium),
      teamId: moment.teamId ?? null,
      npsSurveyId: change.surveyId,
      consulted: Boolean(moment.consultationId),
    },
  });
}
