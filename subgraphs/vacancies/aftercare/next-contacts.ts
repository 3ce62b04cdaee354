import DataLoader from 'dataloader';
import { ZONE } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/**
 * Of each plan the day by which the next contact is held: so many weeks after the last one, or else after the work began or
 * aftercare was agreed, whichever came later. A plan has none after its last day: `until`, or else the last day of the
 * work as agreed; and in any case the day on which the work ended. Takes one value: today.
 */
const NEXT = `select a.placement_id, a.professional_id, p.region_id, due.on_day
  from aftercare_plan a
  join placement p on p.id = a.placement_id
  cross join lateral (
    select max(e.at at time zone '${ZONE}')::date as on_day from aftercare_entry e where e.placement_id = a.placement_id
  ) last
  cross join lateral (
    select coalesce(last.on_day, greatest(p.starts_on, a.agreed_on)) + 7 * a.contact_every_weeks as on_day
  ) due
  cross join lateral (
    select least(p.ended_on, coalesce(a.until, case when p.ended_on is null
      then (p.starts_on + make_interval(months => p.duration_months))::date - 1 end)) as on_day
  ) final
  where final.on_day is null or final.on_day >= greatest(due.on_day, ?::date)`;

/** By when the next contact of a placement's aftercare is held, `YYYY-MM-DD`; null without one to come. */
export const nextContacts = (em: EntityManager, today: () => string): DataLoader<string, string | null> =>
  new DataLoader(async (placementIds) => {
    const rows = await prepared<{ id: string; on_day: string }>(
      em,
      `select placement_id::text as id, on_day::text from (${NEXT}) next where placement_id = any(?::uuid[])`,
      [today(), placementIds],
    );
    const found = new Map(rows.map(({ id, on_day }) => [id, on_day]));
    return placementIds.map((id) => found.get(id) ?? null);
  });

/** Of whose aftercare contact is due. */
export interface DueOf {
  /** Of one professional; null: of everybody. */
  professionalId: string | null;
  /** Of these regions; null: of all. */
  regionIds: readonly string[] | null;
}

const MOST = 100;

/** Ids of at most 100 placements whose next contact is due before a day, what is due first standing first. */
export async function placementsDue(
  em: EntityManager,
  today: string,
  before: string,
  { professionalId, regionIds }: DueOf,
): Promise<string[]> {
  const rows = await prepared<{ id: string }>(
    em,
    `select placement_id::text as id from (${NEXT}) next
     where on_day < ?::date ${professionalId ? 'and professional_id = ?' : ''} ${regionIds ? 'and region_id = any(?::text[])' : ''}
     order by on_day, placement_id limit ${MOST}`,
    [today, before, ...(professionalId ? [professionalId] : []), ...(regionIds ? [regionIds] : [])],
  );
  return rows.map(({ id }) => id);
}
