import type { EntityManager } from '../../database.js';
import { read } from '../../read.js';
import { AccountHoldership, inForce } from '../ownership/account-holdership.js';

/** Who holds the account of an employer on a day, in any region, and who of them is main holder. */
export async function accountHolders(
  em: EntityManager,
  employerId: string,
  onDate: string,
): Promise<{ holderIds: string[]; mainHolderIds: string[] }> {
  const holderships = inForce(await read(em, AccountHoldership, { employerId: [employerId] }), onDate);
  return {
    holderIds: holderships.map(({ holderId }) => holderId),
    mainHolderIds: holderships.filter(({ isMain }) => isMain).map(({ holderId }) => holderId),
  };
}
