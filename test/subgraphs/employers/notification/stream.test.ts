import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { vanGelderen } from '../../../../demo/employers.js';
import { clock } from '../../../../runtime/clock.js';
import { silent } from '../../../../runtime/log.js';
import { startWebServer, type WebServer } from '../../../../runtime/web-server.js';
import { openNotificationFeed } from '../../../../subgraphs/employers/notification/notification-feed.js';
import { NotificationKind } from '../../../../subgraphs/employers/notification/notification.js';
import { notify } from '../../../../subgraphs/employers/notification/notify.js';
import { serveStream } from '../../../../subgraphs/employers/notification/serve-stream.js';
import { identityOf } from '../../../identity.js';
import { until } from '../../../until.js';
import { TEST_NOW } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { openStream, type EventStream } from '../event-stream.js';
import { servedBeside } from '../served-beside.js';

let one: EmployersAlone;
let server: WebServer;
const open: EventStream[] = [];

beforeAll(async () => {
  one = await employersAlone({ with: { lookEveryMs: 20 } });
  server = await servedBeside(one.subgraph);
});
afterAll(async () => {
  for (const stream of open) stream.close();
  await server?.stop(0);
  await one?.close();
});

const follow = async (
  as: string | null,
  headers: Record<string, string> = {},
  at = server.url,
): Promise<EventStream> => {
  const stream = await openStream(`${at}/notifications/stream`, { ...(as ? { 'x-as': as } : {}), ...headers });
  open.push(stream);
  if (stream.status === 200) await until(() => stream.text().includes('retry:'));
  return stream;
};
let subjects = 0;
const tell = async (recipientId: string, title: string): Promise<void> =>
  one.subgraph.database.em().transactional((em) =>
    notify(em, clock(TEST_NOW), {
      kind: NotificationKind.REGISTER_CHANGE,
      recipientIds: [recipientId],
      actorId: null,
      title,
      employerId: vanGelderen.id,
      subjectType: 'Employer',
      subjectId: `subject-${++subjects}`,
    }),
  );
const titles = (stream: EventStream) => stream.events.map(({ data }) => data.title);

