import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadExamples } from '../../gateway/playground/examples.js';
import { startTestGraph, type TestGraph } from '../graph.js';

const examples = await loadExamples();

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
  await graph.settled();
});
afterAll(() => graph.stop());

/** Whether anything is told at all: a number, a word or a yes, somewhere below the first field. */
const tells = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(tells)
    : value !== null && value !== undefined;

test('every subgraph has examples, and so has the day of an account manager, in order', () => {
  expect([...new Set(examples.map(({ subgraph }) => subgraph))].sort()).toEqual([
    'employers',
    'jobseekers',
    'reporting',
    'vacancies',
    'workday',
  ]);
  const hours = examples.filter(({ subgraph }) => subgraph === 'workday').map(({ title }) => Number.parseFloat(title));
  expect(hours).toEqual([...hours].sort((a, b) => a - b));
  expect(hours.length).toBeGreaterThan(8);
});

test.each(examples.map((example) => [`${example.subgraph}: ${example.title}`, example] as const))(
  '%s answers without errors',
  async (_, { operation, variables }) => {
    const { status, data, errors } = await graph.ask(operation, variables as Record<string, unknown>);
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    for (const [field, value] of Object.entries(data as object)) expect([field, tells(value)]).toEqual([field, true]);
    for (const payload of Object.values(data as Record<string, { errors?: unknown }>))
      expect(payload?.errors ?? []).toEqual([]);
  },
);
