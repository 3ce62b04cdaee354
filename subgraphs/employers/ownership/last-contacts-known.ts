import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import type { ContactFact } from './may-take-over.js';

export interface ContactsAsked {
  /** Up to and including this day, `YYYY-MM-DD`. */
  onDate: string;
  /** As they were known just before; now, without it. */
  knownAt: Date | null;
}

const NOW = `select distinct on (employer_id, registered_by_id) employer_id, id, occurred_on::text as on, registered_by_id as by_id
  from contact_moment where employer_id = any(?::uuid[]) and occurred_on <= ?
  order by employer_id, registered_by_id, occurred_on desc, id desc`;

/** The day of a contact can be corrected: as it was known then is as its versions tell. */
const THEN = `select distinct on (employer_id, registered_by_id) employer_id, id, on_day::text as on, registered_by_id as by_id
  from contact_moment m cross join lateral (
    select coalesce((
      select v.occurred_on from contact_moment_version v
      where v.contact_moment_id = m.id and (v.number = 1 or v.recorded_at < ?::timestamptz) order by v.number desc limit 1
    ), m.occurred_on) as on_day
  ) known
  where employer_id = any(?::uuid[]) and recorded_at < ?::timestamptz and on_day <= ?
  order by employer_id, registered_by_id, on_day desc, id desc`;

/**
 * Per employer the last contact moment of each registrar, in one statement a tick. A moment that was merged into another
 * took place all the same, and counts.
 */
export const lastContactsKnown = (
  em: EntityManager,
  { onDate, knownAt }: ContactsAsked,
): DataLoader<string, ContactFact[]> =>
  new DataLoader(async (employerIds) => {
    const moment = knownAt?.toISOString();
    const rows = await prepared<{ employer_id: string; id: string; on: string; by_id: string }>(
      em,
      moment ? THEN : NOW,
      moment ? [moment, employerIds, moment, onDate] : [employerIds, onDate],
    );
    const lists = new Map<string, ContactFact[]>(employerIds.map((id) => [id, []]));
    for (const { employer_id, id, on, by_id } of rows) lists.get(employer_id)!.push({ id, on, byId: by_id });
    return employerIds.map((id) => lists.get(id)!);
  });
