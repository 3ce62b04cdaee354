import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { servedBeside } from '../served-beside.js';
import { until } from '../../../until.js';

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
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
