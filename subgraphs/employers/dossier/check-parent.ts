import { validate as isUuid } from 'uuid';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';

/**
 * One at a time may change who belongs to whom: two at once could close a circle that neither sees. Taken before any row is
 * locked, or they would wait for each other.
 */
export const lockConcern = (em: EntityManager): Promise<unknown> =>
  em.execute("select pg_advisory_xact_lock(hashtext('employer concern'))");

/** Why `parentId` cannot stand above an employer: it has no dossier, or it stands below it. Null when it can; under `lockConcern`. */
export async function checkParent(em: EntityManager, id: string, parentId: string): Promise<UserError | null> {
  const path = ['input', 'parentId'];
  const unknown = userError('UNKNOWN_EMPLOYER', path, 'De werkgever in parentId heeft geen dossier.', 'R-026');
  if (!isUuid(parentId)) return unknown;
  const above = await em.execute<{ id: string }[]>(
    `with recursive above as (
       select id, parent_id from employer where id = ?
       union select e.id, e.parent_id from employer e join above on e.id = above.parent_id
     ) select id from above`,
    [parentId],
  );
  if (!above.length) return unknown;
  if (!above.some((one) => one.id === id)) return null;
  const message = 'Een werkgever kan niet onder zichzelf vallen, ook niet via een andere (parentId).';
  return userError('CONCERN_CIRCLE', path, message, 'R-026');
}
