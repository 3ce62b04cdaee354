import { randomUUID } from 'node:crypto';
import { fromKysely, PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss';
import type { Logger } from '../runtime/log.js';
import { eventsHandled } from '../runtime/metrics.js';
import { APP_ROLE, asOwner, ensureRole, type EntityManager } from './database.js';
import { consumersOf, type Consumer, type Event, type EventData, type EventType } from './events.js';

/** Puts an event on the outbox within the transaction of `em`: it goes out if and only if that commits. */
export type Publish = <T extends EventType>(
  em: EntityManager,
  event: {
    type: T;
    occurredOn: string;
    recordedAt: Date;
    actorId: string | null;
    data: EventData[T];
    id?: string;
    /** Of those who are told of it only these. Default all. */
    to?: readonly Consumer[];
  },
) => Promise<void>;

/** One handing over of an event. */
export interface Attempt {
  /** When this one fails too, the event goes to the dead letters. */
  last: boolean;
  /**
   * Takes a field of the event's data out of the outbox, within the transaction of `em`: what somebody must be erased with
   * stays nowhere once that is done. Handed over again, the event is without it.
   */
  forget(em: EntityManager, field: string): Promise<void>;
}

export interface Outbox {
  publish: Publish;
  /**
   * Hands every event for `consumer` to `handle` at least once, again after a failure (with growing pauses, then to
   * the dead letters). Order is not promised: events of one transaction, and those tried again, come as they come.
   */
  consume(consumer: Consumer, handle: (event: Event, attempt: Attempt) => Promise<void>): Promise<void>;
  /** How many events still wait for `consumer`. */
  waiting(consumer: Consumer): Promise<number>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

const SCHEMA = 'outbox';
export const consumers = [...new Set(Object.values(consumersOf).flat())];

/**
 * How often a failed event is tried again, and after how many seconds first; the pause doubles each time, up to `longest`
 * seconds. Who tells a partner outlasts its night: about seven hours. Others fail by our own fault, and that keeps failing.
 */
const usual = { limit: 8, delay: 1, longest: 3_600 };
const patience: Partial<Record<Consumer, typeof usual>> = {
  'vacancies-werknl': { ...usual, limit: 18 },
  'jobseekers-werknl': { ...usual, limit: 18 },
};

/**
 * The transactional outbox, on pg-boss. Failed events are tried again `retryLimit` times and then kept in a
 * dead-letter queue of the consumer (`<consumer>-dead`), where nothing is lost.
 */
export async function openOutbox(options: {
  url: string;
  log: Logger;
  /** Whether this process looks after the queues: expiry, retention. Default true. */
  supervise?: boolean;
  /** In place of each consumer's own patience; a delay of 0 takes no pause. */
  retry?: { limit: number; delay: number };
}): Promise<Outbox> {
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: 'werkgraaf outbox',
    schema: SCHEMA,
    max: 4,
    useListenNotify: true,
    schedule: false,
    supervise: options.supervise ?? true,
  });
  boss.on('error', (error) => options.log.error({ err: error }, 'outbox'));
  await boss.start();
  for (const consumer of consumers) {
    const retry = { ...(patience[consumer] ?? usual), ...options.retry };
    await boss.createQueue(`${consumer}-dead`, { retentionSeconds: 365 * 86_400 });
    await boss.createQueue(consumer, {
      deadLetter: `${consumer}-dead`,
      retryLimit: retry.limit,
      retryDelay: retry.delay,
      retryBackoff: retry.delay !== 0,
      ...(retry.delay === 0 ? {} : { retryDelayMax: retry.longest }),
      // What a killed process was at work on is handed over again after this long.
      expireInSeconds: 120,
      notify: true,
      retentionSeconds: 90 * 86_400,
    });
  }
  await asOwner(options.url, async (owner) => {
    await ensureRole(owner);
    await owner.query(`grant usage on schema ${SCHEMA} to ${APP_ROLE}`);
    await owner.query(`grant select, insert, update on all tables in schema ${SCHEMA} to ${APP_ROLE}`);
  });

  return {
    async publish(em, { to, ...event }) {
      const whole = { ...event, id: event.id ?? randomUUID(), recordedAt: event.recordedAt.toISOString() };
      for (const consumer of consumersOf[event.type].filter((one) => !to || to.includes(one)))
        await boss.send(consumer, whole, { db: fromKysely(em.getKysely()) });
    },
    async consume(consumer, handle) {
      const handled = async (job: JobWithMetadata<Event>): Promise<JobResult> => {
        const { id, data: event, retryCount, retryLimit } = job;
        try {
          await handle(event, {
            last: retryCount >= retryLimit,
            async forget(em, field) {
              const path = `{data,${field}}`;
              await em.execute(`update ${SCHEMA}.job set data = data #- ?::text[] where name = ? and id = ?::uuid`, [
                path,
                consumer,
                id,
              ]);
            },
          });
          eventsHandled.inc({ consumer, type: event.type, outcome: 'ok' });
          return { id, status: 'completed' };
        } catch (error) {
          eventsHandled.inc({ consumer, type: event.type, outcome: 'failed' });
          options.log.error({ err: error, consumer, type: event.type, eventId: event.id }, 'event not handled');
          return { id, status: 'failed', output: { name: error instanceof Error ? error.name : 'error' } };
        }
      };
      const work = {
        batchSize: 50,
        burstWhenBatchFull: true,
        perJobResults: true,
        includeMetadata: true,
        pollingIntervalSeconds: 2,
        // New events announce themselves, those to be tried again do not: without this they wait half a minute.
        notifyPollingIntervalSeconds: 2,
      } as const;
      // Each event has its own result: only one that failed is tried again, its neighbours in the batch are done.
      await boss.work<Event, void, typeof work>(consumer, work, async (jobs) => {
        const results: JobResult[] = [];
        for (const job of jobs) results.push(await handled(job));
        return results;
      });
    },
    async waiting(consumer) {
      const { rows } = await boss
        .getDb()
        .executeSql(
          `select count(*)::int as n from ${SCHEMA}.job where name = $1 and state in ('created', 'retry', 'active')`,
          [consumer],
        );
      return rows[0].n as number;
    },
    async ready() {
      return boss
        .getDb()
        .executeSql('select 1')
        .then(
          () => true,
          () => false,
        );
    },
    close: () => boss.stop({ graceful: true, timeout: 3_000, close: true }),
  };
}
