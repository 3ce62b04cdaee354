import type { ExecutionResult } from 'graphql';
import { clock, type Clock } from '../../runtime/clock.js';
import { silent } from '../../runtime/log.js';
import type { Subgraph, SubgraphOptions } from '../../subgraphs/open.js';
import { openOutbox, type Outbox } from '../../subgraphs/outbox.js';
import { freshDatabase, templateDatabase } from '../database.js';
import { identityOf } from '../identity.js';
import { ofQuestions } from '../statements.js';

/** What a test reads of an answer: its shape is what the test asserts. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = any;

export interface Alone {
  subgraph: Subgraph;
  outbox: Outbox;
  url: string;
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Asks as the demo professional `as` (default accountmanager). */
  ask(
    query: string,
    variables?: Record<string, unknown>,
    options?: { as?: string | null; idempotencyKey?: string },
  ): Promise<ExecutionResult<Data>>;
  /** The data of an answer without errors. */
  data(
    query: string,
    variables?: Record<string, unknown>,
    options?: { as?: string | null; idempotencyKey?: string },
  ): Promise<Data>;
  close(): Promise<void>;
}

/** The date and time at which every test stands still, unless it says otherwise. */
export const TEST_NOW = '2026-03-10T09:00:00+01:00';

export interface AloneOptions {
  now?: string;
  /** Instead of a time that stands still at `now`. */
  clock?: Clock;
  demo?: boolean;
  onStatement?: (sql: string) => void;
  /** How often an event that failed is tried again, and after how many seconds. */
  retry?: { limit: number; delay: number };
  /** Opens the subgraph to fill a database that those of other tests are copied from, by its name. */
  template?: { name: string; open: (options: SubgraphOptions) => Promise<Subgraph> };
}

/** A database with the demo data of `now`, filled once in a run. */
const filled = ({ name, open }: NonNullable<AloneOptions['template']>, now: string): Promise<string> =>
  templateDatabase(`demo_${name}_${Date.parse(now)}`, async (url) => {
    const outbox = await openOutbox({ url, log: silent, supervise: false });
    const subgraph = await open({ databaseUrl: url, clock: clock(now), outbox, log: silent, demo: true });
    await outbox.close();
    await subgraph.close();
  });

/** One subgraph with demo data on a database of its own, at a fixed time. */
export async function alone(
  open: (options: SubgraphOptions) => Promise<Subgraph>,
  options: AloneOptions = {},
): Promise<Alone> {
  const { template, now = TEST_NOW, demo = true } = options;
  const copied = template && demo && !options.clock ? await filled(template, now) : undefined;
  const database = await freshDatabase(copied);
  const outbox = await openOutbox({
    url: database.url,
    log: silent,
    supervise: false,
    ...(options.retry ? { retry: options.retry } : {}),
  });
  const subgraph = await open({
    databaseUrl: database.url,
    clock: options.clock ?? clock(now),
    outbox,
    log: silent,
    demo,
    ...(options.onStatement ? { onStatement: ofQuestions(options.onStatement) } : {}),
  });
  const ask: Alone['ask'] = (query, variables = {}, { as = 'accountmanager', idempotencyKey } = {}) =>
    subgraph.ask(
      { query, variables },
      { identity: as ? identityOf(as) : null, requestId: 'test', idempotencyKey },
    ) as ReturnType<Alone['ask']>;
  return {
    subgraph,
    outbox,
    url: database.url,
    query: database.query,
    ask,
    async data(query, variables, asked) {
      const answer = await ask(query, variables, asked);
      if (answer.errors?.length) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    async close() {
      await outbox.close();
      await subgraph.close();
      await database.drop();
    },
  };
}
