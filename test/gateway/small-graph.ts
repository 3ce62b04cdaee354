import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  GraphQLError,
  GraphQLScalarType,
  Kind,
  parse,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { AskSubgraph, RequestContext, SubgraphRequest } from '../../runtime/ask-subgraph.js';
import type { Identity } from '../../runtime/identity.js';
import { silent, type Logger } from '../../runtime/log.js';
import { startGateway, type Gateway, type GatewayOptions } from '../../gateway/server.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

const KVK_RULE = 'Een KvK-nummer heeft precies 8 cijfers.';
function eightDigits(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{8}$/.test(value))
    throw new GraphQLError(KVK_RULE, { extensions: { code: 'BAD_USER_INPUT' } });
  return value;
}
export const KvkNumber = new GraphQLScalarType({
  name: 'KvkNumber',
  parseValue: eightDigits,
  parseLiteral: (node) => eightDigits(node.kind === Kind.STRING ? node.value : null),
});

const EMPLOYERS = `${LINK}
scalar KvkNumber
enum Tier { A B }
interface Thing { id: ID! }
input Contact { kvkNumber: KvkNumber!, tags: [KvkNumber!], tier: Tier, more: Contact, note: String }
type Organisation @key(fields: "id") { id: ID!, name: String }
type Employer @key(fields: "id") { id: ID!, name: String, fails: String, leaks: String, secret: String, partner: String, organisation: Organisation, parent: Employer, promised: String! }
union Found = Employer | Organisation
type Query {
  employer(id: ID, kvkNumber: KvkNumber, first: Int): Employer
  employers(first: Int, last: Int): [Employer!]!
  search: [Found!]!
  refuses: String
  echo(requestId: Boolean): String
}
type Mutation { register(input: Contact!): String, registerTwice(first: String): String }`;

const VACANCIES = `${LINK}
type Vacancy @key(fields: "id") { id: ID!, title: String, employer: Employer, alternatives: [Employer!] }
type Employer @key(fields: "id") { id: ID!, vacancies: [Vacancy!], broken: String }
type Query { vacancies: [Vacancy!], vacancyOf(id: ID!): Vacancy }`;

const employer = (id: string) => ({
  __typename: 'Employer',
  id,
  name: `Werkgever ${id}`,
  fails: () => {
    throw new Error('select * from employer where kvk = 12345678 failed at db.internal:5432');
  },
  leaks: () => {
    throw new GraphQLError('connect ECONNREFUSED http://10.0.0.7:4011/graphql', {
      extensions: { code: 'NOT_FOUND', sql: 'select 1', host: 'db.internal' },
    });
  },
  secret: () => {
    throw new GraphQLError('Dit mag u niet zien.', {
      extensions: { code: 'FORBIDDEN', rule: 'R-7', stack: 'at x.ts:1', http: { status: 418 } },
    });
  },
  partner: () => {
    throw new GraphQLError('KvK antwoordt niet.', {
      extensions: { code: 'PARTNER_UNAVAILABLE', partner: 'kvk', partnerCode: 'IPD5200' },
    });
  },
  organisation: { __typename: 'Organisation', id: 'o1', name: 'Gemeente' },
  parent: () => employer('e1'),
});

const VACANCY_OWNERS: Record<string, string> = { v1: 'e1', v2: 'e2', v3: 'e1', v4: 'e3' };
const vacancy = (id: string) => ({
  __typename: 'Vacancy',
  id,
  title: `Vacature ${id}`,
  employer: { __typename: 'Employer', id: VACANCY_OWNERS[id] },
  alternatives: [
    { __typename: 'Employer', id: 'e2' },
    { __typename: 'Employer', id: VACANCY_OWNERS[id] },
  ],
});

