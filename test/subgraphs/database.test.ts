import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { silent, type Logger } from '../../runtime/log.js';
import type { Database } from '../../subgraphs/database.js';
import { migration } from '../../subgraphs/migration.js';
import { freshDatabase } from '../database.js';
import { openTrial, Thing, trialMigrations } from './trial.js';

let server: Awaited<ReturnType<typeof freshDatabase>>;
const opened: Database[] = [];

beforeEach(async () => {
  server = await freshDatabase();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await server.drop();
});

const open = async (more: Parameters<typeof openTrial>[1] = {}): Promise<Database> => {
  const database = await openTrial(server.url, more);
  opened.push(database);
  return database;
};
const applied = async (schema = 'trial') =>
  (await server.query(`select name from ${schema}.mikro_orm_migrations order by id`)).map((row) => row.name);

/** A log that remembers which migrations were told. */
function remembering(): { log: Logger; told: string[][] } {
  const told: string[][] = [];
  const info = (fields: { migrations?: string[] }) => void (fields.migrations && told.push(fields.migrations));
  return { log: Object.assign(Object.create(silent), { info }) as Logger, told };
}

describe('migrations', () => {
  test('run once when several processes open at the same time', async () => {
    const { log, told } = remembering();
    const databases = await Promise.all(Array.from({ length: 5 }, () => open({ log })));
    expect(told).toEqual([['0001-trial']]);
    expect(await applied()).toEqual(['0001-trial']);
    for (const database of databases) expect(await database.em().count(Thing)).toBe(0);
  });

  test('of several subgraphs that open at the same time go to their own schemas', async () => {
    await Promise.all(['trial', 'other', 'third'].map((schema) => open({ schema })));
    for (const schema of ['trial', 'other', 'third']) expect(await applied(schema)).toEqual(['0001-trial']);
  });

  test('run only as far as they are new, and keep what is there', async () => {
    const first = await open();
    await first.em().insert(Thing, { id: '1', name: 'een' });
    const { log, told } = remembering();
    const more = migration('0002-colour', 'alter table thing add colour text');
    const second = await open({ migrations: [...trialMigrations, more], log });
    expect(told).toEqual([['0002-colour']]);
    expect(await second.em().count(Thing)).toBe(1);
    await open({ migrations: [...trialMigrations, more], log });
    expect(told).toHaveLength(1);
  });

  test('that fail leave nothing, and go through once they are mended', async () => {
    const broken = migration('0002-colour', 'alter table thing add colour text', 'alter table nothing add x text');
    await expect(open({ migrations: [...trialMigrations, broken] })).rejects.toThrow('nothing');
    const columns = `select from information_schema.columns where table_schema = 'trial' and column_name = 'colour'`;
    expect(await server.query(columns)).toEqual([]);
    await open({ migrations: [...trialMigrations, migration('0002-colour', 'alter table thing add colour text')] });
    expect(await server.query(columns)).toHaveLength(1);
  });

  test('are finished by the next process when the first was stopped before it gave its grants', async () => {
    await open();
    await server.query('revoke all on all tables in schema trial from werkgraaf_app');
    const database = await open();
    await database.em().insert(Thing, { id: '1', name: 'een' });
    await expect(database.em().execute('insert into history (hash) values (null)')).rejects.toThrow(
      'permission denied',
    );
  });
});

test('the program works under the role that may not delete, in its own schema', async () => {
  const database = await open();
  const [row] = await database
    .em()
    .execute<{ who: string; schema: string }[]>('select current_user as who, current_schema() as schema');
  expect(row).toEqual({ who: 'werkgraaf_app', schema: 'trial' });
});

test('every statement is told to who listens', async () => {
  const statements: string[] = [];
  const database = await open({ onStatement: (sql) => statements.push(sql) });
  statements.length = 0;
  await database.em().find(Thing, { name: 'een' });
  expect(statements).toHaveLength(1);
  expect(statements[0]).toContain('from "trial"."thing"');
});

test('a database that does not answer is not ready', async () => {
  const database = await open();
  expect(await database.ready()).toBe(true);
  await server.drop();
  expect(await database.ready()).toBe(false);
});
