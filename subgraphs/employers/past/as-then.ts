import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** A record as it stood, with when that was written down. */
export interface Version<T> {
  recordedAt: Date;
  row: T;
}

/**
 * The records of a table about an employer, each as it was known at `knownAt` to have stood at `asOf`: the last version
 * written down by then. What was first written down after `asOf` counts as it was first told: a dossier that is younger than
 * the day it is asked about is all that is known of that day.
 * @param column whose value is the employer's id, `id` for the dossier itself
 */
export async function asThen<T>(
  em: EntityManager,
  table: string,
  column: 'id' | 'employer_id',
  employerId: string,
  asOf: Date,
  knownAt: Date,
): Promise<Version<T>[]> {
  const whose = column === 'id' ? 'record_id = ?' : "after->>'employer_id' = ?";
  const rows = await prepared<{ recorded_at: string; after: T }>(
    em,
    `select recorded_at, after from (
       select distinct on (h.record_id) h.recorded_at, h.after from history h
       where h.table_name = ? and h.recorded_at <= ?::timestamptz
         and h.record_id in (select record_id from history where table_name = ? and ${whose})
       order by h.record_id, h.recorded_at <= ?::timestamptz desc,
         case when h.recorded_at <= ?::timestamptz then h.id end desc, h.id
     ) then_known where then_known.after->>'${column}' = ?`,
    [table, knownAt.toISOString(), table, employerId, asOf.toISOString(), asOf.toISOString(), employerId],
  );
  return rows.map(({ recorded_at, after }) => ({ recordedAt: new Date(recorded_at), row: after }));
}
