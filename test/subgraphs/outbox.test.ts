import { beforeEach, afterEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { silent } from '../../runtime/log.js';
import type { Database } from '../../subgraphs/database.js';
import type { Event } from '../../subgraphs/events.js';
import { openOutbox, type Outbox } from '../../subgraphs/outbox.js';
import { freshDatabase } from '../database.js';
import { until } from '../until.js';
import { openTrial } from './trial.js';

let server: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;
let outbox: Outbox;
const open: Outbox[] = [];

const openOne = async (limit = 2): Promise<Outbox> => {
  const one = await openOutbox({ url: server.url, log: silent, supervise: false, retry: { limit, delay: 0 } });
  open.push(one);
  return one;
};

/** What the transactions of these tests tell of: the employers by number. */
const tell = async (...employers: string[]): Promise<void> => {
  await database.em().transactional(async (em) => {
    for (const employerId of employers) await publish(em, employerId);
  });
};
const publish = (em: Parameters<Outbox['publish']>[0], employerId: string) =>
  outbox.publish(em, {
    type: 'employer.registered',
    occurredOn: '2026-03-10',
    recordedAt: new Date('2026-03-10T08:00:00Z'),
    actorId: 'prof-01',
    data: { employerId, regionId: 'rijnmond', tradeName: 'Bedrijf', kvkNumber: null },
  });
const employerIn = (event: Event) => (event.data as { employerId: string }).employerId;
const dead = async () =>
  (
    await server.query(`select data->'data'->>'employerId' as employer from outbox.job where name = 'reporting-dead'`)
  ).map(({ employer }) => employer);

beforeEach(async () => {
  server = await freshDatabase();
  database = await openTrial(server.url);
  outbox = await openOne();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await database.close();
  await server.drop();
});

describe('an event goes out if and only if its transaction commits', () => {
  test('it is there after the commit, together with the record', async () => {
    await database.em().transactional(async (em) => {
      await em.execute(`insert into thing values ('1', 'een')`);
      await publish(em, 'e-1');
      expect(await outbox.waiting('reporting')).toBe(0);
    });
    expect(await outbox.waiting('reporting')).toBe(1);
    expect(await server.query('select id from trial.thing')).toHaveLength(1);
  });

  test('it is gone with a transaction that fails, after it was put on', async () => {
    const failing = database.em().transactional(async (em) => {
      await em.execute(`insert into thing values ('1', 'een')`);
      await publish(em, 'e-1');
      throw new Error('after all not');
    });
    await expect(failing).rejects.toThrow('after all not');
    expect(await outbox.waiting('reporting')).toBe(0);
    expect(await server.query('select id from trial.thing')).toHaveLength(0);
  });
});

describe('an event is handed over', () => {
  test('whole, with an id of its own', async () => {
    const handled: Event[] = [];
    await tell('e-1', 'e-2', 'e-3');
    await outbox.consume('reporting', async (event) => void handled.push(event));
    await until(() => handled.length === 3);
    expect(handled.map(employerIn).sort()).toEqual(['e-1', 'e-2', 'e-3']);
    expect(new Set(handled.map(({ id }) => id)).size).toBe(3);
    expect(handled.find((event) => employerIn(event) === 'e-1')).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      type: 'employer.registered',
      occurredOn: '2026-03-10',
      recordedAt: '2026-03-10T08:00:00.000Z',
      actorId: 'prof-01',
      data: { employerId: 'e-1', regionId: 'rijnmond', tradeName: 'Bedrijf', kvkNumber: null },
    });
    await until(async () => (await outbox.waiting('reporting')) === 0);
  });

  test('again, as the same event, when it could not be handled', async () => {
    const seen: string[] = [];
    await outbox.consume('reporting', async ({ id }) => {
      seen.push(id);
      if (seen.length === 1) throw new Error('not now');
    });
    await tell('e-1');
    await until(() => seen.length === 2);
    expect(seen[1]).toBe(seen[0]);
    await until(async () => (await outbox.waiting('reporting')) === 0);
    expect(await dead()).toEqual([]);
  });

  test('after a restart, when it still waited', async () => {
    await tell('e-1', 'e-2');
    await outbox.close();
    const handled: string[] = [];
    outbox = await openOne();
    await outbox.consume('reporting', async (event) => void handled.push(employerIn(event)));
    await until(() => handled.length === 2);
    expect(handled.sort()).toEqual(['e-1', 'e-2']);
  });

  test('to one of two processes', async () => {
    const handled: string[] = [];
    const ids = Array.from({ length: 120 }, () => randomUUID());
    for (const one of [outbox, await openOne()])
      await one.consume('reporting', async (event) => void handled.push(employerIn(event)));
    await tell(...ids);
    await until(async () => (await outbox.waiting('reporting')) === 0);
    expect(handled.sort()).toEqual(ids.sort());
  });
});

test('a poisonous event ends in the dead letters, and its neighbours do not', async () => {
  const handled: string[] = [];
  let tries = 0;
  await tell('e-1', 'poison', 'e-3');
  await outbox.consume('reporting', async (event) => {
    if (employerIn(event) === 'poison' && ++tries) throw new Error('cannot');
    handled.push(employerIn(event));
  });
  await until(async () => (await dead()).length === 1 && handled.length === 2);
  expect(await dead()).toEqual(['poison']);
  expect(tries).toBe(3);
  expect(handled.sort()).toEqual(['e-1', 'e-3']);
  expect(await outbox.waiting('reporting')).toBe(0);
});

test('what went wrong is kept by its name, without what the error said', async () => {
  await tell('e-1');
  await outbox.consume('reporting', async () => {
    throw new TypeError('about 123456782');
  });
  await until(async () => (await dead()).length === 1);
  const rows = await server.query('select * from outbox.job');
  expect(JSON.stringify(rows)).toContain('TypeError');
  expect(JSON.stringify(rows)).not.toContain('123456782');
});

test('who closed is not ready any more', async () => {
  expect(await outbox.ready()).toBe(true);
  await outbox.close();
  expect(await outbox.ready()).toBe(false);
});
