import type { EntityManager } from '../../database.js';
import { read } from '../../read.js';
import { AccountHoldership, inForce } from '../ownership/account-holdership.js';

/** The main account holders of an employer on a day, one a region at most: who must know what happens to it. */
export async function mainHoldersOf(em: EntityManager, employerId: string, onDate: string): Promise<string[]> {
  const all = await read(em, AccountHoldership, { employerId: [employerId] });
  return inForce(all, onDate)
    .filter(({ isMain }) => isMain)
    .map(({ holderId }) => holderId);
}
