import { createHash } from 'node:crypto';
import { DeadlockException } from '@mikro-orm/core';
import { bulkhead, ExponentialBackoff, handleType, retry, type BulkheadPolicy } from 'cockatiel';
import { GraphQLError } from 'graphql';
import { unreadableIn } from '../runtime/unreadable-text.js';
import { whoAsks, type Context } from './context.js';
import type { EntityManager } from './database.js';
import { refused, type Outcome, type UserError } from './payload.js';
import { userError } from './user-error.js';

/** The table of answered writes, in every subgraph's first migration. */
export const answeredWritesTable = `create table answered_write (
  actor_id text not null,
  key text not null,
  mutation text not null,
  input_hash text not null,
  outcome jsonb,
  at timestamptz not null default now(),
  primary key (actor_id, key, mutation)
)`;

/** Of two writes that wait for each other PostgreSQL ends one, which left nothing behind: it is done again. */
const unlessDeadlocked = retry(handleType(DeadlockException), {
  maxAttempts: 3,
  backoff: new ExponentialBackoff({ initialDelay: 20 }),
});

/** Carries a refusal out of the transaction, so that nothing stays behind. */
class Refusal extends Error {
  constructor(readonly outcome: Outcome) {
    super('refused');
  }
}

const hashOf = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(input, (_, value) => sorted(value)))
    .digest('hex');

const sorted = (value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** What a trigger of ours refuses with: `hint` is the code, `detail` the sentence, `column` the input's field. */
const OUR_REFUSAL = 'WG001';

/** The refusal that a trigger gave, for rules that no verb could keep alone; null for any other failure. */
function refusalByDatabase(error: unknown): UserError | null {
  const { code, hint, detail, column } = error as Partial<Record<'code' | 'hint' | 'detail' | 'column', string>>;
  return code === OUR_REFUSAL && hint && detail
    ? userError(hint, ['input', ...(column ? [column] : [])], detail)
    : null;
}

/** The refusal of a text that no database can hold; null when there is none. */
function refusalOfText(input: unknown): UserError | null {
  const [within] = unreadableIn(input);
  if (!within) return null;
  const path = ['input', ...within.map(String)];
  const field = path.findLast((step) => !/^\d+$/.test(step));
  return userError('UNREADABLE_TEXT', path, `In dit veld (${field}) staat een teken dat geen tekst is.`);
}

/** The turns of each pool of connections, as long as that lives. */
const turns = new WeakMap<object, BulkheadPolicy>();

/**
 * Lets at most half the connections be in the hands of writers. A writer holds its connection while the loaders of its
 * request read on others: were every connection a writer's, they would wait for each other for ever.
 */
function turnOf(em: EntityManager): BulkheadPolicy {
  const driver = em.getDriver();
  const known = turns.get(driver);
  if (known) return known;
  const connections = em.config.get('pool')?.max ?? 10;
  const made = bulkhead(Math.max(1, Math.floor(connections / 2)), Number.MAX_SAFE_INTEGER);
  turns.set(driver, made);
  return made;
}

/** A request under an `Idempotency-Key`. */
interface KeyedRequest {
  actorId: string;
  key: string;
  mutation: string;
  inputHash: string;
}

/** The outcome this key was answered with before, or null when the work is ours to do now. Waits for a twin under way. */
async function answeredBefore(
  em: EntityManager,
  { actorId, key, mutation, inputHash }: KeyedRequest,
): Promise<Outcome | null> {
  const claimed = await em.execute(
    'insert into answered_write (actor_id, key, mutation, input_hash) values (?, ?, ?, ?) on conflict do nothing returning key',
    [actorId, key, mutation, inputHash],
  );
  return claimed.length ? null : outcomeOf(em, { actorId, key, mutation, inputHash });
}

/** What stands under the key; null when nothing does. @throws GraphQLError IDEMPOTENCY_KEY_REUSED */
async function outcomeOf(
  em: EntityManager,
  { actorId, key, mutation, inputHash }: KeyedRequest,
): Promise<Outcome | null> {
  const [row] = await em.execute<{ input_hash: string; outcome: Outcome }[]>(
    'select input_hash, outcome from answered_write where actor_id = ? and key = ? and mutation = ?',
    [actorId, key, mutation],
  );
  if (!row) return null;
  if (row.input_hash !== inputHash) {
    throw new GraphQLError('Deze Idempotency-Key is al gebruikt voor een ander verzoek. Gebruik een nieuwe.', {
      extensions: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  }
  return row.outcome;
}

/**
 * The outcome of the same request under the same key, for a mutation that asks a partner before it writes: a
 * repetition must be answered alike also when the partner is silent now. Null when it was not carried out before.
 * @throws GraphQLError IDEMPOTENCY_KEY_REUSED
 */
export async function earlierOutcome(context: Context, mutation: string, input: unknown): Promise<Outcome | null> {
  const key = context.idempotencyKey;
  if (!key) return null;
  const actorId = whoAsks(context).professionalId;
  return outcomeOf(context.em, { actorId, key, mutation, inputHash: hashOf(input) });
}

/**
 * Does `work` in one transaction, in the name of who asks. A refusal (an outcome with errors) or a failure leaves
 * nothing behind. With an `Idempotency-Key` the same request is carried out once and answered alike ever after.
 * @param mutation the field's name in the graph
 * @param input what the client sent, to tell a repetition from another request under the same key
 * @throws GraphQLError IDEMPOTENCY_KEY_REUSED
 */
export async function write(
  context: Context,
  mutation: string,
  input: unknown,
  work: (em: EntityManager) => Promise<Outcome>,
): Promise<Outcome> {
  const { professionalId } = whoAsks(context);
  const key = context.idempotencyKey;
  const inputHash = hashOf(input);
  const unreadable = refusalOfText(input);
  if (unreadable) return refused(unreadable);
  try {
    return await turnOf(context.em).execute(() =>
      unlessDeadlocked.execute(() =>
        context.em.transactional(async (em) => {
          await em.execute("select set_config('werkgraaf.actor', ?, true)", [professionalId]);
          if (key) {
            const before = await answeredBefore(em, { actorId: professionalId, key, mutation, inputHash });
            if (before) return before;
          }
          const outcome = await work(em);
          if (outcome.errors.length) throw new Refusal(outcome);
          if (key) {
            await em.execute(
              'update answered_write set outcome = ?::jsonb where actor_id = ? and key = ? and mutation = ?',
              [JSON.stringify(outcome), professionalId, key, mutation],
            );
          }
          return outcome;
        }),
      ),
    );
  } catch (error) {
    if (error instanceof Refusal) return error.outcome;
    const told = refusalByDatabase(error);
    if (told) return refused(told);
    throw error;
  }
}
