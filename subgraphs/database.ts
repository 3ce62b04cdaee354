import { MikroORM, type EntityManager, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import pg from 'pg';
import type { Logger } from '../runtime/log.js';
import type { SubgraphMigration } from './migration.js';

export type { EntityManager };

export interface DatabaseOptions {
  /** `postgresql://` address of the database that all subgraphs share, as its owner. */
  url: string;
  /** The PostgreSQL schema of this subgraph, named as the subgraph. */
  schema: string;
  entities: NonNullable<Options['entities']>;
  migrations: SubgraphMigration[];
  log: Logger;
  /** Told the text of every statement, for tests that count them. */
  onStatement?: (sql: string) => void;
  /** Most connections at once. Default 10. */
  connections?: number;
}

export interface Database {
  orm: MikroORM;
  /** A unit of work of its own, for one request. */
  em(): EntityManager;
  /** Whether the database answers now. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** The role the program works under: it reads and writes records, and may not delete or truncate any. */
export const APP_ROLE = 'werkgraaf_app';

/** A connection that nobody used this long is closed. */
const IDLE_MS = 300_000;

/** Advisory lock under which migrations run, so that several processes may start at once. */
const MIGRATION_LOCK = 7_203_114;

/** A connection as the owner of the tables, for set-up alone. */
export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the role when the server has none. Roles belong to the whole server: another database may make it right now. */
export async function ensureRole(client: pg.Client): Promise<void> {
  await client.query(
    `do $$ begin create role ${APP_ROLE} nologin; exception when duplicate_object or unique_violation then null; end $$`,
  );
  await client.query(
    `do $$ begin execute format('grant ${APP_ROLE} to %I', current_user); exception when unique_violation then null; end $$`,
  );
}

async function prepare(client: pg.Client, schema: string): Promise<void> {
  await ensureRole(client);
  await client.query(`create schema if not exists ${schema}`);
  await client.query(`grant usage on schema ${schema} to ${APP_ROLE}`);
}

async function grant(client: pg.Client, schema: string): Promise<void> {
  await client.query(`grant select, insert, update on all tables in schema ${schema} to ${APP_ROLE}`);
  await client.query(`grant usage, select on all sequences in schema ${schema} to ${APP_ROLE}`);
  await client.query(`revoke insert, update on ${schema}.history from ${APP_ROLE}`);
}

async function isCurrent(client: pg.Client, { schema, migrations }: DatabaseOptions): Promise<boolean> {
  const known = await client.query('select to_regclass($1) as name', [`${schema}.mikro_orm_migrations`]);
  if (!known.rows[0]?.name) return false;
  const done = new Set(
    (await client.query(`select name from ${schema}.mikro_orm_migrations`)).rows.map((row) => row.name as string),
  );
  return migrations.every((migration) => done.has(migration.name));
}

const common = ({ url, schema, entities }: DatabaseOptions): Options => ({
  dbName: databaseName(url),
  // pg reads the address itself: MikroORM does not take one that goes over a Unix socket.
  driverOptions: { connectionString: url },
  schema,
  entities,
  allowGlobalContext: false,
  forceUtcTimezone: true,
});

/** The name of the database in a `postgresql://` address. */
const databaseName = (url: string): string => decodeURIComponent(/^[a-z]+:\/\/[^/]*\/([^?]*)/.exec(url)?.[1] ?? '');

async function migrate(options: DatabaseOptions): Promise<void> {
  const orm = await MikroORM.init({
    ...common(options),
    extensions: [Migrator],
    migrations: { migrationsList: options.migrations, schema: options.schema, snapshot: false, silent: true },
    pool: { min: 0, max: 2 },
  });
  try {
    const done = await orm.migrator.up();
    options.log.info({ schema: options.schema, migrations: done.map((m) => m.name) }, 'tables brought up to date');
  } finally {
    await orm.close(true);
  }
}

/** Brings the subgraph's tables up to date and opens them under the role that may not delete. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  await asOwner(options.url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepare(client, options.schema);
    if (!(await isCurrent(client, options))) await migrate(options);
    // Always: a process may have been stopped between its migrations and its grants.
    await grant(client, options.schema);
  });
  const orm = await MikroORM.init({
    ...common(options),
    // What is prepared lives as long as its connection.
    pool: { min: 0, max: options.connections ?? 10, idleTimeoutMillis: IDLE_MS },
    driverOptions: {
      connectionString: options.url,
      // Many small questions at once: starting workers for one of them takes longer than they save.
      options: `-c role=${APP_ROLE} -c search_path=${options.schema},public -c max_parallel_workers_per_gather=0`,
      application_name: `werkgraaf ${options.schema}`,
    },
    ...(options.onStatement ? { debug: ['query'], highlighter: undefined, logger: options.onStatement } : {}),
  } as Options);
  // Now, not at the first question: until then the database would not count as ready.
  await orm.connect();
  return {
    orm,
    em: () => orm.em.fork(),
    ready: () => orm.isConnected(),
    close: () => orm.close(true),
  };
}
