import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BesideHandler, BesideRoutes } from '../runtime/beside.js';
import type { Logger } from '../runtime/log.js';
import { respond, type Handler, type Routes } from '../runtime/web-server.js';
import { allowOrigins } from './cors.js';
import { notLoggedIn, type Identify } from './identity.js';
import { requestIdOf } from './request-headers.js';

/** What one path beside the graph may cost. Times in milliseconds. */
interface Allowance {
  methods: readonly string[];
  /** Whether only who is logged in may ask; elsewhere the address itself is the key. */
  logIn: boolean;
  /** How many at once, of all clients together and of one professional. */
  atOnce: number;
  perPerson?: number;
  /** How long it may take, and how long nothing may move. */
  deadlineMs: number;
  idleMs: number;
}

/** The paths that the gateway passes on to a subgraph as they are. */
export const BESIDE = {
  '/calendar/*': { methods: ['GET', 'HEAD'], logIn: false, atOnce: 50, deadlineMs: 15_000, idleMs: 15_000 },
  '/files/*': { methods: ['GET', 'HEAD', 'PUT'], logIn: false, atOnce: 50, deadlineMs: 600_000, idleMs: 30_000 },
  // An hour, after which a client connects again with a token that still holds. A heartbeat keeps it from being idle.
  '/notifications/stream': {
    methods: ['GET'],
    logIn: true,
    atOnce: 2_000,
    perPerson: 10,
    deadlineMs: 3_600_000,
    idleMs: 60_000,
  },
} as const satisfies Record<string, Allowance>;

export type BesidePath = keyof typeof BESIDE;

export interface BesideTheGraph {
  routes: Routes;
  /** Ends what is under way and would not end by itself: streams. */
  stop(): void;
}

const UNAVAILABLE = 'Dit is nu niet beschikbaar. Probeer het later opnieuw.\n';

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
    const underWay = new Map<string, number>();
    let all = 0;

    const isTooMuch = (person: string): boolean =>
      all >= allowed.atOnce || (underWay.get(person) ?? 0) >= (allowed.perPerson ?? Infinity);

    const count = (person: string, by: 1 | -1): void => {
      all += by;
      const now = (underWay.get(person) ?? 0) + by;
      if (now > 0) underWay.set(person, now);
      else underWay.delete(person);
    };

    /** Ends an exchange in which nothing moves, or that lasts too long. A stream that lasted its time ends in order. */
    const bound = (request: IncomingMessage, response: ServerResponse): (() => void) => {
      const late = () => {
        if (!response.headersSent)
          respond(response, 504, 'Het duurde te lang. Probeer het opnieuw.\n', { Connection: 'close' });
        else if (allowed.logIn) response.end();
        else response.destroy();
      };
      const deadline = setTimeout(late, allowed.deadlineMs);
      const { socket } = request;
      const idle = () => response.destroy();
      socket.setTimeout(allowed.idleMs).on('timeout', idle);
      return () => {
        clearTimeout(deadline);
        socket.off('timeout', idle);
      };
    };

    return async (request, response) => {
      const requestId = requestIdOf(request.headers['x-request-id']);
      response.setHeader('x-request-id', requestId);
      if (allowOrigins(allowedOrigins, request, response)) return;
      if (!allowed.methods.includes(request.method ?? ''))
        return respond(response, 405, `Gebruik ${allowed.methods.join(' of ')}.\n`, {
          Allow: allowed.methods.join(', '),
        });
      let identity = null;
      if (allowed.logIn) {
        try {
          identity = await identify(request.headers.authorization);
          if (!identity) throw notLoggedIn();
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          return tellRefusal(response, error);
        }
      }
      const person = identity?.professionalId ?? '';
      if (isTooMuch(person))
        return respond(response, 503, 'Het is nu te druk. Probeer het zo opnieuw.\n', { 'Retry-After': '5' });

      count(person, 1);
      const free = bound(request, response);
      if (allowed.logIn) streams.add(response);
      response.once('close', () => {
        free();
        count(person, -1);
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
