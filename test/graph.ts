import { join } from 'node:path';
import { startKvkFake } from '../adapters/kvk/fake.js';
import { testCompanies } from '../adapters/kvk/test-companies.js';
import { readStartConfig } from '../config.js';
import { readConfig } from '../gateway/config.js';
import { requestToken } from '../gateway/issuer/request-token.js';
import { startGraph, type Graph, type GraphOptions } from '../graph.js';
import { silent } from '../runtime/log.js';
import { freshDatabase } from './database.js';
import { freePort } from './free-port.js';
import { ofQuestions } from './statements.js';
import { TEST_NOW, type Data } from './subgraphs/alone.js';

const LONG = '30000';

export type KvkFake = Awaited<ReturnType<typeof startKvkFake>>;

/** The playground and the issuer's keys, made once for all tests. */
export const TEST_DATA_DIR = join(import.meta.dirname, '../.data/test');

export interface Answer {
  status: number;
  data: Data;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  /** Milliseconds until the whole answer was read. */
  ms: number;
}

export interface AskOptions {
  /** Demo professional by log-in name; null asks without a token. Default accountmanager. */
  as?: string | null;
  headers?: Record<string, string>;
}

export interface GraphClient {
  /** The bearer token of a demo professional. */
  token(name: string): Promise<string>;
  ask(query: string, variables?: Record<string, unknown>, options?: AskOptions): Promise<Answer>;
}

/** A client of the gateway at `url`, with the manners of a browser's. */
export function clientOf(url: string): GraphClient {
  const tokens = new Map<string, Promise<string>>();
  const token = (name: string): Promise<string> => {
    const known = tokens.get(name) ?? requestToken(url, name);
    tokens.set(name, known);
    return known;
  };
  return {
    token,
    async ask(query, variables = {}, { as = 'accountmanager', headers = {} } = {}) {
      const authorization: Record<string, string> = as === null ? {} : { authorization: `Bearer ${await token(as)}` };
      const began = performance.now();
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization, ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as Partial<Answer>;
      return { status: response.status, data: data ?? null, errors: errors ?? [], ms: performance.now() - began };
    },
  };
}

/**
 * Asks again when the answer was late, nine times at most: on a busy machine one late answer says nothing of the graph,
 * ten do.
 */
export async function inTime(limitMs: number, ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await ask();
    if (answer.ms < limitMs || tries === 10) return answer;
  }
}

/**
 * What may come on top of a deadline, in milliseconds: 200, or twice what an answer takes with nothing wrong where the
 * machine is so busy that this is more.
 */
export const marginOver = (healthyMs: number): number => Math.max(200, 2 * healthyMs);

export interface TestGraph extends GraphClient, Omit<Graph, 'stop'> {
  kvk: KvkFake;
  databaseUrl: string;
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** The whole graph in this process, at a fixed time, on free ports and a database of its own with the demo data. */
export async function startTestGraph(
  options: {
    /** Settings as `npm start` reads them, e.g. `KVK_DEADLINE_MS`. */
    env?: Record<string, string>;
    kvk?: KvkFake;
  } & Pick<GraphOptions, 'onStatement' | 'manners'> = {},
): Promise<TestGraph> {
  const [database, kvk, port] = await Promise.all([
    freshDatabase(),
    options.kvk ?? startKvkFake({ port: 0, facts: testCompanies }),
    freePort(),
  ]);
  const env = {
    NOW: TEST_NOW,
    DATABASE_URL: database.url,
    DATA_DIR: TEST_DATA_DIR,
    KVK_URL: `${kvk.url}/test/api`,
    SUWI_FAKE_PORT: '0',
    SONAR_FAKE_PORT: '0',
    WERKNL_FAKE_PORT: '0',
    PORT: String(port),
    // Long, so that a busy machine is not taken for one that is silent; tests of silence set their own.
    ...Object.fromEntries(['KVK', 'SUWI', 'SONAR', 'WERKNL', 'SUBGRAPH'].map((of) => [`${of}_DEADLINE_MS`, LONG])),
    ...options.env,
  };
  const clear = async () => {
    if (!options.kvk) await kvk.stop();
    await database.drop();
  };
  const { onStatement, manners } = options;
  const graph = await startGraph(readStartConfig(env), readConfig(env), silent, {
    ...(onStatement ? { onStatement: ofQuestions(onStatement) } : {}),
    ...(manners ? { manners } : {}),
  }).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  return {
    ...graph,
    ...clientOf(graph.url),
    kvk,
    databaseUrl: database.url,
    query: database.query,
    async stop() {
      await graph.stop();
      await clear();
    },
  };
}
