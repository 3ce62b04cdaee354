import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../runtime/log.js';
import { makeAnswerTable, ROLE, SCHEMA } from './answer-table.js';
import { codeVersion } from './code-version.js';

/** Partners' answers that outlive the process. It never fails: what it cannot give or keep in time, it does not have. */
export interface AnswerStore {
  /** What is kept under `key`, or undefined; at most `waitMs` later. */
  get(key: string): Promise<string | undefined>;
  /** Keeps JSON text for so long, behind the caller's back. */
  set(key: string, json: string, keepMs: number): void;
  delete(key: string): void;
  /** Waits until what was to be written has been. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface AnswerStoreOptions {
  /** PostgreSQL, as the owner of the database. */
  databaseUrl: string;
  log: Logger;
  /** Milliseconds that a question waits for us at most, before the partner is asked instead. Default 100. */
  waitMs?: number;
  /** Milliseconds in which the database is left alone after it failed. Default 5,000. */
  restMs?: number;
  /** Answers kept; those that would go first go first. Default 100,000. */
  mostAnswers?: number;
  /** Bytes of the longest answer that is kept. Default 500,000. */
  mostBytes?: number;
  /** Milliseconds between two times that old answers are cleared away. Default 10 minutes. */
  clearEveryMs?: number;
  /** What wrote the answers: another version does not read them. Default a digest of the adapters' code. */
  version?: string;
}

const CONNECTIONS = 2;
/** A connection that nobody used this long is closed. */
const IDLE_MS = 300_000;
/** The database works behind questions' backs no longer than this, in milliseconds. */
const STATEMENT_MS = 2_000;
/** Writes under way at most; what comes on top is not kept. */
const WRITES = 200;
/** No answer at all for so long, in milliseconds, is a database that is down; a late one is a busy machine. */
const PATIENCE_MS = 300;

/**
 * Answers in a PostgreSQL table of their own, under a role that may delete them and reach nothing else. The table is made
 * in the background, so that a database that is away stops nobody from starting.
 */
export function answerStore(options: AnswerStoreOptions): AnswerStore {
  const { databaseUrl, log, waitMs = 100, restMs = 5_000, mostAnswers = 100_000, mostBytes = 500_000 } = options;
  const version = options.version ?? codeVersion();
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: STATEMENT_MS,
    query_timeout: STATEMENT_MS,
    application_name: 'werkgraaf answers',
    // A crash may lose the last answers; they can be asked again.
    options: `-c role=${ROLE} -c search_path=${SCHEMA} -c synchronous_commit=off`,
  });
  // Without this, an idle connection that breaks would end the process.
  pool.on('error', (error) => failed(error));
  const writes = new Set<Promise<unknown>>();
  let made: Promise<void> | null = null;
  let down = false;
  let restsUntil = 0;
  let silentSince: number | null = null;

  function failed(error: unknown): void {
    restsUntil = performance.now() + restMs;
    if (down) return;
    down = true;
    // A message of PostgreSQL's may quote a value.
    const { name, code } = error as { name?: string; code?: string };
    log.warn({ fault: { name, code } }, 'partner answers are kept in memory only: their table does not answer');
  }

  function answered(): void {
    silentSince = null;
    if (!down) return;
    down = false;
    log.info('the table of partner answers is back');
  }

  async function query(sql: string, values: unknown[]): Promise<{ value?: string }[]> {
    made ??= makeAnswerTable(databaseUrl);
    try {
      await made;
      const { rows } = await pool.query<{ value?: string }>(sql, values);
      answered();
      return rows;
    } catch (error) {
      // Tried again after the rest: the table may have gone with its database.
      made = null;
      failed(error);
      throw error;
    }
  }

  function behind(sql: string, values: unknown[]): void {
    if (performance.now() < restsUntil || writes.size >= WRITES) return;
    const write: Promise<unknown> = query(sql, values)
      .catch(() => {})
      .finally(() => writes.delete(write));
    writes.add(write);
  }

  function clearAway(): void {
    behind('delete from answer where kept_until < now()', []);
    behind('delete from answer where key in (select key from answer order by kept_until desc offset $1)', [
      mostAnswers,
    ]);
  }
  const clearing = setInterval(clearAway, options.clearEveryMs ?? 600_000).unref();
  clearAway();

  async function settled(): Promise<void> {
    while (writes.size) await Promise.all(writes);
  }

  async function close(): Promise<void> {
    clearInterval(clearing);
    const enough = new AbortController();
    const written = settled().then(() => enough.abort());
    await Promise.race([written, sleep(STATEMENT_MS, undefined, { signal: enough.signal }).catch(() => {})]);
    await pool.end();
  }
  let closed: Promise<void> | null = null;

  const named = (key: string): string => `${version} ${key}`;

  return {
    async get(key) {
      if (performance.now() < restsUntil) return undefined;
      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<undefined>((resolve) => {
        // One turn more: a process that was busy so long finds the answer lying there.
        timer = setTimeout(() => setImmediate(resolve, undefined), waitMs);
      });
      const found = query('select value::text as value from answer where key = $1 and kept_until > now()', [named(key)])
        .then((rows) => ({ value: rows[0]?.value }))
        .catch(() => ({ value: undefined }));
      const first = await Promise.race([found, tooLate]);
      clearTimeout(timer);
      if (!first && performance.now() - (silentSince ??= performance.now()) > PATIENCE_MS)
        failed({ name: 'TimeoutError' });
      return first?.value;
    },
    set(key, json, keepMs) {
      if (Buffer.byteLength(json) > mostBytes) return;
      behind(
        `insert into answer (key, value, kept_until) values ($1, $2, now() + $3 * interval '1 millisecond')
         on conflict (key) do update set value = excluded.value, kept_until = excluded.kept_until`,
        [named(key), json, keepMs],
      );
    },
    delete: (key) => behind('delete from answer where key = $1', [named(key)]),
    settled,
    close: () => (closed ??= close()),
  };
}
