import type { EmployersContext } from '../context.js';
import type { Notification } from './notification.js';

/** A notification by id, for whom it was told and nobody else. */
export async function ownNotification(
  { identity, notificationById }: EmployersContext,
  id: string,
): Promise<Notification | null> {
  const found = await notificationById.load(id);
  return found?.recipientId === identity?.professionalId ? found : null;
}
