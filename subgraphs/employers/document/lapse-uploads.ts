import type { Clock } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import { Attachment } from './attachment.js';

/** After the ticket's end: an upload that began in time may still be under way, but not for a day. */
const GRACE_MS = 86_400_000;

/** Marks uploads that were announced and never came: nobody waits for them any more, and nothing of them is kept. */
export async function lapseUploads(em: EntityManager, clock: Clock): Promise<number> {
  const now = clock.now();
  const before = new Date(now.getTime() - GRACE_MS);
  const never = { uploadedAt: null, lapsedAt: null, ticketExpiresAt: { $lt: before } };
  return em.nativeUpdate(Attachment, never, { lapsedAt: now });
}
