import { afterEach, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import type { AskSubgraph } from '../../runtime/ask-subgraph.js';
import { quickest } from '../quickest.js';
import { until } from '../until.js';
import { inMemory, startSmallGraph, type Asking, type Recorded, type SmallGraph } from './small-graph.js';

let graph: SmallGraph;
afterEach(() => graph.stop());

const to = (calls: Recorded[], subgraph: string) => calls.filter((call) => call.subgraph === subgraph);

describe('equal things are asked once', () => {
  test('equal representations in one call are sent once, and every place gets its answer', async () => {
    graph = await startSmallGraph();
    const { data, errors } = await graph.ask('{ vacancies { id employer { name } } }');
    expect(errors).toBeUndefined();
    expect(data.vacancies.map((vacancy: { employer: { name: string } }) => vacancy.employer.name)).toEqual([
      'Werkgever e1',
      'Werkgever e2',
      'Werkgever e1',
      'Werkgever e3',
    ]);
    const [call, ...more] = to(graph.calls, 'employers');
    expect(more).toEqual([]);
    expect(call?.variables?.representations).toEqual(['e1', 'e2', 'e3'].map((id) => ({ __typename: 'Employer', id })));
  });

  test('equal calls of one question are sent once, also when the planner named them apart', async () => {
    graph = await startSmallGraph();
    const query =
      'query Twice { a: vacancyOf(id: "v1") { employer { name } } b: vacancyOf(id: "v3") { employer { name } } }';
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ a: { employer: { name: 'Werkgever e1' } }, b: { employer: { name: 'Werkgever e1' } } });
    expect(to(graph.calls, 'employers')).toHaveLength(1);
  });

  test('answers that are shared do not grow into one another', async () => {
    graph = await startSmallGraph();
    const query = `{ a: vacancyOf(id: "v1") { employer { organisation { id } parent { x: vacancies { id } } } }
                     b: vacancyOf(id: "v3") { employer { organisation { id } parent { x: vacancies { title } } } } }`;
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect(data.a.employer.parent.x[0]).toEqual({ id: 'v1' });
    expect(data.b.employer.parent.x[0]).toEqual({ title: 'Vacature v1' });
    expect(to(graph.calls, 'employers')).toHaveLength(1);
  });

  test('questions of two clients are never shared', async () => {
    graph = await startSmallGraph();
    await Promise.all([
      graph.ask('{ vacancies { employer { name } } }'),
      graph.ask('{ vacancies { employer { name } } }'),
    ]);
    expect(to(graph.calls, 'employers')).toHaveLength(2);
  });

  test('mutations that look alike are each carried out', async () => {
    graph = await startSmallGraph();
    const { data } = await graph.ask('mutation { a: registerTwice(first: "x") b: registerTwice(first: "x") }');
    expect(data).toEqual({ a: 'ja', b: 'ja' });
  });
});

