import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import type { AccountHoldership } from './account-holdership.js';
import { AccountHoldershipSchema } from './account-holdership.js';
import { personOf, type Account } from './open-account.js';

/** Ends a holdership after its last day, and tells of it. The row keeps what it said. */
export async function endHoldership(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { readers, today }: Pick<Account, 'readers' | 'today'>,
  holdership: AccountHoldership,
  { lastDay, reason }: { lastDay: string; reason: string },
): Promise<void> {
  const holder = await personOf(readers, holdership.holderId);
  const actorId = whoAsks(context).professionalId;
  const recordedAt = context.clock.now();
  await em.nativeUpdate(
    AccountHoldershipSchema,
    { id: holdership.id, validUntil: null },
    { validUntil: lastDay, endedAt: recordedAt, endedById: actorId, endReason: reason },
  );
  const { employerId, regionId, holderId, isMain } = holdership;
  await putOnTimeline(em, context.clock, {
    employerId,
    kind: TimelineKind.OWNERSHIP,
    title: `${holder.name} is geen ${isMain ? 'hoofd-accounthouder' : 'accounthouder'} meer.`,
    subjectType: 'AccountHoldership',
    subjectId: holdership.id,
    actorId,
    on: today,
  });
  await context.publish(em, {
    type: 'holdership.ended',
    occurredOn: lastDay,
    recordedAt,
    actorId,
    data: { employerId, regionId, professionalId: holderId, isMain, teamId: holder.teamId ?? null },
  });
}
