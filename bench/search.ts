import pg from 'pg';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { kvkClient } from '../adapters/kvk/client.js';
import { suwiClient } from '../adapters/suwi/client.js';
import { clock } from '../runtime/clock.js';
import { silent } from '../runtime/log.js';
import { startEmbeddedPostgres } from '../runtime/postgres/embedded-postgres.js';
import { openEmployers } from '../subgraphs/employers/open-employers.js';
import { openOutbox } from '../subgraphs/outbox.js';
import { populate } from './population/employers.js';
import { mistyped, nameOf, random } from './population/names.js';

/** How many employers there are, in the two halves that are compared. */
const SIZES = [10_000, 1_000_000] as const;
const QUESTIONS = 200;

/** This file runs from `.data/bench/build/bench`. */
const ROOT = join(import.meta.dirname, '../../../..');
const DATA = join(ROOT, '.data/bench');
const NOBODY = 'http://127.0.0.1:9';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Variables = Record<string, unknown>;
const QUESTION = `query ($text: String, $filter: EmployerFilter, $orderBy: EmployerOrder! = RELEVANCE) {
  employers(text: $text, filter: $filter, first: 25, orderBy: $orderBy) { totalCount edges { score node { id tradeName } } } }`;

/** What is asked, by kind: each kind is `QUESTIONS` questions over employers that both halves hold. */
function kinds(): Record<string, Variables[]> {
  const next = random(11);
  const names = Array.from({ length: QUESTIONS }, () => nameOf(random(1 + Math.floor(next() * SIZES[0]))));
  const repeat = (variables: Variables) => Array.from({ length: QUESTIONS / 4 }, () => variables);
  return {
    'a name with a typing error': names.map((name) => ({ text: mistyped(name, next) })),
    'a name as it is': names.map((text) => ({ text })),
    'the family name alone': names.map((name) => ({ text: name.split(' ').sort((a, b) => b.length - a.length)[0] })),
    'a word that very many have': repeat({ text: 'transport' }),
    'a filter, by name': repeat({ filter: { sectors: ['Zorg'], tiers: ['GOLD'] }, orderBy: 'NAME' }),
    'all, last contact first': repeat({ orderBy: 'LAST_CONTACT' }),
  };
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const p95 = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)]!;

async function main(): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  const postgres = await startEmbeddedPostgres({
    dataDir: join(DATA, 'postgres'),
    flags: ['-c', 'max_connections=300'],
  });
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  await admin.query('drop database if exists bench_search with (force)');
  await admin.query('create database bench_search');
  const url = postgres.url('bench_search');
  const outbox = await openOutbox({ url, log: silent, supervise: false });
  const kvk = kvkClient({ baseUrl: NOBODY, apiKey: 'bench', log: silent });
  const suwi = await suwiClient({
    baseUrl: NOBODY,
    from: { uri: 'urn:werkgraaf', oin: '0'.repeat(20) },
    toOin: '0'.repeat(20),
    toBase: NOBODY,
    log: silent,
  });
  const subgraph = await openEmployers({
    databaseUrl: url,
    clock: clock(),
    outbox,
    log: silent,
    demo: true,
    kvk,
    suwi,
  });
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const identity = {
    professionalId: 'bench',
    roles: ['ACCOUNT_MANAGER'],
    organisationId: null,
    organisationKind: null,
    regionIds: ['rijnmond'],
    teamId: null,
  };
  const asked = kinds();
  const took: Record<string, { median: number; p95: number }[]> = {};
  let filled = 0;
  for (const size of SIZES) {
    const began = performance.now();
    await populate(owner, filled, size);
    filled = size;
    say(`${size} employers, filled in ${Math.round((performance.now() - began) / 1000)} s`);
    for (const [kind, questions] of Object.entries(asked)) {
      const times: number[] = [];
      for (const round of ['warm', 'measured']) {
        for (const variables of questions) {
          const start = performance.now();
          const { errors } = await subgraph.ask({ query: QUESTION, variables }, { identity, requestId: 'bench' });
          if (errors?.length) throw new Error(JSON.stringify(errors));
          if (round === 'measured') times.push(performance.now() - start);
        }
      }
      (took[kind] ??= []).push({ median: median(times), p95: p95(times) });
      say(`  ${kind}: ${median(times).toFixed(1)} ms, p95 ${p95(times).toFixed(1)} ms`);
    }
  }
  const lines = Object.entries(took).map(([kind, [small, large]]) => {
    const ratio = large!.median / small!.median;
    return `| ${kind} | ${small!.median.toFixed(1)} | ${small!.p95.toFixed(1)} | ${large!.median.toFixed(1)} | ${large!.p95.toFixed(1)} | **${ratio.toFixed(1)}** |`;
  });
  writeFileSync(
    join(ROOT, 'bench/search.results.md'),
    `# Searching employers, last run

${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load average ${loadavg()
      .map((n) => n.toFixed(1))
      .join(' ')}. Milliseconds of one question after another; goal: at most 3 times as long among a million.

| question | 10,000: median | p95 | 1,000,000: median | p95 | times |
| --- | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}
`,
  );
  await owner.end();
  await subgraph.close();
  await Promise.all([outbox.close(), kvk.close(), suwi.close()]);
  await admin.query('drop database bench_search with (force)');
  await admin.end();
  await postgres.stop();
}

await main();
