import DataLoader from 'dataloader';
import { dayOf } from '../../../../runtime/clock.js';
import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';

/** From which dossier a merge took a record along, and on which day. */
export interface CameAlong {
  wbsNumber: string;
  on: string;
}

/** By which merge a record came to the dossier where it stands, the last when several did; null when it always stood there. */
export const mergesOfRecord = (em: EntityManager): DataLoader<string, CameAlong | null> =>
  new DataLoader(async (recordIds) => {
    const rows = await prepared<{ record_id: string; wbs_number: string; moved_at: string }>(
      em,
      `select distinct on (m.record_id) m.record_id, e.wbs_number, m.moved_at from moved_record m join employer e on e.id = m.from_id
       where m.record_id = any(?::uuid[]) order by m.record_id, m.id desc`,
      [recordIds],
    );
    const found = new Map(
      rows.map((row) => [row.record_id, { wbsNumber: row.wbs_number, on: dayOf(new Date(row.moved_at)) }]),
    );
    return recordIds.map((id) => found.get(id) ?? null);
  });
