import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { followsAnAgenda, hearsOfATask, keepsADocument } from '../beside-the-graph.js';
import { freshDatabase } from '../database.js';
import { inTime, marginOver, startTestGraph, type Answer } from '../graph.js';
import type { Data } from '../subgraphs/alone.js';
import { until } from '../until.js';
import { built, type Build } from './built.js';
import { about, EMPLOYER_DOSSIER, without, withoutMoments } from './dossier-query.js';
import { startSeparateProcesses, SUBGRAPHS, type SeparateProcesses } from './separate-processes.js';

const DEADLINE_MS = 2_500;
const COMPANIES = ['69599084', '68750110', '90001354', '69599068'];

let build: Build;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let graph: SeparateProcesses;
/** What one process answers, on the same demo data at the same time. */
const inOne: Record<string, Data> = {};

beforeAll(async () => {
  const one = await startTestGraph();
  try {
    await one.settled();
    for (const kvk of COMPANIES) {
      const { data, errors } = await one.ask(EMPLOYER_DOSSIER, about(kvk));
      expect(errors).toEqual([]);
      inOne[kvk] = withoutMoments(data);
    }
  } finally {
    await one.stop();
  }
  build = built();
  database = await freshDatabase();
  graph = await startSeparateProcesses({ folder: build.folder, databaseUrl: database.url, deadlineMs: DEADLINE_MS });
});

afterAll(async () => {
  await graph?.stop();
  await database?.drop();
  build?.remove();
});

/** The most memory that a process has had in use so far (VmHWM of Linux); 0 where the system does not tell. */
function residentBytes(name: string): number {
  const status = `/proc/${graph.programs[name]!.pid}/status`;
  return existsSync(status) ? Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))![1]) * 1_024 : 0;
}

/** No answer tells where anything runs. */
function tellsNoAddress({ data, errors }: Answer): void {
  const told = JSON.stringify({ data, errors });
  for (const address of Object.values(graph.addresses)) expect(told).not.toContain(`:${new URL(address).port}`);
  expect(told).not.toMatch(/127\.0\.0\.1|localhost|https?:|ECONN|undici/);
}

/**
 * Waits for a whole answer: reporting counts what happened as its events arrive, and who just started is slow at first.
 * @returns the milliseconds in which the answer to an incomplete question must come
 */
async function whole(kvk: string): Promise<number> {
  let healthyMs = 0;
  await until(async () => {
    const { data, ms } = await graph.ask(EMPLOYER_DOSSIER, about(kvk));
    healthyMs = ms;
    return isDeepStrictEqual(withoutMoments(data), inOne[kvk]);
  });
  return DEADLINE_MS + marginOver(healthyMs);
}

test('six processes answer what one process answers', async () => {
  for (const kvk of COMPANIES) {
    await whole(kvk);
    const answer = await graph.ask(EMPLOYER_DOSSIER, about(kvk));
    expect(answer.errors).toEqual([]);
    expect(withoutMoments(answer.data)).toEqual(inOne[kvk]);
    tellsNoAddress(answer);
  }
});

test('calendars, documents and notifications pass through the gateway to employers', async () => {
  await followsAnAgenda(graph);
  await hearsOfATask(graph);
  await keepsADocument(graph, 1_000_000);
});

test('a document of 150 MB makes neither the gateway nor employers larger by half as much', async () => {
  await keepsADocument(graph, 5_000_000);
  const before = { gateway: residentBytes('gateway'), employers: residentBytes('employers') };
  await keepsADocument(graph, 150_000_000);
  for (const name of ['gateway', 'employers'] as const)
    expect((residentBytes(name) - before[name]) / 150_000_000).toBeLessThan(0.5);
});

describe.each(SUBGRAPHS)('without %s', (name) => {
  const kvk = COMPANIES[0]!;

  test('that hangs, the answer comes in time, and only what needs it is missing', async () => {
    let limitMs = await whole(kvk);
    try {
      const answer = await inTime(limitMs, async () => {
        // One good answer between two tries: else failures add up until it is not asked at all.
        graph.programs[name]!.signal('SIGCONT');
        limitMs = Math.max(limitMs, await whole(kvk));
        graph.programs[name]!.signal('SIGSTOP');
        return graph.ask(EMPLOYER_DOSSIER, about(kvk));
      });
      expect(answer.ms).toBeLessThan(limitMs);
      expect(answer.ms).toBeGreaterThanOrEqual(DEADLINE_MS - 50);
      expect(withoutMoments(answer.data)).toEqual(without(name, inOne[kvk]));
      expect(new Set(answer.errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['SUBGRAPH_TIMEOUT']));
      expect(new Set(answer.errors.map(({ extensions }) => extensions.source))).toEqual(new Set([name]));
      tellsNoAddress(answer);
    } finally {
      graph.programs[name]!.signal('SIGCONT');
    }
  });

  test('that was killed, the answer comes in time, only what needs it is missing, and it serves again', async () => {
    const limitMs = await whole(kvk);
    await graph.programs[name]!.kill();
    const answer = await inTime(limitMs, () => graph.ask(EMPLOYER_DOSSIER, about(kvk)));
    expect(answer.ms).toBeLessThan(limitMs);
    expect(withoutMoments(answer.data)).toEqual(without(name, inOne[kvk]));
    expect(answer.errors.length).toBeGreaterThan(0);
    for (const { path, extensions } of answer.errors) {
      expect(extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', source: name });
      expect(typeof extensions.requestId).toBe('string');
      expect(path?.[0]).toBe('employer');
    }
    tellsNoAddress(answer);
    const ready = await fetch(`${graph.url}/ready`);
    expect([ready.status, ((await ready.json()) as { missing: string[] }).missing]).toEqual([503, [name]]);

    await graph.restart(name);
    await whole(kvk);
    const again = await graph.ask(EMPLOYER_DOSSIER, about(kvk));
    expect(again.errors).toEqual([]);
    expect(withoutMoments(again.data)).toEqual(inOne[kvk]);
  });
});
