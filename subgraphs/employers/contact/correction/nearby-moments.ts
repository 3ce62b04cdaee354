import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';
import type { Nearby } from './merge-proposal.js';

/** By the agreements of the employer's region in force on the day of the contact; 0 where there are none. */
const WINDOW = `coalesce((
  select a.contact_merge_window_days from region_agreements a
  where a.region_id = e.region_id and a.valid_from <= m.occurred_on order by a.valid_from desc, a.version desc limit 1
), 0)`;

/**
 * Of many contact moments at once, the other moments of the same employer within the window of its region on either
 * side, with the likeness of their subjects. Merged moments have none and are none.
 */
export async function nearbyMoments(em: EntityManager, ids: readonly string[]): Promise<Map<string, Nearby[]>> {
  const rows = await prepared<Nearby & { of: string }>(
    em,
    `select m.id as of, o.id, o.subject, o.occurred_on::text as "occurredOn", similarity(m.subject, o.subject)::float8 as likeness
     from contact_moment m
     join employer e on e.id = m.employer_id
     cross join lateral (select ${WINDOW} as days) agreed
     join contact_moment o on o.employer_id = m.employer_id and o.id <> m.id and o.merged_into_id is null
       and o.occurred_on between m.occurred_on - agreed.days and m.occurred_on + agreed.days
     where m.id = any(?::uuid[]) and m.merged_into_id is null
     order by o.occurred_on desc, o.id desc`,
    [ids],
  );
  const found = new Map<string, Nearby[]>(ids.map((id) => [id, []]));
  for (const { of, ...nearby } of rows) found.get(of)?.push(nearby);
  return found;
}
