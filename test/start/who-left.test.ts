import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { requestToken } from '../../gateway/issuer/request-token.js';
import { startTestGraph, type TestGraph } from '../graph.js';
import { until } from '../until.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

const TOLD = /^U bent gemeld als niet meer werkzaam/;
const OF_EACH = {
  employers: '{ me { id } employers(first: 1) { totalCount } }',
  vacancies: '{ vacancies(first: 1) { totalCount } }',
  jobseekers: '{ jobseekers(purpose: "lijst", first: 1) { totalCount } }',
  reporting: '{ npsReport(from: "2026-01-01", to: "2026-02-01") { responses } }',
};
const OF_ALL = `{ ${Object.values(OF_EACH)
  .map((one) => one.slice(1, -1))
  .join(' ')} }`;
const asked = (question: string, as = 'matchmaker') => graph.ask(question, {}, { as });
const setActive = async (active: boolean): Promise<void> => {
  const { data } = await graph.ask(
    `mutation { setProfessionalActive(input: { professionalId: "prof-02", active: ${active} }) { ok } }`,
    {},
    { as: 'manager' },
  );
  expect(data.setProfessionalActive).toEqual({ ok: true });
};

test('R-044: a token that still holds opens nothing of any subgraph for who was registered as gone', async () => {
  const { data, errors } = await asked(OF_ALL);
  expect([data.me, errors]).toEqual([{ id: 'prof-02' }, []]);
  await setActive(false);
  for (const question of Object.values(OF_EACH)) await until(async () => (await asked(question)).errors.length > 0);
});

test.each(Object.entries(OF_EACH))('R-044: who left is told so by %s', async (source, question) => {
  const { data, errors } = await asked(question);
  expect(data).toBeNull();
  expect(errors).toEqual([
    {
      message: expect.stringMatching(TOLD),
      extensions: { code: 'FORBIDDEN', source, requestId: expect.any(String) },
    },
  ]);
  expect((await asked(question, 'accountmanager')).errors).toEqual([]);
});

test('R-044: who left and asks all four is told so once', async () => {
  const { data, errors } = await asked(OF_ALL);
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ message: expect.stringMatching(TOLD), extensions: { code: 'FORBIDDEN' } });
  expect((await asked(OF_ALL, 'accountmanager')).errors).toEqual([]);
});

test('R-044: who left is given no token, and who is back is given one and answered', async () => {
  await expect(requestToken(graph.url, 'matchmaker')).rejects.toThrow(TOLD);
  await setActive(true);
  await until(async () => (await asked(OF_ALL)).errors.length === 0);
  expect(await requestToken(graph.url, 'matchmaker')).toEqual(expect.any(String));
});
