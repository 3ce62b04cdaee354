import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A new empty database in the run's PostgreSQL. `drop` removes it, whoever is still connected. */
export async function freshDatabase(): Promise<{
  url: string;
  drop(): Promise<void>;
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}> {
  const server = process.env.TEST_DATABASE_SERVER;
  if (!server) throw new Error('TEST_DATABASE_SERVER is set by test/global-setup.js');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = server.replace('/postgres?', `/${name}?`);
  return {
    url,
    drop: () => admin(`drop database if exists ${name} with (force)`),
    async query(sql, values = []) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return (await client.query(sql, values).finally(() => client.end())).rows;
    },
  };
}
