import DataLoader from 'dataloader';
import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';

export interface PlacementsOfYear {
  year: number;
  count: number;
}

/** Placements at an employer by the year they happened, counted from what the vacancies told of. */
export const placementsByYear = (em: EntityManager): DataLoader<string, PlacementsOfYear[]> =>
  new DataLoader(async (employerIds) => {
    const rows = await prepared<PlacementsOfYear & { employer_id: string }>(
      em,
      `select employer_id, extract(year from at at time zone 'Europe/Amsterdam')::int as year,
         count(distinct subject_id)::int as count
       from timeline_entry where employer_id = any(?::uuid[]) and kind = 'PLACEMENT' group by 1, 2`,
      [[...employerIds]],
    );
    return employerIds.map((id) =>
      rows.filter(({ employer_id }) => employer_id === id).map(({ year, count }) => ({ year, count })),
    );
  });
