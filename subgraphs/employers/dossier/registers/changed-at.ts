import DataLoader from 'dataloader';
import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';

/** Our own fields of the dossier by the column that holds them. */
const COLUMNS = {
  tradeName: 'name',
  relationStatus: 'relation_status',
  sector: 'sector',
  isKeyAccount: 'is_key_account',
  tier: 'tier',
  lwa: 'lwa',
  headcount: 'manual_headcount',
  website: 'manual_website',
  visitingAddress: 'manual_visiting_address',
} as const;

/** When each of our own fields was last changed; one that never was has the age of the dossier. */
export type ChangedAt = ReadonlyMap<string, Date>;

/** The ages of our own values, from the history that the database keeps, per employer. */
export const changedAtLoader = (em: EntityManager): DataLoader<string, ChangedAt> =>
  new DataLoader(async (ids) => {
    const rows = await prepared<{ record_id: string; field: string; at: string | Date }>(
      em,
      `select h.record_id, f.field, max(h.recorded_at) as at
       from history h cross join unnest(?::text[], ?::text[]) as f(field, name)
       where h.table_name = 'employer' and h.record_id = any(?::text[]) and h.operation = 'update'
         and h.before->f.name is distinct from h.after->f.name
       group by h.record_id, f.field`,
      [Object.keys(COLUMNS), Object.values(COLUMNS), ids],
    );
    return ids.map(
      (id) => new Map(rows.filter((row) => row.record_id === id).map(({ field, at }) => [field, new Date(at)])),
    );
  });
