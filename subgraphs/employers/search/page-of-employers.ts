import { validate } from 'uuid';
import type { EntityManager } from '../../database.js';
import { page, pageSize, readCursor, type Page } from '../../pages.js';
import { prepared } from '../../prepared.js';
import { read } from '../../read.js';
import { Employer } from '../dossier/employer.js';
import type { EmployerFilter } from './employer-filter.js';
import { EmployerOrder } from './employer-order.js';
import { filterSql, type Sql } from './filter-sql.js';
import { hitsSql } from './hits-sql.js';
import { searchWords } from './search-words.js';

/** What is sought, and by whom. */
export interface Sought {
  text?: string | null | undefined;
  filter?: EmployerFilter | null | undefined;
  /** Also by contact persons and by what contact moments tell: that names people, so for staff alone. */
  inside: boolean;
  today: string;
  /** Which of the readings of the question answered, once one has: the next page and the facets are of that one too. */
  reading?: number | undefined;
}

/** Employers of a list that are counted. */
export const MOST_COUNTED = 1_000;

/** Characters of a question that are looked at. */
const LONGEST_TEXT = 200;

type Key = string | number;

/** One line of a list, before its employer is read. */
interface Row {
  id: string;
  score: number | null;
  highlights: string[] | null;
  keys: Key[];
}

export interface FoundEmployer {
  employer: Employer;
  score: number | null;
  highlights: string[];
}

/** The sort keys of each order, all ascending or all descending, so that one comparison of rows says what comes after. */
const ORDERS: Record<EmployerOrder, { keys: string[]; types: string[]; direction: 'asc' | 'desc' }> = {
  RELEVANCE: { keys: ['-f.score', 'plain(e.name)', 'e.id'], types: ['float8', 'text', 'uuid'], direction: 'asc' },
  NAME: { keys: ['plain(e.name)', 'e.id'], types: ['text', 'uuid'], direction: 'asc' },
  LAST_CONTACT: {
    keys: ["coalesce(s.last_contact_on, date '0001-01-01')", 's.employer_id'],
    types: ['date', 'uuid'],
    direction: 'desc',
  },
  TIER: {
    keys: ["coalesce(array_position(array['GOLD','SILVER','BRONZE','BASE'], e.tier), 9)", 'plain(e.name)', 'e.id'],
    types: ['int', 'text', 'uuid'],
    direction: 'asc',
  },
  CITY: { keys: ["coalesce(s.city, U&'\\FFFF')", 's.employer_id'], types: ['text', 'uuid'], direction: 'asc' },
};

/** `hits(id, score, highlights)` of one way to read a question. */
export interface Hits extends Sql {
  reading: number;
}

/**
 * The ways to read the words of a question, each as hits: first of those that have all of them, then, for when nobody
 * has, of those that miss one; only the one that is meant, if one is. Null when there is no question.
 */
export async function hitsOf(
  em: EntityManager,
  { text, filter, inside, today, reading }: Sought,
): Promise<Hits[] | null> {
  const sought = text?.trim().slice(0, LONGEST_TEXT);
  if (!sought) return null;
  const words = await searchWords(em, sought);
  const narrowed = filterSql(filter, today);
  if (words.words.length === 0) return [];
  const readings = words.words.length === 1 ? [false] : [false, true];
  return readings
    .map((missing, n) => ({ reading: n, ...hitsSql(sought, words, narrowed, { missing, inside }) }))
    .filter((one) => reading === undefined || one.reading === reading);
}

const BASE = 'employer e join employer_search s on s.employer_id = e.id';

/**
 * One page of employers. Searching bears a typing error in each word and misses no accent (R-025); numbers must be right.
 * A thousand are counted at most.
 */
