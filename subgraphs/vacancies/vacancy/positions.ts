import DataLoader from 'dataloader';
import { validate as isUuid } from 'uuid';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** How many positions of each vacancy are filled: its placements. */
export const filledPositions = (em: EntityManager): DataLoader<string, number> =>
  new DataLoader(async (vacancyIds) => {
    const rows = await prepared<{ id: string; filled: number }>(
      em,
      'select vacancy_id as id, count(*)::int as filled from placement where vacancy_id = any(?::uuid[]) group by vacancy_id',
      [vacancyIds],
    );
    const filled = new Map(rows.map((row) => [row.id, row.filled]));
    return vacancyIds.map((id) => filled.get(id) ?? 0);
  });

/** How many positions are open at each employer: of its open vacancies, less the placements on them. */
export const openPositions = (em: EntityManager): DataLoader<string, number> =>
  new DataLoader(async (employerIds) => {
    const rows = await prepared<{ id: string; open: number }>(
      em,
      `select v.employer_id as id, sum(greatest(v.positions - coalesce(p.filled, 0), 0))::int as open
      from vacancy v
      left join lateral (select count(*) as filled from placement where vacancy_id = v.id) p on true
      where v.status = 'OPEN' and v.employer_id = any(?::uuid[])
      group by v.employer_id`,
      [employerIds.filter((id) => isUuid(id))],
    );
    const open = new Map(rows.map((row) => [row.id, row.open]));
    return employerIds.map((id) => open.get(id) ?? 0);
  });
