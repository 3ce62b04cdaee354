import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { askOverHttp } from '../../gateway/ask-over-http.js';
import { verifyIdentity } from '../../runtime/identity.js';
import { readBody, respond, startWebServer, type WebServer } from '../../runtime/web-server.js';
import { quickest } from '../quickest.js';
import { ANNA, inMemory, startSmallGraph } from './small-graph.js';

const SECRET = 'een-geheim-van-meer-dan-tweeendertig-tekens';
const context = { requestId: 'vraag-0001', identity: ANNA };
const QUERY = { query: 'query { refuses }' };
const MUTATION = { query: 'mutation { register }' };

let requests: { headers: IncomingMessage['headers']; body: unknown }[];
let behaviour: (response: ServerResponse, turn: number) => void;
let server: WebServer;
let ask: ReturnType<typeof askOverHttp>;

beforeEach(async () => {
  requests = [];
  server = await startWebServer(
    {
      '/graphql': async (request, response) => {
        requests.push({ headers: request.headers, body: JSON.parse(await readBody(request, 1_000_000)) });
        behaviour(response, requests.length);
      },
    },
    { port: 0 },
  );
  // Long, so that a busy machine is not taken for a silent subgraph.
  ask = askOverHttp({ url: `${server.url}/graphql`, identitySecret: SECRET, deadlineMs: 20_000 });
});
afterEach(async () => {
  await ask.close();
  await server.stop(0);
});

const ok = (response: ServerResponse) => respond(response, 200, { data: { refuses: 'ja' } });

test('what travels with a question arrives as headers, the identity signed once for many questions', async () => {
  behaviour = ok;
  await ask({ ...QUERY, variables: { a: 1 }, operationName: 'X' }, { ...context, idempotencyKey: 'sleutel' });
  await ask(QUERY, context);
  const [first, second] = requests;
  expect(first?.headers).toMatchObject({
    'x-request-id': 'vraag-0001',
    'idempotency-key': 'sleutel',
    'content-type': 'application/json',
  });
  expect(first?.body).toEqual({ query: 'query { refuses }', variables: { a: 1 }, operationName: 'X' });
  expect(second?.headers['idempotency-key']).toBeUndefined();
  expect(verifyIdentity(first?.headers.authorization?.replace('Bearer ', '') ?? '', SECRET)).toEqual(ANNA);
  expect(second?.headers.authorization).toBe(first?.headers.authorization);
});

test('an answer with errors is an answer, whatever its status', async () => {
  behaviour = (response) => respond(response, 400, { errors: [{ message: 'Nee.' }] });
  expect(await ask(QUERY, context)).toEqual({ errors: [{ message: 'Nee.' }] });
});

describe('what passes is tried again for a query, once', () => {
  test.each<[string, (response: ServerResponse) => void]>([
    ['a 502', (response) => respond(response, 502, 'slechte poort')],
    ['a 503', (response) => respond(response, 503, 'even niet')],
    ['a 504', (response) => respond(response, 504, 'te laat')],
    ['a broken connection', (response) => void response.destroy()],
    [
      'a connection broken within the answer',
      (response) =>
        void response.writeHead(200, { 'content-length': '900' }).write('{"data"', () => response.destroy()),
    ],
  ])('%s', async (_what, fail) => {
    behaviour = (response, turn) => (turn === 1 ? fail(response) : ok(response));
    expect(await ask(QUERY, context)).toEqual({ data: { refuses: 'ja' } });
    expect(requests).toHaveLength(2);

    requests.length = 0;
    behaviour = fail;
    await expect(ask(QUERY, context)).rejects.toThrow();
    expect(requests).toHaveLength(2);

    requests.length = 0;
    await expect(ask(MUTATION, context)).rejects.toThrow();
    expect(requests).toHaveLength(1);
  });
});

describe('what no second try would mend is not tried again', () => {
  test.each<[string, (response: ServerResponse) => void]>([
    ['a 500 with text', (response) => respond(response, 500, 'Er ging iets mis.')],
    ['a page instead of JSON', (response) => respond(response, 200, '<html>', { 'Content-Type': 'text/html' })],
    ['half of an answer', (response) => respond(response, 200, '{"data":')],
    ['JSON that is no answer', (response) => respond(response, 200, { data: null })],
    ['JSON that is not an object', (response) => respond(response, 200, '7')],
    ['more than 20 MB', (response) => respond(response, 200, { data: { a: 'x'.repeat(20_000_001) } })],
  ])('%s', async (_what, fail) => {
    behaviour = fail;
    const error = await ask(QUERY, context).catch((thrown: unknown) => thrown);
    expect(String(error)).not.toContain(String(server.port));
    expect(requests).toHaveLength(1);
  });
});

