import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';
import type { MovedTable } from './stood-then.js';

/** What a row says that a merge may change of it. */
const WAS_MAIN: Record<MovedTable, string> = {
  account_holdership: 'is_main',
  contact_moment: 'null',
  nps_survey: 'null',
};

/** Keeps, before a merge at `now`, where what decisions rest on stood until then; see `stoodThen`. */
export async function keepWhereItStood(
  em: EntityManager,
  { mergedIds, now }: { mergedIds: string[]; now: Date },
): Promise<void> {
  for (const [table, wasMain] of Object.entries(WAS_MAIN))
    await prepared(
      em,
      `insert into moved_record (table_name, record_id, from_id, was_main, moved_at)
       select '${table}', id, employer_id, ${wasMain}, ?::timestamptz from ${table} where employer_id = any(?::uuid[])`,
      [now.toISOString(), mergedIds],
    );
}
