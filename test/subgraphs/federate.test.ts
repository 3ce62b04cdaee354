import 'reflect-metadata';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse, type GraphQLSchema } from 'graphql';
import { Arg, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { KvkNumber, LocalDate } from '../../schema/scalars.js';
import { employee, staff, type Access } from '../../subgraphs/authorise.js';
import { executor } from '../../subgraphs/execute.js';
import { sdlOf, subgraphSchema } from '../../subgraphs/federate.js';
import { identityOf } from '../identity.js';

@ObjectType({ description: 'Bedrijf.' })
@Directive('@key(fields: "id")')
class Firm {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Oprichting.' }) foundedOn?: string | null;
  @Field(() => Date, { description: 'Wanneer het is vastgelegd.' }) recordedAt!: Date;
  @Field(() => String, { description: 'Alleen voor wie er mee werkt.' }) secret!: string;
}

@Resolver()
class FirmResolver {
  @Query(() => String, { description: 'Geeft het nummer terug.' })
  echo(@Arg('kvkNumber', () => KvkNumber, { description: 'KvK-nummer.' }) kvkNumber: string): string {
    return kvkNumber;
  }
}

const access: Access = {
  Query: [[employee, 'echo']],
  Firm: [
    [employee, 'id foundedOn recordedAt'],
    [staff, 'secret'],
  ],
};
const firm = { id: '1', foundedOn: '2015-06-01', recordedAt: new Date('2026-03-10T08:00:00Z'), secret: 'x' };

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await subgraphSchema<{ firms: Record<string, typeof firm> }>({
    access,
    resolvers: [FirmResolver],
    orphanedTypes: [Firm],
    references: { Firm: ({ id }: { id: string }, { firms }) => firms[id] ?? null },
  });
});

const ask = (query: string, variables = {}, as: string | null = 'accountmanager') =>
  executor(schema, (request) => ({ ...request, firms: { '1': firm } }))(
    { query, variables },
    { requestId: 'test', identity: as ? identityOf(as) : null },
  );
const FIRM =
  'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Firm { id foundedOn recordedAt secret } } }';
const refs = (...ids: string[]) => ({ refs: ids.map((id) => ({ __typename: 'Firm', id })) });

describe('the document of a subgraph', () => {
  test('is Federation 2, with keys and descriptions, and parses', async () => {
    const sdl = await sdlOf(schema);
    expect(() => parse(sdl)).not.toThrow();
    expect(sdl).toContain('https://specs.apollo.dev/federation/v2');
    expect(sdl).toContain('type Firm @key(fields: "id")');
    expect(sdl).toContain('"""Bedrijf."""');
    expect(sdl).toMatch(/foundedOn: Date\n/);
  });
});

describe('a subgraph', () => {
  test('finds the entities that others refer to, in their order, and null for who is unknown', async () => {
    const { data, errors } = await ask(FIRM, refs('2', '1'));
    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual([
      null,
      { id: '1', foundedOn: '2015-06-01', recordedAt: '2026-03-10T08:00:00.000Z', secret: 'x' },
    ]);
  });

  test('holds our scalars at the door', async () => {
    expect(await ask('{ echo(kvkNumber: "69599084") }')).toMatchObject({ data: { echo: '69599084' } });
    const { errors } = await ask('{ echo(kvkNumber: "12") }');
    expect(errors?.[0]?.message).toContain('Een KvK-nummer heeft precies 8 cijfers.');
    const asVariable = await ask('query ($n: KvkNumber!) { echo(kvkNumber: $n) }', { n: '12' });
    expect(asVariable.errors).toHaveLength(1);
    expect(asVariable.data).toBeFalsy();
  });

  test.each([
    ['who did not log in', null, 'UNAUTHENTICATED'],
    ['who may not see a field', 'analyst', 'FORBIDDEN'],
  ])('keeps its entities from %s', async (_, as, code) => {
    const { data, errors } = await ask(FIRM, refs('1'), as);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(JSON.stringify(data ?? {})).not.toContain('2015');
  });
});