describe('the deadline', () => {
  const late = { name: 'TimeoutError' };
  let hasty: ReturnType<typeof askOverHttp>;
  beforeEach(() => {
    hasty = askOverHttp({ url: `${server.url}/graphql`, identitySecret: SECRET, deadlineMs: 400 });
  });
  afterEach(() => hasty.close());
  const tooLate = async () => {
    requests.length = 0;
    await expect(hasty(QUERY, context)).rejects.toMatchObject(late);
  };

  test('holds when no answer begins', async () => {
    behaviour = () => {};
    expect(await quickest(600, tooLate)).toBeLessThan(600);
  });

  test('holds when the answer drips', async () => {
    behaviour = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 50);
      response.once('close', () => clearInterval(drip));
    };
    expect(await quickest(600, tooLate)).toBeLessThan(600);
  });

  test('holds over both tries together', async () => {
    behaviour = (response, turn) => void (turn === 1 ? setTimeout(() => respond(response, 503, ''), 250) : undefined);
    expect(await quickest(600, tooLate)).toBeLessThan(600);
    expect(requests).toHaveLength(2);
  });

  test('gives way to a client that left', async () => {
    behaviour = () => {};
    const client = new AbortController();
    const asked = ask(QUERY, { ...context, signal: client.signal });
    setTimeout(() => client.abort(new Error('left')), 20);
    await expect(asked).rejects.toThrow('left');
  });
});

test('a gateway over HTTP answers as one in this process, and tells no address when the subgraph is gone', async () => {
  const subgraph = inMemory('vacancies');
  const remote = await startWebServer(
    {
      '/graphql': async (request, response) =>
        respond(response, 200, await subgraph(JSON.parse(await readBody(request, 1_000_000)), context)),
    },
    { port: 0 },
  );
  const vacancies = askOverHttp({ url: `${remote.url}/graphql`, identitySecret: SECRET, deadlineMs: 20_000 });
  const graph = await startSmallGraph({ subgraphs: { vacancies } });
  try {
    const query = '{ employers { name broken vacancies { title employer { name } } } }';
    const { data, errors } = await graph.ask(query);
    expect(data.employers[0].vacancies[0]).toEqual({ title: 'Vacature v1', employer: { name: 'Werkgever e1' } });
    expect(errors?.map((error) => error.path)).toEqual([
      ['employers', 0, 'broken'],
      ['employers', 1, 'broken'],
    ]);
    await remote.stop(0);
    const gone = await graph.ask(query);
    expect(gone.data.employers[0]).toEqual({ name: 'Werkgever e1', broken: null, vacancies: null });
    expect(gone.errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', source: 'vacancies' });
    expect(gone.text).not.toMatch(/127\.0\.0\.1|ECONN|:\/\//);
    expect(gone.text).not.toContain(`:${remote.port}`);
  } finally {
    await graph.stop();
    await vacancies.close();
  }
});

describe('an answer of another shape than was asked', () => {
  const good = { id: 'v1', title: 'Vacature', employer: { __typename: 'Employer', id: 'e1' } };
  test.each<[string, object]>([
    ['a text for a list', { vacancies: 'x' }],
    ['an object for a list', { vacancies: good }],
    ['a number for an object', { vacancies: [7] }],
    ['a list for an object', { vacancies: [{ ...good, employer: [] }] }],
    ['an object for a text', { vacancies: [{ ...good, title: {} }] }],
    ['too few entities', { _entities: [] }],
    ['entities of another shape', { _entities: [{ vacancies: [] }, { vacancies: 'x' }, { vacancies: [] }] }],
  ])('%s leaves the rest of the data intact', async (_what, data) => {
    behaviour = (response) => respond(response, 200, { data });
    const graph = await startSmallGraph({ subgraphs: { vacancies: ask } });
    try {
      const entities = '_entities' in data;
      const query = entities
        ? '{ employers { name vacancies { id } } }'
        : '{ employers { name } vacancies { id title employer { name } } }';
      const answer = await graph.ask(query);
      expect(answer.status).toBe(200);
      expect(answer.data.employers.map((employer: { name: string }) => employer.name)).toHaveLength(3);
      expect(entities ? answer.data.employers[0].vacancies : answer.data.vacancies).toBeNull();
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(
        Array.from({ length: entities ? 3 : 1 }, () => 'SUBGRAPH_UNAVAILABLE'),
      );
      expect(answer.errors?.[0]?.path).toEqual(entities ? ['employers', 0, 'vacancies'] : ['vacancies']);
    } finally {
      await graph.stop();
    }
  });

  test('but a well-shaped one, with nulls and aliases, is taken', async () => {
    behaviour = (response) => respond(response, 200, { data: { open: [{ id: 'v1', naam: null, employer: null }] } });
    const graph = await startSmallGraph({ subgraphs: { vacancies: ask } });
    try {
      const { data, errors } = await graph.ask('{ open: vacancies { id naam: title employer { id } } }');
      expect(errors).toBeUndefined();
      expect(data.open).toEqual([{ id: 'v1', naam: null, employer: null }]);
    } finally {
      await graph.stop();
    }
  });
});
