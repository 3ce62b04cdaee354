import { GraphQLError } from 'graphql';
import type { EntityManager } from '../../database.js';
import { Notification } from './notification.js';

const MOST = 200;

/** What somebody was told, newest first. @throws GraphQLError BAD_USER_INPUT outside 1..200 */
export function notificationsOf(
  em: EntityManager,
  recipientId: string,
  { unreadOnly, since, first }: { unreadOnly: boolean; since?: Date | null | undefined; first: number },
): Promise<Notification[]> {
  if (!Number.isInteger(first) || first < 1 || first > MOST)
    throw new GraphQLError(`Ongeldige waarde voor first: kies 1 tot en met ${MOST}.`, {
      extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
    });
  return em.find(
    Notification,
    { recipientId, ...(unreadOnly ? { readAt: null } : {}), ...(since ? { at: { $gte: since } } : {}) },
    { orderBy: { at: 'desc', id: 'desc' }, limit: first, disableIdentityMap: true },
  );
}
