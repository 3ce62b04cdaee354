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

/** Per employer the last contact moment of each registrar, in one statement a tick. */
export const lastContactsKnown = (
  em: EntityManager,
  { onDate, knownAt }: ContactsAsked,
): DataLoader<string, ContactFact[]> =>
  new DataLoader(async (employerIds) => {
    const rows = await prepared<{ employer_id: string; id: string; on: string; by_id: string }>(
      em,
      `select distinct on (employer_id, registered_by_id) employer_id, id, occurred_on::text as on, registered_by_id as by_id
       from contact_moment where employer_id = any(?::uuid[]) and occurred_on <= ? and recorded_at < coalesce(?::timestamptz, 'infinity')
       order by employer_id, registered_by_id, occurred_on desc, id desc`,
      [employerIds, onDate, knownAt?.toISOString() ?? null],
    );
    const lists = new Map<string, ContactFact[]>(employerIds.map((id) => [id, []]));
    for (const { employer_id, id, on, by_id } of rows) lists.get(employer_id)!.push({ id, on, byId: by_id });
    return employerIds.map((id) => lists.get(id)!);
  });
