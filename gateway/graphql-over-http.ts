import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import { context, propagation } from '@opentelemetry/api';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identity } from '../runtime/identity.js';
import type { Logger } from '../runtime/log.js';
import { inSpan, SpanKind } from '../runtime/telemetry.js';
import { respond, type Handler } from '../runtime/web-server.js';
import { current, newAsked, type Asked, type GatewayContext } from './asked.js';
import { allowOrigins } from './cors.js';
import { notLoggedIn, type Identify } from './identity.js';
import { recordOperation } from './operation-record.js';
import { jsonBody } from './request-body.js';
import { idempotencyKeyOf, requestIdOf } from './request-headers.js';

export interface GraphqlOverHttpOptions {
  server: ApolloServer<GatewayContext>;
  identify: Identify;
  bodyBytes: number;
  /** Shown to a browser that opens the address. */
  playground?: Handler | undefined;
  allowedOrigins: readonly string[];
  log: Logger;
}

function headerMap(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const name in request.headers) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function send(response: ServerResponse, { status, headers, body }: HTTPGraphQLResponse): number {
  if (body.kind !== 'complete') throw new Error('the gateway answers whole');
  const code = status ?? 200;
  // Set in lower case by Apollo; `respond` would send its own type beside it.
  const { 'content-type': type, ...others } = Object.fromEntries(headers);
  respond(response, code, body.string, { ...others, ...(type ? { 'Content-Type': type } : {}) });
  return code;
}

/** Answers `/graphql` (GraphQL over HTTP): says who asks, reads what is asked, and lets Apollo Server do the rest. */
export function graphqlOverHttp(options: GraphqlOverHttpOptions): Handler {
  const { server, identify, bodyBytes, playground, allowedOrigins, log } = options;

  /** Everything that must hold before Apollo Server looks at the question. */
  const prepare = async (request: IncomingMessage, asked: Asked): Promise<unknown> => {
    const identity: Identity | null = await identify(request.headers.authorization);
    if (!identity) throw notLoggedIn();
    asked.request.identity = identity;
    asked.request.idempotencyKey = idempotencyKeyOf(request.headers['idempotency-key']);
    return jsonBody(request, bodyBytes);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<number> => {
    const url = request.url ?? '';
    const query = url.indexOf('?');
    let refused: unknown;
    const body = await prepare(request, asked).catch((error: unknown) => void (refused = error));
    const result = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method?.toUpperCase() ?? '',
        headers: headerMap(request),
        search: query < 0 ? '' : url.slice(query),
        body,
      },
      context: async () => {
        if (refused) throw refused;
        return { asked };
      },
    });
    return send(response, result);
  };

  return async (request, response) => {
    const requestId = requestIdOf(request.headers['x-request-id']);
    response.setHeader('x-request-id', requestId);
    if (allowOrigins(allowedOrigins, request, response)) return;
    if (playground && request.method === 'GET' && request.headers.accept?.includes('text/html'))
      return playground(request, response);
    const start = performance.now();
    const asked = newAsked({ requestId, identity: null });
    response.once('close', () => {
      if (!response.writableFinished) for (const call of asked.running) call.abort();
    });
    const parent = propagation.extract(context.active(), request.headers);
    const status = await current.run(asked, () =>
      context.with(parent, () =>
        inSpan('graphql', SpanKind.SERVER, { 'werkgraaf.request_id': requestId }, () =>
          answer(request, response, asked),
        ),
      ),
    );
    recordOperation(asked, status, performance.now() - start, log);
  };
}
