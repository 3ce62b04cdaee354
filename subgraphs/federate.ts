import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap, type BuildSchemaOptions } from 'type-graphql';
import { DateTime, scalars } from '../schema/scalars.js';
import { authorise, type Access } from './authorise.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible"])\n`;

/** Finds the entity that another subgraph refers to, by its key fields; null when there is none. */
export type ReferenceResolvers<C> = Record<string, (reference: never, context: C) => unknown>;

export interface SubgraphSchemaOptions<C> {
  resolvers: BuildSchemaOptions['resolvers'];
  references: ReferenceResolvers<C>;
  access: Access;
  orphanedTypes?: BuildSchemaOptions['orphanedTypes'];
}

/**
 * Puts arguments in the order in which they are written: type-graphql keeps them in the order in which decorators run,
 * which is the last parameter first, and shows them so to every reader of the graph.
 */
function argumentsAsWritten(): void {
  const { params } = (globalThis as unknown as { TypeGraphQLMetadataStorage: { params: { index: number }[] } })
    .TypeGraphQLMetadataStorage;
  params.sort((a, b) => a.index - b.index);
}

/** A Federation 2 schema from type-graphql's classes, with the rules of access in front of every field. */
export async function subgraphSchema<C>({
  resolvers,
  references,
  access,
  orphanedTypes,
}: SubgraphSchemaOptions<C>): Promise<GraphQLSchema> {
  argumentsAsWritten();
  const schema = await buildSchema({
    resolvers,
    validate: false,
    ...(orphanedTypes ? { orphanedTypes } : {}),
    scalarsMap: [{ type: Date, scalar: DateTime }],
  });
  const map = createResolversMap(schema) as Record<string, Record<string, unknown> | GraphQLScalarType>;
  for (const [type, find] of Object.entries(references))
    map[type] = { ...(map[type] as object), __resolveReference: find };
  for (const name of Object.keys(scalars)) if (schema.getType(name)) map[name] = scalars[name]!;
  const federated = buildSubgraphSchema([
    { typeDefs: parse(LINK + printSchemaWithDirectives(schema)), resolvers: map as never },
  ]);
  return authorise(federated, access);
}

/** The schema as text, as composition takes it. */
export async function sdlOf(schema: GraphQLSchema): Promise<string> {
  const service = schema.getQueryType()!.getFields()['_service']!;
  const { sdl } = (await service.resolve!({}, {}, {}, {} as never)) as { sdl: string };
  return sdl.trim() + '\n';
}