export async function pageOfEmployers(
  em: EntityManager,
  sought: Sought,
  { first, after, orderBy }: { first: number; after?: string | null | undefined; orderBy: EmployerOrder },
): Promise<Page<FoundEmployer> & { reading: number | undefined }> {
  const size = pageSize(first);
  const searched = Boolean(sought.text?.trim());
  const order = ORDERS[orderBy === EmployerOrder.RELEVANCE && !searched ? EmployerOrder.NAME : orderBy];
  // A search goes on in the reading of the question that it began with, also when somebody came who fits an earlier one.
  const [from, ...place] = after ? readCursor(after, order.keys.length + Number(searched)) : [];
  const begun = !after ? FROM_THE_START : beginning(searched ? place : [from!, ...place], order);
  const { rows, total, reading } = searched
    ? await searchedRows(
        em,
        (await hitsOf(em, { ...sought, reading: after ? Number(from) : undefined }))!,
        order,
        begun,
        size + 1,
      )
    : await listedRows(em, filterSql(sought.filter, sought.today), order, begun, size + 1);
  const employers = new Map(
    rows.length ? (await read(em, Employer, { id: rows.map(({ id }) => id) })).map((one) => [one.id, one]) : [],
  );
  const paged = page(rows, size, total, after, ({ keys }) => (searched ? [reading!, ...keys] : keys));
  return {
    ...paged,
    reading,
    edges: paged.edges.map(({ cursor, node: { id, score, highlights } }) => ({
      cursor,
      node: { employer: employers.get(id)!, score, highlights: highlights ?? [] },
    })),
  };
}

type Order = (typeof ORDERS)[EmployerOrder];
interface Rows {
  rows: Row[];
  total: number;
  reading?: number;
}

const FROM_THE_START: Sql = { sql: 'true', values: [] };

const keysOf = ({ keys }: Order): string => `array[${keys.map((key) => `(${key})::text`).join(', ')}] as keys`;
const inOrder = ({ keys, direction }: Order): string => keys.map((key) => `${key} ${direction}`).join(', ');

/** Rows of the first of these hits that hold any employer at all. */
async function searchedRows(em: EntityManager, tries: Hits[], order: Order, begun: Sql, limit: number): Promise<Rows> {
  for (const hits of tries) {
    const found = await prepared<Row & { total: number }>(
      em,
      `${hits.sql}, counted as (select count(*)::int as total from hits)
       select c.total, p.* from counted c left join lateral (
         select e.id, f.score, f.highlights, ${keysOf(order)}
         from hits f join employer e on e.id = f.id join employer_search s on s.employer_id = e.id
         where ${begun.sql} order by ${inOrder(order)} limit ?
       ) p on true`,
      [...hits.values, ...begun.values, limit],
    );
    const total = found[0]!.total;
    if (total) return { rows: found.filter(({ id }) => id), total, reading: hits.reading };
  }
  return { rows: [], total: 0 };
}

/** The tables that a list needs: what is searched only where a condition or the order looks at it. */
const tablesOf = (...sql: string[]): string => (sql.some((one) => /\bs\./.test(one)) ? BASE : 'employer e');

async function listedRows(em: EntityManager, filter: Sql, order: Order, begun: Sql, limit: number): Promise<Rows> {
  const found = await prepared<Row & { total: number }>(
    em,
    `with counted as (
       select count(*)::int as total from (select from ${tablesOf(filter.sql)} where ${filter.sql} limit ${MOST_COUNTED}) first_ones
     )
     select c.total, p.* from counted c left join lateral (
       select e.id, null::float8 as score, null::text[] as highlights, ${keysOf(order)}
       from ${tablesOf(filter.sql, ...order.keys)} where ${filter.sql} and ${begun.sql} order by ${inOrder(order)} limit ?
     ) p on true`,
    [...filter.values, ...filter.values, ...begun.values, limit],
  );
  return { rows: found.filter(({ id }) => id), total: found[0]!.total };
}

/** Where the page begins: after the row whose keys are in the cursor. */
function beginning(values: (Key | null)[], { keys, types, direction }: Order): Sql {
  const right = types.every((type, n) => {
    const value = String(values[n]);
    if (type === 'uuid') return validate(value);
    if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value);
    return type === 'text' || (value !== '' && Number.isFinite(Number(value)));
  });
  if (!right) return { sql: 'false', values: [] };
  const sign = direction === 'asc' ? '>' : '<';
  return { sql: `(${keys.join(', ')}) ${sign} (${types.map((type) => `?::${type}`).join(', ')})`, values };
}
