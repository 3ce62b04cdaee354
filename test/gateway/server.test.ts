import { afterEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { register } from 'prom-client';
import { respond } from '../../runtime/web-server.js';
import { until } from '../until.js';
import { read, startSmallGraph, type SmallGraph } from './small-graph.js';

let graph: SmallGraph;
afterEach(() => graph.stop());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer anna', ...headers },
    body,
  });

describe('who did not log in', () => {
  test.each(['{ __typename }', '{ employers { id } }', '{ __schema { types { name } } }', 'not even graphql'])(
    'gets no answer to %s',
    async (query) => {
      graph = await startSmallGraph();
      const response = await fetch(`${graph.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const { status, errors, headers, data } = await read(response);
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Bearer');
      expect(data).toBeUndefined();
      expect(errors).toEqual([
        {
          message: 'Log eerst in.',
          extensions: { code: 'UNAUTHENTICATED', source: 'gateway', requestId: headers.get('x-request-id') },
        },
      ]);
    },
  );

  test('may see the landing page, which is Dutch and leads to /graphql', async () => {
    graph = await startSmallGraph();
    const response = await fetch(`${graph.url}/`);
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('<html lang="nl">');
    expect(page).toContain('href="/graphql"');
    expect((await fetch(`${graph.url}/`, { method: 'POST' })).status).toBe(405);
  });
});

describe('health', () => {
  test('/live, /ready and /metrics answer, and /ready names what is missing', async () => {
    const parts = { employers: true, vacancies: false };
    graph = await startSmallGraph({ ready: async () => ({ ...parts }) });
    expect((await fetch(`${graph.url}/live`)).status).toBe(200);
    const missing = await fetch(`${graph.url}/ready`);
    expect(missing.status).toBe(503);
    expect(await missing.json()).toMatchObject({ status: 'niet gereed', missing: ['vacancies'] });
    parts.vacancies = true;
    const ready = await fetch(`${graph.url}/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'gereed', missing: [] });
    await graph.ask('query Meting { employers { id } }');
    const metrics = await (await fetch(`${graph.url}/metrics`)).text();
    expect(metrics).toMatch(/werkgraaf_operation_seconds_count\{operation="Meting",outcome="ok"\} 1/);
    expect(metrics).toMatch(/werkgraaf_subgraph_seconds_count\{subgraph="employers",outcome="ok"\} \d+/);
  });
});

