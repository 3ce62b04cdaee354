import { context as otel, propagation } from '@opentelemetry/api';
import type { IncomingMessage } from 'node:http';
import type { AskSubgraph } from '../runtime/ask-subgraph.js';
import type { BesideHandler, BesideRoutes } from '../runtime/beside.js';
import { verifyIdentity } from '../runtime/identity.js';
import type { Logger } from '../runtime/log.js';
import { metricsHandler } from '../runtime/metrics.js';
import { inSpan, SpanKind } from '../runtime/telemetry.js';
import { readBody, respond, startWebServer, type Handler, type WebServer } from '../runtime/web-server.js';

const BODY_LIMIT = 5_000_000;

const header = (request: IncomingMessage, name: string): string | undefined => request.headers[name]?.toString();

/** Tells a handler beside the graph who asks, when the gateway signed that. */
const beside =
  (answer: BesideHandler, identitySecret: string): Handler =>
  (request, response) => {
    const token = header(request, 'authorization')?.replace(/^Bearer /, '');
    const identity = token ? verifyIdentity(token, identitySecret) : null;
    if (token && !identity) return respond(response, 401, 'Log eerst in.\n');
    return answer(request, response, { identity, requestId: header(request, 'x-request-id') ?? 'unknown' });
  };

/**
 * Serves one subgraph over HTTP to the gateway alone: an operation without an identity signed with `identitySecret`
 * is refused (401). `/live`, `/ready` and `/metrics` are open.
 */
export async function serveSubgraph(options: {
  name: string;
  ask: AskSubgraph;
  beside?: BesideRoutes;
  ready: () => Promise<boolean>;
  identitySecret: string;
  host: string;
  port: number;
  log: Logger;
}): Promise<WebServer> {
  const { name, ask, identitySecret, log } = options;
  return startWebServer(
    {
      ...Object.fromEntries(
        Object.entries(options.beside ?? {}).map(([path, answer]) => [path, beside(answer, identitySecret)]),
      ),
      '/live': (_request, response) => respond(response, 200, { status: 'live' }),
      '/ready': async (_request, response) => {
        const ready = await options.ready();
        respond(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
      },
      '/metrics': metricsHandler,
      '/graphql': async (request, response) => {
        if (request.method !== 'POST') return respond(response, 405, 'POST');
        const identity = verifyIdentity(
          header(request, 'authorization')?.replace(/^Bearer /, '') ?? '',
          identitySecret,
        );
        if (!identity)
          return respond(response, 401, {
            errors: [{ message: 'Log eerst in.', extensions: { code: 'UNAUTHENTICATED' } }],
          });
        const body = JSON.parse(await readBody(request, BODY_LIMIT)) as Parameters<AskSubgraph>[0];
        const parent = propagation.extract(otel.active(), request.headers);
        const left = new AbortController();
        response.once('close', () => left.abort());
        const result = await otel.with(parent, () =>
          inSpan(`subgraph ${name}`, SpanKind.SERVER, { 'graphql.operation.name': body.operationName ?? '' }, () =>
            ask(body, {
              identity,
              requestId: header(request, 'x-request-id') ?? 'unknown',
              idempotencyKey: header(request, 'idempotency-key'),
              signal: left.signal,
            }),
          ),
        );
        respond(response, 200, { ...result, errors: result.errors?.map((e) => ('toJSON' in e ? e.toJSON() : e)) });
      },
    },
    {
      host: options.host,
      port: options.port,
      onError: (error) => log.error({ err: error }, 'subgraph could not answer'),
    },
  );
}
