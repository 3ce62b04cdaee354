import { z } from 'zod';
import type { EntityManager } from '../../database.js';
import type { Event } from '../../events.js';

const told = z.object({ employerId: z.uuid(), vacancyId: z.uuid(), placementId: z.uuid().optional() });

/**
 * Keeps which vacancies and placements an employer has, for the pyramid to count. Told again, or of opening and
 * closing in either order, a vacancy stands once; what is told of a merged dossier counts for the one that was kept.
 * @throws ZodError naming the fields when the event is not as agreed
 */
export async function takeInActivity(em: EntityManager, { type, occurredOn, data }: Event): Promise<void> {
  const isPlacement = type === 'placement.registered';
  if (!isPlacement && type !== 'vacancy.opened' && type !== 'vacancy.closed') return;
  const { employerId, vacancyId, placementId } = told.parse(data);
  const closed = type === 'vacancy.closed';
  const outcome = closed ? z.object({ status: z.string() }).parse(data).status : null;
  await em.execute(
    `insert into employer_activity as known (id, employer_id, kind, began_on, ended_on, outcome)
     values (?, coalesce(kept_of(?::uuid), ?::uuid), ?, ?, ?, ?)
     on conflict (id) do update set began_on = coalesce(excluded.began_on, known.began_on),
       ended_on = coalesce(excluded.ended_on, known.ended_on), outcome = coalesce(excluded.outcome, known.outcome)`,
    [
      isPlacement ? (placementId ?? vacancyId) : vacancyId,
      employerId,
      employerId,
      isPlacement ? 'PLACEMENT' : 'VACANCY',
      closed ? null : occurredOn,
      closed ? occurredOn : null,
      outcome,
    ],
  );
}
