import { GraphQLError, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { AskSubgraph, RequestContext } from '../runtime/ask-subgraph.js';

/** How many compiled operations a subgraph keeps. The gateway's planner writes a bounded set of them. */
const KEPT = 2_000;

/**
 * Answers operations on `schema`. Each distinct text is parsed, validated and compiled to code once (graphql-jit);
 * the least recently used make room.
 */
export function executor(schema: GraphQLSchema, contextFor: (request: RequestContext) => object): AskSubgraph {
  const compiled = new Map<string, CompiledQuery | ExecutionResult>();

  const compile = (query: string, operationName: string | undefined): CompiledQuery | ExecutionResult => {
    try {
      const document = parse(query);
      const errors = validate(schema, document);
      return errors.length ? { errors } : compileQuery(schema, document, operationName);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  };

  return async ({ query, operationName, variables }, request) => {
    const key = `${operationName ?? ''}\n${query}`;
    let operation = compiled.get(key);
    if (operation) compiled.delete(key);
    else operation = compile(query, operationName);
    compiled.set(key, operation);
    if (compiled.size > KEPT) compiled.delete(compiled.keys().next().value!);
    if (!isCompiledQuery(operation)) return operation as ExecutionResult;
    return operation.query({}, contextFor(request), variables ?? {});
  };
}