const schemas: Record<string, GraphQLSchema> = {
  employers: buildSubgraphSchema([
    {
      typeDefs: parse(EMPLOYERS),
      resolvers: {
        KvkNumber,
        Employer: { __resolveReference: ({ id }: { id: string }) => employer(id) },
        Organisation: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Gemeente' }) },
        Query: {
          employer: (_: unknown, { id }: { id?: string }) => employer(id ?? 'e1'),
          employers: () => [employer('e1'), employer('e2'), employer('e3')],
          search: () => [
            { __typename: 'Organisation', id: 'o1', name: 'Gemeente' },
            employer('e2'),
            { __typename: 'Organisation', id: 'o2' },
            employer('e3'),
          ],
          echo: (_: unknown, __: unknown, context: RequestContext) =>
            JSON.stringify({
              key: context.idempotencyKey,
              id: context.requestId,
              who: context.identity?.professionalId,
            }),
          refuses: () => {
            throw new GraphQLError('Gewijzigd.', { extensions: { code: 'CONFLICT', currentVersion: 4 } });
          },
        },
        Mutation: {
          register: (_: unknown, __: unknown, context: RequestContext) => context.idempotencyKey ?? 'geen sleutel',
          registerTwice: () => 'ja',
        },
      },
    },
  ]),
  vacancies: buildSubgraphSchema([
    {
      typeDefs: parse(VACANCIES),
      resolvers: {
        Vacancy: { __resolveReference: ({ id }: { id: string }) => vacancy(id) },
        Employer: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          vacancies: ({ id }: { id: string }) =>
            Object.keys(VACANCY_OWNERS)
              .filter((v) => VACANCY_OWNERS[v] === id)
              .map(vacancy),
          broken: ({ id }: { id: string }) => {
            if (id !== 'e3') throw new GraphQLError('Kapot.', { extensions: { code: 'NOT_FOUND' } });
            return 'heel';
          },
        },
        Query: {
          vacancies: () => Object.keys(VACANCY_OWNERS).map(vacancy),
          vacancyOf: (_: unknown, { id }: { id: string }) => vacancy(id),
        },
      },
    },
  ]),
};

const composed = composeServices([
  { name: 'employers', url: 'http://employers.internal:4011/graphql', typeDefs: parse(EMPLOYERS) },
  { name: 'vacancies', url: 'http://vacancies.internal:4012/graphql', typeDefs: parse(VACANCIES) },
]);
if (composed.errors) throw new Error(composed.errors.map((error) => error.message).join('\n'));
export const supergraphSdl: string = composed.supergraphSdl!;

export interface Recorded extends SubgraphRequest {
  subgraph: string;
  context: RequestContext;
}

/** Answers as the subgraph `name` would, in this process, and notes every call in `calls`. */
export function inMemory(name: string, calls: Recorded[] = []): AskSubgraph {
  return async (request, context) => {
    calls.push({ subgraph: name, context, ...request });
    return (await execute({
      schema: schemas[name]!,
      document: parse(request.query),
      variableValues: request.variables ?? {},
      operationName: request.operationName ?? null,
      contextValue: context,
    })) as ExecutionResult;
  };
}

export const ANNA: Identity = {
  professionalId: 'prof-01',
  roles: ['ADVISER'],
  organisationId: 'o1',
  organisationKind: 'MUNICIPALITY',
  regionIds: ['rijnmond'],
  teamId: null,
};

export interface Asking {
  status: number;
  headers: Headers;
  text: string;
  // An answer has the shape of its question, which only the test knows.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors:
    | { message: string; path?: (string | number)[]; extensions: Record<string, unknown>; locations?: unknown }[]
    | undefined;
  extensions?: unknown;
}

export interface SmallGraph extends Gateway {
  calls: Recorded[];
  ask(
    query: string,
    variables?: Record<string, unknown>,
    more?: { headers?: Record<string, string>; body?: Record<string, unknown> },
  ): Promise<Asking>;
}

export async function read(response: Response): Promise<Asking> {
  const text = await response.text();
  const body = JSON.parse(text) as Partial<Asking>;
  return {
    status: response.status,
    headers: response.headers,
    text,
    data: body.data,
    errors: body.errors,
    extensions: body.extensions,
  };
}

/** A gateway over the two small subgraphs; everybody who sends a token is Anna. */
export async function startSmallGraph(
  changes: Partial<GatewayOptions> = {},
  log: Logger = silent,
): Promise<SmallGraph> {
  const calls: Recorded[] = [];
  const gateway = await startGateway({
    port: 0,
    supergraphSdl,
    identify: async (authorization) => (authorization ? ANNA : null),
    introspection: true,
    // Long, so that a busy machine is not taken for a silent subgraph; tests of silence set their own.
    deadlineMs: 20_000,
    log,
    scalars: { KvkNumber },
    ...changes,
    subgraphs: {
      employers: inMemory('employers', calls),
      vacancies: inMemory('vacancies', calls),
      ...changes.subgraphs,
    },
  });
  return {
    ...gateway,
    calls,
    async ask(query, variables, more) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer anna', ...more?.headers },
        body: JSON.stringify({ query, variables, ...more?.body }),
      });
      return read(response);
    },
  };
}
