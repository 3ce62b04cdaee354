import type { EntityManager } from '../../database.js';
import { AccountHoldership, standingOn } from '../ownership/account-holdership.js';

/** Ids of the professionals who hold the account of each of these employers on a day, in whatever region. */
export async function holdersByEmployer(
  em: EntityManager,
  employerIds: readonly string[],
  day: string,
): Promise<Map<string, string[]>> {
  const found = await em.find(
    AccountHoldership,
    {
      employerId: { $in: [...new Set(employerIds)] },
      ...standingOn(day),
    },
    { disableIdentityMap: true },
  );
  const holders = new Map<string, string[]>(employerIds.map((id) => [id, []]));
  for (const { employerId, holderId } of found) {
    const known = holders.get(employerId)!;
    if (!known.includes(holderId)) known.push(holderId);
  }
  return holders;
}

/** Ids of the professionals who hold the account of an employer on a day, in whatever region. */
export const holdersOn = async (em: EntityManager, employerId: string, day: string): Promise<string[]> =>
  (await holdersByEmployer(em, [employerId], day)).get(employerId)!;
