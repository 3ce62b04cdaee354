import { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptions } from '@apollo/server';
import type { DocumentNode, GraphQLError, GraphQLScalarType, GraphQLSchema } from 'graphql';
import { Counter } from 'prom-client';
import type { AskSubgraph } from '../runtime/ask-subgraph.js';
import type { Logger } from '../runtime/log.js';
import { BoundedCache } from './bounded-cache.js';
import { keepApolloSilent } from './config.js';
import type { GatewayContext } from './asked.js';
import { repeatedQueries, type QueryPlan } from './equal-calls.js';
import { malformedVariables, runScalars, unreadableLiterals } from './malformed-input.js';
import { toldOnce } from './source-errors.js';
import { Source } from './sources.js';

type Gateway = NonNullable<ApolloServerOptions<GatewayContext>['gateway']>;

/** Counts the work that the caches spare: it stands still while clients ask what they asked before. */
export const prepared = new Counter({
  name: 'werkgraaf_prepared_total',
  help: 'Documents parsed and validated, and plans made, because none was kept',
  labelNames: ['what'],
});

/** Characters of question text of which parsed documents are kept. A document takes about thirty times its text. */
const DOCUMENT_CHARACTERS = 2_000_000;
/** Characters of JSON of which plans are kept. */
const PLAN_CHARACTERS = 50_000_000;

/** Holds parsed and validated documents. */
export const documentCache = (): BoundedCache<DocumentNode> =>
  new BoundedCache({
    maxWeight: DOCUMENT_CHARACTERS,
    weigh: (document) => document.loc?.source.body.length ?? 1_000,
    onSet: () => prepared.inc({ what: 'document' }),
  });

/**
 * The subgraphs as one graph that Apollo Server can serve. What Apollo's gateway lacks is added here: scalars that are
 * checked, variables refused in the client's own terms, and no null without an error.
 * @param options.supergraphSdl the composed graph; its addresses are ignored, `subgraphs` says who answers by name
 * @param options.deadlineMs milliseconds after which the answer goes on without a subgraph
 */
export function joinSubgraphs(options: {
  supergraphSdl: string;
  subgraphs: Record<string, AskSubgraph>;
  scalars: Record<string, GraphQLScalarType>;
  deadlineMs: number;
  restMs?: number | undefined;
  log: Logger;
}): Gateway {
  keepApolloSilent();
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraphSdl,
    logger: options.log.child({}, { level: 'warn' }),
    validateSupergraph: false,
    __exposeQueryPlanExperimental: false,
    telemetry: { includeDocument: false, recordExceptions: false },
    queryPlannerConfig: {
      // Without the client's fragments in it, a text is planned faster and tells its fields at once.
      reuseQueryFragments: false,
      cache: new BoundedCache<QueryPlan>({
        maxWeight: PLAN_CHARACTERS,
        weigh: (plan) => JSON.stringify(plan).length,
        onSet: () => prepared.inc({ what: 'plan' }),
      }),
    },
    buildService({ name }) {
      const ask = options.subgraphs[name];
      if (!ask) throw new Error(`Niemand antwoordt voor subgraph ${name}.`);
      const { deadlineMs, restMs, log } = options;
      return new Source({ name, ask, deadlineMs, restMs, log });
    },
    experimental_didResolveQueryPlan({ queryPlan, requestContext }) {
      (requestContext.context as GatewayContext).asked.repeated = repeatedQueries(queryPlan);
    },
  });
  let schema: GraphQLSchema;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
    runScalars(apiSchema, options.scalars);
  });

  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(given) {
      const { executor } = await gateway.load(given);
      return {
        executor: async (context) => {
          const { document, operation, request } = context;
          const malformed = [
            ...unreadableLiterals(request.query, document),
            ...malformedVariables({ schema, document, operation, variables: request.variables }),
          ];
          if (malformed.length) return { errors: malformed };
          const { extensions, ...answer } = await executor(context);
          // A subgraph left out what its schema promises, and told no error. A client must not see a null without one.
          const { valueCompletion, ...others } = (extensions ?? {}) as { valueCompletion?: GraphQLError[] };
          const errors = valueCompletion ?? answer.errors;
          return {
            ...answer,
            ...(errors ? { errors: toldOnce(errors) } : {}),
            ...(Object.keys(others).length ? { extensions: others } : {}),
          };
        },
      };
    },
  };
}
