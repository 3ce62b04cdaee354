import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one HTTP request. What it throws becomes a 500 without detail. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Paths and who answers them. `/a` answers that path alone; `/a/*` answers all below it. */
export type Routes = Record<string, Handler>;

export interface WebServer {
  url: string;
  port: number;
  server: Server;
  /** Stops taking requests, lets running ones end (at most `graceMs`), closes every connection. */
  stop(graceMs?: number): Promise<void>;
}

/** How long a request may take to come in: an upload over a slow line takes long. Who reads one whole bounds that. */
const LONGEST_REQUEST_MS = 3_600_000;
/** How long a body that is read whole may take to come in. */
const LONGEST_BODY_MS = 300_000;

/** Sent with every answer (BIO2, NL API Design Rules: transport and security). */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

function find(routes: Routes, path: string): Handler | undefined {
  const exact = routes[path];
  if (exact) return exact;
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    const below = routes[`${path.slice(0, end)}/*`];
    if (below) return below;
    if (end === 0) break;
  }
  return undefined;
}

/**
 * A bare node:http server with a table of routes. `port` 0 takes a free one.
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startWebServer(
  routes: Routes,
  options: { port: number; host?: string; onError?: (error: unknown, request: IncomingMessage) => void },
): Promise<WebServer> {
  const host = options.host ?? '127.0.0.1';
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const handler = find(routes, path);
    if (!handler) {
      respond(response, 404, 'Niet gevonden.\n');
      return;
    }
    Promise.resolve()
      .then(() => handler(request, response))
      .catch((error: unknown) => {
        options.onError?.(error, request);
        if (!response.headersSent) respond(response, 500, 'Er ging iets mis.\n');
        else response.destroy();
      });
  });
  server.requestTimeout = LONGEST_REQUEST_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async stop(graceMs = 2_000) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** Sends `body` whole: a string as text, anything else as JSON. */
export function respond(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

/**
 * The body as text. What comes after the limit is received and thrown away, so that the client can still read why. A
 * client that takes longer than `withinMs` is let go.
 * @throws RangeError when it is longer than `limit` bytes
 */
export function readBody(request: IncomingMessage, limit: number, withinMs = LONGEST_BODY_MS): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => request.destroy(), withinMs);
    request.once('close', () => clearTimeout(late));
    const parts: Buffer[] = [];
    let size = 0;
    const refuse = () => {
      request.removeAllListeners('data').resume();
      reject(new RangeError(`body over ${limit} bytes`));
    };
    if (Number(request.headers['content-length']) > limit) return refuse();
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > limit) refuse();
      else parts.push(part);
    });
    request.once('end', () =>
      resolve(parts.length === 1 ? parts[0]!.toString('utf8') : Buffer.concat(parts).toString('utf8')),
    );
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(new Error('the client left'));
    });
  });
}
