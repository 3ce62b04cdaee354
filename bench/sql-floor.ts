import pg from 'pg';
import type { Loaded } from './client.js';
import type { Statement } from './statements.js';

/** What the floor is to do: `statements` over and over, each dossier in flight with connections of its own. */
export interface SqlLoad {
  concurrency: number;
  ms: number;
}

const UUID = /'[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'/g;

let statements: Statement[] = [];
/** Per dossier in flight, a connection for each subgraph. */
const sets: Record<string, pg.Client>[] = [];

const isInsert = (text: string): boolean => /^insert /i.test(text);

/** The statement to be sent again and again: a record that is inserted needs a new id; whom it is about must stay. */
function repeatable(text: string): string {
  if (!isInsert(text)) return text;
  const read = statements.filter((one) => !isInsert(one.text)).map((one) => one.text);
  return text.replace(UUID, (id) => (read.some((other) => other.includes(id)) ? id : 'gen_random_uuid()'));
}

async function open(count: number): Promise<void> {
  for (const searchPath of new Set(statements.map((one) => one.searchPath)))
    for (let n = 0; n < count; n++) {
      const client = new pg.Client({
        connectionString: process.env.DATABASE_URL,
        options: `-c role=werkgraaf_app -c search_path=${searchPath},public`,
      });
      await client.connect();
      (sets[n] ??= {})[searchPath] = client;
    }
}

/** Sends the statements of one dossier, prepared, without waiting in between: nothing can be cheaper and still ask it. */
async function dossier(set: Record<string, pg.Client>): Promise<void> {
  await Promise.all(
    statements.map(({ searchPath, text, values }, n) => set[searchPath]!.query({ name: `s${n}`, text, values })),
  );
}

async function load({ concurrency, ms }: SqlLoad): Promise<Loaded> {
  const began = performance.now();
  const took: number[] = [];
  await Promise.all(
    sets.slice(0, concurrency).map(async (set) => {
      while (performance.now() - began < ms) {
        const start = performance.now();
        await dossier(set);
        took.push(performance.now() - start);
      }
    }),
  );
  const whole = performance.now() - began;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? 0;
  return { count: took.length, ms: whole, wrong: 0, p50: at(0.5), p99: at(0.99) };
}

process.on('message', (message: { statements: Statement[]; concurrency: number } | SqlLoad) => {
  void (async () => {
    if (!('statements' in message)) return process.send!(await load(message));
    ({ statements } = message);
    statements = statements.map((one) => ({ ...one, text: repeatable(one.text) }));
    await open(message.concurrency);
    return process.send!('ok');
  })();
});
