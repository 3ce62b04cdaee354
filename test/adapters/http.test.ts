import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { register } from 'prom-client';
import { parseJson } from '../../adapters/body.js';
import { partnerHttp, type PartnerCall, type PartnerHttp } from '../../adapters/http.js';
import type { PartnerError } from '../../adapters/partner-error.js';
import { retryAfter } from '../../adapters/status-error.js';
import { createLog } from '../../runtime/log.js';
import { startTelemetry } from '../../runtime/telemetry.js';
import { quickest } from '../quickest.js';
import { LONG_MS } from './long-enough.js';

const lines: Record<string, unknown>[] = [];
const log = createLog('test', {
  level: 'info',
  destination: new Writable({ write: (chunk, _encoding, done) => (lines.push(JSON.parse(String(chunk))), done()) }),
});

let server: Server;
let listener: RequestListener;
let http: PartnerHttp;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => listener(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = partnerHttp({
    partner: 'KVK',
    baseUrl: `${base}/api/`,
    log,
    headers: { apikey: 'secret-key' },
    maxBodyBytes: 10_000,
  });
});
afterAll(async () => {
  await http.close();
  server.closeAllConnections();
  server.close();
});
afterEach(() => void lines.splice(0));

const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' };
const get = (more: Partial<PartnerCall<unknown>> = {}) =>
  http.call<unknown>({
    service: 'zoeken',
    path: '/v2/zoeken',
    query: new URLSearchParams({ naam: 'Jansen' }),
    accept: ['application/json'],
    signal: AbortSignal.timeout(LONG_MS),
    read: ({ text }) => parseJson('KVK', text),
    ...more,
  });

test('a call goes below the base, with its query, its headers and the media types it takes', async () => {
  const seen: unknown[] = [];
  listener = (request, response) => {
    seen.push(request.method, request.url, request.headers.apikey, request.headers.accept, request.headers['x-more']);
    response.writeHead(200, JSON_TYPE).end('{"a":1}');
  };
  expect(await get({ headers: { 'x-more': 'yes' } })).toEqual({ a: 1 });
  expect(seen).toEqual(['GET', '/api/v2/zoeken?naam=Jansen', 'secret-key', 'application/json', 'yes']);
});

test('connections are kept', async () => {
  const ports = new Set<number | undefined>();
  listener = (request, response) => {
    ports.add(request.socket.remotePort);
    response.writeHead(200, JSON_TYPE).end('{}');
  };
  for (let i = 0; i < 20; i++) await get();
  expect(ports.size).toBeLessThanOrEqual(2);
});

test('a POST sends its body', async () => {
  listener = async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    response.writeHead(200, JSON_TYPE).end(Buffer.concat(parts));
  };
  expect(await get({ method: 'POST', body: '{"b":2}', headers: { 'content-type': 'application/json' } })).toEqual({
    b: 2,
  });
});

