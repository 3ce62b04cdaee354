import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, parse, buildSchema, validate, specifiedRules, type GraphQLSchema } from 'graphql';
import { LIMITS, limitRules } from '../../gateway/limits.js';
import { startSmallGraph, type SmallGraph } from './small-graph.js';

let graph: SmallGraph;
beforeAll(async () => {
  graph = await startSmallGraph({ limits: { tokens: 600 } });
});
afterAll(() => graph.stop());

const deep = (levels: number) =>
  `{ employer(id: "e1") ${'{ parent '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`;
const aliased = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: __typename`).join(' ')} }`;
/** Fragments that each spread the next one four times: four to the power of `levels` fields, in a short text. */
const doubled = (levels: number) => {
  const spreads = (next: number) => `...F${next} `.repeat(4);
  const fragments = Array.from({ length: levels }, (_, i) => `fragment F${i} on Employer { ${spreads(i + 1)} }`);
  return `{ employer(id: "e1") { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Employer { id }`;
};
const directed = (count: number) => `{ employer(id: "e1") { id ${'name @include(if: true) '.repeat(count)} } }`;

describe.each([
  ['depth', deep(14), deep(15), 'De vraag gaat te diep: hoogstens 14 velden in elkaar.'],
  ['aliases', aliased(15), aliased(16), 'De vraag heeft te veel aliassen: hoogstens 15.'],
  ['directives', directed(5), directed(6), 'De vraag heeft te veel directives: hoogstens 5.'],
  ['length', `{ ${'__typename '.repeat(500)} }`, `{ ${'__typename '.repeat(600)} }`, 'De vraag is te lang.'],
  [
    'page size',
    '{ employers(first: 100) { id } }',
    '{ employers(first: 101) { id } }',
    'first is minstens 1 en hoogstens 100.',
  ],
  ['fields', doubled(3), doubled(9), 'De vraag is te groot: hoogstens 2500 velden.'],
  [
    'least page size',
    '{ employers(last: 1) { id } }',
    '{ employers(last: 0) { id } }',
    'last is minstens 1 en hoogstens 100.',
  ],
])('the limit on %s', (_name, within, beyond, message) => {
  test('lets through what reaches it', async () => {
    const { errors, status } = await graph.ask(within);
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
  });

  test('refuses what passes it with 400, in Dutch', async () => {
    const { errors, status, data } = await graph.ask(beyond);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'LIMIT_EXCEEDED', source: 'gateway' } });
  });
});

describe('the size of a page by a variable', () => {
  const query = 'query ($n: Int) { employers(first: $n) { id } }';
  test.each([1, 100, null])('%s is allowed', async (n) => {
    expect((await graph.ask(query, { n })).errors).toBeUndefined();
  });
  test.each([-1, 0, 101])('%s is refused, also when the question was asked well before', async (n) => {
    const { status, errors } = await graph.ask(query, { n });
    expect(status).toBe(400);
    expect(errors?.[0]).toMatchObject({
      message: 'first ($n) is minstens 1 en hoogstens 100.',
      extensions: { code: 'LIMIT_EXCEEDED', argument: 'first' },
    });
  });
  test('counts its default too', async () => {
    const { errors } = await graph.ask('query ($n: Int = 5000) { employers(first: $n) { id } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', argument: 'first' });
  });
});

test('fragments that hide depth in one another are counted, and those in a circle do not hang', async () => {
  const chain = Array.from({ length: 14 }, (_, i) => `fragment F${i} on Employer { parent { ...F${i + 1} } }`).join(
    ' ',
  );
  const hidden = await graph.ask(`{ employer(id: "e1") { ...F0 } } ${chain} fragment F14 on Employer { id }`);
  expect(hidden.errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
  const circle = await graph.ask(
    '{ employer(id: "e1") { ...A } } fragment A on Employer { parent { ...B } } fragment B on Employer { parent { ...A } }',
  );
  expect(circle.status).toBe(400);
});

test('several questions in one request are refused', async () => {
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer anna' },
    body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ message: 'Stuur één vraag per verzoek.', extensions: { code: 'BAD_REQUEST' } }],
  });
});

test('the introspection that every tool sends is within the limits', async () => {
  const { errors, data } = await graph.ask(getIntrospectionQuery());
  expect(errors).toBeUndefined();
  expect(data.__schema.types.length).toBeGreaterThan(5);
});

test('a dossier seven fields deep, as the sample question asks, is within the limits', () => {
  const schema: GraphQLSchema = buildSchema('type E { e: E, s: String } type Query { e: E }');
  const rules = [...specifiedRules, ...limitRules(LIMITS)];
  expect(validate(schema, parse('{ e { e { e { e { e { e { s } } } } } } }'), rules)).toEqual([]);
});

test('without introspection nobody learns the schema, nor by a suggestion', async () => {
  const closed = await startSmallGraph({ introspection: false });
  try {
    const asked = await closed.ask('{ __schema { types { name } } }');
    expect(asked.status).toBe(400);
    const { text } = await closed.ask('{ employr { id } }');
    expect(text).not.toContain('Did you mean');
  } finally {
    await closed.stop();
  }
});
