import type pg from 'pg';
import type { EntityManager } from './database.js';

/** Distinct texts that connections keep prepared; filters make a bounded number of them. */
const MOST_PREPARED = 500;

/** What one subgraph's connections share. */
interface Connections {
  pool: Promise<pg.Pool>;
  /** By the text with question marks: the text with numbers, and the name it is prepared under. */
  prepared: Map<string, { text: string; name?: string }>;
  /** Told the text of every statement, where tests listen. */
  tell: ((sql: string) => void) | null;
}

const known = new WeakMap<object, Connections>();

function connectionsOf(em: EntityManager): Connections {
  const driver = em.getDriver();
  const before = known.get(driver);
  if (before) return before;
  const logger = em.config.getLogger();
  const made: Connections = {
    pool: em.getConnection().getNativeClient() as Promise<pg.Pool>,
    prepared: new Map(),
    tell: logger.isEnabled('query') ? (query) => logger.logQuery({ query, level: 'info' }) : null,
  };
  made.pool.catch(() => known.delete(driver));
  known.set(driver, made);
  return made;
}

function preparedIn({ prepared }: Connections, sql: string): { text: string; name?: string } {
  const before = prepared.get(sql);
  if (before) return before;
  let n = 0;
  const text = sql.replace(/\?/g, () => `$${++n}`);
  if (prepared.size >= MOST_PREPARED) return { text };
  const made = { text, name: `werkgraaf-${prepared.size}` };
  prepared.set(sql, made);
  return made;
}

/**
 * Reads rows by a prepared statement: PostgreSQL parses and plans it once a connection, and nobody writes its values
 * into the text. Within a transaction the rows are read there.
 * @param sql `?` for each value; a list is one value, to be cast (`= any(?::uuid[])`)
 * @returns the rows as lists of values, in the order of the columns
 */
export async function selectValues(em: EntityManager, sql: string, values: unknown[]): Promise<unknown[][]> {
  if (em.isInTransaction()) return (await inTransaction(em, sql, values)).map((row) => Object.values(row));
  const connections = connectionsOf(em);
  connections.tell?.(sql);
  const pool = await connections.pool;
  return (await pool.query({ ...preparedIn(connections, sql), values, rowMode: 'array' })).rows as unknown[][];
}

/** As `selectValues`, each row an object by the names of the columns. */
export async function select<T extends object>(em: EntityManager, sql: string, values: unknown[]): Promise<T[]> {
  if (em.isInTransaction()) return inTransaction<T>(em, sql, values);
  const connections = connectionsOf(em);
  connections.tell?.(sql);
  const pool = await connections.pool;
  return (await pool.query({ ...preparedIn(connections, sql), values })).rows as T[];
}

/** The transaction's connection is MikroORM's, which writes values into the text, and knows a list only as an array's text. */
function inTransaction<T extends object>(em: EntityManager, sql: string, values: unknown[]): Promise<T[]> {
  const platform = em.getPlatform();
  const plain = values.map((value) => (Array.isArray(value) ? platform.marshallArray(value as string[]) : value));
  return em.execute<T[]>(sql, plain);
}
