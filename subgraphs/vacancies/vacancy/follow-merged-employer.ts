import type { EntityManager } from '../../database.js';
import type { EventData } from '../../events.js';
import { prepared } from '../../prepared.js';

/**
 * Vacancies, placements, work agreements and who is whose contact person go along with a dossier that was merged into
 * another, and what comes later goes there at once. Told again, it finds none left; of two merges told in either
 * order, all ends in the last that was kept.
 */
export async function followMergedEmployer(
  em: EntityManager,
  { keepId, mergedIds }: EventData['employer.merged'],
): Promise<void> {
  await prepared(
    em,
    `with kept as (select coalesce((select keep_id from merged_employer where id = ?::uuid), ?::uuid) as id),
       earlier as (update merged_employer set keep_id = (select id from kept) where keep_id = any(?::uuid[]))
     insert into merged_employer (id, keep_id) select unnest(?::uuid[]), id from kept
     on conflict (id) do nothing`,
    [keepId, keepId, mergedIds, mergedIds],
  );
  // The database puts the kept one in the place of each: see `0008-merged-employers`.
  for (const table of ['vacancy', 'placement', 'known_contact_person', 'known_work_agreement'])
    await prepared(em, `update ${table} set employer_id = employer_id where employer_id = any(?::uuid[])`, [mergedIds]);
}
