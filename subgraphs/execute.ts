import { getOperationAST, GraphQLError, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { AskSubgraph, RequestContext } from '../runtime/ask-subgraph.js';
import { variableDefaults } from './variable-defaults.js';

/** How many compiled operations a subgraph keeps. The gateway's planner writes a bounded set of them. */
const KEPT = 2_000;

/** An operation made ready: compiled, or refused for good. */
interface Ready {
  compiled: CompiledQuery | ExecutionResult;
  defaults: ((given: Record<string, unknown>) => Record<string, unknown>) | null;
}

/**
 * Answers operations on `schema`. Each distinct text is parsed, validated and compiled to code once (graphql-jit);
 * the least recently used make room.
 */
export function executor(schema: GraphQLSchema, contextFor: (request: RequestContext) => object): AskSubgraph {
  const kept = new Map<string, Ready>();

  const compile = (query: string, operationName: string | undefined): Ready => {
    try {
      const document = parse(query);
      const errors = validate(schema, document);
      if (errors.length) return { compiled: { errors }, defaults: null };
      const operation = getOperationAST(document, operationName);
      return {
        compiled: compileQuery(schema, document, operationName, { useExperimentalPathBasedSkipInclude: true }),
        defaults: operation ? variableDefaults(schema, operation) : null,
      };
    } catch (error) {
      if (error instanceof GraphQLError) return { compiled: { errors: [error] }, defaults: null };
      throw error;
    }
  };

  return async ({ query, operationName, variables = {} }, request) => {
    const key = `${operationName ?? ''}\n${query}`;
    let ready = kept.get(key);
    if (ready) kept.delete(key);
    else ready = compile(query, operationName);
    kept.set(key, ready);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    const { compiled, defaults } = ready;
    if (!isCompiledQuery(compiled)) return compiled as ExecutionResult;
    return compiled.query({}, contextFor(request), defaults ? defaults(variables) : variables);
  };
}