describe('what is no question', () => {
  test.each<[string, string, Record<string, string>, number, string]>([
    ['malformed JSON', '{"query":', {}, 400, 'De inhoud van het verzoek is geen geldige JSON.'],
    ['an empty object', '{}', {}, 400, 'Het verzoek heeft geen geldige JSON-inhoud met Content-Type application/json.'],
    [
      'a form that another site could send',
      'query=x',
      { 'content-type': 'text/plain' },
      400,
      'Stuur het verzoek met Content-Type application/json, of met een header apollo-require-preflight.',
    ],
    ['a question without a question', '{"variables":{}}', {}, 400, 'Het verzoek bevat geen vraag (query).'],
    [
      'an operation that is not there',
      '{"query":"query A { __typename }","operationName":"B"}',
      {},
      400,
      'Het verzoek noemt geen operatie die in de vraag staat.',
    ],
  ])('%s is refused in Dutch', async (_what, body, headers, status, message) => {
    graph = await startSmallGraph();
    const answer = await read(await post(body, headers));
    expect(answer).toMatchObject({ status, errors: [{ message }] });
    expect(answer.errors?.[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
  });

  test.each([true, false])('too large a body is refused with 413, its length told in advance: %s', async (told) => {
    graph = await startSmallGraph({ limits: { bodyBytes: 10_000 } });
    const body = JSON.stringify({ query: '{ __typename }', variables: { x: 'y'.repeat(200_000) } });
    const chunks = new ReadableStream({
      start(controller) {
        for (let at = 0; at < body.length; at += 5_000)
          controller.enqueue(new TextEncoder().encode(body.slice(at, at + 5_000)));
        controller.close();
      },
    });
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer anna' },
      ...(told ? { body } : { body: chunks, duplex: 'half' }),
    } as RequestInit);
    expect(await read(response)).toMatchObject({
      status: 413,
      errors: [{ message: 'Het verzoek is te groot: hoogstens 10000 bytes.', extensions: { code: 'LIMIT_EXCEEDED' } }],
    });
    expect((await graph.ask('{ employers { id } }')).errors).toBeUndefined();
  });

  test('a mutation by GET is refused', async () => {
    graph = await startSmallGraph();
    const response = await fetch(`${graph.url}/graphql?query=${encodeURIComponent('mutation { registerTwice }')}`, {
      headers: { authorization: 'Bearer anna', 'apollo-require-preflight': '1' },
    });
    expect(await read(response)).toMatchObject({ status: 405, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect(graph.calls).toEqual([]);
  });
});

describe('what was prepared is kept', () => {
  const count = async (what: string) =>
    (await register.getSingleMetric('werkgraaf_prepared_total')!.get()).values.find(
      (value) => value.labels.what === what,
    )?.value ?? 0;

  test('a question that was asked before is not parsed, validated or planned again', async () => {
    graph = await startSmallGraph();
    const before = [await count('document'), await count('plan')];
    for (let turn = 0; turn < 5; turn += 1)
      await graph.ask('query Vaak($id: ID) { employer(id: $id) { name vacancies { title } } }', { id: `e${turn}` });
    expect([await count('document'), await count('plan')]).toEqual(before.map((value) => value + 1));
    await graph.ask('query Anders { employers { id } }');
    expect([await count('document'), await count('plan')]).toEqual(before.map((value) => value + 2));
  });

  test('a persisted question needs its hash alone once it was sent whole', async () => {
    graph = await startSmallGraph();
    const query = '{ employers { id name } }';
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
    const byHash = async (hash: object) => read(await post(JSON.stringify({ extensions: { persistedQuery: hash } })));
    expect(await byHash(persistedQuery)).toMatchObject({
      status: 200,
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    const whole = await graph.ask(query, {}, { body: { extensions: { persistedQuery } } });
    expect(whole.errors).toBeUndefined();
    expect((await byHash(persistedQuery)).data).toEqual(whole.data);
    const other = await graph.ask('{ search { __typename } }', {}, { body: { extensions: { persistedQuery } } });
    expect(other).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe('pages of others', () => {
  const from = (origin: string, more: RequestInit = {}) =>
    fetch(`${graph.url}/graphql`, { ...more, headers: { origin, ...more.headers } });

  test('may not read our answers unless their origin is allowed', async () => {
    graph = await startSmallGraph({ allowedOrigins: ['https://klant.example'] });
    expect((await from('https://klant.example')).headers.get('access-control-allow-origin')).toBe(
      'https://klant.example',
    );
    expect((await from('https://ander.example')).headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await from('https://klant.example', {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  test('never by default', async () => {
    graph = await startSmallGraph();
    expect((await from('https://klant.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('a browser gets the playground, a program the answer, and further routes are served', async () => {
  graph = await startSmallGraph({
    playground: (_request, response) => respond(response, 200, '<p>speel</p>', { 'Content-Type': 'text/html' }),
    routes: { '/elders/*': (_request, response) => respond(response, 200, 'elders') },
  });
  expect(await (await fetch(`${graph.url}/graphql`, { headers: { accept: 'text/html,*/*' } })).text()).toBe(
    '<p>speel</p>',
  );
  expect((await graph.ask('{ employers { id } }')).data.employers).toHaveLength(3);
  expect(await (await fetch(`${graph.url}/elders/iets`)).text()).toBe('elders');
});

test('stopping lets a running question end, and takes no new one', async () => {
  let answer: (() => void) | undefined;
  graph = await startSmallGraph({
    subgraphs: {
      employers: () => new Promise((resolve) => (answer = () => resolve({ data: { employers: [{ id: 'e1' }] } }))),
    },
  });
  const running = graph.ask('{ employers { id } }');
  await until(() => answer !== undefined);
  const stopped = graph.stop();
  await new Promise((resolve) => setTimeout(resolve, 100));
  answer!();
  expect((await running).data).toEqual({ employers: [{ id: 'e1' }] });
  await stopped;
  await expect(
    new Promise((resolve, reject) => {
      connect(graph.port, '127.0.0.1', () => resolve('connected')).once('error', reject);
    }),
  ).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
