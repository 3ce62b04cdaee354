import type { EntityManager } from '../../database.js';
import type { Event, EventData } from '../../events.js';
import type { Publish } from '../../outbox.js';
import { followEmployer } from './follow-vacancy.js';

type Told = Event<'employer.registered' | 'employer.updated'>;

/** Keeps what an employer is called, and lets its advertisements follow. An older event than the one that is known changes nothing. */
export async function keepEmployerName(em: EntityManager, publish: Publish, event: Told): Promise<void> {
  const {
    employerId,
    tradeName,
    kvkNumber = null,
  } = event.data as EventData['employer.updated'] & {
    kvkNumber?: string | null;
  };
  // An update that does not touch the name, or an event from before employers told it.
  if (!tradeName) return;
  const changed = await em.execute<{ id: string }[]>(
    `insert into employer_name (id, name, kvk_number, known_at) values (?::uuid, ?, ?, ?::timestamptz)
     on conflict (id) do update
       set name = case when excluded.known_at >= employer_name.known_at then excluded.name else employer_name.name end,
         kvk_number = coalesce(excluded.kvk_number, employer_name.kvk_number),
         known_at = greatest(excluded.known_at, employer_name.known_at)
     returning id`,
    [employerId, tradeName, kvkNumber, event.recordedAt],
  );
  if (changed.length === 0) return;
  await followEmployer(em, publish, employerId, { by: event.actorId, at: new Date(event.recordedAt) });
}
