import type { EntityManager } from '../../database.js';
import { AccountHoldership } from '../ownership/account-holdership.js';

/** Ids of the professionals who hold the account of an employer on a day, in whatever region. */
export async function holdersOn(em: EntityManager, employerId: string, day: string): Promise<string[]> {
  const found = await em.find(
    AccountHoldership,
    { employerId, validFrom: { $lte: day }, $or: [{ validUntil: null }, { validUntil: { $gte: day } }] },
    { disableIdentityMap: true },
  );
  return [...new Set(found.map(({ holderId }) => holderId))];
}
