import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Fake } from '../../adapters/fakes.js';
import { startKvkFake } from '../../adapters/kvk/fake.js';
import type { KvkFact } from '../../adapters/kvk/facts.js';
import { readStartConfig } from '../../config.js';
import { readConfig } from '../../gateway/config.js';
import { startGraph } from '../../graph.js';
import { silent } from '../../runtime/log.js';
import { freshDatabase } from '../database.js';
import { freePort } from '../free-port.js';
import { TEST_DATA_DIR } from '../graph.js';
import { TEST_NOW } from '../subgraphs/alone.js';
import { until } from '../until.js';

let fake: Fake<KvkFact>;
beforeAll(async () => {
  fake = await startKvkFake({ port: 0 });
});
afterAll(() => fake.stop());

async function start(database: { url: string }, port: number) {
  const env = {
    NOW: TEST_NOW,
    DATABASE_URL: database.url,
    DATA_DIR: TEST_DATA_DIR,
    KVK_URL: `${fake.url}/test/api`,
    SUWI_FAKE_PORT: '0',
    SONAR_FAKE_PORT: '0',
    WERKNL_FAKE_PORT: '0',
    PORT: String(port),
  };
  return startGraph(readStartConfig(env), readConfig(env), silent);
}

const connections = async (database: Awaited<ReturnType<typeof freshDatabase>>): Promise<unknown> =>
  (
    await database.query(
      'select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
  )[0]?.n;

test('when the port is taken, the start fails and everything that had started is closed', async () => {
  const database = await freshDatabase();
  await expect(start(database, fake.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await until(async () => (await connections(database)) === 0);
  await database.drop();
});

test('when one subgraph cannot open, the start fails and the others are closed', async () => {
  const database = await freshDatabase();
  // Reporting's own tables cannot be made beside this one.
  await database.query('create schema reporting create table history ()');
  await expect(start(database, await freePort())).rejects.toThrow(/history/);
  await until(async () => (await connections(database)) === 0);
  await database.drop();
});
