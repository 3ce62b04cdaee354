import { describe, expect, test } from '@jest/globals';
import { buildSchema, graphql, GraphQLError, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../../runtime/ask-subgraph.js';
import { executor } from '../../subgraphs/execute.js';

const request: RequestContext = { requestId: 'r-1', identity: null };

interface Person {
  name: string;
  friends: Person[] | null;
}
/** The arguments of all fields together: each resolver reads its own. */
interface Args {
  name: string;
  text: string;
  times: number;
  filter: { kind: string };
}
const anna: Person = { name: 'Anna', friends: null };
const bram: Person = { name: 'Bram', friends: [anna] };

function people(): GraphQLSchema {
  const schema = buildSchema(`
    enum Kind { GOOD BAD }
    input Filter { kind: Kind! = GOOD, text: String }
    type Query {
      person(name: String = "Bram"): Person
      people(filter: Filter): [Person!]!
      broken: Int
      requestId: String
    }
    type Person { name: String! friends: [Person!] said(text: String!, times: Int = 2): String! fails: String! }
  `);
  const resolvers: Record<string, Record<string, (source: Person, args: Args, context: RequestContext) => unknown>> = {
    Query: {
      person: (_, { name }) => [anna, bram].find((person) => person.name === name) ?? null,
      people: async (_, { filter }) => (filter.kind === 'GOOD' ? [anna, bram] : []),
      broken: () => {
        throw new GraphQLError('Kapot.', { extensions: { code: 'BROKEN' } });
      },
      requestId: (_, __, { requestId }) => requestId,
    },
    Person: {
      said: ({ name }, { text, times }) => `${name}: ${`${text} `.repeat(times).trim()}`,
      fails: () => Promise.reject(new GraphQLError('Mislukt.')),
    },
  };
  for (const [type, fields] of Object.entries(resolvers))
    for (const [name, resolve] of Object.entries(fields))
      Object.assign((schema.getType(type) as ReturnType<GraphQLSchema['getQueryType']>)!.getFields()[name]!, {
        resolve,
      });
  return schema;
}

const schema = people();
const ask = executor(schema, (context) => context);
const plain = (value: unknown) =>
  JSON.parse(JSON.stringify(value)) as { data?: unknown; errors?: { message: string; path?: string[] }[] };

describe('a compiled answer is the answer that graphql-js gives', () => {
  test.each<[string, Record<string, unknown>?]>([
    ['{ person { name friends { name friends { name } } } }'],
    ['query ($name: String) { a: person(name: $name) { name } b: person(name: "Niemand") { name } }', { name: 'Anna' }],
    ['query ($name: String = "Anna") { person(name: $name) { name } }'],
    ['query ($name: String = "Anna") { person(name: $name) { name } }', { name: null }],
    ['query ($filter: Filter) { people(filter: $filter) { name } }', { filter: {} }],
    ['query ($filter: Filter) { people(filter: $filter) { name } }', { filter: { kind: 'BAD' } }],
    [
      'query ($deep: Boolean!) { person { ...Known } } fragment Known on Person { name friends @include(if: $deep) { name } }',
      { deep: false },
    ],
    ['query ($deep: Boolean!) { person { name friends @skip(if: $deep) { name } } }', { deep: false }],
    ['query ($text: String!) { person { said(text: $text) again: said(text: "nee", times: 1) } }', { text: 'ja' }],
    ['{ broken person { name } }'],
    ['{ person { name friends { fails } } }'],
    ['{ people(filter: {}) { name fails } person { name } }'],
    ['{ person { __typename } requestId }'],
    ['query ($text: String!) { person { said(text: $text) } }', {}],
    ['{ nothing }'],
    ['{ person { name }'],
  ])('%s %j', async (query, variables = {}) => {
    const compiled = plain(await ask({ query, variables }, request));
    const reference = plain(await graphql({ schema, source: query, variableValues: variables, contextValue: request }));
    expect(compiled.data).toEqual(reference.data);
    expect(compiled.errors?.map(({ path }) => path)).toEqual(reference.errors?.map(({ path }) => path));
    if (!query.includes('$text'))
      expect(compiled.errors?.map((e) => e.message)).toEqual(reference.errors?.map((e) => e.message));
  });
});

test('each request has a context of its own, however often the operation was asked', async () => {
  const ids = ['r-1', 'r-2', 'r-3'];
  const answers = await Promise.all(ids.map((requestId) => ask({ query: '{ requestId }' }, { ...request, requestId })));
  expect(answers.map(({ data }) => data?.requestId)).toEqual(ids);
});

test('of several operations in one text, the named one is carried out', async () => {
  const query = 'query A { person(name: "Anna") { name } } query B { person { name } }';
  const names = [];
  for (const operationName of ['A', 'B', 'A']) names.push(plain((await ask({ query, operationName }, request)).data));
  expect(names).toEqual(['Anna', 'Bram', 'Anna'].map((name) => ({ person: { name } })));
});

test('what was refused once is refused again, and more operations than are kept still get their answers', async () => {
  for (let n = 0; n < 2; n++) expect((await ask({ query: '{ nothing }' }, request)).errors).toHaveLength(1);
  for (let n = 0; n < 2_005; n++) await ask({ query: `{ nothing${n} }` }, request);
  expect((await ask({ query: '{ person { name } }' }, request)).data).toEqual({ person: { name: 'Bram' } });
});

test('what is absent in an input stays absent, also where what it would hold has a default', async () => {
  const schema = buildSchema(`
    input Address { street: String, country: String! = "Nederland" }
    input Change { name: String, address: Address, places: [Address!] }
    type Query { keys(change: Change!): String! }
  `);
  schema.getQueryType()!.getFields().keys!.resolve = (_, { change }: { change: object }) => JSON.stringify(change);
  const ask = executor(schema, () => ({}));
  const keys = async (change: object) =>
    (await ask({ query: 'query ($change: Change!) { keys(change: $change) }', variables: { change } }, request)).data;
  expect(await keys({ name: 'Anna' })).toEqual({ keys: '{"name":"Anna"}' });
  expect(await keys({ address: null })).toEqual({ keys: '{"address":null}' });
  expect(await keys({ address: {}, places: [{}] })).toEqual({
    keys: '{"address":{"country":"Nederland"},"places":[{"country":"Nederland"}]}',
  });
});
