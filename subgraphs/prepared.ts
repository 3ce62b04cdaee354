import type pg from 'pg';
import type { EntityManager } from './database.js';

/** Distinct texts that connections keep prepared; filters make a bounded number of them. */
const MOST_PREPARED = 500;

/** As PostgreSQL takes it: values by number, and the name it is prepared under. */
interface Statement {
  text: string;
  name?: string;
}

/** What one subgraph's connections share. */
interface Connections {
  pool: Promise<pg.Pool>;
  /** By the text with question marks. */
  statements: Map<string, Statement>;
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
    statements: new Map(),
    tell: logger.isEnabled('query') ? (query) => logger.logQuery({ query, level: 'info' }) : null,
  };
  made.pool.catch(() => known.delete(driver));
  known.set(driver, made);
  return made;
}

function statementOf({ statements }: Connections, sql: string): Statement {
  const before = statements.get(sql);
  if (before) return before;
  let n = 0;
  const text = sql.replace(/\?/g, () => `$${++n}`);
  if (statements.size >= MOST_PREPARED) return { text };
  const made = { text, name: `werkgraaf-${statements.size}` };
  statements.set(sql, made);
  return made;
}

/**
 * The rows of a prepared statement: PostgreSQL parses and plans it once a connection, and nobody writes its values into
 * the text. Within a transaction it is sent there.
 * @param sql `?` for each value; a list is one value, to be cast (`= any(?::uuid[])`)
 * @returns the rows as lists of values, in the order of the columns
 */
export async function preparedValues(em: EntityManager, sql: string, values: unknown[]): Promise<unknown[][]> {
  if (em.isInTransaction()) return (await inTransaction(em, sql, values)).map((row) => Object.values(row));
  const connections = connectionsOf(em);
  connections.tell?.(sql);
  const pool = await connections.pool;
  return (await pool.query({ ...statementOf(connections, sql), values, rowMode: 'array' })).rows as unknown[][];
}

/** As `preparedValues`, each row an object by the names of the columns. */
export async function prepared<T extends object>(em: EntityManager, sql: string, values: unknown[]): Promise<T[]> {
  if (em.isInTransaction()) return inTransaction<T>(em, sql, values);
  const connections = connectionsOf(em);
  connections.tell?.(sql);
  const pool = await connections.pool;
  return (await pool.query({ ...statementOf(connections, sql), values })).rows as T[];
}

/** The transaction's connection is MikroORM's, which writes values into the text, and knows a list only as an array's text. */
function inTransaction<T extends object>(em: EntityManager, sql: string, values: unknown[]): Promise<T[]> {
  const platform = em.getPlatform();
  const plain = values.map((value) => (Array.isArray(value) ? platform.marshallArray(value as string[]) : value));
  return em.execute<T[]>(sql, plain);
}
