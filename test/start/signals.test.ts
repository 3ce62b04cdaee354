import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { employerId } from '../../subgraphs/employers/dossier/employer-id.js';
import { startTestGraph, type TestGraph } from '../graph.js';
import { until } from '../until.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ env: { KVK_SIGNALS_EVERY_MS: '50' } });
});
afterAll(() => graph?.stop());

const KVK = '68750110';
const TIMELINE = `{ employer(kvkNumber: "${KVK}") { headcount timeline(kinds: [REGISTER_CHANGE], first: 1) { totalCount edges { node { title actor { name } } } } } }`;

test('what changes at KvK reaches the dossier by itself, old answers or not', async () => {
  const REFRESH = `mutation ($id: ID!) { refreshFromRegisters(input: { employerId: $id }) { employer { headcount } errors { code } } }`;
  const refreshed = await graph.ask(REFRESH, { id: employerId(KVK) });
  expect(refreshed.data.refreshFromRegisters).toEqual({ employer: { headcount: 6 }, errors: [] });
  const told = await fetch(`${graph.kvk.url}/_fake/facts`, {
    method: 'POST',
    body: JSON.stringify([{ kind: 'signal', type: 'CHANGED', kvkNumber: KVK, change: { headcount: 21 } }]),
  });
  expect(told.ok).toBe(true);
  await until(async () => (await graph.ask(TIMELINE)).data.employer.timeline.totalCount > 0, 60_000);
  // The answer that is kept for an hour still says 6: what was written down since goes before it.
  expect((await graph.ask(TIMELINE)).data.employer).toEqual({
    headcount: 21,
    timeline: {
      totalCount: 1,
      edges: [{ node: { title: 'KvK: het aantal werkzame personen gaat van 6 naar 21.', actor: null } }],
    },
  });
});
