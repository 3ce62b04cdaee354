import type { Identity } from '../../../runtime/identity.js';
import { Role } from '../organisation/professional.js';
import { isPresent } from './approach/approach.js';
import { personOf, type Account } from './open-account.js';

const STEERS: readonly string[] = [Role.MANAGER, Role.ADMIN];

/** Whether somebody steers the region: management, or who looks after the system. */
export const steers = ({ roles }: Pick<Identity, 'roles'>): boolean => roles.some((role) => STEERS.includes(role));

/** Whether somebody may add to the holders of an account without asking: a holder, who deputises for one, or management. */
export async function mayAdd(who: Identity, { holders, readers, today }: Account): Promise<boolean> {
  if (steers(who) || holders.some((h) => h.holderId === who.professionalId)) return true;
  const people = await Promise.all(holders.map((h) => personOf(readers, h.holderId)));
  return people.some((holder) => !isPresent(holder, today) && holder.deputyIds.includes(who.professionalId));
}
