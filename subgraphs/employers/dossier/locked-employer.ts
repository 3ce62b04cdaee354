import { validate as isUuid } from 'uuid';
import type { EntityManager } from '../../database.js';
import { Employer } from './employer.js';

/** The dossier, locked until the transaction ends, so that no change of it is lost; null when there is none. */
export async function lockedEmployer(em: EntityManager, id: string): Promise<Employer | null> {
  if (!isUuid(id)) return null;
  await em.execute('select id from employer where id = ? for update', [id]);
  return em.findOne(Employer, { id }, { refresh: true });
}
