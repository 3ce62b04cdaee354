import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** When the profile of a jobseeker was last seen at VUM; null for who was not taken over from there. */
export const profileSeen = (em: EntityManager): DataLoader<string, Date | null> =>
  new DataLoader(async (ids) => {
    const rows = await prepared<{ jobseeker_id: string; seen_at: Date | string }>(
      em,
      'select jobseeker_id, seen_at from taken_profile where jobseeker_id = any(?::uuid[])',
      [[...ids]],
    );
    const seen = new Map(rows.map((row) => [row.jobseeker_id, new Date(row.seen_at)]));
    return ids.map((id) => seen.get(id) ?? null);
  });
