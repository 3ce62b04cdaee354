import type { IncomingMessage } from 'node:http';
import { startWebServer, type WebServer } from '../../../../runtime/web-server.js';

/** A store that speaks as much S3 as documents need: put, get and delete one object. What is not whole is not kept. */
export interface S3Listener {
  url: string;
  objects: Map<string, { content: Buffer; type: string }>;
  /** Whether it answers; when not, with 503. */
  up: boolean;
  /** Whether it takes what is sent and answers nothing at all. */
  silent: boolean;
  /** Milliseconds between the five parts in which it sends an object; 0: at once. */
  partEveryMs: number;
  requests: { method: string; path: string; authorization: string }[];
  stop(): Promise<void>;
}

async function contentOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export async function startS3Listener(): Promise<S3Listener> {
  const listener: Omit<S3Listener, 'url' | 'stop'> = {
    objects: new Map(),
    up: true,
    silent: false,
    partEveryMs: 0,
    requests: [],
  };
  const server: WebServer = await startWebServer(
    {
      '/*': async (request, response) => {
        const path = decodeURIComponent((request.url ?? '').split('?', 1)[0]!);
        const method = request.method ?? '';
        listener.requests.push({ method, path, authorization: request.headers.authorization ?? '' });
        if (!listener.up) {
          request.resume();
          return void response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
        }
        if (listener.silent) return void request.resume();
        if (method === 'PUT') {
          const content = await contentOf(request);
          listener.objects.set(path, { content, type: request.headers['content-type'] ?? '' });
          return void response.writeHead(200, { ETag: '"x"' }).end();
        }
        if (method === 'DELETE') {
          listener.objects.delete(path);
          return void response.writeHead(204).end();
        }
        const found = listener.objects.get(path);
        if (!found) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
        response.writeHead(200, { 'Content-Type': found.type, 'Content-Length': found.content.length });
        const size = listener.partEveryMs ? Math.ceil(found.content.length / 5) : found.content.length;
        for (let at = 0; at < found.content.length; at += size) {
          response.write(found.content.subarray(at, at + size));
          if (listener.partEveryMs) await new Promise((done) => setTimeout(done, listener.partEveryMs));
        }
        response.end();
      },
    },
    { port: 0 },
  );
  return Object.assign(listener, { url: server.url, stop: () => server.stop(0) });
}
