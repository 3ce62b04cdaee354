import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { request as ask } from 'node:http';
import { BESIDE, besideTheGraph, type BesideTheGraph } from '../../gateway/beside.js';
import { besideOverHttp } from '../../gateway/beside-over-http.js';
import { refusal } from '../../gateway/errors.js';
import type { Identify } from '../../gateway/identity.js';
import type { BesideHandler, BesideRoutes } from '../../runtime/beside.js';
import { createLog, silent } from '../../runtime/log.js';
import { respond, startWebServer, type WebServer } from '../../runtime/web-server.js';
import { serveSubgraph } from '../../subgraphs/serve.js';
import { held } from '../held.js';
import { identityOf } from '../identity.js';
import { until } from '../until.js';

const SECRET = 'een-geheim-van-deze-test-van-meer-dan-32-tekens';
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const identify: Identify = async (authorization) => {
  if (!authorization) return null;
  if (authorization === 'Bearer goed') return identityOf('accountmanager');
  throw refusal('UNAUTHENTICATED', 'Uw aanmelding is ongeldig. Log opnieuw in.', {
    status: 401,
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });
};
const LOGGED_IN = { authorization: 'Bearer goed' };

type How = 'in one process' | 'over HTTP';
interface Served extends WebServer {
  beside: BesideTheGraph;
}

/** A gateway that passes on to `answer`, in this process or in one that it asks over HTTP. */
async function served(
  how: How,
  answer: BesideHandler,
  options: Partial<Parameters<typeof besideTheGraph>[0]> = {},
): Promise<Served> {
  let routes: BesideRoutes = Object.fromEntries(Object.keys(BESIDE).map((path) => [path, answer]));
  if (how === 'over HTTP') {
    const subgraph = await serveSubgraph({
      name: 'employers',
      ask: async () => ({}),
      beside: routes,
      ready: async () => true,
      identitySecret: SECRET,
      host: '127.0.0.1',
      port: 0,
      log: silent,
    });
    stops.push(() => subgraph.stop(0));
    const passOn = besideOverHttp({ url: `${subgraph.url}/graphql`, identitySecret: SECRET });
    stops.push(() => passOn.close());
    routes = Object.fromEntries(Object.keys(BESIDE).map((path) => [path, passOn]));
  }
  const beside = besideTheGraph({ identify, allowedOrigins: [], log: silent, ...options, routes });
  const web = await startWebServer(beside.routes, { port: 0 });
  stops.push(() => web.stop(0));
  return { ...web, beside };
}

const tells: BesideHandler = async (request, response, { identity, requestId }) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  respond(
    response,
    200,
    {
      method: request.method,
      url: request.url,
      authorization: request.headers.authorization?.slice(0, 7) ?? null,
      cookie: request.headers.cookie ?? null,
      ifNoneMatch: request.headers['if-none-match'] ?? null,
      type: request.headers['content-type'] ?? null,
      body: Buffer.concat(parts).toString(),
      who: identity?.professionalId ?? null,
      requestId,
    },
    { ETag: '"x"', 'Set-Cookie': 'geheim=1', 'Content-Disposition': 'attachment' },
  );
};

