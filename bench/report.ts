import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import type { Statement } from './statements.js';

/** One set-up in one round. */
export interface Round {
  name: string;
  round: number;
  /** Questions answered, in so many milliseconds. */
  count: number;
  ms: number;
  wrong: number;
  p50: number;
  p99: number;
  /** Processor milliseconds per question, of each of its processes. */
  cpu: number[];
  /** And of PostgreSQL. */
  database: number;
  /** Load average of the machine when the round began: what else ran. */
  load: number;
}

export interface Measured {
  rounds: Round[];
  /** MiB resident at most, all processes of the set-up together. */
  memory: Record<string, number>;
  statements: Statement[];
  bytes: number;
  concurrency: number;
  inFlight: number;
}

const TITLES: Record<string, string> = {
  one: 'a. one process (`npm start`)',
  six: 'b. gateway and four subgraphs over HTTP',
  plain: 'c. plain Apollo gateway, the same four subgraphs',
  bytes: 'd. floor: the same bytes from node:http',
  sql: 'e. floor: the same SQL statements from pg, prepared',
};
const PACKAGES = [
  '@apollo/gateway',
  '@apollo/server',
  '@mikro-orm/postgresql',
  'graphql',
  'graphql-jit',
  'pg',
  'undici',
];

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const row = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
const fixed = (value: number, digits = 2): string => value.toFixed(digits);

function versionOf(name: string): string {
  const require = createRequire(import.meta.url);
  const file = require.resolve.paths(name)!.map((folder) => `${folder}/${name}/package.json`);
  for (const one of file) {
    try {
      return (JSON.parse(readFileSync(one, 'utf8')) as { version: string }).version;
    } catch {
      continue;
    }
  }
  return '?';
}

/** What was measured, as Markdown: medians with their ratios first, the raw numbers below. */
export function report({ rounds, memory, statements, bytes, concurrency, inFlight }: Measured): string {
  const names = [...new Set(rounds.map(({ name }) => name))].sort(
    (a, b) => Object.keys(TITLES).indexOf(a) - Object.keys(TITLES).indexOf(b),
  );
  const of = (name: string, value: (round: Round) => number): number =>
    median(rounds.filter((round) => round.name === name).map(value));
  const rate = ({ count, ms }: Round): number => (count * 1_000) / ms;
  const cpu = (round: Round): number => sum(round.cpu);
  const whole = (round: Round): number => cpu(round) + round.database;
  /** Within each round, so that what else ran weighs on both alike. */
  const ratio = (a: string, b: string, value: (round: Round) => number): number =>
    median(
      rounds
        .filter(({ name }) => name === a)
        .map((round) => value(round) / value(rounds.find((r) => r.name === b && r.round === round.round)!)),
    );
  const loads = rounds.map(({ load }) => load);
  const lines = [
    '# Results',
    '',
    'Written by `npm run bench`; what each line means is in README.md.',
    '',
    '## The dossier, warm',
    '',
    `${new Date().toISOString()}; ${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}; ${PACKAGES.map((name) => `${name} ${versionOf(name)}`).join(', ')}.`,
    `Client, servers and PostgreSQL (fsync on) share the machine. Load average when a round began: ${fixed(Math.min(...loads), 1)} to ${fixed(Math.max(...loads), 1)} (about 2 is this measurement itself; the rest is what else ran).`,
    `${concurrency} in flight, ${new Set(rounds.map(({ round }) => round)).size} rounds in turn, medians. The answer has ${bytes} bytes and takes ${statements.length} SQL statements.`,
    '',
    row([
      'set-up',
      'requests/s',
      'x plain',
      'share of d',
      'CPU ms/request',
      'PostgreSQL CPU ms/request',
      'CPU / SQL floor',
      'with PostgreSQL on both sides',
      'p50 ms',
      'p99 ms',
      `MiB at ${inFlight} in flight`,
    ]),
    row(Array.from({ length: 11 }, (_, n) => (n ? '---:' : '---'))),
    ...names.map((name) =>
      row([
        TITLES[name]!,
        fixed(of(name, rate), 0),
        fixed(ratio(name, 'plain', rate)),
        fixed(ratio(name, 'bytes', rate), 3),
        fixed(of(name, cpu)),
        fixed(of(name, ({ database }) => database)),
        fixed(ratio(name, 'sql', cpu)),
        fixed(ratio(name, 'sql', whole)),
        fixed(
          of(name, ({ p50 }) => p50),
          1,
        ),
        fixed(
          of(name, ({ p99 }) => p99),
          1,
        ),
        memory[name] ? fixed(memory[name], 0) : '',
      ]),
    ),
    '',
    '### Every round',
    '',
    row(['round', 'set-up', 'requests', 'ms', 'wrong', 'CPU ms/request of each process', 'PostgreSQL', 'load']),
    row(['---:', '---', '---:', '---:', '---:', '---', '---:', '---:']),
    ...rounds.map(({ name, round, count, ms, wrong, cpu: each, database, load }) =>
      row([round, name, count, fixed(ms, 0), wrong, each.map((one) => fixed(one)).join(' + '), fixed(database), load]),
    ),
    '',
    '### The statements of one dossier',
    '',
    '```sql',
    ...statements.map(({ searchPath, text }) => `-- ${searchPath}\n${text.replace(/\s+/g, ' ').trim()};`),
    '```',
    '',
  ];
  return lines.join('\n');
}
