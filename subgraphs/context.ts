import { GraphQLError } from 'graphql';
import type { RequestContext } from '../runtime/ask-subgraph.js';
import type { Clock } from '../runtime/clock.js';
import type { Identity } from '../runtime/identity.js';
import type { Logger } from '../runtime/log.js';
import type { Database, EntityManager } from './database.js';
import type { Publish } from './outbox.js';

/** What every resolver of every subgraph is handed: one request's worth. Each subgraph adds its loaders and ports. */
export interface Context {
  em: EntityManager;
  identity: Identity | null;
  requestId: string;
  idempotencyKey?: string | undefined;
  clock: Clock;
  publish: Publish;
  log: Logger;
}

/** What lives as long as the subgraph does. */
export interface Surroundings {
  database: Database;
  clock: Clock;
  publish: Publish;
  log: Logger;
}

/** The part of the context that all subgraphs share. */
export const baseContext = ({ database, clock, publish, log }: Surroundings, request: RequestContext): Context => ({
  em: database.em(),
  identity: request.identity,
  requestId: request.requestId,
  idempotencyKey: request.idempotencyKey,
  clock,
  publish,
  log,
});

/** The professional who asks. @throws GraphQLError UNAUTHENTICATED, which `authorise` prevents for every field with a rule */
export function whoAsks(context: Pick<Context, 'identity'>): Identity {
  if (!context.identity) throw new GraphQLError('Log eerst in.', { extensions: { code: 'UNAUTHENTICATED' } });
  return context.identity;
}
