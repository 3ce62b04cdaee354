import type { ExecutionResult } from 'graphql';
import type { Identity } from './identity.js';

/** What the gateway asks one subgraph: a GraphQL operation the query planner wrote. */
export interface SubgraphRequest {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

/** What travels with a question, in this process as an object and over HTTP as headers. */
export interface RequestContext {
  /** Given back in every error and in the log, so that a user's report finds its request. */
  requestId: string;
  /** Who asks, checked by the gateway; null when nobody logged in. */
  identity: Identity | null;
  /** The client's `Idempotency-Key` header, for mutations. */
  idempotencyKey?: string | undefined;
  /** Aborted when the client went away or the deadline passed. */
  signal?: AbortSignal | undefined;
}

/** One interface for both ways to ask a subgraph: in this process, and over HTTP. Rejects when no answer came. */
export type AskSubgraph = (request: SubgraphRequest, context: RequestContext) => Promise<ExecutionResult>;
