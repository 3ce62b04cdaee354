import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { notify } from '../../notification/notify.js';
import { NotificationKind } from '../../notification/notification.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { holdersOn } from '../holders-on.js';

/** Puts what happened to a work agreement on the timeline, and tells who holds the account. */
export async function tellOfAgreement(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  {
    id,
    employerId,
    title,
    occasion,
    on,
  }: { id: string; employerId: string; title: string; occasion: string; on?: string },
): Promise<void> {
  const about = { subjectType: 'WorkAgreement', subjectId: id, actorId: whoAsks(context).professionalId };
  await putOnTimeline(em, context.clock, {
    ...about,
    employerId,
    kind: TimelineKind.AGREEMENT,
    title,
    ...(on ? { on } : {}),
  });
  await notify(em, context.clock, {
    ...about,
    kind: NotificationKind.AGREEMENT_CHANGED,
    recipientIds: await holdersOn(em, employerId, context.clock.today()),
    employerId,
    title,
    occasion,
  });
}
