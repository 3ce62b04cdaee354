import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { z } from 'zod';
import { FAULT_KINDS, type FakeAnswer } from '../../adapters/fake-faults.js';
import { startFake, type Fake } from '../../adapters/fakes.js';
import { until } from '../until.js';
import { LONG_MS } from './long-enough.js';

const told: string[] = [];
const json = (status: number, body: unknown): FakeAnswer => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

let fake: Fake<{ word: string }>;
beforeAll(async () => {
  fake = await startFake({
    name: 'words',
    port: 0,
    fact: z.strictObject({ word: z.string() }),
    tell: (facts) => void told.push(...facts.map((fact) => fact.word)),
    answer: ({ method, path, query, body }) => json(200, { method, path, query: [...query], body, told }),
    errorInside: json(500, { error: 'E1' }),
  });
});
afterAll(() => fake.stop());
afterEach(async () => {
  await fake.lift();
  await send('DELETE', '/_fake/calls');
});

async function send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, ms = LONG_MS) {
  const response = await request(fake.url + path, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(ms),
  });
  return { status: response.statusCode, headers: response.headers, text: await response.body.text() };
}
const ask = (path = '/a/b', ms?: number) => send('GET', path, undefined, ms);
const fault = (body: unknown) => send('POST', '/_fake/fault', body);

test('a fake answers its partner’s paths itself', async () => {
  const { status, text } = await send('POST', '/a/b?c=d', 'x');
  expect([status, JSON.parse(text)]).toEqual([
    200,
    { method: 'POST', path: '/a/b', query: [['c', 'd']], body: '"x"', told: [] },
  ]);
});

test('a fake holds what it is told, as a list or under facts, and refuses what is no fact', async () => {
  expect((await send('POST', '/_fake/facts', [{ word: 'een' }])).status).toBe(204);
  expect((await send('POST', '/_fake/facts', { facts: [{ word: 'twee' }] })).status).toBe(204);
  fake.tell([{ word: 'drie' }]);
  expect(told).toEqual(['een', 'twee', 'drie']);
  for (const wrong of [[{ word: 1 }], [{ word: 'x', more: 1 }], { word: 'x' }, 'x']) {
    expect(await send('POST', '/_fake/facts', wrong)).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/problem+json' },
    });
  }
  expect(told).toHaveLength(3);
});

test('calls are counted by path, without the values of a query, and forgotten when asked', async () => {
  await ask('/a?bsn=999990019');
  await ask('/a?bsn=999990020&x=1');
  await ask('/b');
  const { text } = await send('GET', '/_fake/calls');
  expect(JSON.parse(text)).toMatchObject({
    total: 3,
    paths: { '/a': { count: 2, lastAt: expect.any(String) }, '/b': { count: 1 } },
    last: [
      { path: '/a', parameters: ['bsn'], status: 200, fault: null, method: 'GET' },
      { parameters: ['bsn', 'x'] },
      { path: '/b' },
    ],
  });
  expect(text).not.toContain('99999');
  expect(fake.calls()).toEqual(JSON.parse(text));
  expect((await send('DELETE', '/_fake/calls')).status).toBe(204);
  expect(fake.calls()).toEqual({ total: 0, paths: {}, last: [] });
});

