import pg from 'pg';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { requestToken } from '../gateway/issuer/request-token.js';
import { signIdentity, type Identity } from '../runtime/identity.js';
import { startEmbeddedPostgres } from '../runtime/postgres/embedded-postgres.js';
import type { Load, Loaded } from './client.js';
import { cpuMs, familyCpuMs, residentMiB } from './processes.js';
import { freePort, startProgram, type Program } from './program.js';
import { report, type Round } from './report.js';
import type { Statement } from './statements.js';

/** Rounds in which every set-up is asked in turn, each time beginning with another one. */
const ROUNDS = 5;
const ROUND_MS = 3_000;
const CONCURRENCY = 16;
const WARM_UP_MS = 10_000;
const IN_FLIGHT = 200;
const MEMORY_MS = 5_000;

/** This file runs from `.data/bench/build/bench`. */
const ROOT = join(import.meta.dirname, '../../../..');
const DATA = join(ROOT, '.data/bench');
const SECRET = 'een-geheim-van-deze-meting-van-meer-dan-32-tekens';
const SUBGRAPHS = ['employers', 'vacancies', 'jobseekers', 'reporting'];
const EXAMPLE = join(ROOT, 'gateway/playground/examples/employers/01-dossier');

/** One way to have the question answered. */
interface SetUp {
  name: string;
  /** Its server processes; PostgreSQL is counted by itself. */
  pids: number[];
  /** Asks for so long. */
  run(options: { ms: number; concurrency: number }): Promise<Loaded>;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const stops: (() => Promise<unknown>)[] = [];

async function start(name: string, file: string, options: Omit<Parameters<typeof startProgram>[1], 'log'>) {
  const program = await startProgram(file, { ...options, log: join(DATA, `${name}.log`) });
  stops.push(() => program.stop());
  say(`  ${name}`);
  return program;
}

async function database(): Promise<{ url: string; pid: number }> {
  const postgres = await startEmbeddedPostgres({
    dataDir: join(DATA, 'postgres'),
    flags: ['-c', 'max_connections=300'],
  });
  stops.push(() => postgres.stop());
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  await client.query('drop database if exists bench with (force)');
  await client.query('create database bench');
  await client.end();
  return { url: postgres.url('bench'), pid: postgres.pid };
}

/** The identity in a token of our own issuer, for the gateway that checks no tokens. */
function identityIn(token: string): Identity {
  const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8'));
  return {
    professionalId: claims.sub,
    roles: claims.roles,
    organisationId: claims.organisation ?? null,
    organisationKind: claims.organisation_kind ?? null,
    regionIds: claims.regions ?? [],
    teamId: claims.team ?? null,
  };
}

/** An answer without what differs from one process to the next: when a register was read. */
const steady = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) => (key === 'retrievedAt' ? null : value));

