import { validate } from 'uuid';
import type { EntityManager } from '../../database.js';
import { page, pageSize, readCursor, type Page } from '../../pages.js';
import { prepared } from '../../prepared.js';
import { read } from '../../read.js';
import { Employer } from '../dossier/employer.js';
import type { EmployerFilter } from './employer-filter.js';
import { EmployerOrder } from './employer-order.js';
import { filterSql, type Sql } from './filter-sql.js';
import { hitsSql, MOST_HITS } from './hits-sql.js';
import { searchWords } from './search-words.js';

/** What is sought, and by whom. */
export interface Sought {
  text?: string | null | undefined;
  filter?: EmployerFilter | null | undefined;
  /** Also by contact persons and by what contact moments tell: that names people, so for staff alone. */
  inside: boolean;
  today: string;
}

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
  RELEVANCE: { keys: ['-f.score', 'e.name', 'e.id'], types: ['float8', 'text', 'uuid'], direction: 'asc' },
  NAME: { keys: ['e.name', 'e.id'], types: ['text', 'uuid'], direction: 'asc' },
  LAST_CONTACT: {
    keys: ["coalesce(s.last_contact_on, date '0001-01-01')", 's.employer_id'],
    types: ['date', 'uuid'],
    direction: 'desc',
  },
  TIER: {
    keys: ["coalesce(array_position(array['GOLD','SILVER','BRONZE','BASE'], e.tier), 9)", 'e.name', 'e.id'],
    types: ['int', 'text', 'uuid'],
    direction: 'asc',
  },
  CITY: { keys: ["coalesce(s.city, U&'\\FFFF')", 's.employer_id'], types: ['text', 'uuid'], direction: 'asc' },
};

/** `hits(id, score, highlights)` of the words, or null when there is nothing to search by; empty-handed: what misses one word. */
export async function hitsOf(em: EntityManager, { text, filter, inside, today }: Sought): Promise<Sql | null> {
  const sought = text?.trim();
  if (!sought) return null;
  const words = await searchWords(em, sought);
  const narrowed = filterSql(filter, today);
  if (words.words.length === 0)
    return {
      sql: 'with hits(id, score, highlights) as (select null::uuid, 0::float8, null::text[] where false)',
      values: [],
    };
  const all = hitsSql(sought, words, narrowed, { missing: false, inside });
  if (words.words.length === 1) return all;
  const [any] = await prepared<{ id: string }>(em, `${all.sql} select id from hits limit 1`, all.values);
  return any ? all : hitsSql(sought, words, narrowed, { missing: true, inside });
}

const BASE = 'employer e join employer_search s on s.employer_id = e.id';

/**
 * One page of employers. Searching bears a typing error in each word and misses no accent (R-025); numbers must be right.
 * Of more than 10,000 that answer, 10,000 are counted.
 */
export async function pageOfEmployers(
  em: EntityManager,
  sought: Sought,
  { first, after, orderBy }: { first: number; after?: string | null | undefined; orderBy: EmployerOrder },
): Promise<Page<FoundEmployer>> {
  const size = pageSize(first);
  const hits = await hitsOf(em, sought);
  const order = ORDERS[orderBy === EmployerOrder.RELEVANCE && !hits ? EmployerOrder.NAME : orderBy];
  const begun = after ? beginning(after, order) : null;
  const narrowed: Sql = hits ? { sql: 'true', values: [] } : filterSql(sought.filter, sought.today);
  const from = hits ? `hits f join ${BASE.replace('employer e', 'employer e on e.id = f.id')}` : BASE;
  const rows = await prepared<Row>(
    em,
    `${hits?.sql ?? ''} select e.id, ${hits ? 'f.score, f.highlights' : 'null::float8 as score, null::text[] as highlights'},
       array[${order.keys.map((key) => `(${key})::text`).join(', ')}] as keys
     from ${from} where ${narrowed.sql} ${begun ? `and ${begun.sql}` : ''}
     order by ${order.keys.map((key) => `${key} ${order.direction}`).join(', ')} limit ?`,
    [...(hits?.values ?? []), ...narrowed.values, ...(begun?.values ?? []), size + 1],
  );
  const [{ total }] = (await prepared<{ total: number }>(
    em,
    `${hits?.sql ?? ''} select count(*)::int as total from (select from ${hits ? 'hits' : from} where ${narrowed.sql} limit ${MOST_HITS}) counted`,
    [...(hits?.values ?? []), ...narrowed.values],
  )) as [{ total: number }];
  const employers = new Map(
    rows.length ? (await read(em, Employer, { id: rows.map(({ id }) => id) })).map((one) => [one.id, one]) : [],
  );
  const paged = page(rows, size, total, after, ({ keys }) => keys);
  return {
    ...paged,
    edges: paged.edges.map(({ cursor, node: { id, score, highlights } }) => ({
      cursor,
      node: { employer: employers.get(id)!, score, highlights: highlights ?? [] },
    })),
  };
}

/** Where the page begins: after the row whose keys are in the cursor. */
function beginning(after: string, { keys, types, direction }: (typeof ORDERS)[EmployerOrder]): Sql {
  const values = readCursor(after, keys.length);
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
