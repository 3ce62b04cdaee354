import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** The last contact moment that one professional registered at one employer. */
export interface LastContact {
  id: string;
  on: string;
  byId: string;
}

/** Per employer the last contact moment of each registrar, up to and including `onDate`, in one statement a tick. */
export const lastContactsUntil = (em: EntityManager, onDate: string): DataLoader<string, LastContact[]> =>
  new DataLoader(async (employerIds) => {
    const rows = await prepared<{ employer_id: string; id: string; on: string; by_id: string }>(
      em,
      `select distinct on (employer_id, registered_by_id) employer_id, id, occurred_on::text as on, registered_by_id as by_id
       from contact_moment where employer_id = any(?::uuid[]) and occurred_on <= ?
       order by employer_id, registered_by_id, occurred_on desc, id desc`,
      [employerIds, onDate],
    );
    const lists = new Map<string, LastContact[]>(employerIds.map((id) => [id, []]));
    for (const { employer_id, id, on, by_id } of rows) lists.get(employer_id)!.push({ id, on, byId: by_id });
    return employerIds.map((id) => lists.get(id)!);
  });
