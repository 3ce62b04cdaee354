import DataLoader from 'dataloader';
import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';
import type { ContactFact } from './may-take-over.js';
import { stoodThen } from './stood-then.js';

export interface ContactsAsked {
  /** Up to and including this day, `YYYY-MM-DD`. */
  onDate: string;
  /** As they were known just before; now, without it. */
  knownAt: Date | null;
}

const NOW = `select distinct on (employer_id, registered_by_id) employer_id, id, occurred_on::text as on, registered_by_id as by_id
  from contact_moment where employer_id = any(?::uuid[]) and occurred_on <= ?
  order by employer_id, registered_by_id, occurred_on desc, id desc`;

/** The day of a contact can be corrected: as it was known then is as its versions tell. It counts where it stood then. */
const THEN = `select distinct on (stood.employer_id, registered_by_id) stood.employer_id, m.id, on_day::text as on, registered_by_id as by_id
  from (${stoodThen('contact_moment')}) stood join contact_moment m on m.id = stood.id cross join lateral (
    select coalesce((
      select v.occurred_on from contact_moment_version v
      where v.contact_moment_id = m.id and (v.number = 1 or v.recorded_at < ?::timestamptz) order by v.number desc limit 1
    ), m.occurred_on) as on_day
  ) known
  where recorded_at < ?::timestamptz and on_day <= ?
  order by stood.employer_id, registered_by_id, on_day desc, m.id desc`;

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
      moment ? [employerIds, employerIds, moment, employerIds, moment, moment, onDate] : [employerIds, onDate],
    );
    const lists = new Map<string, ContactFact[]>(employerIds.map((id) => [id, []]));
    for (const { employer_id, id, on, by_id } of rows) lists.get(employer_id)!.push({ id, on, byId: by_id });
    return employerIds.map((id) => lists.get(id)!);
  });
