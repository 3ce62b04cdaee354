import { join } from 'node:path';
import { freePort } from '../free-port.js';
import { clientOf, TEST_DATA_DIR, type GraphClient } from '../graph.js';
import { TEST_NOW } from '../subgraphs/alone.js';
import { answers, startProgram, type Program } from './program.js';

export const SUBGRAPHS = ['employers', 'vacancies', 'jobseekers', 'reporting'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

export interface SeparateProcesses extends GraphClient {
  url: string;
  /** Address of each process, by name: what no answer may tell. */
  addresses: Record<string, string>;
  programs: Record<string, Program>;
  /** Starts a subgraph again at the same address, and waits until it and the gateway are ready. */
  restart(name: SubgraphName): Promise<void>;
  stop(): Promise<void>;
}

/** The topology of docker-compose.yml without containers: the fakes, four subgraphs and the gateway, each a process. */
export async function startSeparateProcesses(options: {
  folder: string;
  databaseUrl: string;
  /** Milliseconds after which the gateway goes on without a subgraph. */
  deadlineMs: number;
}): Promise<SeparateProcesses> {
  const names = ['kvk', 'suwi', 'sonar', 'werknl', ...SUBGRAPHS, 'gateway'] as const;
  const ports: Record<string, number> = {};
  for (const name of names) ports[name] = await freePort();
  const at = (name: string) => `http://127.0.0.1:${ports[name]}`;
  const shared = { LOG_LEVEL: 'warn', IDENTITY_SECRET: 'een-geheim-van-deze-test-van-meer-dan-32-tekens' };
  const subgraph = {
    ...shared,
    DATABASE_URL: options.databaseUrl,
    NOW: TEST_NOW,
    DEMO_DATA: 'true',
    DATA_DIR: TEST_DATA_DIR,
    FILES_DIR: join(options.folder, 'files'),
    FILES_MOST_BYTES: '200000000',
    PUBLIC_URL: at('gateway'),
    KVK_URL: `${at('kvk')}/test/api`,
    KVK_API_KEY: 'werkgraaf-development',
    SUWI_URL: at('suwi'),
    SONAR_URL: at('sonar'),
    VUM_URL: `${at('sonar')}/api/v3`,
    WERKNL_URL: at('werknl'),
  };
  const gateway = {
    ...shared,
    DATA_DIR: TEST_DATA_DIR,
    SUBGRAPH_DEADLINE_MS: String(options.deadlineMs),
    ...Object.fromEntries(SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, `${at(name)}/graphql`])),
  };
  const roles: Record<string, [file: string, env: Record<string, string>, health: string]> = {
    kvk: ['adapters/kvk/serve-fake.js', { LOG_LEVEL: 'warn' }, '/_fake/calls'],
    suwi: ['adapters/suwi/serve-fake.js', { LOG_LEVEL: 'warn' }, '/_fake/calls'],
    sonar: ['adapters/sonar/serve-fake.js', { LOG_LEVEL: 'warn' }, '/_fake/calls'],
    werknl: ['adapters/werknl/serve-fake.js', { LOG_LEVEL: 'warn' }, '/_fake/calls'],
    ...Object.fromEntries(SUBGRAPHS.map((name) => [name, [`subgraphs/${name}/main.js`, subgraph, '/ready']])),
    gateway: ['gateway/main.js', gateway, '/ready'],
  };
  const programs: Record<string, Program> = {};
  const start = async (name: string): Promise<void> => {
    const [file, env, health] = roles[name]!;
    programs[name] = startProgram(join(options.folder, file), { ...env, PORT: String(ports[name]) });
    await answers(programs[name], `${at(name)}${health}`);
  };
  const kill = () => Promise.all(Object.values(programs).map((program) => program.kill()));
  try {
    // All at once: each must bear that the others are not there yet.
    await Promise.all(names.map(start));
  } catch (error) {
    await kill();
    throw error;
  }
  return {
    ...clientOf(at('gateway')),
    url: at('gateway'),
    addresses: Object.fromEntries(names.map((name) => [name, at(name)])),
    programs,
    async restart(name) {
      await start(name);
      await answers(programs.gateway!, `${at('gateway')}/ready`);
    },
    async stop() {
      for (const program of Object.values(programs)) program.signal('SIGTERM');
      const all = Promise.all(Object.values(programs).map((program) => program.ended));
      const late = setTimeout(() => void kill(), 30_000);
      await all;
      clearTimeout(late);
    },
  };
}
