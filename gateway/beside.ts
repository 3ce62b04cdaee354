import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BesideHandler, BesideRoutes } from '../runtime/beside.js';
import type { Identity } from '../runtime/identity.js';
import type { Logger } from '../runtime/log.js';
import { respond, type Handler, type Routes } from '../runtime/web-server.js';
import { boundExchange, type Duration } from './bound-exchange.js';
import { allowOrigins } from './cors.js';
import { notLoggedIn, type Identify } from './identity.js';
import { requestIdOf } from './request-headers.js';
import { roomFor, type Room } from './room.js';

/** What one path beside the graph may cost. A client is a professional, or else who has one address. */
interface Allowance extends Room, Duration {
  methods: readonly string[];
  /** Whether only who is logged in may ask; elsewhere the address itself is the key. */
  logIn: boolean;
}

/** The paths that the gateway passes on to a subgraph as they are. */
export const BESIDE = {
  '/calendar/*': {
    methods: ['GET', 'HEAD'],
    logIn: false,
    atOnce: 50,
    perClient: 4,
    perMinute: 30,
    answerMs: 15_000,
    idleMs: 15_000,
    deadlineMs: 60_000,
  },
  // Over a slow line a document takes long: it goes on for as long as something moves. What was sent is kept before it is
  // answered, which a store elsewhere may take its time for. All who read one document have one address.
  '/files/*': {
    methods: ['GET', 'HEAD', 'PUT'],
    logIn: false,
    atOnce: 50,
    perClient: 20,
    perMinute: 120,
    answerMs: 600_000,
    idleMs: 30_000,
    deadlineMs: 3_600_000,
  },
  // An hour, after which a client connects again with a token that still holds. A heartbeat keeps it from being idle.
  '/notifications/stream': {
    methods: ['GET'],
    logIn: true,
    atOnce: 2_000,
    perClient: 10,
    perMinute: 60,
    answerMs: 15_000,
    idleMs: 60_000,
    deadlineMs: 3_600_000,
  },
} as const satisfies Record<string, Allowance>;

export type BesidePath = keyof typeof BESIDE;

export interface BesideTheGraph {
  routes: Routes;
  /** Ends what is under way and would not end by itself: streams. */
  stop(): void;
}

const UNAVAILABLE = 'Dit is nu niet beschikbaar. Probeer het later opnieuw.\n';
/** Of an address, so much tells it from others. Characters. */
const LONGEST_LINK = 200;

/** Who asks: a professional, or else whoever has this address, whatever stands behind its question mark. */
const clientOf = (request: IncomingMessage, identity: Identity | null): string =>
  identity?.professionalId ?? (request.url ?? '').split('?', 1)[0]!.slice(0, LONGEST_LINK);

/** A refusal of the gateway's own, as the log-in check throws it. */
function tellRefusal(response: ServerResponse, error: GraphQLError): void {
  const http = error.extensions.http as { status?: number; headers?: Map<string, string> } | undefined;
  respond(response, http?.status ?? 500, `${error.message}\n`, Object.fromEntries(http?.headers ?? []));
}

/**
 * Passes requests beside the graph on to who answers them: who asks is told along, what is under way is bounded in
 * number and time, and a failure tells nothing of what failed.
 */
export function besideTheGraph(options: {
  routes: BesideRoutes;
  identify: Identify;
  allowedOrigins: readonly string[];
  log: Logger;
  /** Other bounds than the usual ones, for tests. */
  allowances?: Partial<Record<BesidePath, Partial<Allowance>>>;
}): BesideTheGraph {
  const { identify, allowedOrigins, log } = options;
  const streams = new Set<ServerResponse>();

  const passOn = (path: BesidePath, answer: BesideHandler): Handler => {
    const allowed: Allowance = { ...BESIDE[path], ...options.allowances?.[path] };
    const enter = roomFor(allowed);

    return async (request, response) => {
      const requestId = requestIdOf(request.headers['x-request-id']);
      response.setHeader('x-request-id', requestId);
      if (allowOrigins(allowedOrigins, request, response)) return;
      if (!allowed.methods.includes(request.method ?? ''))
        return respond(response, 405, `Gebruik ${allowed.methods.join(' of ')}.\n`, {
          Allow: allowed.methods.join(', '),
        });
      let identity: Identity | null = null;
      if (allowed.logIn) {
        try {
          identity = await identify(request.headers.authorization);
          if (!identity) throw notLoggedIn();
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          return tellRefusal(response, error);
        }
      }
      // Who went while we looked who it was would never be counted out.
      if (response.destroyed) return;
      const over = enter(clientOf(request, identity));
      if (typeof over !== 'function')
        return respond(response, over.status, over.message, { 'Retry-After': String(over.retryAfter) });
      const free = boundExchange(request, response, allowed, allowed.logIn);
      if (allowed.logIn) streams.add(response);
      response.once('close', () => {
        free();
        over();
        streams.delete(response);
      });
      try {
        await answer(request, response, { requestId, identity });
      } catch (error) {
        if (response.destroyed || !response.socket) return;
        log.error({ err: error, requestId, path }, 'verzoek naast de graaf mislukt');
        if (response.headersSent) response.destroy();
        else respond(response, 502, UNAVAILABLE);
      }
    };
  };

  return {
    routes: Object.fromEntries(
      (Object.keys(BESIDE) as BesidePath[]).flatMap((path) => {
        const answer = options.routes[path];
        return answer ? [[path, passOn(path, answer)]] : [];
      }),
    ),
    stop: () => streams.forEach((response) => response.end()),
  };
}
