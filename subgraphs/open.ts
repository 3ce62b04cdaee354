import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import type { Options } from '@mikro-orm/postgresql';
import type { AskSubgraph, RequestContext } from '../runtime/ask-subgraph.js';
import type { BesideRoutes } from '../runtime/beside.js';
import type { Clock } from '../runtime/clock.js';
import type { Logger } from '../runtime/log.js';
import type { Context, Surroundings } from './context.js';
import { openDatabase, type Database, type EntityManager } from './database.js';
import { executor } from './execute.js';
import type { SubgraphMigration } from './migration.js';
import { besideNotToLeavers, notToLeavers, rememberLeavers, type HasLeft } from './not-to-leavers.js';
import type { Outbox } from './outbox.js';

/** What makes one subgraph differ from another. */
export interface SubgraphParts<C extends Context> {
  name: string;
  entities: NonNullable<Options['entities']>;
  migrations: SubgraphMigration[];
  schema: GraphQLSchema;
  /** One request's context: the loaders and ports its resolvers use. */
  context(surroundings: Surroundings, request: RequestContext): C;
  /** The ids of the professionals who left: nobody of them is answered. */
  whoLeft(em: EntityManager): Promise<readonly string[]>;
  /** Fills empty tables with the invented people and firms of `demo/`; does nothing when there are records. */
  demo?(surroundings: Surroundings): Promise<void>;
  /** Answers what is no question to the graph. Who logged in is asked for already; an address says itself whose it is. */
  beside?(surroundings: Surroundings, hasLeft: HasLeft): BesideRoutes;
  /** Takes events from the outbox. */
  consume?(surroundings: Surroundings, outbox: Outbox): Promise<void>;
}

export interface SubgraphOptions {
  databaseUrl: string;
  clock: Clock;
  outbox: Outbox;
  log: Logger;
  /** Whether to fill an empty database with demo data. */
  demo: boolean;
  onStatement?: (sql: string) => void;
}

export interface Subgraph {
  name: string;
  schema: GraphQLSchema;
  ask: AskSubgraph;
  /** Paths beside the graph that this subgraph answers. */
  beside: BesideRoutes;
  database: Database;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the tables, fills them when asked, and makes the subgraph ready to answer in this process. */
export async function openSubgraph<C extends Context>(
  parts: SubgraphParts<C>,
  options: SubgraphOptions,
): Promise<Subgraph> {
  const log = options.log.child({ subgraph: parts.name });
  const database = await openDatabase({
    url: options.databaseUrl,
    schema: parts.name,
    entities: parts.entities,
    migrations: parts.migrations,
    log,
    ...(options.onStatement ? { onStatement: options.onStatement } : {}),
  });
  const surroundings: Surroundings = { database, clock: options.clock, publish: options.outbox.publish, log };
  if (options.demo) await parts.demo?.(surroundings);
  await parts.consume?.(surroundings, options.outbox);
  const hasLeft = rememberLeavers(() => parts.whoLeft(database.em()));
  const beside = Object.entries(parts.beside?.(surroundings, hasLeft) ?? {});
  return {
    name: parts.name,
    schema: parts.schema,
    ask: notToLeavers(
      executor(parts.schema, (request) => parts.context(surroundings, request)),
      hasLeft,
    ),
    beside: Object.fromEntries(beside.map(([path, answer]) => [path, besideNotToLeavers(answer, hasLeft)])),
    database,
    ready: async () => (await database.ready()) && (await options.outbox.ready()),
    close: () => database.close(),
  };
}
