import type { Clock } from '../../../runtime/clock.js';
import type { Logger } from '../../../runtime/log.js';
import type { EntityManager } from '../../database.js';
import { Attachment } from './attachment.js';
import type { FileStore } from './file-store.js';

const AT_ONCE = 100;

/**
 * Takes out of the store what belongs to no document any more: of withdrawn ones and of lapsed uploads. The rows
 * are the errand: it is done when `contentRemovedAt` says so, and until then anybody may do it, again if need be.
 * @param ids only these; default all
 * @param stopping told between two documents; what is left then waits for the next turn
 */
export async function clearContent(
  { em, clock, log, store }: { em: EntityManager; clock: Clock; log: Logger; store: FileStore },
  ids?: readonly string[],
  stopping: () => boolean = () => false,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const waiting: Attachment[] = await em.find(
      Attachment,
      {
        contentRemovedAt: null,
        $or: [{ withdrawnAt: { $ne: null } }, { lapsedAt: { $ne: null } }],
        ...(ids ? { id: { $in: [...ids] } } : after ? { id: { $gt: after } } : {}),
      },
      { disableIdentityMap: true, orderBy: { id: 'asc' }, limit: AT_ONCE },
    );
    for (const { id } of waiting) {
      if (stopping()) return;
      try {
        await store.remove(id);
        await em.nativeUpdate(Attachment, { id, contentRemovedAt: null }, { contentRemovedAt: clock.now() });
      } catch (err) {
        log.error({ err, attachmentId: id }, 'content not removed; tried again later');
      }
    }
    if (ids || waiting.length < AT_ONCE) return;
    after = waiting.at(-1)!.id;
  }
}
