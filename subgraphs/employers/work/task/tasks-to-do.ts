import type { EntityManager } from '../../../database.js';
import { Professional } from '../../organisation/professional.js';
import { Task } from './task.js';

const MOST = 200;
const SOONEST_FIRST = {
  orderBy: { dueOn: 'asc nulls last', id: 'asc' },
  limit: MOST,
  disableIdentityMap: true,
} as const;

/** What these professionals have to do, what is due first standing first. */
export const tasksToDo = (em: EntityManager, ownerIds: readonly string[]): Promise<Task[]> =>
  ownerIds.length
    ? em.find(Task, { ownerId: { $in: [...ownerIds] }, completedAt: null }, SOONEST_FIRST)
    : Promise.resolve([]);

/** The professionals who are away on a day or left, and whom this one replaces. */
export async function replacedBy(em: EntityManager, deputyId: string, onDate: string): Promise<string[]> {
  const away = await em.find(
    Professional,
    { deputyIds: { $contains: [deputyId] }, $or: [{ active: false }, { unavailableUntil: { $gte: onDate } }] },
    { disableIdentityMap: true },
  );
  return away.map(({ id }) => id);
}
