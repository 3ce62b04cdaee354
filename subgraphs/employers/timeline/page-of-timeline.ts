import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { validate } from 'uuid';
import type { EntityManager } from '../../database.js';
import { page, pageSize, readCursor, type Page } from '../../pages.js';
import { prepared } from '../../prepared.js';
import { read } from '../../read.js';
import { TimelineEntry, type TimelineKind } from './timeline-entry.js';

export interface TimelineArgs {
  kinds?: TimelineKind[] | null | undefined;
  /** From this moment on. */
  from?: Date | null | undefined;
  /** Before this moment. */
  to?: Date | null | undefined;
  /** Also of the employers below it in the concern, however deep. */
  includeChildren: boolean;
  first: number;
  after?: string | null | undefined;
}

interface Condition {
  sql: string;
  values: unknown[];
}

const keysOf = ({ at, id }: TimelineEntry) => [at.toISOString(), id];

/** Where the page begins: after the line whose moment and id are in the cursor. */
function beginning(after: string | null | undefined): Condition {
  if (!after) return { sql: 'true', values: [] };
  const values = readCursor(after, 2);
  const right = !Number.isNaN(Date.parse(String(values[0]))) && validate(values[1]);
  return right ? { sql: '(at, id) < (?::timestamptz, ?::uuid)', values } : { sql: 'false', values: [] };
}

function filterOf({ kinds, from, to }: TimelineArgs): Condition {
  if (from && to && from > to)
    throw new GraphQLError('Ongeldige waarde voor to: die ligt vóór from.', {
      extensions: { code: 'BAD_USER_INPUT', argument: 'to' },
    });
  const parts: [string, unknown][] = [
    ...(kinds ? [['kind = any(?::text[])', kinds] as [string, unknown]] : []),
    ...(from ? [['at >= ?::timestamptz', from.toISOString()] as [string, unknown]] : []),
    ...(to ? [['at < ?::timestamptz', to.toISOString()] as [string, unknown]] : []),
  ];
  return { sql: parts.map(([sql]) => sql).join(' and ') || 'true', values: parts.map(([, value]) => value) };
}

/** Whose lines: the employer's, or those of its whole concern downwards (`union` ends where a circle would close). */
const ALONE = 'array[e.id]';
const CONCERN = `(with recursive concern as (
    select e.id union select child.id from employer child join concern on child.parent_id = concern.id
  ) select array_agg(id) from concern)`;

/**
 * The first page, with these arguments, of the timeline of each employer asked for in one tick, newest first: two
 * statements, however many employers there are. A page goes on after the moment and id of its last line,
 * so that lines that come meanwhile move nothing.
 */
export function timelinesByEmployer(em: EntityManager, args: TimelineArgs): DataLoader<string, Page<TimelineEntry>> {
  const size = pageSize(args.first);
  const filtered = filterOf(args);
  const begun = beginning(args.after);
  return new DataLoader(async (employerIds) => {
    const found = await prepared<{ employer_id: string; total: number; ids: string[] }>(
      em,
      `select e.id as employer_id, counted.total, coalesce(picked.ids, '{}') as ids
       from unnest(?::uuid[]) as e(id)
       cross join lateral (select ${args.includeChildren ? CONCERN : ALONE} as ids) whose
       cross join lateral (
         select count(*)::int as total from timeline_entry where employer_id = any(whose.ids) and ${filtered.sql}
       ) counted
       cross join lateral (
         select array_agg(id::text order by at desc, id desc) as ids from (
           select id, at from timeline_entry where employer_id = any(whose.ids) and ${filtered.sql} and ${begun.sql}
           order by at desc, id desc limit ?
         ) newest
       ) picked`,
      [employerIds, ...filtered.values, ...filtered.values, ...begun.values, size + 1],
    );
    const ids = found.flatMap((one) => one.ids);
    const rows = ids.length ? await read(em, TimelineEntry, { id: ids }) : [];
    const entries = new Map(rows.map((row) => [row.id, row]));
    const pages = new Map(
      found.map(({ employer_id, total, ids: picked }) => [
        employer_id,
        page(
          picked.map((id) => entries.get(id)!),
          size,
          total,
          args.after,
          keysOf,
        ),
      ]),
    );
    return employerIds.map((id) => pages.get(id)!);
  });
}
