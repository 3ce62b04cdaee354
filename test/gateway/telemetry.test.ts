import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-node';
import { askOverHttp } from '../../gateway/ask-over-http.js';
import { SpanKind, startTelemetry } from '../../runtime/telemetry.js';
import { readBody, respond, startWebServer, type WebServer } from '../../runtime/web-server.js';
import { ANNA, inMemory, startSmallGraph, type SmallGraph } from './small-graph.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const exporter = new InMemorySpanExporter();
const received: (string | undefined)[] = [];
let telemetry: { stop(): Promise<void> };
let remote: WebServer;
let vacancies: ReturnType<typeof askOverHttp>;
let graph: SmallGraph;

beforeAll(async () => {
  telemetry = startTelemetry({ service: 'test', exporter });
  const subgraph = inMemory('vacancies');
  remote = await startWebServer(
    {
      '/graphql': async (request, response) => {
        received.push(request.headers.traceparent?.toString());
        const question = JSON.parse(await readBody(request, 1_000_000));
        respond(response, 200, await subgraph(question, { requestId: 'x', identity: ANNA }));
      },
    },
    { port: 0 },
  );
  vacancies = askOverHttp({
    url: `${remote.url}/graphql`,
    identitySecret: 'een-geheim-van-meer-dan-tweeendertig-tekens',
    deadlineMs: 20_000,
  });
  graph = await startSmallGraph({ subgraphs: { vacancies } });
});
afterAll(async () => {
  await graph.stop();
  await vacancies.close();
  await remote.stop(0);
  await telemetry.stop();
});

test('one trace runs from the client through the gateway to every subgraph', async () => {
  const secret = 'e-geheim-7';
  await graph.ask(
    'query Spoor($id: ID) { employer(id: $id) { name vacancies { id } } }',
    { id: secret },
    { headers: { traceparent: `00-${TRACE}-b7ad6b7169203331-01` } },
  );
  const spans = exporter.getFinishedSpans();
  expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([TRACE]));
  const kinds = new Map(spans.map((span) => [span.name, span.kind]));
  expect(kinds.get('graphql')).toBe(SpanKind.SERVER);
  expect(kinds.get('ask employers')).toBe(SpanKind.INTERNAL);
  expect(kinds.get('ask vacancies')).toBe(SpanKind.CLIENT);
  const call = spans.find((span) => span.name === 'ask vacancies');
  expect(received).toEqual([`00-${TRACE}-${call?.spanContext().spanId}-01`]);
  expect(JSON.stringify(spans.map((span) => [span.name, span.attributes, span.events]))).not.toContain(secret);
});
