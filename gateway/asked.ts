import { AsyncLocalStorage } from 'node:async_hooks';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../runtime/ask-subgraph.js';

/** One question of a client, from its arrival until its answer left. */
export interface Asked {
  request: RequestContext;
  /** Known once the operation was parsed. */
  schema?: GraphQLSchema | undefined;
  document?: DocumentNode | undefined;
  operationName?: string | undefined;
  operationType?: string | undefined;
  /** Codes of the errors that were sent. */
  codes: string[];
  /** Whether there was any data in the answer. */
  answered: boolean;
  /** Calls to subgraphs that stop when the client leaves. */
  running: Set<AbortController>;
  /** Texts that the plan sends to one subgraph more than once, and what they share (equal-calls.ts). */
  repeated?: ReadonlyMap<string, string> | undefined;
  /** Answers to repeated calls. */
  calls: Map<string, Promise<ExecutionResult>>;
  /** The answer as it grows: the very objects that the gateway merges into. */
  tree: Record<string, unknown>;
}

/** What Apollo Server and the gateway hand to every hook. */
export interface GatewayContext {
  asked: Asked;
}

/** The question being answered, for places that Apollo gives no context: `formatError`. */
export const current = new AsyncLocalStorage<Asked>();

export function newAsked(request: RequestContext): Asked {
  return { request, codes: [], answered: false, running: new Set(), calls: new Map(), tree: {} };
}
