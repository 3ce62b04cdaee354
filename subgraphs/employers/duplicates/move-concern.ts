import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import type { Checked } from './check-merge.js';

/** The dossiers one below another stay in one line: what stood under a merged one stands under the kept one. */
export async function moveConcern(em: EntityManager, { kept, merged }: Checked): Promise<void> {
  const gone = new Set(merged.map(({ id }) => id));
  let parentId = kept.parentId ?? null;
  while (parentId && gone.has(parentId)) parentId = merged.find(({ id }) => id === parentId)!.parentId ?? null;
  if (parentId === kept.id) parentId = null;
  await prepared(
    em,
    'update employer set parent_id = ?::uuid where parent_id = any(?::uuid[]) and id <> ?::uuid and id <> all (?::uuid[])',
    [kept.id, [...gone], kept.id, [...gone]],
  );
  // Its version rises: who read it before the merge read another dossier.
  await prepared(em, 'update employer set parent_id = ?::uuid, version = version + 1 where id = ?::uuid', [
    parentId,
    kept.id,
  ]);
  await prepared(
    em,
    `update employer set parent_id = null, portfolio_id = null, merged_into_id = ?::uuid, version = version + 1 where id = any(?::uuid[])`,
    [kept.id, [...gone]],
  );
}
