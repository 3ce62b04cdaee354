import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** When somebody last wrote in the log of each vacancy; null when nobody did. What the system wrote does not count. */
export const lastLogged = (em: EntityManager): DataLoader<string, Date | null> =>
  new DataLoader(async (vacancyIds) => {
    const rows = await prepared<{ id: string; at: Date | string }>(
      em,
      `select vacancy_id::text as id, max(at) as at from vacancy_log_entry
       where vacancy_id = any(?::uuid[]) and kind <> 'STATUS' group by vacancy_id`,
      [vacancyIds],
    );
    const last = new Map(rows.map(({ id, at }) => [id, new Date(at)]));
    return vacancyIds.map((id) => last.get(id) ?? null);
  });