async function main(): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  say('starting');
  const { url: DATABASE_URL, pid: postgres } = await database();
  const body = JSON.stringify({
    query: readFileSync(`${EXAMPLE}.graphql`, 'utf8'),
    variables: JSON.parse(readFileSync(`${EXAMPLE}.json`, 'utf8')),
  });
  const names = ['kvk', 'suwi', 'one', 'six', 'plain', 'bytes', ...SUBGRAPHS];
  const ports = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await freePort()] as const)));
  const at = (name: string): string => `http://127.0.0.1:${ports[name]}`;
  const own = (name: string): Record<string, string> => ({ PORT: String(ports[name]), DATA_DIR: join(DATA, name) });

  for (const partner of ['kvk', 'suwi'])
    await start(partner, `adapters/${partner}/serve-fake.js`, {
      env: { ...own(partner), LOG_LEVEL: 'warn' },
      url: `${at(partner)}/_fake/calls`,
    });
  const shared = { DATABASE_URL, KVK_URL: `${at('kvk')}/test/api`, SUWI_URL: at('suwi') };
  const graph = { ...shared, SUBGRAPH_DEADLINE_MS: '30000', SONAR_FAKE_PORT: '0', WERKNL_FAKE_PORT: '0' };
  const asStarted = ['--enable-source-maps', '--max-semi-space-size=64', '--heap-growing-percent=50'];
  const one = await start('one', 'start.js', {
    env: { ...own('one'), ...graph },
    execArgv: asStarted,
    url: `${at('one')}/ready`,
  });
  const token = await requestToken(at('one'), 'accountmanager');

  const capture = await start('statements', 'bench/statements.js', {
    env: { ...graph, DATA_DIR: join(DATA, 'one'), PORT: String(await freePort()), LOG_LEVEL: 'warn' },
  });
  const statements = await capture.task<Statement[]>({ body });
  stops.pop();
  await capture.stop();
  say(`  a warm dossier takes ${statements.length} SQL statements`);

  const subgraphs: Program[] = [];
  for (const name of SUBGRAPHS)
    subgraphs.push(
      await start(name, `subgraphs/${name}/main.js`, {
        env: { ...own(name), ...shared, IDENTITY_SECRET: SECRET, KVK_API_KEY: 'werkgraaf-development' },
        execArgv: ['--enable-source-maps'],
        url: `${at(name)}/ready`,
      }),
    );
  const addresses = Object.fromEntries(SUBGRAPHS.map((name) => [name, `${at(name)}/graphql`]));
  const six = await start('six', 'gateway/main.js', {
    env: {
      ...own('six'),
      NODE_ENV: 'production',
      IDENTITY_SECRET: SECRET,
      SUBGRAPH_DEADLINE_MS: '30000',
      OIDC_ISSUER: `${at('one')}/issuer`,
      ...Object.fromEntries(SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, addresses[name]!])),
    },
    execArgv: ['--enable-source-maps'],
    url: `${at('six')}/ready`,
  });
  const plain = await start('plain', 'bench/plain-gateway.js', {
    env: { ...own('plain'), NODE_ENV: 'production', SUBGRAPH_URLS: JSON.stringify(addresses) },
    url: at('plain'),
  });
  const bytes = await start('bytes', 'bench/same-bytes.js', { env: own('bytes'), url: at('bytes') });
  const sql = await start('sql', 'bench/sql-floor.js', { env: { DATABASE_URL } });
  await sql.task({ statements, concurrency: CONCURRENCY });
  const client = await start('client', 'bench/client.js', {});

  const identity = identityIn(token);
  const bearer = (): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const signed = (): Record<string, string> => ({ authorization: `Bearer ${signIdentity(identity, SECRET)}` });
  const headers = (who: () => Record<string, string>) => ({ 'content-type': 'application/json', ...who() });
  const ask = async (name: string, who: () => Record<string, string>): Promise<string> => {
    const answer = await fetch(`${at(name)}/graphql`, { method: 'POST', headers: headers(who), body });
    const text = await answer.text();
    if (answer.status !== 200 || text.includes('"errors":')) throw new Error(`${name}: ${answer.status} ${text}`);
    return text;
  };
  // Each is asked first what it will be asked, and must answer the same.
  const answer = await ask('one', bearer);
  for (const [name, who] of [
    ['six', bearer],
    ['plain', signed],
  ] as const)
    if (!isDeepStrictEqual(steady(await ask(name, who)), steady(answer))) throw new Error(`${name} answers otherwise`);
  await bytes.task(answer);

  const loaded =
    (name: string, who: () => Record<string, string>) =>
    ({ ms, concurrency }: { ms: number; concurrency: number }): Promise<Loaded> =>
      client.task<Loaded>({
        origin: at(name),
        headers: headers(who),
        body,
        concurrency,
        ms,
        count: 100_000,
      } satisfies Load);
  const four = subgraphs.map(({ pid }) => pid);
  const setUps: SetUp[] = [
    { name: 'one', pids: [one.pid], run: loaded('one', bearer) },
    { name: 'six', pids: [six.pid, ...four], run: loaded('six', bearer) },
    { name: 'plain', pids: [plain.pid, ...four], run: loaded('plain', signed) },
    { name: 'bytes', pids: [bytes.pid], run: loaded('bytes', bearer) },
    { name: 'sql', pids: [sql.pid], run: (options) => sql.task<Loaded>(options) },
  ];

  say('warming up');
  for (const { run } of setUps) await run({ ms: WARM_UP_MS, concurrency: CONCURRENCY });
  const rounds: Round[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    const load = readFileSync('/proc/loadavg', 'utf8').split(' ', 1)[0]!;
    say(`round ${n + 1} of ${ROUNDS} (load ${load})`);
    for (let turn = 0; turn < setUps.length; turn++) {
      const { name, pids, run } = setUps[(n + turn) % setUps.length]!;
      const before = pids.map(cpuMs);
      const databaseBefore = familyCpuMs(postgres);
      const { count, ms, wrong, p50, p99 } = await run({ ms: ROUND_MS, concurrency: CONCURRENCY });
      const cpu = pids.map((pid, index) => (cpuMs(pid) - before[index]!) / count);
      const database = (familyCpuMs(postgres) - databaseBefore) / count;
      rounds.push({ name, round: n + 1, count, ms, wrong, p50, p99, cpu, database, load: Number(load) });
    }
  }

  say(`memory at ${IN_FLIGHT} in flight`);
  const memory: Record<string, number> = {};
  for (const { name, pids, run } of setUps) {
    if (name === 'sql') continue;
    let most = 0;
    const look = setInterval(() => {
      most = Math.max(
        most,
        pids.reduce((sum, pid) => sum + residentMiB(pid), 0),
      );
    }, 50);
    const { wrong } = await run({ ms: MEMORY_MS, concurrency: IN_FLIGHT });
    clearInterval(look);
    if (wrong) throw new Error(`${name}: ${wrong} wrong answers with ${IN_FLIGHT} in flight`);
    memory[name] = most;
  }
  const text = report({
    rounds,
    memory,
    statements,
    bytes: Buffer.byteLength(answer),
    concurrency: CONCURRENCY,
    inFlight: IN_FLIGHT,
  });
  writeFileSync(join(ROOT, 'bench/dossier.results.md'), text);
  say(text);
}

try {
  await main();
} finally {
  for (const stop of stops.reverse()) await stop().catch(() => {});
}
