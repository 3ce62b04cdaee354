import DataLoader from 'dataloader';
import { validate } from 'uuid';
import type { EntityManager } from '../../../database.js';
import { page, pageSize, readCursor, type Page } from '../../../pages.js';
import { prepared } from '../../../prepared.js';
import { read } from '../../../read.js';
import { Task, type TaskStatus } from './task.js';

export interface TaskPageArgs {
  status?: TaskStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}

const keysOf = ({ dueOn, id }: Task) => [dueOn ?? null, id];

/** Where the page begins, as SQL: after the task whose due day and id are in the cursor. */
function beginning(after: string | null | undefined): { sql: string; values: unknown[] } {
  if (!after) return { sql: 'true', values: [] };
  const [dueOn, id] = readCursor(after, 2);
  const right = (dueOn === null || /^\d{4}-\d{2}-\d{2}$/.test(String(dueOn))) && validate(id);
  return right
    ? { sql: "(coalesce(due_on, 'infinity'), id) > (coalesce(?::date, 'infinity'), ?::uuid)", values: [dueOn, id] }
    : { sql: 'false', values: [] };
}

/** A page, with these arguments, of the tasks of each employer asked for in one tick: due first, without a day last. */
export function taskPagesByEmployer(
  em: EntityManager,
  { status, first, after }: TaskPageArgs,
): DataLoader<string, Page<Task>> {
  const size = pageSize(first);
  const begun = beginning(after);
  const filtered = status ? { sql: 'status = ?', values: [status] } : { sql: 'true', values: [] };
  return new DataLoader(async (employerIds) => {
    const found = await prepared<{ employer_id: string; total: number; ids: string[] }>(
      em,
      `select e.id as employer_id, counted.total, coalesce(picked.ids, '{}') as ids
       from unnest(?::uuid[]) as e(id)
       cross join lateral (select count(*)::int as total from task where employer_id = e.id and ${filtered.sql}) counted
       cross join lateral (
         select array_agg(id::text order by due_on nulls last, id) as ids from (
           select id, due_on from task where employer_id = e.id and ${filtered.sql} and ${begun.sql}
           order by due_on nulls last, id limit ?
         ) soonest
       ) picked`,
      [employerIds, ...filtered.values, ...filtered.values, ...begun.values, size + 1],
    );
    const ids = found.flatMap((row) => row.ids);
    const rows = ids.length ? await read(em, Task, { id: ids }) : [];
    const tasks = new Map(rows.map((row) => [row.id, row]));
    const pages = new Map(
      found.map((row) => [
        row.employer_id,
        page(
          row.ids.map((id) => tasks.get(id)!),
          size,
          row.total,
          after,
          keysOf,
        ),
      ]),
    );
    return employerIds.map((id) => pages.get(id)!);
  });
}
