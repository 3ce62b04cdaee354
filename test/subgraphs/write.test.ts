import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { clock } from '../../runtime/clock.js';
import { silent } from '../../runtime/log.js';
import type { Context } from '../../subgraphs/context.js';
import type { Database, EntityManager } from '../../subgraphs/database.js';
import { refused, written } from '../../subgraphs/payload.js';
import { userError } from '../../subgraphs/user-error.js';
import { write } from '../../subgraphs/write.js';
import { freshDatabase } from '../database.js';
import { identityOf } from '../identity.js';
import { openTrial } from './trial.js';

let server: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;

beforeAll(async () => {
  server = await freshDatabase();
  database = await openTrial(server.url);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

const contextOf = (idempotencyKey?: string, as = 'accountmanager'): Context => ({
  em: database.em(),
  identity: identityOf(as),
  requestId: 'test',
  idempotencyKey,
  clock: clock('2026-03-10T09:00:00+01:00'),
  publish: async () => {},
  log: silent,
});

const add = async (em: EntityManager, name: string) => {
  const id = randomUUID();
  await em.execute('insert into thing (id, name) values (?, ?)', [id, name]);
  return written(id);
};
const things = (name: string) => server.query('select * from trial.thing where name = $1', [name]);

let name: string;
let key: string;
beforeEach(() => {
  name = randomUUID();
  key = randomUUID();
});

describe('with an Idempotency-Key', () => {
  test('a request sent a hundred times at once is carried out once and answered alike', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => write(contextOf(key), 'addThing', { name }, (em) => add(em, name))),
    );
    const [row] = await things(name);
    expect(await things(name)).toHaveLength(1);
    expect(answers).toEqual(Array.from({ length: 100 }, () => ({ id: row?.id, notices: [], errors: [] })));
  });

  test('the fields of the same request may come in another order', async () => {
    const first = await write(contextOf(key), 'addThing', { name, at: { b: 1, a: 2 } }, (em) => add(em, name));
    const again = await write(contextOf(key), 'addThing', { at: { a: 2, b: 1 }, name }, (em) => add(em, name));
    expect(again).toEqual(first);
  });

  test('another request under the same key is refused, and does nothing', async () => {
    await write(contextOf(key), 'addThing', { name }, (em) => add(em, name));
    await expect(write(contextOf(key), 'addThing', { name, note: 'x' }, (em) => add(em, name))).rejects.toMatchObject({
      extensions: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await things(name)).toHaveLength(1);
  });

  test('the key of somebody else, or of another mutation, is another key', async () => {
    await write(contextOf(key), 'addThing', { name }, (em) => add(em, name));
    await write(contextOf(key, 'matchmaker'), 'addThing', { name }, (em) => add(em, name));
    await write(contextOf(key), 'addOtherThing', { name, note: 'x' }, (em) => add(em, name));
    expect(await things(name)).toHaveLength(3);
  });

  test.each<[string, (em: EntityManager) => Promise<ReturnType<typeof written>>]>([
    ['refused', async () => refused(userError('TOO_SHORT', ['input', 'name'], 'Te kort.'))],
    [
      'failed',
      async () => {
        throw new Error('the disk is full');
      },
    ],
  ])('what was %s leaves nothing, and the key is free for the request put right', async (_, end) => {
    const tried = write(contextOf(key), 'addThing', { name: '' }, async (em) => {
      await add(em, name);
      return end(em);
    });
    await tried.then(
      (outcome) => expect(outcome).toMatchObject({ id: null, errors: [{ code: 'TOO_SHORT' }] }),
      (error) => expect(error).toMatchObject({ message: 'the disk is full' }),
    );
    expect(await things(name)).toEqual([]);
    expect(await server.query('select from trial.answered_write where key = $1', [key])).toEqual([]);
    await write(contextOf(key), 'addThing', { name }, (em) => add(em, name));
    expect(await things(name)).toHaveLength(1);
  });
});

test('without a key, every request is carried out', async () => {
  await write(contextOf(), 'addThing', { name }, (em) => add(em, name));
  await write(contextOf(), 'addThing', { name }, (em) => add(em, name));
  expect(await things(name)).toHaveLength(2);
});

test('many writers at once, who also read, do not wait for each other for ever', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, () => {
      const context = contextOf(randomUUID());
      return write(context, 'addThing', { name }, async (em) => {
        const outcome = await add(em, name);
        // Another unit of work of the same request, as a loader is that was made before the transaction.
        await new Promise((resolve) => setTimeout(resolve, 5));
        await context.em.execute('select count(*) from thing');
        await database.em().execute('select pg_sleep(0.001)');
        return outcome;
      });
    }),
  );
  expect(new Set(outcomes.map(({ id }) => id)).size).toBe(60);
});