describe('R-098: the stream of notifications', () => {
  test('hands on what one is told, once, and nothing that another is told', async () => {
    const [mine, other] = [await follow('manager'), await follow('analyst')];
    expect(mine.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    await tell('prof-05', 'Voor Esra');
    await tell('prof-06', 'Voor Floris');
    await until(() => mine.events.length > 0 && other.events.length > 0);
    expect([titles(mine), titles(other)]).toEqual([['Voor Esra'], ['Voor Floris']]);
    expect(mine.events[0]).toMatchObject({
      event: 'notification',
      data: {
        kind: 'REGISTER_CHANGE',
        at: '2026-03-10T08:00:00.000Z',
        employerId: vanGelderen.id,
        subjectType: 'Employer',
      },
    });
  });

  test('goes on after Last-Event-ID with what was told meanwhile, and does not repeat', async () => {
    const first = await follow('admin');
    for (const title of ['Een', 'Twee']) await tell('prof-07', title);
    await until(() => first.events.length === 2);
    first.close();
    for (const title of ['Drie', 'Vier']) await tell('prof-07', title);
    const second = await follow('admin', { 'last-event-id': first.events[0]!.id });
    await until(() => second.events.length >= 3);
    await tell('prof-07', 'Vijf');
    await until(() => second.events.length >= 4);
    expect(titles(second)).toEqual(['Twee', 'Drie', 'Vier', 'Vijf']);
  });

  test('skips nothing that was written first and committed last', async () => {
    const stream = await follow('casemanager');
    const insert = (title: string) => ({
      text: `insert into employers.notification (id, kind, at, recipient_id, title, subject_type, subject_id, occasion)
        values (gen_random_uuid(), 'REGISTER_CHANGE', now(), 'prof-03', $1, 'Employer', $1, $1)`,
      values: [title],
    });
    const clients = [new pg.Client({ connectionString: one.url }), new pg.Client({ connectionString: one.url })];
    const [slow, quick] = clients as [pg.Client, pg.Client];
    for (const client of clients) await client.connect();
    await slow.query('begin');
    await slow.query(insert('Langzaam'));
    await quick.query(insert('Snel'));
    // Long enough for several looks: what came later waits for what began earlier.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(titles(stream)).toEqual([]);
    await slow.query('commit');
    await until(() => stream.events.length === 2);
    expect(titles(stream)).toEqual(['Langzaam', 'Snel']);
    for (const client of clients) await client.end();
  });

  test('says the same in every process', async () => {
    const feed = openNotificationFeed({ database: one.subgraph.database, log: silent, everyMs: 20 });
    const elsewhere = await startWebServer(
      {
        '/notifications/stream': (q, a) => serveStream(feed)(q, a, { identity: identityOf('manager'), requestId: 'x' }),
      },
      { port: 0 },
    );
    const [here, there] = [await follow('manager'), await follow(null, {}, elsewhere.url)];
    for (let n = 0; n < 30; n++) await tell('prof-05', `Bericht ${n}`);
    await until(() => here.events.length >= 30 && there.events.length >= 30);
    expect(here.events).toEqual(there.events);
    expect(new Set(here.events.map(({ id }) => id)).size).toBe(30);
    there.close();
    feed.close();
    await elsewhere.stop(0);
  });

  test('keeps what was told while the database was out of reach', async () => {
    const database = one.subgraph.database;
    let broken = false;
    const em = () => {
      if (broken) throw new Error('no database');
      return database.em();
    };
    const feed = openNotificationFeed({ database: { ...database, em }, log: silent, everyMs: 20 });
    const got: string[] = [];
    const stop = await feed.follow('prof-04', null, ({ notification }) => got.push(notification.title));
    broken = true;
    await tell('prof-04', 'Onderweg');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(got).toEqual([]);
    broken = false;
    await until(() => got.length === 1);
    stop();
    feed.close();
  });

  test('who catches up with much keeps nobody else waiting', async () => {
    await one.query(
      `insert into employers.notification (id, kind, at, recipient_id, title, subject_type, subject_id, occasion)
       select gen_random_uuid(), 'REGISTER_CHANGE', now(), 'prof-11', 'Oud', 'Employer', n::text, n::text
       from generate_series(1, 1500) n`,
    );
    const feed = openNotificationFeed({ database: one.subgraph.database, log: silent, everyMs: 20 });
    const got: string[] = [];
    const other = await feed.follow('prof-12', null, ({ notification }) => got.push(notification.title));
    await tell('prof-12', 'Nieuw');
    const much = await feed.follow('prof-11', { transaction: '0', number: '0' }, () => got.push('Oud'));
    await until(() => got.length >= 1_501);
    expect(got.indexOf('Nieuw')).toBeLessThan(1_000);
    expect(got).toHaveLength(1_501);
    other();
    much();
    feed.close();
  });

  test('beats while there is nothing to tell, so that nothing on the way takes it for dead', async () => {
    const feed = openNotificationFeed({ database: one.subgraph.database, log: silent, everyMs: 1_000 });
    const quiet = await startWebServer(
      {
        '/notifications/stream': (q, a) =>
          serveStream(feed, 20)(q, a, { identity: identityOf('prof-08'), requestId: 'x' }),
      },
      { port: 0 },
    );
    const stream = await follow(null, {}, quiet.url);
    await until(
      () =>
        stream
          .text()
          .split('\n')
          .filter((line) => line === ':').length >= 3,
    );
    expect(stream.events).toEqual([]);
    stream.close();
    feed.close();
    await quiet.stop(0);
  });

  test('R-044: ends for who leaves, goes on for others, and is refused when asked for again', async () => {
    const active = (now: boolean) =>
      one.query("update employers.professional set active = $1 where id = 'prof-08'", [now]);
    const [stream, other] = [await follow('prof-08'), await follow('manager')];
    let ended = false;
    void stream.ended.then(() => (ended = true));
    await active(false);
    await until(() => ended);
    expect((await follow('prof-08')).status).toBe(403);
    await tell('prof-05', 'Nog hier');
    await until(() => titles(other).includes('Nog hier'));
    await active(true);
  });

  test.each([
    ['without a log-in', null, {}, 401],
    ['after a place of no stream', 'manager', { 'last-event-id': 'gisteren' }, 400],
    ['after a place beyond all numbers', 'manager', { 'last-event-id': '99999999999999999999-1' }, 400],
  ])('is refused %s', async (_, as, headers, status) => {
    expect((await follow(as, headers as Record<string, string>)).status).toBe(status);
  });
});