describe('when a subgraph does not answer', () => {
  interface Seen {
    signal?: AbortSignal | undefined;
    /** Ends the waiting after all. */
    answer?: () => void;
  }
  const hanging =
    (seen: Seen): AskSubgraph =>
    (_request, context) => {
      seen.signal = context.signal;
      return new Promise((resolve) => (seen.answer = () => resolve({ data: {} })));
    };

  test('the deadline passes, the call is told to stop, and the rest of the data is intact', async () => {
    const seen: Seen = {};
    graph = await startSmallGraph({ deadlineMs: 500, subgraphs: { vacancies: hanging(seen) } });
    const question = '{ employers(first: 3) { name jobs: vacancies { title } } }';
    let answer: Asking = await graph.ask(question);
    expect(await quickest(700, async () => void (answer = await graph.ask(question)))).toBeLessThan(700);
    const { data, errors, status, text } = answer;
    expect(status).toBe(200);
    expect(data.employers).toEqual(['e1', 'e2', 'e3'].map((id) => ({ name: `Werkgever ${id}`, jobs: null })));
    expect(errors?.map((error) => error.path)).toEqual([0, 1, 2].map((index) => ['employers', index, 'jobs']));
    expect(errors?.[0]).toMatchObject({
      message: 'De gegevens over vacatures kwamen niet op tijd. Probeer het later opnieuw.',
      extensions: { code: 'SUBGRAPH_TIMEOUT', source: 'vacancies' },
    });
    expect(seen.signal?.aborted).toBe(true);
    expect(text).not.toMatch(/internal:|:\/\//);
  });

  test('a failure is told in words, with the fields that are missing and without any address', async () => {
    const broken: AskSubgraph = () =>
      Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:4012 http://vacancies.internal:4012/graphql'));
    graph = await startSmallGraph({ subgraphs: { vacancies: broken } });
    const { data, errors, text } = await graph.ask(
      '{ open: vacancies { id } employer(id: "e1") { name vacancies { id } } }',
    );
    expect(data).toEqual({ open: null, employer: { name: 'Werkgever e1', vacancies: null } });
    expect(errors?.map((error) => error.path?.join('.')).sort()).toEqual(['employer.vacancies', 'open']);
    expect(new Set(errors?.map((error) => error.extensions.code))).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
    expect(errors?.[0]?.message).toBe('De gegevens over vacatures zijn nu niet beschikbaar.');
    expect(text).not.toMatch(/10\.0\.0\.7|internal|ECONN|:\/\//);
  });

  test('a client that leaves stops the queries it asked, but not a mutation', async () => {
    const seen: Seen = {};
    graph = await startSmallGraph({ subgraphs: { vacancies: hanging(seen), employers: hanging(seen) } });
    const leave = async (query: string) => {
      const client = new AbortController();
      const asked = fetch(`${graph.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer anna' },
        body: JSON.stringify({ query }),
        signal: client.signal,
      }).catch(() => 'left');
      delete seen.signal;
      await until(() => seen.signal !== undefined);
      client.abort();
      expect(await asked).toBe('left');
      return seen.signal!;
    };
    const query = await leave('{ vacancies { id } }');
    await until(() => query.aborted);
    const mutation = await leave('mutation { registerTwice }');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(mutation.aborted).toBe(false);
    seen.answer!();
  });
});

describe('a subgraph in another process', () => {
  /** Fails while `down`, and counts. */
  const remote = () => {
    const seen = { asked: 0, down: true };
    const answer = inMemory('vacancies');
    const ask: AskSubgraph = async (request, context) => {
      seen.asked += 1;
      if (seen.down) throw new Error('connect ECONNREFUSED 10.0.0.7:4012');
      return answer(request, context);
    };
    return { seen, ask: Object.assign(ask, { remote: true as const }) };
  };
  const QUESTION = '{ vacancies { id } }';

  test.each([
    ['is left alone', 600_000],
    ['serves again after one good answer', 20],
  ])('that gives no answer ten times in a row %s', async (_rule, restMs) => {
    const { seen, ask } = remote();
    graph = await startSmallGraph({ restMs, subgraphs: { vacancies: ask } });
    for (let n = 0; n < 15; n += 1) {
      const { data, errors } = await graph.ask(QUESTION);
      expect(data).toEqual({ vacancies: null });
      expect(errors).toEqual([
        expect.objectContaining({ extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE' }) }),
      ]);
    }
    if (restMs > 20) return expect(seen.asked).toBe(10);
    seen.down = false;
    await new Promise((done) => setTimeout(done, 30));
    const all = await Promise.all(Array.from({ length: 5 }, () => graph.ask(QUESTION)));
    expect(all.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  });

  test('is not left alone because it refuses', async () => {
    const { seen, ask } = remote();
    seen.down = false;
    const refuses: AskSubgraph = async (request, context) => {
      await ask(request, context);
      return { errors: [new GraphQLError('Nee.', { extensions: { code: 'FORBIDDEN' } })] };
    };
    graph = await startSmallGraph({ subgraphs: { vacancies: Object.assign(refuses, { remote: true as const }) } });
    for (let n = 0; n < 12; n += 1) await graph.ask(QUESTION);
    expect(seen.asked).toBe(12);
  });
});

test('the idempotency key, the request id and who asks travel with the question', async () => {
  graph = await startSmallGraph();
  const headers = { 'idempotency-key': 'sleutel-1', 'x-request-id': 'vraag-0001' };
  const { data, headers: sent } = await graph.ask('{ echo }', {}, { headers });
  expect(JSON.parse(data.echo)).toEqual({ key: 'sleutel-1', id: 'vraag-0001', who: 'prof-01' });
  expect(sent.get('x-request-id')).toBe('vraag-0001');
  const odd = await graph.ask('{ echo }', {}, { headers: { 'x-request-id': 'a b"<script>' } });
  expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  const wrong = await graph.ask('{ echo }', {}, { headers: { 'idempotency-key': 'x'.repeat(256) } });
  expect(wrong).toMatchObject({
    status: 400,
    errors: [{ extensions: { code: 'BAD_REQUEST', argument: 'Idempotency-Key' } }],
  });
});

test('a supergraph of which a subgraph has nobody to answer does not start', async () => {
  graph = await startSmallGraph();
  const subgraphs = { vacancies: undefined as unknown as AskSubgraph, employers: inMemory('employers') };
  await expect(startSmallGraph({ subgraphs })).rejects.toThrow('Niemand antwoordt voor subgraph vacancies.');
});

describe('R-044: when subgraphs refuse who asks', () => {
  const refusing =
    (message: string): AskSubgraph =>
    async () => ({ errors: [new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } })] });
  const QUESTION = '{ vacancies { id title } refuses search { __typename } }';

  test('the client is told so once, and of no field', async () => {
    graph = await startSmallGraph({ subgraphs: { vacancies: refusing('Nee.'), employers: refusing('Nee.') } });
    const { data, errors } = await graph.ask(QUESTION);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: 'Nee.', extensions: { code: 'FORBIDDEN' } }]);
    expect(errors).toHaveLength(1);
    expect(errors![0]).not.toHaveProperty('path');
  });

  test('different reasons are each told', async () => {
    graph = await startSmallGraph({ subgraphs: { vacancies: refusing('Nee.'), employers: refusing('Nooit.') } });
    const { errors } = await graph.ask(QUESTION);
    expect(errors?.map(({ message }) => message).sort()).toEqual(['Nee.', 'Nooit.']);
  });

  test('what another subgraph answered stands', async () => {
    graph = await startSmallGraph({ subgraphs: { vacancies: refusing('Nee.') } });
    const { data, errors } = await graph.ask('{ vacancies { id title } echo }');
    expect(data).toEqual({ vacancies: null, echo: expect.any(String) });
    expect(errors?.map(({ message }) => message)).toEqual(['Nee.']);
  });
});
