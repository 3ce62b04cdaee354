import type { KvkMutations, KvkSignalBatch } from '../../../../adapters/kvk/mutations-port.js';
import type { Surroundings } from '../../../context.js';
import type { EntityManager } from '../../../database.js';

const CURSOR = 'kvk';
/** How far back signals are asked for the first time. */
const FIRST_MS = 86_400_000;

/** Keeps the signals of companies that have a dossier, and how far we came, in one transaction. */
async function keepBatch(em: EntityManager, { signals, cursor }: KvkSignalBatch, now: Date): Promise<void> {
  await em.transactional(async (tx) => {
    const told = signals.map(({ id, kvkNumber, kind, at }) => ({ id, kvkNumber, kind, at: at.toISOString() }));
    await tx.execute(
      `insert into register_signal (id, kvk_number, kind, signalled_at, not_before)
       select s.id, s."kvkNumber", s.kind, s.at, ?::timestamptz
       from jsonb_to_recordset(?::jsonb) as s(id text, "kvkNumber" text, kind text, at timestamptz)
       where exists (select from employer where kvk_number = s."kvkNumber")
       on conflict (id) do nothing`,
      [now.toISOString(), JSON.stringify(told)],
    );
    await tx.execute(
      `insert into signal_cursor (id, cursor, moved_at) values (?, ?, ?)
       on conflict (id) do update set cursor = excluded.cursor, moved_at = excluded.moved_at`,
      [CURSOR, cursor, now.toISOString()],
    );
  });
}

/**
 * Takes over what KvK's Mutatieservice told since the last time, batch by batch, so that a failure halfway costs one batch.
 * @throws PartnerError where KvK fails; what was taken over stays
 */
export async function takeOverSignals({ database, clock }: Surroundings, kvk: KvkMutations): Promise<void> {
  const em = database.em();
  const [kept] = await em.execute<{ cursor: string }[]>('select cursor from signal_cursor where id = ?', [CURSOR]);
  const since = kept?.cursor ?? new Date(clock.now().getTime() - FIRST_MS);
  for await (const batch of kvk.signalsSince(since)) await keepBatch(em, batch, clock.now());
}
