import { afterEach, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../runtime/postgres/embedded-postgres.js';

const folder = mkdtempSync(join(tmpdir(), 'werkgraaf-embedded-'));
chmodSync(folder, 0o755);
let postgres: EmbeddedPostgres | undefined;
afterEach(async () => {
  await postgres?.stop();
  postgres = undefined;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgres!.url('postgres') });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

test('what was committed is there after a stop and a second start, and durability is on', async () => {
  const dataDir = join(folder, 'data');
  postgres = await startEmbeddedPostgres({ dataDir });
  expect(
    await query(
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name",
    ),
  ).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
  await query('create table kept (n int); insert into kept values (7)');
  await postgres.stop();
  postgres = await startEmbeddedPostgres({ dataDir });
  expect(await query('select n from kept')).toEqual([{ n: 7 }]);
});
