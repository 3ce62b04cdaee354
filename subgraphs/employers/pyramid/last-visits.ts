import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import { ContactCategory, mediaOf } from '../contact/contact-medium.js';

/** The day of the last visit of each employer, in person or by video; null without one. */
export const lastVisits = (em: EntityManager): DataLoader<string, string | null> =>
  new DataLoader(async (employerIds) => {
    const rows = await prepared<{ employer_id: string; on: string }>(
      em,
      `select employer_id, max(occurred_on)::text as on from contact_moment
       where employer_id = any(?::uuid[]) and merged_into_id is null and medium = any(?::text[]) group by 1`,
      [[...employerIds], mediaOf(ContactCategory.VISIT)],
    );
    const found = new Map(rows.map((row) => [row.employer_id, row.on]));
    return employerIds.map((id) => found.get(id) ?? null);
  });
