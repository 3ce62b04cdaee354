import { raw } from '@mikro-orm/core';
import type { EntityManager } from '../../database.js';
import { page, pageSize, readCursor, type Page } from '../../pages.js';
import { Employer } from './employer.js';
import type { EmployerFilter } from './employer-filter.js';

/** How alike a word and a name must be, 0 to 1, to be found in spite of a typing error. */
const LIKENESS = 0.35;

/** One page of dossiers by name. The text may have a typing error or lack an accent; numbers must be right. */
export async function pageOfEmployers(
  em: EntityManager,
  {
    text,
    filter,
    first,
    after,
  }: { text?: string | null; filter?: EmployerFilter | null; first: number; after?: string | null },
): Promise<Page<Employer>> {
  const size = pageSize(first);
  const conditions: Record<string, unknown>[] = [];
  if (filter?.regionId) conditions.push({ regionId: filter.regionId });
  if (filter?.sectors) conditions.push({ sector: { $in: filter.sectors } });
  if (filter?.tiers) conditions.push({ tier: { $in: filter.tiers } });
  if (filter?.relationStatus) conditions.push({ relationStatus: { $in: filter.relationStatus } });
  if (typeof filter?.keyAccount === 'boolean') conditions.push({ isKeyAccount: filter.keyAccount });
  if (filter?.portfolioId) conditions.push({ portfolioId: filter.portfolioId });
  const sought = text?.trim();
  if (sought) {
    const ids = await em.execute<{ id: string }[]>(
      `select id from employer
       where kvk_number = ? or wbs_number = upper(?) or unaccent(name) ilike '%' || unaccent(?) || '%' or sector ilike '%' || ? || '%'
         or lower(manual_visiting_address->>'city') = lower(?) or word_similarity(unaccent(lower(?)), unaccent(lower(name))) >= ?`,
      [sought, sought, sought.replace(/[\\%_]/g, '\\$&'), sought.replace(/[\\%_]/g, '\\$&'), sought, sought, LIKENESS],
    );
    conditions.push({ id: { $in: ids.map(({ id }) => id) } });
  }
  const totalCount = await em.count(Employer, { $and: conditions } as never);
  if (after) {
    const [name, id] = readCursor(after, 2);
    conditions.push({ [raw('(name, id)') as never]: { $gt: raw('(?, ?::uuid)', [name, id]) } });
  }
  const rows = await em.find(Employer, { $and: conditions } as never, {
    orderBy: { name: 'asc', id: 'asc' },
    limit: size + 1,
    disableIdentityMap: true,
  });
  return page(rows, size, totalCount, after, ({ name, id }) => [name, id]);
}