describe('an answer', () => {
  test.each<[string, string, RequestListener]>([
    ['429', 'UNAVAILABLE', (_q, r) => void r.writeHead(429).end()],
    ['408', 'UNAVAILABLE', (_q, r) => void r.writeHead(408).end()],
    ['500', 'UNAVAILABLE', (_q, r) => void r.writeHead(500, JSON_TYPE).end('{}')],
    [
      '503 that is a web page',
      'UNAVAILABLE',
      (_q, r) => void r.writeHead(503, { 'content-type': 'text/html' }).end('<p>'),
    ],
    ['of which the connection is reset', 'UNAVAILABLE', (q) => void q.socket.resetAndDestroy()],
    ['401', 'REFUSED', (_q, r) => void r.writeHead(401).end()],
    ['403', 'REFUSED', (_q, r) => void r.writeHead(403, { 'content-type': 'text/html' }).end('<p>')],
    [
      'that sends us elsewhere',
      'MALFORMED',
      (_q, r) => void r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['that is a web page', 'MALFORMED', (_q, r) => void r.writeHead(200, { 'content-type': 'text/html' }).end('<p>')],
    ['without a type', 'MALFORMED', (_q, r) => void r.writeHead(200).end('{}')],
    [
      'in another charset',
      'MALFORMED',
      (_q, r) => void r.writeHead(200, { 'content-type': 'application/json; charset="iso-8859-1"' }).end('{}'),
    ],
    [
      'with bytes that are no UTF-8',
      'MALFORMED',
      (_q, r) => void r.writeHead(200, JSON_TYPE).end(Buffer.from([0x22, 0xe9, 0x22])),
    ],
    ['that is no JSON', 'MALFORMED', (_q, r) => void r.writeHead(200, JSON_TYPE).end('{"a":')],
    ['that is empty', 'MALFORMED', (_q, r) => void r.writeHead(200, JSON_TYPE).end()],
    [
      'cut off in good order',
      'MALFORMED',
      (_q, r) => void r.writeHead(200, { ...JSON_TYPE, 'content-length': 100 }).write('{"a":1', () => r.socket?.end()),
    ],
    [
      'cut off by a reset',
      'MALFORMED',
      (_q, r) =>
        void r
          .writeHead(200, { ...JSON_TYPE, 'content-length': 100 })
          // In the turn after those in which what was written is read, however late that is.
          .write('{"a":1', () => setTimeout(() => setImmediate(() => r.socket?.resetAndDestroy()), 20)),
    ],
    [
      'that says it is too long',
      'MALFORMED',
      (_q, r) => void r.writeHead(200, { ...JSON_TYPE, 'content-length': 10_001 }).end(' '.repeat(10_001)),
    ],
  ])('%s is %s', async (_what, kind, answer) => {
    listener = answer;
    await expect(get()).rejects.toMatchObject({ name: 'PartnerError', kind });
    expect(lines).toMatchObject([{ outcome: kind }]);
  });

  test.each<[string, RequestListener]>([
    ['that never comes', () => {}],
    ['of which the body never ends', (_q, r) => void r.writeHead(200, JSON_TYPE).write('{')],
  ])('%s is UNAVAILABLE as soon as it is given up', async (_what, answer) => {
    listener = answer;
    const ask = () =>
      expect(get({ signal: AbortSignal.timeout(300) })).rejects.toMatchObject({
        name: 'PartnerError',
        kind: 'UNAVAILABLE',
      });
    expect(await quickest(500, ask)).toBeLessThan(500);
    expect(lines[0]).toMatchObject({ outcome: 'UNAVAILABLE' });
  });

  test('of 50 MB without a length is read up to the limit, and the partner is cut off', async () => {
    let sent = 0;
    const left = new Promise<void>((resolve) => {
      listener = (_request, response) => {
        response.writeHead(200, JSON_TYPE).on('close', resolve);
        const piece = Buffer.alloc(64_000, ' ');
        const more = () => {
          while (!response.destroyed && sent < 50_000_000) {
            sent += piece.length;
            if (!response.write(piece)) return void response.once('drain', more);
          }
          response.end();
        };
        more();
      };
    });
    await expect(get()).rejects.toMatchObject({ kind: 'MALFORMED' });
    await left;
    expect(sent).toBeLessThan(10_000_000);
  });

  test('whose reader throws something of its own is MALFORMED', async () => {
    listener = (_request, response) => void response.writeHead(200, JSON_TYPE).end('{}');
    const read = () => {
      throw new TypeError('x is undefined');
    };
    await expect(get({ read })).rejects.toMatchObject({ kind: 'MALFORMED', cause: expect.any(TypeError) });
  });

  test('with 500 is read when the call says so: a SOAP Fault comes with it', async () => {
    listener = (_request, response) => void response.writeHead(500, { 'content-type': 'text/xml' }).end('<Fault/>');
    expect(await get({ readAlso: [500], accept: ['text/xml'], read: ({ status, text }) => [status, text] })).toEqual([
      500,
      '<Fault/>',
    ]);
  });

  test('leaves the connection usable for the next, whatever came', async () => {
    const single = partnerHttp({ partner: 'KVK', baseUrl: base, log, connections: 1 });
    const call = () =>
      single.call({
        service: 'x',
        path: '/',
        accept: ['application/json'],
        signal: AbortSignal.timeout(LONG_MS),
        read: ({ text }) => text,
      });
    for (const status of [500, 429, 302, 200, 503]) {
      listener = (_request, response) =>
        void response.writeHead(status, { 'content-type': 'text/html' }).end('x'.repeat(900_000));
      await call().catch(() => {});
    }
    listener = (_request, response) => void response.writeHead(200, JSON_TYPE).end('{"ok":true}');
    expect(await call()).toBe('{"ok":true}');
    await single.close();
  });
});

test('a refused connection is UNAVAILABLE, and where it was tells the cause alone', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const nowhere = partnerHttp({ partner: 'KVK', baseUrl: `http://127.0.0.1:${port}`, log });
  const error = (await nowhere
    .call({ service: 'zoeken', path: '/', accept: [], signal: AbortSignal.timeout(LONG_MS), read: () => null })
    .catch((reason: unknown) => reason)) as PartnerError;
  await nowhere.close();
  expect(error).toMatchObject({
    kind: 'UNAVAILABLE',
    message: 'KvK antwoordt nu niet.',
    cause: { code: 'ECONNREFUSED' },
  });
});

test('an aborted call is not made', async () => {
  let asked = false;
  listener = () => (asked = true);
  await expect(get({ signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  expect(asked).toBe(false);
});

test('each call is one line and one measurement, without path, query or key', async () => {
  register.resetMetrics();
  listener = (_request, response) => void response.writeHead(404, JSON_TYPE).end('{}');
  await get({ path: '/v1/basisprofielen/69599084', service: 'basisprofielen' });
  expect(lines).toMatchObject([
    {
      partner: 'KVK',
      service: 'basisprofielen',
      outcome: 'OK',
      status: 404,
      ms: expect.any(Number),
      msg: 'partner call',
    },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/69599084|Jansen|secret-key|127\.0\.0\.1/);
  const metrics = await register.metrics();
  expect(metrics).toContain('werkgraaf_partner_seconds_count{partner="KVK",service="basisprofielen",outcome="OK"} 1');
  expect(metrics).not.toContain('69599084');
});

test('a call is a client span, and the partner is told the trace (W3C)', async () => {
  const exporter = new InMemorySpanExporter();
  const telemetry = startTelemetry({ service: 'test', exporter });
  let traceparent: unknown;
  listener = (request, response) => {
    traceparent = request.headers.traceparent;
    response.writeHead(200, JSON_TYPE).end('{}');
  };
  await get();
  const [span] = exporter.getFinishedSpans();
  await telemetry.stop();
  trace.disable();
  expect(span).toMatchObject({
    name: 'KVK zoeken',
    kind: 2,
    attributes: { 'http.response.status_code': 200, 'werkgraaf.outcome': 'OK' },
  });
  expect(traceparent).toBe(`00-${span!.spanContext().traceId}-${span!.spanContext().spanId}-01`);
});

test.each([
  ['3', 3_000],
  ['0', 0],
  ['Sun, 22 Nov 2026 12:00:05 GMT', 5_000],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['-1', null],
  [undefined, null],
])('Retry-After %s is %s ms', (value, ms) => expect(retryAfter(value, Date.parse('2026-11-22T12:00:00Z'))).toBe(ms));
