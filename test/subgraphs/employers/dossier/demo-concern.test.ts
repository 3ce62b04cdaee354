import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import type { Data } from '../../alone.js';

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph?.close());

test('R-026: the example of the timeline shows a concern, with what happened at who belongs to it', async () => {
  const example = 'gateway/playground/examples/employers/06-tijdlijn';
  const [operation, variables] = await Promise.all(
    ['graphql', 'json'].map((kind) => readFile(`${example}.${kind}`, 'utf8')),
  );
  const { employer } = await graph.data(operation!, JSON.parse(variables!) as Record<string, unknown>);
  const below = employer.children.map(({ tradeName }: Data) => tradeName);
  expect(below).toEqual(['Grand Joyflex B.V.']);
  const happenedAt = employer.timeline.edges.map(({ node }: Data) => node.employer.tradeName);
  expect(happenedAt).toEqual(expect.arrayContaining([employer.tradeName, ...below]));
});
