import type { EntityManager } from '../../database.js';
import type { Event } from '../../events.js';
import { factOf } from './fact-of.js';

/** Keeps what an event tells, once, however often it is handed over: the event's id is the fact's. */
export async function keepFact(em: EntityManager, event: Event): Promise<void> {
  const { id, kind, employerId, teamIds, occurredOn, knownAt, payload } = factOf(event);
  await em.execute(
    `insert into fact (id, kind, employer_id, team_ids, occurred_on, known_at, payload)
     values (?, ?, ?, array(select jsonb_array_elements_text(?::jsonb)), ?, ?, ?::jsonb) on conflict do nothing`,
    [id, kind, employerId, JSON.stringify(teamIds), occurredOn, knownAt, JSON.stringify(payload)],
  );
}
