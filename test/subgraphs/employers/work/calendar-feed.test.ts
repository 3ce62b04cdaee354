import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WebServer } from '../../../../runtime/web-server.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { servedBeside } from '../served-beside.js';

let one: EmployersAlone;
let server: WebServer;
const PUBLIC_URL = 'https://werkgraaf.example';

beforeAll(async () => {
  one = await employersAlone({ with: { beside: { publicUrl: PUBLIC_URL, secret: 's'.repeat(32) } } });
  server = await servedBeside(one.subgraph);
});
afterAll(async () => {
  await server?.stop(0);
  await one?.close();
});

const rotate = async (as = 'accountmanager', revokeOnly = false): Promise<string | null> =>
  (
    await one.data(
      'mutation ($input: RotateCalendarFeedInput!) { rotateCalendarFeed(input: $input) { calendarFeedUrl errors { code } } }',
      { input: { revokeOnly } },
      { as },
    )
  ).rotateCalendarFeed.calendarFeedUrl;
const here = (url: string) => url.replace(PUBLIC_URL, server.url);
const get = (url: string, init: RequestInit = {}) => fetch(here(url), init);
const mine = async (as = 'accountmanager') =>
  (await one.data('{ me { calendarFeedUrl } }', {}, { as })).me.calendarFeedUrl;
const plan = async (title: string): Promise<Data> =>
  (
    await one.data(
      'mutation ($input: AppointmentInput!) { planAppointment(input: $input) { appointment { id } errors { code } } }',
      {
        input: {
          title,
          startsAt: '2026-03-12T09:00:00Z',
          endsAt: '2026-03-12T10:00:00Z',
          attendeeIds: ['prof-01', 'prof-02'],
        },
      },
    )
  ).planAppointment.appointment;
const eventOf = (text: string, id: string) =>
  text.split('BEGIN:VEVENT').find((part) => part.includes(`UID:${id}@werkgraaf`)) ?? '';

describe('the address of one’s agenda', () => {
  test('R-096: is empty until it is asked for, is told to oneself alone, and works without a log-in', async () => {
    expect(await mine('matchmaker')).toBeNull();
    const url = await rotate('matchmaker');
    expect(url).toMatch(/^https:\/\/werkgraaf\.example\/calendar\/[\w-]{43}\.ics$/);
    expect(await mine('matchmaker')).toBe(url);
    const { professionals } = await one.data('{ professionals(text: "Bilal") { id calendarFeedUrl } }');
    expect(professionals).toEqual([{ id: 'prof-02', calendarFeedUrl: null }]);
    const answer = await get(url!);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  });

  test('R-096: is not in the database, from which nobody can read an agenda', async () => {
    const url = (await rotate())!;
    const token = /([\w-]{43})\.ics$/.exec(url)![1]!;
    const rows = await one.query('select row_to_json(f)::text as row from employers.calendar_feed f');
    const history = await one.query(
      "select after::text as row from employers.history where table_name = 'calendar_feed'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of [...rows, ...history]) expect(row).not.toContain(token);
  });

  test('R-096: stops working once there is a new one, or when it is taken away', async () => {
    const first = (await rotate())!;
    const second = (await rotate())!;
    expect(second).not.toBe(first);
    expect((await get(first)).status).toBe(404);
    expect((await get(second)).status).toBe(200);
    expect(await rotate('accountmanager', true)).toBeNull();
    expect((await get(second)).status).toBe(404);
    expect(await mine()).toBeNull();
  });

  test('R-096: stops working for who no longer works here', async () => {
    const url = (await rotate('casemanager'))!;
    await one.query("update employers.professional set active = false where id = 'prof-03'");
    expect((await get(url)).status).toBe(404);
    await one.query("update employers.professional set active = true where id = 'prof-03'");
  });

  test.each(['/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`, '/calendar/', `/calendar/${'a'.repeat(43)}`])(
    'at %s there is none',
    async (path) => {
      const answer = await get(`${PUBLIC_URL}${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toMatch(/bestaat niet/);
    },
  );

  test('asked for by two at once is one address in the end', async () => {
    const urls = await Promise.all([rotate(), rotate(), rotate()]);
    const answers = await Promise.all(urls.map((url) => get(url!)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('the agenda at that address', () => {
  test('R-096: an appointment keeps its UID, its SEQUENCE rises with a change, and called off it is CANCELLED', async () => {
    const url = (await rotate())!;
    const { id } = await plan('Evaluatie proefplaatsing');
    const read = async () => eventOf(await (await get(url)).text(), id);
    expect(await read()).toMatch(/SEQUENCE:0\r\n[\s\S]*SUMMARY:Evaluatie proefplaatsing\r\n/);
    await one.data(
      'mutation ($input: ChangeAppointmentInput!) { changeAppointment(input: $input) { errors { code } } }',
      {
        input: { id, location: 'Kantoor Zuid' },
      },
    );
    expect(await read()).toMatch(/SEQUENCE:1\r\n[\s\S]*LOCATION:Kantoor Zuid\r\n/);
    await one.data(
      'mutation ($input: CancelAppointmentInput!) { cancelAppointment(input: $input) { errors { code } } }',
      {
        input: { id },
      },
    );
    expect(await read()).toMatch(/SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED\r\n/);
  });

  test('R-096: cannot be written to', async () => {
    const answer = await get((await rotate())!, { method: 'PUT', body: 'BEGIN:VCALENDAR' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('R-244: is sent again only when it changed', async () => {
    const url = (await rotate())!;
    const first = await get(url);
    const etag = first.headers.get('etag')!;
    const again = await get(url, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await plan('Nieuw in de agenda');
    const changed = await get(url, { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
    const head = await get(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
