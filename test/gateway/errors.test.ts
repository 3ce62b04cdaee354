import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { createLog } from '../../runtime/log.js';
import { startSmallGraph, type SmallGraph } from './small-graph.js';

const lines: string[] = [];
const destination = new PassThrough();
destination.on('data', (chunk: Buffer) => lines.push(...chunk.toString().trim().split('\n')));

let graph: SmallGraph;
beforeAll(async () => {
  graph = await startSmallGraph({}, createLog('gateway', { level: 'info', destination }));
});
afterAll(() => graph.stop());

const id = (name: string) => ({ headers: { 'x-request-id': name } });

describe('every error carries its path, code, source and request id', () => {
  test('at the root', async () => {
    const { errors, status } = await graph.ask('{ refuses }', {}, id('test-root-1'));
    expect(status).toBe(200);
    expect(errors).toEqual([
      {
        message: 'Gewijzigd.',
        path: ['refuses'],
        extensions: { code: 'CONFLICT', source: 'employers', requestId: 'test-root-1', currentVersion: 4 },
      },
    ]);
  });

  test("under the client's own aliases, in nested lists through _entities, in every place where it stands", async () => {
    const { errors, data } = await graph.ask('{ all: vacancies { id alternatives { who: name no: secret } } }');
    expect(data.all).toHaveLength(4);
    const paths = errors?.map((error) => error.path?.join('.')).sort();
    expect(paths).toEqual([0, 1, 2, 3].flatMap((v) => [`all.${v}.alternatives.0.no`, `all.${v}.alternatives.1.no`]));
    expect(
      new Set(
        errors?.map((error) => JSON.stringify([error.extensions.code, error.extensions.rule, error.extensions.source])),
      ),
    ).toEqual(new Set(['["FORBIDDEN","R-7","employers"]']));
  });

  test('also where a list holds other types, for which the planner asks nothing', async () => {
    const { errors, data } = await graph.ask('{ search { __typename ... on Employer { id broken } } }');
    expect(data.search.map((found: { broken?: string }) => found.broken)).toEqual([undefined, null, undefined, 'heel']);
    expect(errors?.map((error) => error.path)).toEqual([['search', 1, 'broken']]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', source: 'vacancies' });
  });

  test('and a partner by name', async () => {
    const { errors } = await graph.ask('{ employer(id: "e1") { name partner } }');
    expect(errors?.[0]).toMatchObject({
      path: ['employer', 'partner'],
      extensions: { code: 'PARTNER_UNAVAILABLE', partner: 'kvk', partnerCode: 'IPD5200' },
    });
  });

  test('and a non-null field that a subgraph left out is an error, not a silent null', async () => {
    const { errors, data, extensions } = await graph.ask('{ employer(id: "e1") { promised } }');
    expect(data).toEqual({ employer: null });
    expect(extensions).toBeUndefined();
    expect(errors?.[0]).toMatchObject({ path: ['employer', 'promised'], extensions: { code: 'INTERNAL' } });
  });
});

describe('what clients may not know is masked', () => {
  test('an error without an allowed code becomes INTERNAL with the request id, and is logged whole without numbers', async () => {
    const { errors, text } = await graph.ask('{ employer(id: "e1") { name fails } }', {}, id('test-mask-1'));
    expect(errors).toEqual([
      {
        message: 'Er ging iets mis. Noem bij vragen dit nummer: test-mask-1.',
        path: ['employer', 'fails'],
        extensions: { code: 'INTERNAL', source: 'employers', requestId: 'test-mask-1' },
      },
    ]);
    expect(text).not.toMatch(/select|internal:|5432/);
    const line = lines.find((one) => one.includes('test-mask-1') && one.includes('fault'));
    expect(line).toContain('select * from employer');
    expect(line).not.toContain('12345678');
  });

  test('an allowed code does not let an address through', async () => {
    const { errors, text } = await graph.ask('{ employer(id: "e1") { leaks } }', {}, id('test-mask-2'));
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', source: 'employers', requestId: 'test-mask-2' });
    expect(text).not.toMatch(/10\.0\.0\.7|http:|ECONN|db\.internal|sql/);
  });

  test('a subgraph cannot set the status, nor add what is not allowed', async () => {
    const { errors, status } = await graph.ask('{ employer(id: "e1") { secret } }');
    expect(status).toBe(200);
    expect(Object.keys(errors?.[0]?.extensions ?? {}).sort()).toEqual(['code', 'requestId', 'rule', 'source']);
  });
});

describe('the log', () => {
  test('has one line for an operation, with who asked and without variables', async () => {
    await graph.ask('query Zoek($id: ID) { employer(id: $id) { name } }', { id: 'e-geheim' }, id('test-line-1'));
    const written = lines.filter((line) => line.includes('test-line-1')).map((line) => JSON.parse(line));
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({
      operation: 'Zoek',
      type: 'query',
      outcome: 'ok',
      status: 200,
      professionalId: 'prof-01',
    });
    expect(JSON.stringify(written)).not.toContain('e-geheim');
  });

  test('tells a refused question by its code', async () => {
    await graph.ask('{ nietbestaand }', {}, id('test-line-2'));
    const written = lines.filter((line) => line.includes('test-line-2')).map((line) => JSON.parse(line));
    expect(written).toMatchObject([{ outcome: 'error', status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] }]);
  });
});
