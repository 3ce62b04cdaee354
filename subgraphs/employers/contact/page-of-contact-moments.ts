import DataLoader from 'dataloader';
import { validate } from 'uuid';
import type { EntityManager } from '../../database.js';
import { read } from '../../read.js';
import { prepared } from '../../prepared.js';
import { page, pageSize, readCursor, type Page } from '../../pages.js';
import { conditionOf, type ContactMomentFilter } from './contact-moment-filter.js';
import { ContactMoment } from './contact-moment.js';

export interface PageArgs {
  filter?: ContactMomentFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}

interface Found {
  employer_id: string;
  total: number;
  ids: string[];
}

const keysOf = ({ occurredOn, id }: ContactMoment) => [occurredOn, id];

/** Where the page begins, as SQL: after the moment whose day and id are in the cursor. */
function beginning(after: string | null | undefined): { sql: string; values: unknown[] } {
  if (!after) return { sql: 'true', values: [] };
  const values = readCursor(after, 2);
  const right = /^\d{4}-\d{2}-\d{2}$/.test(String(values[0])) && validate(values[1]);
  return right ? { sql: '(occurred_on, id) < (?::date, ?::uuid)', values } : { sql: 'false', values: [] };
}

async function inOrder(em: EntityManager, ids: string[]): Promise<Map<string, ContactMoment>> {
  const rows = ids.length ? await read(em, ContactMoment, { id: ids }) : [];
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The first page, with these arguments, of the contact moments of each employer asked for in one tick, newest first:
 * two statements, however many employers there are. Ids are UUIDv7, so that within a day the last registered is first.
 */
export function pagesByEmployer(
  em: EntityManager,
  { filter, first, after }: PageArgs,
): DataLoader<string, Page<ContactMoment>> {
  const size = pageSize(first);
  const filtered = conditionOf(filter);
  const begun = beginning(after);
  return new DataLoader(async (employerIds) => {
    const found = await prepared<Found>(
      em,
      `select e.id as employer_id, counted.total, coalesce(picked.ids, '{}') as ids
       from unnest(?::uuid[]) as e(id)
       cross join lateral (select count(*)::int as total from contact_moment where employer_id = e.id and ${filtered.sql}) counted
       cross join lateral (
         select array_agg(id::text order by occurred_on desc, id desc) as ids from (
           select id, occurred_on from contact_moment where employer_id = e.id and ${filtered.sql} and ${begun.sql}
           order by occurred_on desc, id desc limit ?
         ) newest
       ) picked`,
      [employerIds, ...filtered.values, ...filtered.values, ...begun.values, size + 1],
    );
    const moments = await inOrder(
      em,
      found.flatMap(({ ids }) => ids),
    );
    const pages = new Map(
      found.map(({ employer_id, total, ids }) => [
        employer_id,
        page(
          ids.map((id) => moments.get(id)!),
          size,
          total,
          after,
          keysOf,
        ),
      ]),
    );
    return employerIds.map((id) => pages.get(id)!);
  });
}

/** One page of all contact moments, newest first, of one team or one region when asked: of who registered them. */
export async function pageOfContactMoments(
  em: EntityManager,
  { filter, first, after, teamId, regionId }: PageArgs & { teamId?: string | null; regionId?: string | null },
): Promise<Page<ContactMoment>> {
  const size = pageSize(first);
  const begun = beginning(after);
  const filtered = conditionOf(filter);
  const of = (column: string) => `registered_by_id in (select id from professional where ${column})`;
  const parts: [string, unknown[]][] = [[filtered.sql, filtered.values]];
  if (teamId) parts.push([of('team_id = ?'), [teamId]]);
  if (regionId) parts.push([of('? = any(region_ids)'), [regionId]]);
  const where = parts.map(([sql]) => sql).join(' and ');
  const values = parts.flatMap(([, given]) => given);
  const [found] = await prepared<Omit<Found, 'employer_id'>>(
    em,
    `select (select count(*)::int from contact_moment where ${where}) as total,
       array(select id::text from contact_moment where ${where} and ${begun.sql} order by occurred_on desc, id desc limit ?) as ids`,
    [...values, ...values, ...begun.values, size + 1],
  );
  const { total, ids } = found!;
  const moments = await inOrder(em, ids);
  return page(
    ids.map((id) => moments.get(id)!),
    size,
    total,
    after,
    keysOf,
  );
}
