import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** One statement of the server's owner, outside every database of a test. */
async function admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = process.env.TEST_DATABASE_SERVER;
  if (!server) throw new Error('TEST_DATABASE_SERVER is set by test/global-setup.js');
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  return work(client).finally(() => client.end());
}

const addressOf = (name: string): string => process.env.TEST_DATABASE_SERVER!.replace('/postgres?', `/${name}?`);

/**
 * The name of a database that `fill` filled, once in a run, for others to be copied from: copying takes a fraction of the
 * filling. `fill` leaves no connection open.
 */
export async function templateDatabase(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  return admin(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) {
      await client.query(`drop database if exists ${name}_filling with (force)`);
      await client.query(`create database ${name}_filling`);
      await fill(addressOf(`${name}_filling`));
      await client.query(`alter database ${name}_filling rename to ${name}`);
    }
    return name;
  });
}

/** A new database in the run's PostgreSQL, empty or a copy of `template`. `drop` removes it, whoever is still connected. */
export async function freshDatabase(template?: string): Promise<{
  url: string;
  drop(): Promise<void>;
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await admin((client) => client.query(`create database ${name}${template ? ` template ${template}` : ''}`));
  const url = addressOf(name);
  return {
    url,
    async drop() {
      await admin((client) => client.query(`drop database if exists ${name} with (force)`));
    },
    async query(sql, values = []) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return (await client.query(sql, values).finally(() => client.end())).rows;
    },
  };
}