test('of two writes that wait for each other both are carried out, each once', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  for (const id of [first, second])
    await server.query('insert into trial.thing (id, name) values ($1, $2)', [id, name]);
  const both = { waiting: 0, go: () => {} };
  const met = new Promise<void>((done) => (both.go = done));
  const tries = { count: 0 };
  const swap = (one: string, other: string) =>
    write(contextOf(), 'swapThings', { one, other }, async (em) => {
      tries.count += 1;
      await em.execute("update thing set name = name || '+' where id = ?", [one]);
      if (++both.waiting === 2) both.go();
      await met;
      await em.execute("update thing set name = name || '+' where id = ?", [other]);
      return written(one);
    });
  const answers = await Promise.all([swap(first, second), swap(second, first)]);
  expect(answers.map(({ errors }) => errors)).toEqual([[], []]);
  expect(tries.count).toBe(3);
  expect(await things(`${name}++`)).toHaveLength(2);
});

test('nobody who did not log in writes', async () => {
  const context = { ...contextOf(), identity: null };
  await expect(write(context, 'addThing', { name }, (em) => add(em, name))).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

describe('the history of a record', () => {
  const CHAIN = `select table_name, operation, actor_id, before->>'note' as was, after->>'note' as became,
    hash = encode(sha256(convert_to(coalesce(lag(hash) over (order by id), '') || after::text, 'UTF8')), 'hex') as whole
    from trial.history where record_id = $1 order by id`;

  const note = (id: unknown, text: string, as?: string) =>
    write(contextOf(undefined, as), 'noteThing', { id, text }, async (em) => {
      await em.execute('update thing set note = ? where id = ?', [text, id]);
      return written(String(id));
    });

  test('tells who did what, in a chain in which every link holds the one before', async () => {
    const { id } = await write(contextOf(), 'addThing', { name }, (em) => add(em, name));
    await note(id, 'een', 'matchmaker');
    await note(id, 'een');
    await note(id, 'twee');
    expect(await server.query(CHAIN, [id])).toEqual([
      { table_name: 'thing', operation: 'insert', actor_id: 'prof-01', was: null, became: null, whole: true },
      { table_name: 'thing', operation: 'update', actor_id: 'prof-02', was: null, became: 'een', whole: true },
      { table_name: 'thing', operation: 'update', actor_id: 'prof-01', was: 'een', became: 'twee', whole: true },
    ]);
  });

  test('stays whole when many change the record at once', async () => {
    const { id } = await write(contextOf(), 'addThing', { name }, (em) => add(em, name));
    await Promise.all(Array.from({ length: 25 }, (_, n) => note(id, `${n}`)));
    const links = await server.query(CHAIN, [id]);
    expect(links).toHaveLength(26);
    expect(links.every(({ whole }) => whole)).toBe(true);
    // Each change began where the one before ended.
    expect(links.slice(1).map(({ was }) => was)).toEqual(links.slice(0, -1).map(({ became }) => became));
  });

  test('shows it when somebody with power over the database changes the past', async () => {
    const { id } = await write(contextOf(), 'addThing', { name }, (em) => add(em, name));
    await note(id, 'een');
    await server.query('alter table trial.history disable trigger history_is_append_only');
    await server.query(
      `update trial.history set after = after || '{"name":"x"}' where record_id = $1 and operation = 'insert'`,
      [id],
    );
    await server.query('alter table trial.history enable trigger history_is_append_only');
    expect((await server.query(CHAIN, [id])).map(({ whole }) => whole)).toEqual([false, true]);
  });

  test.each(['update trial.history set actor_id = null', 'delete from trial.history', 'truncate trial.history'])(
    'is append-only, for the owner of the tables as well: %s',
    async (sql) => {
      await expect(server.query(sql)).rejects.toThrow('history is append-only');
    },
  );
});

test.each([
  'delete from thing',
  'truncate thing',
  'delete from answered_write',
  `insert into history (table_name, record_id, operation, after, hash) values ('thing', '1', 'insert', '{}', '')`,
  'update history set actor_id = null',
  'alter table thing disable trigger keep_history',
  'drop table thing',
  'create table mine (id text)',
])('the role that the program works under may not: %s', async (sql) => {
  await expect(database.em().execute(sql)).rejects.toThrow(/permission denied|must be owner/);
});