describe('a fault', () => {
  test.each([
    ['an unknown kind', { kind: 'explode' }],
    ['no kind', {}],
    ['an unknown field', { kind: 'hang', often: true }],
    ['no JSON', undefined],
  ])('with %s is refused, naming the kinds there are', async (_what, body) => {
    const answer = await fault(body);
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json' } });
    expect(JSON.parse(answer.text)).toMatchObject({
      status: 400,
      allowed: [...FAULT_KINDS],
      title: expect.stringContaining('ok-with-error'),
    });
    expect((await ask()).status).toBe(200);
  });

  test.each([
    ['429', { kind: '429', retryAfterS: 7 }, 429, { 'retry-after': '7' }, 'fout'],
    ['429 as a number', { kind: 429 }, 429, {}, 'fout'],
    ['500', { kind: '500' }, 500, {}, 'fout'],
    ['503', { kind: '503', retryAfterS: 1 }, 503, { 'retry-after': '1' }, 'fout'],
    ['html', { kind: 'html' }, 200, { 'content-type': 'text/html; charset=utf-8' }, '<h1>'],
    ['schema', { kind: 'schema' }, 200, { 'content-type': 'application/json' }, 'onverwacht'],
    ['soap-fault', { kind: 'soap-fault' }, 500, { 'content-type': 'text/xml; charset=utf-8' }, '<soapenv:Fault>'],
    ['ok-with-error', { kind: 'ok-with-error' }, 200, { 'content-type': 'application/json' }, '"E1"'],
  ])('%s comes as asked, until it is lifted', async (_kind, body, status, headers, text) => {
    expect((await fault(body)).status).toBe(204);
    for (let i = 0; i < 2; i++)
      expect(await ask()).toMatchObject({ status, headers, text: expect.stringContaining(text) });
    expect((await send('DELETE', '/_fake/fault')).status).toBe(204);
    expect((await ask()).text).toContain('/a/b');
  });

  test.each([
    ['refuse', ['ECONNRESET', 'UND_ERR_SOCKET']],
    ['reset', ['ECONNRESET', 'UND_ERR_SOCKET']],
    ['truncated', ['UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']],
  ])('%s breaks the connection, and can be lifted', async (kind, codes) => {
    await fault({ kind });
    for (let i = 0; i < 2; i++)
      expect(codes).toContain(
        await ask().then(
          () => 'answered',
          (error: { code?: string }) => error.code,
        ),
      );
    await send('DELETE', '/_fake/fault');
    expect((await ask()).status).toBe(200);
  });

  test('refuse with forMs really closes the port, and opens it again', async () => {
    const answer = () =>
      ask().then(
        ({ status }) => status,
        ({ code }: { code?: string }) => code,
      );
    await fault({ kind: 'refuse', forMs: 1_000 });
    await until(async () => (await answer()) === 'ECONNREFUSED');
    await until(async () => (await answer()) === 200);
  });

  test('hang holds the answer until it is lifted', async () => {
    await fault({ kind: 'hang' });
    await expect(ask('/a', 80)).rejects.toMatchObject({ name: 'TimeoutError' });
    const before = fake.calls().total;
    const waiting = ask();
    await until(() => fake.calls().total > before);
    await send('DELETE', '/_fake/fault');
    expect((await waiting).status).toBe(200);
  });

  test('slow drips: the head is there, the body is not', async () => {
    await fault({ kind: 'slow', delayMs: 1_000 });
    const response = await request(`${fake.url}/a`, { signal: AbortSignal.timeout(LONG_MS) });
    expect(response.statusCode).toBe(200);
    const body = response.body.text();
    expect(await Promise.race([body, sleep(200, 'not yet')])).toBe('not yet');
    response.body.destroy(new Error('long enough'));
    await expect(body).rejects.toThrow('long enough');
  });

  test('befalls only the paths and as many requests as it was told', async () => {
    await fault({ kind: '500', pathPrefix: '/a', times: 2 });
    const statuses = [];
    for (const path of ['/b', '/a', '/a/c', '/a']) statuses.push((await ask(path)).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
    expect(fake.calls().last.map((call) => call.fault)).toEqual([null, '500', '500', null]);
  });
});

test('paths for tests take their own methods only', async () => {
  expect((await send('GET', '/_fake/fault')).status).toBe(405);
  expect((await send('DELETE', '/_fake/facts')).status).toBe(405);
  expect((await send('POST', '/_fake/calls')).status).toBe(405);
  expect((await send('GET', '/_fake/other')).status).toBe(404);
});

test('a fake that is stopped answers who hung, and lets go of its port', async () => {
  const another = await startFake({
    name: 'b',
    port: 0,
    fact: z.never(),
    tell: () => {},
    answer: () => json(200, 1),
    errorInside: json(500, 1),
  });
  await another.fault({ kind: 'hang' });
  const waiting = request(another.url).then((response) => response.body.text());
  await until(() => another.calls().total > 0);
  await another.stop();
  expect(await waiting).toBe('1');
  await expect(request(another.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a partner with two wires puts its error in that of the request, and has not done what it was asked', async () => {
  const done: string[] = [];
  const two = await startFake({
    name: 'c',
    port: 0,
    fact: z.never(),
    tell: () => {},
    answer: ({ path }) => (done.push(path), json(200, 1)),
    errorInside: ({ path }) => ({ status: 500, headers: { 'Content-Type': 'text/plain' }, body: `error at ${path}` }),
  });
  await two.fault({ kind: 'ok-with-error' });
  for (const path of ['/soap', '/json']) {
    const { statusCode, body } = await request(two.url + path);
    expect([statusCode, await body.text()]).toEqual([200, `error at ${path}`]);
  }
  expect(done).toEqual([]);
  await two.stop();
});
