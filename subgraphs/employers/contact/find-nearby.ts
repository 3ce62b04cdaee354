import type { EntityManager } from '../../database.js';
import { daysAround } from './days-around.js';
import type { Nearby } from './merge-proposal.js';

/** The moments of one employer within `days` of a day, on either side, with the likeness of their subjects. */
export async function findNearby(
  em: EntityManager,
  { employerId, subject, occurredOn }: { employerId: string; subject: string; occurredOn: string },
  days: number,
): Promise<Nearby[]> {
  const [from, to] = daysAround(occurredOn, days);
  return em.execute<Nearby[]>(
    `select id, subject, occurred_on::text as "occurredOn", similarity(subject, ?)::float8 as likeness
     from contact_moment where employer_id = ? and occurred_on between ? and ?`,
    [subject, employerId, from, to],
  );
}
