import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clock } from '../../../../runtime/clock.js';
import { silent } from '../../../../runtime/log.js';
import { tellWhoLeft } from '../../../../subgraphs/employers/organisation/who-left.js';
import type { Event } from '../../../../subgraphs/events.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { TEST_NOW } from '../../alone.js';
import { servedBeside } from '../served-beside.js';
import { until } from '../../../until.js';

let graph: EmployersAlone;
/** What the other subgraphs are told. */
const told: Event[] = [];
const toldOf = (professionalId: string) =>
  told.filter(({ data }) => 'professionalId' in data && data.professionalId === professionalId);
beforeAll(async () => {
  graph = await employersAlone();
  await graph.outbox.consume('jobseekers', async (event) => void told.push(event));
  await graph.query("update employers.professional set active = false where id = 'prof-02'");
});
afterAll(() => graph.close());

const REFUSED = [
  {
    message: expect.stringMatching(/^U bent gemeld als niet meer werkzaam\. Vraag het management/),
    extensions: { code: 'FORBIDDEN' },
  },
];
const me = (as: string) => graph.ask('{ me { id } }', {}, { as });

test.each([
  ['a question', '{ employers(first: 1) { totalCount } }'],
  ['a change', 'mutation { markNotificationsRead(input: { ids: [] }) { ok } }'],
  ['what the gateway asks on behalf of others', '{ _entities(representations: []) { __typename } }'],
])('R-044: %s of somebody who left is refused clearly, whatever the token says', async (_, operation) => {
  const { data, errors } = await graph.ask(operation, {}, { as: 'matchmaker' });
  expect(data).toBeUndefined();
  expect(errors).toMatchObject(REFUSED);
});

test('R-044: notifications are not streamed to somebody who left', async () => {
  const served = await servedBeside(graph.subgraph);
  const answer = await fetch(`${served.url}/notifications/stream`, { headers: { 'x-as': 'matchmaker' } });
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('niet meer werkzaam')]);
  await served.stop();
});

test('R-044: others are answered, and who is back is soon let in again', async () => {
  expect((await me('accountmanager')).errors).toBeUndefined();
  const { setProfessionalActive } = await graph.data(
    `mutation { setProfessionalActive(input: { professionalId: "prof-02", active: true }) { ok errors { code } } }`,
    {},
    { as: 'manager' },
  );
  expect(setProfessionalActive).toEqual({ ok: true, errors: [] });
  await until(async () => !(await me('matchmaker')).errors);
});

test('R-044: who is registered as gone is refused within a few seconds', async () => {
  await graph.data(
    `mutation { setProfessionalActive(input: { professionalId: "prof-03", active: false }) { ok } }`,
    {},
    { as: 'manager' },
  );
  await until(async () => Boolean((await me('casemanager')).errors));
  expect((await me('casemanager')).errors).toMatchObject(REFUSED);
});

test('R-044: leaving and coming back are told to the other subgraphs, by id and version, and a refused change is not', async () => {
  const set = async (professionalId: string, active: boolean, as = 'manager') =>
    (
      await graph.ask(
        'mutation ($in: SetProfessionalActiveInput!) { setProfessionalActive(input: $in) { ok errors { code } } }',
        { in: { professionalId, active } },
        { as },
      )
    ).data?.setProfessionalActive;
  expect(await set('prof-04', false)).toMatchObject({ ok: true });
  expect(await set('prof-04', false)).toMatchObject({ ok: false, errors: [{ code: 'NOTHING_CHANGED' }] });
  expect(await set('prof-04', true)).toMatchObject({ ok: true });
  await until(() => toldOf('prof-04').length >= 2);
  const [{ version }] = (await graph.query("select version from employers.professional where id = 'prof-04'")) as [
    { version: number },
  ];
  expect(toldOf('prof-04').map(({ type, actorId, data }) => ({ type, actorId, data }))).toEqual([
    {
      type: 'professional.changed',
      actorId: 'prof-05',
      data: { professionalId: 'prof-04', active: false, version: version - 1 },
    },
    { type: 'professional.changed', actorId: 'prof-05', data: { professionalId: 'prof-04', active: true, version } },
  ]);
});

test('R-044: when employers starts, the other subgraphs are told again who left before', async () => {
  await graph.query("update employers.professional set active = false, version = 7 where id = 'prof-08'");
  await tellWhoLeft({
    database: graph.subgraph.database,
    clock: clock(TEST_NOW),
    publish: graph.outbox.publish,
    log: silent,
  });
  await until(() => toldOf('prof-08').length > 0);
  expect(toldOf('prof-08')).toMatchObject([
    { actorId: null, data: { professionalId: 'prof-08', active: false, version: 7 } },
  ]);
});
