import { validate } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { userError } from '../../user-error.js';
import { Notification } from './notification.js';

const MOST = 500;

/** Marks what one was told as read; what was read before keeps its time. Only one's own. */
export async function markNotificationsRead(
  { clock, identity }: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { ids }: { ids: string[] },
): Promise<Outcome> {
  const recipientId = whoAsks({ identity }).professionalId;
  if (ids.length === 0 || ids.length > MOST)
    return refused(
      userError('OUT_OF_RANGE', ['input', 'ids'], `Geef 1 tot ${MOST} attenderingen (ids) tegelijk.`, 'R-098'),
    );
  const where = { id: { $in: ids.filter((id) => validate(id)) }, recipientId };
  const found = new Set((await em.find(Notification, where, { disableIdentityMap: true })).map(({ id }) => id));
  const strange = ids.flatMap((id, n) => (found.has(id) ? [] : [n]));
  if (strange.length)
    return refused(
      ...strange.map((n) =>
        userError(
          'UNKNOWN_NOTIFICATION',
          ['input', 'ids', String(n)],
          'Deze attendering (ids) is niet van u.',
          'R-098',
        ),
      ),
    );
  await em.nativeUpdate(Notification, { ...where, readAt: null }, { readAt: clock.now() });
  return written(recipientId);
}