describe.each<How>(['in one process', 'over HTTP'])('what stands beside the graph, %s', (how) => {
  test('is passed on as it is: path, question, body and what says something of them', async () => {
    const { url } = await served(how, tells);
    const answer = await fetch(`${url}/files/abc?expires=1&signature=x`, {
      method: 'PUT',
      body: 'inhoud',
      headers: { 'content-type': 'text/plain', 'if-none-match': '"x"', 'x-request-id': 'test-0001' },
    });
    expect(await answer.json()).toMatchObject({
      method: 'PUT',
      url: '/files/abc?expires=1&signature=x',
      body: 'inhoud',
      type: 'text/plain',
      ifNoneMatch: '"x"',
      requestId: 'test-0001',
      who: null,
    });
    expect(answer.headers.get('etag')).toBe('"x"');
    expect(answer.headers.get('x-request-id')).toBe('test-0001');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('knows who asks only where a log-in is asked for', async () => {
    const { url } = await served(how, tells);
    const stream = await fetch(`${url}/notifications/stream`, { headers: LOGGED_IN });
    expect(await stream.json()).toMatchObject({ who: 'prof-01' });
    const file = await fetch(`${url}/files/x`, { headers: LOGGED_IN });
    expect(await file.json()).toMatchObject({ who: null });
  });

  test.each([
    ['no token', {}, 'Log eerst in.\n'],
    ['a token that does not hold', { authorization: 'Bearer slecht' }, 'Uw aanmelding is ongeldig. Log opnieuw in.\n'],
  ])('is refused with %s where a log-in is asked for', async (_, headers, message) => {
    const { url } = await served(how, tells);
    const answer = await fetch(`${url}/notifications/stream`, { headers: headers as Record<string, string> });
    expect([answer.status, await answer.text()]).toEqual([401, message]);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  test.each([
    ['/calendar/x.ics', 'POST', 'GET, HEAD'],
    ['/files/x', 'DELETE', 'GET, HEAD, PUT'],
    ['/notifications/stream', 'PUT', 'GET'],
  ])('%s takes no %s', async (path, method, allow) => {
    const { url } = await served(how, tells);
    const answer = await fetch(`${url}${path}`, { method, headers: LOGGED_IN });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
  });

  test('that fails tells nothing of what failed, and is logged', async () => {
    const lines: string[] = [];
    const log = createLog('test', {
      level: 'error',
      destination: { write: (line: string) => lines.push(line) } as never,
    });
    const fails: BesideHandler = async () => {
      throw new Error('connect ECONNREFUSED 10.0.0.7:5432 select * from geheim');
    };
    const { url } = await served(how, fails, { log });
    const answer = await fetch(`${url}/files/x`);
    expect([answer.status, await answer.text()]).toEqual([
      502,
      'Dit is nu niet beschikbaar. Probeer het later opnieuw.\n',
    ]);
    await until(() => lines.length > 0);
    expect(JSON.parse(lines[0]!)).toMatchObject({ path: '/files/*', msg: 'verzoek naast de graaf mislukt' });
  });

  test('that is refused by who answers is told as it was', async () => {
    const { url } = await served(how, async (_, response) => respond(response, 404, 'Dit document bestaat niet.\n'));
    const answer = await fetch(`${url}/files/x`);
    expect([answer.status, await answer.text()]).toEqual([404, 'Dit document bestaat niet.\n']);
  });

  test('streams: the first part arrives before the last is made', async () => {
    let finish = (): void => {};
    const { url } = await served(how, async (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write('data: eerst\n\n');
      await new Promise<void>((done) => (finish = done));
      response.end('data: laatst\n\n');
    });
    const { body } = await fetch(`${url}/notifications/stream`, { headers: LOGGED_IN });
    const reader = body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('data: eerst\n\n');
    finish();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('data: laatst\n\n');
    expect((await reader.read()).done).toBe(true);
  });

  test('is told when the client goes, up or down', async () => {
    let come = 0;
    let gone = 0;
    const { url } = await served(how, async (request, response) => {
      come += 1;
      request.on('error', () => {});
      response.once('close', () => gone++);
      if (request.method === 'PUT') return void request.resume();
      response.writeHead(200).write('begin');
    });
    const down = new AbortController();
    await fetch(`${url}/notifications/stream`, { headers: LOGGED_IN, signal: down.signal });
    down.abort();
    await until(() => gone === 1);
    const up = ask(`${url}/files/x`, { method: 'PUT', headers: { 'content-length': 1_000_000 } });
    up.on('error', () => {});
    up.write('een deel');
    await until(() => come === 2);
    up.destroy();
    await until(() => gone === 2);
  });

  test('has a most at once, of all and of one professional, and room again when one ends', async () => {
    const ends: (() => void)[] = [];
    const holds: BesideHandler = async (_, response) => {
      response.writeHead(200).write('hier');
      ends.push(() => response.end());
    };
    const { url } = await served(how, holds, {
      allowances: {
        '/notifications/stream': { perClient: 2 },
        '/files/*': { atOnce: 2, perClient: 1, perMinute: 1e6 },
      },
    });
    const open = (path: string) => fetch(`${url}${path}`, { headers: LOGGED_IN });
    expect((await open('/notifications/stream')).status).toBe(200);
    expect((await open('/notifications/stream')).status).toBe(200);
    const third = await open('/notifications/stream');
    expect([third.status, third.headers.get('retry-after'), await third.text()]).toEqual([
      429,
      '5',
      'U hebt hier te veel tegelijk open. Wacht tot er iets klaar is en probeer het opnieuw.\n',
    ]);
    expect((await open('/files/x?a')).status).toBe(200);
    expect((await open('/files/x?b')).status).toBe(429);
    expect((await open('/files/y')).status).toBe(200);
    const full = await open('/files/z');
    expect([full.status, full.headers.get('retry-after'), await full.text()]).toEqual([
      503,
      '5',
      'Het is nu te druk. Probeer het zo opnieuw.\n',
    ]);
    for (const end of ends.splice(0)) end();
    await until(async () => (await open('/files/x')).status === 200);
    for (const end of ends) end();
  });

  test('is answered so often within a minute at one address, and no oftener', async () => {
    const { url } = await served(how, tells, { allowances: { '/calendar/*': { perMinute: 2 } } });
    const statuses = [];
    for (const path of ['/calendar/a.ics', '/calendar/a.ics?x=1', '/calendar/a.ics', '/calendar/b.ics'])
      statuses.push((await fetch(`${url}${path}`)).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
    const refused = await fetch(`${url}/calendar/a.ics`);
    expect(await refused.text()).toMatch(/^U vraagt dit te vaak\. Wacht \d+ seconden? en probeer het opnieuw\.\n$/);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('that takes too long is answered in time, and a stream that lasted its time ends in order', async () => {
    const { url } = await served(
      how,
      async (request, response) => {
        if (request.url === '/notifications/stream') response.writeHead(200).write('hier');
      },
      { allowances: { '/files/*': { answerMs: 50 }, '/notifications/stream': { deadlineMs: 1_500 } } },
    );
    const late = await fetch(`${url}/files/x`);
    expect([late.status, await late.text()]).toEqual([504, 'Het duurde te lang. Probeer het opnieuw.\n']);
    const stream = await fetch(`${url}/notifications/stream`, { headers: LOGGED_IN });
    expect(await stream.text()).toBe('hier');
  });

  test('in which nothing moves on the way up is let go', async () => {
    const { url } = await served(how, async (request) => void request.resume(), {
      allowances: { '/files/*': { idleMs: 50 } },
    });
    const up = ask(`${url}/files/x`, { method: 'PUT', headers: { 'content-length': 1_000_000 } });
    const failed = once(up, 'error');
    up.write('een deel');
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
  });

  test('in which nothing moves on the way down is let go', async () => {
    const { url } = await served(how, async (_, response) => void response.writeHead(200).write('een deel'), {
      allowances: { '/files/*': { idleMs: 50 } },
    });
    const { body } = await fetch(`${url}/files/x`);
    await expect(
      (async () => {
        for await (const _ of body as unknown as AsyncIterable<Uint8Array>);
      })(),
    ).rejects.toThrow();
  });

  test('may take long to be kept after it came in: nothing moves then, and nothing is wrong', async () => {
    const keeps: BesideHandler = async (request, response) => {
      for await (const _ of request);
      await new Promise((done) => setTimeout(done, 3_500));
      respond(response, 201, { bewaard: true });
    };
    const { url } = await served(how, keeps, { allowances: { '/files/*': { idleMs: 1_500 } } });
    const answer = await fetch(`${url}/files/x`, { method: 'PUT', body: 'inhoud' });
    expect([answer.status, await answer.json()]).toEqual([201, { bewaard: true }]);
  });

  test('ends its streams when the gateway stops', async () => {
    const { url, beside } = await served(how, async (_, response) => void response.writeHead(200).write('hier'));
    const stream = await fetch(`${url}/notifications/stream`, { headers: LOGGED_IN });
    const read = stream.text();
    beside.stop();
    expect(await read).toBe('hier');
  });
});

test('who goes while we look who it is takes no place', async () => {
  let look = (): void => {};
  const looked = new Promise<void>((done) => (look = done));
  let asked = 0;
  const slowly: Identify = async (authorization) => {
    if (asked++ === 0) await looked;
    return identify(authorization);
  };
  const { url, server } = await served('in one process', tells, {
    identify: slowly,
    allowances: { '/notifications/stream': { perClient: 1 } },
  });
  const gone = new AbortController();
  const first = fetch(`${url}/notifications/stream`, { headers: LOGGED_IN, signal: gone.signal }).catch(() => {});
  await until(() => asked === 1);
  gone.abort();
  await first;
  await until(() => new Promise<boolean>((done) => server.getConnections((_, open) => done(open === 0))));
  look();
  await looked;
  expect((await fetch(`${url}/notifications/stream`, { headers: LOGGED_IN })).status).toBe(200);
});

test('the server lets a request come in for as long as an upload may take', async () => {
  const { server } = await served('in one process', tells);
  expect(server.requestTimeout).toBeGreaterThanOrEqual(BESIDE['/files/*'].deadlineMs);
});

describe('over HTTP', () => {
  let tellsAll: Record<string, unknown>;
  beforeAll(async () => {
    const { url } = await served('over HTTP', tells);
    const answer = await fetch(`${url}/notifications/stream`, { headers: { ...LOGGED_IN, cookie: 'a=1' } });
    tellsAll = { ...((await answer.json()) as object), setCookie: answer.headers.get('set-cookie') };
  });
  afterAll(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  test('neither the client’s token nor cookies go along, in either direction', () => {
    expect(tellsAll).toMatchObject({ who: 'prof-01', authorization: 'Bearer ', cookie: null, setCookie: null });
  });

  test('a subgraph believes nobody whom the gateway did not sign for', async () => {
    const subgraph = await serveSubgraph({
      name: 'employers',
      ask: async () => ({}),
      beside: { '/notifications/stream': tells },
      ready: async () => true,
      identitySecret: SECRET,
      host: '127.0.0.1',
      port: 0,
      log: silent,
    });
    stops.push(() => subgraph.stop(0));
    const answer = await fetch(`${subgraph.url}/notifications/stream`, { headers: { authorization: 'Bearer goed' } });
    expect(answer.status).toBe(401);
    const nobody = await fetch(`${subgraph.url}/notifications/stream`);
    expect(await nobody.json()).toMatchObject({ who: null });
  });

  test('a subgraph that is not there is no more than unavailable', async () => {
    const passOn = besideOverHttp({ url: 'http://127.0.0.1:9/graphql', identitySecret: SECRET });
    stops.push(() => passOn.close());
    const beside = besideTheGraph({ routes: { '/files/*': passOn }, identify, allowedOrigins: [], log: silent });
    const web = await startWebServer(beside.routes, { port: 0 });
    stops.push(() => web.stop(0));
    const answer = await fetch(`${web.url}/files/x`);
    expect([answer.status, await answer.text()]).toEqual([
      502,
      'Dit is nu niet beschikbaar. Probeer het later opnieuw.\n',
    ]);
  });

  test('25 MB pass through without being held whole', async () => {
    const SIZE = 25_000_000;
    const LOOK_EVERY = 2_500_000;
    let received = 0;
    const { url } = await served('over HTTP', async (request, response) => {
      for await (const part of request) received += (part as Buffer).length;
      response.writeHead(200, { 'Content-Length': SIZE });
      const part = Buffer.alloc(50_000, 'x');
      for (let sent = 0; sent < SIZE; sent += part.length) if (!response.write(part)) await once(response, 'drain');
      response.end();
    });
    const before = held();
    let peak = 0;
    const look = (): void => void (peak = Math.max(peak, held() - before));
    const going = ask(`${url}/files/x`, { method: 'PUT', headers: { 'content-length': SIZE } });
    let back = 0;
    const answered = new Promise<void>((done, fail) => {
      going.once('error', fail).once('response', (response) => {
        response.on('data', (part: Buffer) => {
          if (Math.floor(back / LOOK_EVERY) !== Math.floor((back += part.length) / LOOK_EVERY)) look();
        });
        response.once('end', () => done());
      });
    });
    const part = Buffer.alloc(50_000, 'x');
    for (let sent = 0; sent < SIZE; sent += part.length) {
      if (!going.write(part)) await once(going, 'drain');
      if (sent % LOOK_EVERY === 0) look();
    }
    going.end();
    await answered;
    expect([received, back]).toEqual([SIZE, SIZE]);
    expect(peak / SIZE).toBeLessThan(1);
  });
});

test('pages of allowed origins may ask and upload, and pages of others may not', async () => {
  const { url } = await served('in one process', tells, { allowedOrigins: ['https://klant.example'] });
  const preflight = await fetch(`${url}/files/x`, {
    method: 'OPTIONS',
    headers: { origin: 'https://klant.example', 'access-control-request-method': 'PUT' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
  const allowed = await fetch(`${url}/files/x`, { headers: { origin: 'https://klant.example' } });
  expect(allowed.headers.get('access-control-expose-headers')).toContain('retry-after');
  const other = await fetch(`${url}/files/x`, { headers: { origin: 'https://ander.example' } });
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
});
