import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLScalarType } from 'graphql';
import type { AskSubgraph } from '../runtime/ask-subgraph.js';
import type { Logger } from '../runtime/log.js';
import { metricsHandler, startMetrics } from '../runtime/metrics.js';
import { respond, startWebServer, type Handler, type Routes } from '../runtime/web-server.js';
import type { BesideRoutes } from '../runtime/beside.js';
import { current, type GatewayContext } from './asked.js';
import { besideTheGraph } from './beside.js';
import { BoundedCache } from './bounded-cache.js';
import { tellError } from './errors.js';
import { graphqlOverHttp } from './graphql-over-http.js';
import type { Identify } from './identity.js';
import { documentCache, joinSubgraphs } from './join-subgraphs.js';
import { landingPage } from './landing-page.js';
import { LIMITS, limitRules, type Limits } from './limits.js';
import { operationHooks } from './operation-hooks.js';

export interface GatewayOptions {
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** The composed graph. The addresses in it are ignored. */
  supergraphSdl: string;
  /** Who answers for each subgraph of the supergraph, by its name. */
  subgraphs: Record<string, AskSubgraph>;
  identify: Identify;
  /** Custom scalars whose values are checked before a subgraph is asked. */
  scalars?: Record<string, GraphQLScalarType>;
  /** Who answers what is no question to the graph: calendars, files, streams. */
  beside?: BesideRoutes;
  /** Further pages, such as those of the playground and the issuer. */
  routes?: Routes;
  /** Answers browsers that open `/graphql`. */
  playground?: Handler;
  log: Logger;
  limits?: Partial<Limits>;
  /** Whether clients may ask what the schema is. */
  introspection: boolean;
  /** Origins whose pages may read our answers; none when left out. */
  allowedOrigins?: readonly string[];
  /** What must work before the gateway is of use, by name; all of it works when left out. */
  ready?: () => Promise<Record<string, boolean>>;
  /** Milliseconds after which an answer goes on without a subgraph, whatever it hangs on. */
  deadlineMs?: number;
  /** Milliseconds that a subgraph in another process is left alone when it does not answer. Default 500. */
  restMs?: number;
}

export interface Gateway {
  url: string;
  port: number;
  /** Takes no new requests, lets running ones end, and closes. */
  stop(): Promise<void>;
}

const DEADLINE_MS = 10_000;
/** Characters of persisted queries that are kept; clients send a forgotten one again. */
const PERSISTED_CHARACTERS = 4_000_000;
/** Longer than the keep-alive of any proxy before us, so that it is never us who close a connection in use. */
const KEEP_ALIVE_MS = 75_000;
const GRACE_MS = 5_000;

/**
 * Starts the gateway: one graph over HTTP, made of `subgraphs`.
 * @throws Error when a subgraph of the supergraph has nobody to answer, or with code EADDRINUSE when the port is taken
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { log } = options;
  const limits: Limits = { ...LIMITS, ...options.limits };
  startMetrics();
  const server = new ApolloServer<GatewayContext>({
    gateway: joinSubgraphs({
      ...options,
      scalars: options.scalars ?? {},
      deadlineMs: options.deadlineMs ?? DEADLINE_MS,
    }),
    nodeEnv: 'production',
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    logger: log.child({}, { level: 'warn' }),
    parseOptions: { maxTokens: limits.tokens },
    validationRules: limitRules(limits),
    maxRecursiveSelections: true,
    documentStore: documentCache(),
    cache: new BoundedCache<string>({ maxWeight: PERSISTED_CHARACTERS, weigh: (text) => text.length }),
    formatError: (formatted, error) => tellError(formatted, error, current.getStore(), log),
    plugins: [
      operationHooks(limits),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();

  let stopping = false;
  const ready: Handler = async (_request, response) => {
    const parts: Record<string, boolean> = { ...(await options.ready?.()), ...(stopping ? { gateway: false } : {}) };
    const missing = Object.keys(parts).filter((name) => !parts[name]);
    respond(response, missing.length ? 503 : 200, {
      status: missing.length ? 'niet gereed' : 'gereed',
      parts,
      missing,
    });
  };

  const beside = besideTheGraph({
    routes: options.beside ?? {},
    identify: options.identify,
    allowedOrigins: options.allowedOrigins ?? [],
    log,
  });
  const web = await startWebServer(
    {
      ...options.routes,
      ...beside.routes,
      '/': landingPage,
      '/graphql': graphqlOverHttp({
        ...options,
        server,
        bodyBytes: limits.bodyBytes,
        allowedOrigins: options.allowedOrigins ?? [],
      }),
      '/live': (_request, response) => respond(response, 200, { status: 'leeft' }),
      '/ready': ready,
      '/metrics': metricsHandler,
    },
    {
      port: options.port,
      ...(options.host ? { host: options.host } : {}),
      onError: (error) => log.error({ err: error }, 'verzoek mislukt'),
    },
  );
  web.server.keepAliveTimeout = KEEP_ALIVE_MS;

  return {
    url: web.url,
    port: web.port,
    async stop() {
      stopping = true;
      beside.stop();
      await web.stop(GRACE_MS);
      await server.stop();
    },
  };
}
