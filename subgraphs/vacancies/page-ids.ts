import { GraphQLError } from 'graphql';
import { validate as isUuid } from 'uuid';
import type { EntityManager } from '../database.js';
import { readCursor } from '../pages.js';
import { prepared } from '../prepared.js';

/** Part of a `where`, with its values in order. */
export interface Condition {
  sql: string;
  values: unknown[];
}

/** All of `conditions`; everything when there are none. */
export const allOf = (conditions: Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' and ') || 'true',
  values: conditions.flatMap(({ values }) => values),
});

/** A list kept newest first: its table and the day by which it is ordered. */
export interface NewestFirst {
  table: 'vacancy' | 'placement';
  day: 'opened_on' | 'starts_on';
}

/** The ids on one page of a list (one more than `first`, to see whether there is more) and how many there are in all. */
export interface PageIds {
  ids: string[];
  totalCount: number;
}

interface Row {
  owner: string;
  total: number;
  id: string | null;
}

function placeAfter(after: string): [string, string] {
  const [day, id] = readCursor(after, 2);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(day)) || !isUuid(String(id))) {
    throw new GraphQLError('Ongeldige waarde voor after: gebruik een cursor die een eerdere bladzijde gaf.', {
      extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
    });
  }
  return [String(day), String(id)];
}

/**
 * The same page of the lists of many employers, in one statement. A page holds when rows are added: it begins after
 * the day and id of the last row of the page before.
 */
export async function pageIdsPerEmployer(
  em: EntityManager,
  { table, day }: NewestFirst,
  employerIds: readonly string[],
  where: Condition,
  first: number,
  after: string | null | undefined,
): Promise<Map<string, PageIds>> {
  return pagesIn(em, table, day, 'employer_id::text', allOf([ofEmployers(employerIds), where]), first, after);
}

const ofEmployers = (ids: readonly string[]): Condition => ({
  sql: 'employer_id = any(?::uuid[])',
  values: [ids.filter((id) => isUuid(id))],
});

/** One page of the whole list. */
export async function pageIds(
  em: EntityManager,
  { table, day }: NewestFirst,
  where: Condition,
  first: number,
  after: string | null | undefined,
): Promise<PageIds> {
  const pages = await pagesIn(em, table, day, "''::text", where, first, after);
  return pages.get('') ?? { ids: [], totalCount: 0 };
}

async function pagesIn(
  em: EntityManager,
  table: string,
  day: string,
  owner: string,
  where: Condition,
  first: number,
  after: string | null | undefined,
): Promise<Map<string, PageIds>> {
  const place = after ? placeAfter(after) : null;
  const rows = await prepared<Row>(
    em,
    `with matching as (select id, ${owner} as owner, ${day} as day from ${table} where ${where.sql}),
      ranked as (
        select id, owner, row_number() over (partition by owner order by day desc, id) as rank from matching
        ${place ? 'where day < ?::date or (day = ?::date and id > ?::uuid)' : ''}
      )
    select t.owner, t.total::int as total, r.id
    from (select owner, count(*) as total from matching group by owner) t
    left join ranked r on r.owner = t.owner and r.rank <= ?
    order by t.owner, r.rank`,
    [...where.values, ...(place ? [place[0], place[0], place[1]] : []), first + 1],
  );
  const pages = new Map<string, PageIds>();
  for (const { owner: whose, total, id } of rows) {
    const page = pages.get(whose) ?? { ids: [], totalCount: total };
    if (id) page.ids.push(id);
    pages.set(whose, page);
  }
  return pages;
}
