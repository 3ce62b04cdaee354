import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { startKvkFake } from '../../adapters/kvk/fake.js';
import { testCompanies } from '../../adapters/kvk/test-companies.js';
import { askOverHttp } from '../../gateway/ask-over-http.js';
import { startGateway, type Gateway } from '../../gateway/server.js';
import { silent } from '../../runtime/log.js';
import { SpanKind, startTelemetry } from '../../runtime/telemetry.js';
import { respond, startWebServer, type WebServer } from '../../runtime/web-server.js';
import { scalars } from '../../schema/scalars.js';
import { serveSubgraph } from '../../subgraphs/serve.js';
import { startTestGraph, type KvkFake, type TestGraph } from '../graph.js';
import { identityOf } from '../identity.js';
import { about, EMPLOYER_DOSSIER } from './dossier-query.js';
import { text } from './settings.js';

const SECRET = 'een-geheim-van-deze-test-van-meer-dan-32-tekens';
const exporter = new InMemorySpanExporter();
/** The `traceparent` that each call to KvK carried, by its path. */
const atKvk: { path: string; traceparent: string | undefined }[] = [];
const stops: (() => Promise<unknown>)[] = [];
let graph: TestGraph;
let overHttp: Gateway;

/** KvK's fake behind a listener that notes the trace context. */
async function listenedTo(fake: KvkFake): Promise<WebServer> {
  return startWebServer(
    {
      '/*': async (request, response) => {
        atKvk.push({ path: request.url!, traceparent: request.headers.traceparent?.toString() });
        const { apikey, accept } = request.headers as Record<string, string>;
        const answer = await fetch(`${fake.url}${request.url}`, { headers: { apikey: apikey!, accept: accept! } });
        respond(response, answer.status, await answer.text(), {
          'Content-Type': answer.headers.get('content-type') ?? '',
        });
      },
    },
    { port: 0 },
  );
}

beforeAll(async () => {
  const telemetry = startTelemetry({ service: 'test', exporter });
  stops.push(() => telemetry.stop());
  const fake = await startKvkFake({ port: 0, facts: testCompanies });
  stops.push(() => fake.stop());
  const listener = await listenedTo(fake);
  stops.push(() => listener.stop(0));
  graph = await startTestGraph({ env: { KVK_URL: `${listener.url}/test/api` }, kvk: fake });
  stops.push(() => graph.stop());

  const { ask, ready } = graph.subgraphs.employers!;
  const employers = await serveSubgraph({
    name: 'employers',
    ask,
    ready,
    identitySecret: SECRET,
    host: '127.0.0.1',
    port: 0,
    log: silent,
  });
  stops.push(() => employers.stop(0));
  const remote = askOverHttp({ url: `${employers.url}/graphql`, identitySecret: SECRET, deadlineMs: 30_000 });
  stops.push(() => remote.close());
  const local = Object.fromEntries(Object.values(graph.subgraphs).map((subgraph) => [subgraph.name, subgraph.ask]));
  overHttp = await startGateway({
    port: 0,
    supergraphSdl: text('schema/supergraph.graphql'),
    subgraphs: { ...local, employers: remote },
    identify: async () => identityOf('accountmanager'),
    scalars,
    introspection: false,
    deadlineMs: 30_000,
    log: silent,
  });
  stops.push(() => overHttp.stop());
});
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

/** The span's ancestors, nearest first, by name; without those that Apollo's own phases add. */
function above(span: ReadableSpan, spans: ReadableSpan[]): string[] {
  const parent = spans.find((one) => one.spanContext().spanId === span.parentSpanContext?.spanId);
  if (!parent) return [];
  return [parent.name, ...above(parent, spans)].filter((name) => !name.startsWith('gateway.'));
}

const CASES = [
  {
    how: 'in one process',
    kvk: '69599084',
    ask: () => graph.ask(EMPLOYER_DOSSIER, about('69599084')).then(({ errors }) => errors),
    path: ['ask employers', 'graphql'],
  },
  {
    how: 'over HTTP',
    kvk: '68750110',
    ask: async () => {
      const response = await fetch(`${overHttp.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: EMPLOYER_DOSSIER, variables: about('68750110') }),
      });
      return ((await response.json()) as { errors?: unknown[] }).errors ?? [];
    },
    path: ['subgraph employers', 'ask employers', 'graphql'],
  },
];

test.each(CASES)('one dossier is one trace, from the gateway to the call of KvK, $how', async ({ kvk, ask, path }) => {
  await graph.token('accountmanager');
  exporter.reset();
  atKvk.length = 0;
  expect(await ask()).toEqual([]);

  const spans = exporter.getFinishedSpans();
  expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(1);
  const call = spans.find((span) => span.name === 'KVK basisprofielen')!;
  expect(call.kind).toBe(SpanKind.CLIENT);
  expect(above(call, spans)).toEqual(path);
  for (const name of ['vacancies', 'jobseekers', 'reporting'])
    expect(spans.map((span) => span.name)).toContain(`ask ${name}`);

  const { traceId, spanId } = call.spanContext();
  expect(atKvk).toContainEqual({
    path: `/test/api/v1/basisprofielen/${kvk}`,
    traceparent: `00-${traceId}-${spanId}-01`,
  });
  // A trace leaves the house: no number of anybody may be in it.
  expect(JSON.stringify(spans.map((span) => [span.name, span.attributes, span.events]))).not.toContain(kvk);
});

test('a span says which process it is of', () => {
  const services = exporter.getFinishedSpans().map(({ resource }) => resource.attributes['service.name']);
  expect(services.length).toBeGreaterThan(0);
  expect(new Set(services)).toEqual(new Set(['test']));
});
