import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.js';

export interface EmbeddedDatabase {
  /** `postgresql://` address of the database. */
  url: string;
  /** Where its data stand, which may be elsewhere than asked. */
  folder: string;
  stop(): Promise<void>;
}

/** One database within a PostgreSQL of our own on `dataDir`; both are made at the first start. */
export async function embeddedDatabase(name: string, dataDir: string): Promise<EmbeddedDatabase> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (!rowCount) await client.query(`create database ${name}`);
  await client.end();
  return { url: postgres.url(name), folder: postgres.dataDir, stop: () => postgres.stop() };
}
