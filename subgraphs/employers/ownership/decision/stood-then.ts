import type { EntityClass } from '@mikro-orm/core';
import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';
import { read } from '../../../read.js';

/** The tables of what a decision rests on, of which is kept where each record stood before a merge took it along. */
export type MovedTable = 'account_holdership' | 'contact_moment' | 'nps_survey';

/**
 * SQL of the records of a table that stood at dossiers just before a moment: `id`, `employer_id` as it was then, and
 * `was_main` where a merge changed that since. Its values: the dossiers, the dossiers, the moment, the dossiers.
 */
export const stoodThen = (table: MovedTable): string => `
  select one.id, coalesce(moved.from_id, one.employer_id) as employer_id, moved.was_main
  from (
    select id, employer_id from ${table} where employer_id = any(?::uuid[])
    union select r.id, r.employer_id from moved_record m join ${table} r on r.id = m.record_id where m.from_id = any(?::uuid[])
  ) one
  left join lateral (
    select from_id, was_main from moved_record where record_id = one.id and moved_at >= ?::timestamptz order by id limit 1
  ) moved on true
  where coalesce(moved.from_id, one.employer_id) = any(?::uuid[])`;

/** A record with what a merge has changed of it since. */
export interface StoodThen<T> {
  row: T;
  wasMain: boolean | null;
}

/** Per dossier the records that stood there just before a moment, whatever merge took them along since. */
export async function recordsThen<T extends { id: string }>(
  em: EntityManager,
  entity: EntityClass<T>,
  table: MovedTable,
  employerIds: readonly string[],
  moment: Date,
): Promise<StoodThen<T>[][]> {
  const stood = await prepared<{ id: string; employer_id: string; was_main: boolean | null }>(em, stoodThen(table), [
    employerIds,
    employerIds,
    moment.toISOString(),
    employerIds,
  ]);
  const rows = await read(em, entity, { id: stood.map(({ id }) => id) } as never);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return employerIds.map((employerId) =>
    stood.flatMap(({ id, employer_id, was_main }) => {
      const row = employer_id === employerId ? byId.get(id) : undefined;
      return row ? [{ row, wasMain: was_main }] : [];
    }),
  );
}
