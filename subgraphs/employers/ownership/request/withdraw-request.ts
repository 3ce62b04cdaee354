import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { NotificationKind } from '../../notification/notification.js';
import { notify } from '../../notification/notify.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { answerersOf } from './answerers-of.js';
import { personOf, type Account } from '../open-account.js';
import {
  OwnershipRequestSchema,
  OwnershipRequestStatus,
  placeAsked,
  type OwnershipRequest,
} from './ownership-request.js';

/** Writes that a request is no longer asked, by whom and why, and tells who would have answered it (R-049). */
export async function withdrawRequest(
  { clock }: Pick<Context, 'clock'>,
  em: EntityManager,
  account: Pick<Account, 'employer' | 'holders' | 'readers' | 'regionId' | 'today'>,
  { id, candidateId, asMain }: OwnershipRequest,
  { byId, note = null, knowing = [] }: { byId: string; note?: string | null; knowing?: readonly string[] },
): Promise<void> {
  const { employer, readers } = account;
  await em.nativeUpdate(
    OwnershipRequestSchema,
    { id, status: OwnershipRequestStatus.OPEN },
    { status: OwnershipRequestStatus.WITHDRAWN, answeredAt: clock.now(), answeredById: byId, note },
  );
  const { name } = await personOf(readers, candidateId);
  const subject = { employerId: employer.id, subjectType: 'OwnershipRequest', subjectId: id, actorId: byId };
  await putOnTimeline(em, clock, {
    ...subject,
    kind: TimelineKind.OWNERSHIP,
    title: `Het verzoek van ${name} om het ${placeAsked(asMain)} is ingetrokken.`,
  });
  await notify(em, clock, {
    ...subject,
    kind: NotificationKind.OWNERSHIP_WITHDRAWN,
    recipientIds: (await answerersOf(account, candidateId)).filter((who) => !knowing.includes(who)),
    title: `${name} vraagt het ${placeAsked(asMain)} van ${employer.name} niet meer${note ? `: ${note}` : '.'}`,
  });
}
