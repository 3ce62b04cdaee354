import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { silent, type Logger } from '../runtime/log.js';
import { readBody, respond, startWebServer } from '../runtime/web-server.js';
import { callBook, type FakeCalls } from './fake-calls.js';
import { FAULT_KINDS, FaultShape, send, sendSpoiled, type FakeAnswer, type Fault } from './fake-faults.js';

export interface FakeRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  /** Where this fake can be reached, for links in answers. */
  url: string;
}

export interface FakeOptions<Fact> {
  /** Stands in the log, e.g. `kvk`. */
  name: string;
  /** 0 takes a free one. */
  port: number;
  /** Default 127.0.0.1. */
  host?: string;
  log?: Logger;
  /** The partner: from a request to its answer, from the facts told so far. */
  answer(request: FakeRequest): FakeAnswer | Promise<FakeAnswer>;
  /** The partner's own error, for the fault `ok-with-error`; of a partner with two wires, in that of the request. */
  errorInside: FakeAnswer | ((request: FakeRequest) => FakeAnswer);
  /** How a fact looks that is told over HTTP. */
  fact: z.ZodType<Fact>;
  /** The list of facts in what was sent. Default the list that was sent, or that under `facts`. */
  unpack?: (sent: unknown) => unknown;
  tell(facts: Fact[]): void;
}

export interface Fake<Fact> {
  url: string;
  port: number;
  tell(facts: Fact[]): void;
  calls(): FakeCalls;
  /** The same as POST /_fake/fault. */
  fault(fault: z.input<typeof FaultShape>): Promise<void>;
  /** The same as DELETE /_fake/fault. */
  lift(): Promise<void>;
  stop(): Promise<void>;
}

/** What a test may send at once. */
const MOST_BYTES = 20_000_000;

/**
 * What all fakes share: a server that speaks the partner's wire, and, beside it, paths for tests:
 *   POST   /_fake/fault {kind, pathPrefix?, times?, delayMs?, retryAfterS?, forMs?}   DELETE /_fake/fault
 *   POST   /_fake/facts [fact, ...] or {"facts": [...]}
 *   GET    /_fake/calls   DELETE /_fake/calls
 *
 * `refuse`: one port cannot both refuse and be told to stop refusing. So a plain `refuse` takes the connection and resets
 * it (RST) once it has read that the request is not for /_fake: the client sees a broken connection and never a byte. With
 * `forMs` the listening socket really closes (ECONNREFUSED, for /_fake too) and listens again after that time.
 */
export async function startFake<Fact>(options: FakeOptions<Fact>): Promise<Fake<Fact>> {
  const { log = silent, name } = options;
  const book = callBook();
  let fault: Fault | null = null;
  let liftFault: () => void = () => {};
  let lifted = Promise.resolve();
  let closedUntil: NodeJS.Timeout | undefined;

  async function setFault(input: z.input<typeof FaultShape>): Promise<void> {
    await lift();
    fault = FaultShape.parse(input);
    lifted = new Promise((resolve) => (liftFault = resolve));
    log.info({ fake: name, fault: fault.kind }, 'fault set');
    if (fault.kind === 'refuse' && fault.forMs) {
      web.server.close();
      closedUntil = setTimeout(() => void lift(), fault.forMs);
    }
    // A kept connection would outlive the refusal of new ones.
    if (fault.kind === 'refuse') web.server.closeIdleConnections();
  }

  async function lift(): Promise<void> {
    fault = null;
    liftFault();
    clearTimeout(closedUntil);
    if (web.server.listening) return;
    await new Promise<void>((resolve) => web.server.listen(web.port, options.host ?? '127.0.0.1', resolve));
  }

  /** The fault that befalls this request, counted. */
  function befalls(path: string): Fault | null {
    if (!fault || !path.startsWith(fault.pathPrefix)) return null;
    const now = fault;
    if (now.times !== undefined) fault = now.times > 1 ? { ...now, times: now.times - 1 } : null;
    return now;
  }

  async function partner(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://fake');
    const now = befalls(path);
    book.add(request.method ?? 'GET', path, [...query.keys()], response, now?.kind ?? null);
    if (now?.kind === 'refuse') {
      request.socket.resetAndDestroy();
      return;
    }
    const body = await readBody(request, MOST_BYTES);
    const asked: FakeRequest = {
      method: request.method ?? 'GET',
      path,
      query,
      headers: request.headers,
      body,
      url: web.url,
    };
    const { errorInside } = options;
    // A partner that says no has not done it; whatever else goes wrong, it may have.
    if (now?.kind === 'ok-with-error') {
      send(response, { ...(typeof errorInside === 'function' ? errorInside(asked) : errorInside), status: 200 });
      return;
    }
    const answer = await options.answer(asked);
    if (now) await sendSpoiled(response, now, answer, lifted);
    else send(response, answer);
  }

  const web = await startWebServer(
    {
      '/_fake/fault': async (request, response) => {
        if (request.method === 'DELETE') return lift().then(() => done(response));
        if (request.method !== 'POST') return problem(response, 405, 'Alleen POST en DELETE.');
        const told = FaultShape.safeParse(await json(request));
        if (!told.success)
          return problem(response, 400, `Ongeldige storing. Soorten: ${FAULT_KINDS.join(', ')}.`, {
            allowed: FAULT_KINDS,
          });
        // Answered first: with `forMs` this connection is closed too.
        response.once('finish', () => void setFault(told.data));
        done(response);
      },
      '/_fake/facts': async (request, response) => {
        if (request.method !== 'POST') return problem(response, 405, 'Alleen POST.');
        const sent = await json(request);
        const facts = z.array(options.fact).safeParse((options.unpack ?? listOf)(sent));
        if (!facts.success)
          return problem(response, 400, 'Ongeldige feiten.', {
            where: facts.error.issues.map((i) => i.path.join('.')),
          });
        options.tell(facts.data);
        done(response);
      },
      '/_fake/calls': (request, response) => {
        if (request.method === 'GET') return respond(response, 200, book.calls());
        if (request.method !== 'DELETE') return problem(response, 405, 'Alleen GET en DELETE.');
        book.clear();
        done(response);
      },
      '/_fake/*': (_request, response) => problem(response, 404, 'Niet gevonden.'),
      '/*': partner,
    },
    {
      port: options.port,
      ...(options.host ? { host: options.host } : {}),
      onError: (error) => log.error({ fake: name, err: error }, 'fake failed'),
    },
  );

  return {
    url: web.url,
    port: web.port,
    tell: (facts) => options.tell(facts),
    calls: () => book.calls(),
    fault: setFault,
    lift,
    async stop() {
      fault = null;
      liftFault();
      clearTimeout(closedUntil);
      await web.stop(50);
    },
  };
}

const listOf = (sent: unknown): unknown => (Array.isArray(sent) ? sent : (sent as { facts?: unknown } | null)?.facts);

/** The body as JSON; null, which no shape accepts, when it is none. */
const json = async (request: IncomingMessage): Promise<unknown> => {
  const text = await readBody(request, MOST_BYTES);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

const done = (response: ServerResponse): void => void response.writeHead(204).end();

/** RFC 9457. */
const problem = (response: ServerResponse, status: number, title: string, more: Record<string, unknown> = {}): void =>
  respond(
    response,
    status,
    { type: 'about:blank', title, status, ...more },
    { 'Content-Type': 'application/problem+json' },
  );
