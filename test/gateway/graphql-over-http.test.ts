import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditServer, type AuditResult } from 'graphql-http';
import { startSmallGraph, type SmallGraph } from './small-graph.js';

let graph: SmallGraph;
beforeAll(async () => {
  graph = await startSmallGraph();
});
afterAll(() => graph.stop());

/** Apollo Server answers these with 400, which tells a client without GraphQL more than 200 would. */
const OTHERWISE = ['572B', 'FDE2', '7B9B'];

test('the gateway speaks GraphQL over HTTP as the specification says', async () => {
  const asAnna: typeof fetch = (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', 'Bearer anna');
    headers.set('apollo-require-preflight', 'true');
    return fetch(url, { ...init, headers });
  };
  const results = await auditServer({ url: `${graph.url}/graphql`, fetchFn: asAnna });
  const those = (which: (result: AuditResult) => boolean) =>
    results.filter(which).map(({ id, name }) => `${id} ${name}`);
  expect(results.length).toBeGreaterThanOrEqual(61);
  expect(those(({ status, name }) => status === 'error' || (status !== 'ok' && name.startsWith('MUST')))).toEqual([]);
  expect(those(({ status, id }) => status !== 'ok' && !OTHERWISE.includes(id))).toEqual([]);
});
