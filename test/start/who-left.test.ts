import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../graph.js';
import { until } from '../until.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
}, 60_000);
afterAll(() => graph.stop());

const asked = (as: string) => graph.ask('{ me { id } employers(first: 1) { totalCount } }', {}, { as });

test('R-044: a token that still holds opens nothing of employers for who was registered as gone', async () => {
  expect((await asked('matchmaker')).data.me).toEqual({ id: 'prof-02' });
  const { data } = await graph.ask(
    'mutation { setProfessionalActive(input: { professionalId: "prof-02", active: false }) { ok } }',
    {},
    { as: 'manager' },
  );
  expect(data.setProfessionalActive).toEqual({ ok: true });
  await until(async () => (await asked('matchmaker')).errors.length > 0);
  const { data: nothing, errors } = await asked('matchmaker');
  expect(nothing).toBeNull();
  expect(errors[0]).toMatchObject({
    message: expect.stringMatching(/^U bent gemeld als niet meer werkzaam/),
    extensions: { code: 'FORBIDDEN' },
  });
  expect((await asked('accountmanager')).errors).toEqual([]);
});
