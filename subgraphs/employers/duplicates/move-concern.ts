import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import { checkParent } from '../dossier/check-parent.js';
import type { Checked } from './check-merge.js';
import type { MergeReport } from './employer-merge.js';

/** Above which the kept dossier comes to stand: as it stood, else as the only one of the merged that stood below another. */
async function parentFor(
  em: EntityManager,
  { kept, merged }: Checked,
): Promise<{ parentId: string | null; left: string[] }> {
  const gone = new Set(merged.map(({ id }) => id));
  let own = kept.parentId ?? null;
  while (own && gone.has(own)) own = merged.find(({ id }) => id === own)!.parentId ?? null;
  if (own === kept.id) own = null;
  const others: string[] = [];
  for (const { parentId } of merged) {
    if (!parentId || gone.has(parentId) || parentId === own || others.includes(parentId)) continue;
    // Who stands below the kept dossier cannot stand above it as well.
    if (!(await checkParent(em, kept.id, parentId))) others.push(parentId);
  }
  const [only, ...more] = others;
  return !own && only && more.length === 0 ? { parentId: only, left: [] } : { parentId: own, left: others };
}

/** The dossiers one below another stay in one line: what stood under a merged one stands under the kept one. */
export async function moveConcern(em: EntityManager, checked: Checked): Promise<MergeReport> {
  const { kept, merged } = checked;
  const gone = merged.map(({ id }) => id);
  const children = await prepared<{ id: string }>(
    em,
    'update employer set parent_id = ?::uuid where parent_id = any(?::uuid[]) and id <> ?::uuid and id <> all (?::uuid[]) returning id',
    [kept.id, gone, kept.id, gone],
  );
  const { parentId, left } = await parentFor(em, checked);
  // Its version rises: who read it before the merge read another dossier.
  await prepared(em, 'update employer set parent_id = ?::uuid, version = version + 1 where id = ?::uuid', [
    parentId,
    kept.id,
  ]);
  await prepared(
    em,
    `update employer set parent_id = null, portfolio_id = null, merged_into_id = ?::uuid, version = version + 1 where id = any(?::uuid[])`,
    [kept.id, gone],
  );
  const names = await prepared<{ name: string; wbs: string }>(
    em,
    'select name, wbs_number as wbs from employer where id = any(?::uuid[]) order by wbs_number',
    [left],
  );
  return {
    moved: children.length ? [{ kind: 'employer', count: children.length }] : [],
    clashes: names.map(({ name, wbs }) => ({
      kind: 'CONCERN',
      message: `Een van de dossiers viel onder ${wbs} (${name}); het dossier dat blijft valt daar niet onder.`,
    })),
  };
}
