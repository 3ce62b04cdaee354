import type { EntityManager } from '../../../database.js';
import { Severity, type RuleNotice } from '../../../payload.js';
import { whenInDutch } from './when-in-dutch.js';

export interface Planned {
  id: string;
  attendeeIds: readonly string[];
  startsAt: Date;
  endsAt: Date;
}

const OVERLAPPING = `select distinct p.name, a.starts_at
  from jsonb_array_elements_text(?::jsonb) as wanted(id)
  join professional p on p.id = wanted.id
  join appointment a on a.attendee_ids @> array[wanted.id]
  where a.id <> ? and a.cancelled_at is null and a.starts_at < ? and a.ends_at > ?
  order by a.starts_at, p.name
  limit 10`;

/** A notice for each attendee who is elsewhere while this takes place. One after the other is no overlap. */
export async function overlapNotices(em: EntityManager, planned: Planned): Promise<RuleNotice[]> {
  const rows = await em.execute<{ name: string; starts_at: string | Date }[]>(OVERLAPPING, [
    JSON.stringify(planned.attendeeIds),
    planned.id,
    planned.endsAt,
    planned.startsAt,
  ]);
  return rows.map(({ name, starts_at: at }) => ({
    code: 'OVERLAPPING_APPOINTMENT',
    message: `${name} heeft dan al een afspraak (${whenInDutch(new Date(at))}).`,
    requirement: 'R-095',
    severity: Severity.INFO,
  }));
}
