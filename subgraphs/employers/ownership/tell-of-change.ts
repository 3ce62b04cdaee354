import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { NotificationKind } from '../notification/notification.js';
import { notify } from '../notification/notify.js';
import { personOf, type Account } from './open-account.js';

/** Tells the old, the new and the other holders of an account of a change, each once; also who did it. */
export async function tellOfChange(
  context: Pick<Context, 'clock'>,
  em: EntityManager,
  { employer, holders, readers }: Account,
  change: { holdershipId: string; holderId: string; formerId?: string | null; title?: string; occasion?: string },
): Promise<void> {
  const { name } = await personOf(readers, change.holderId);
  await notify(em, context.clock, {
    kind: NotificationKind.OWNERSHIP_CHANGED,
    recipientIds: [change.holderId, change.formerId, ...holders.map((h) => h.holderId)],
    actorId: null,
    title: change.title ?? `${name} is hoofd-accounthouder geworden van ${employer.name}.`,
    employerId: employer.id,
    subjectType: 'AccountHoldership',
    subjectId: change.holdershipId,
    ...(change.occasion ? { occasion: change.occasion } : {}),
  });
}
