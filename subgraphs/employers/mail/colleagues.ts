import type { EntityManager } from '../../database.js';
import { Professional } from '../organisation/professional.js';
import type { Addressee } from './letter.js';
import type { Mail } from './mail.js';

/** The recipients who are professionals, work here now and have an address. */
export async function colleagues(em: EntityManager, { recipientIds }: Mail): Promise<Addressee[]> {
  const found = await em.find(
    Professional,
    { id: { $in: recipientIds }, active: true },
    { orderBy: { name: 'asc' }, disableIdentityMap: true },
  );
  return found.flatMap(({ name, email }) => (email ? [{ name, email }] : []));
}
