import { raw } from '@mikro-orm/core';
import type { EntityManager } from '../../database.js';
import { page, pageSize, readCursor, type Page } from '../../pages.js';
import { Employer } from './employer.js';
import type { EmployerFilter } from './employer-filter.js';

/** How alike a word and a name must be, 0 to 1, to be found in spite of a typing error. */
const LIKENESS = 0.35;

type Condition = Record<string, unknown>;

/** A number that is right, or a name, sector or city that is nearly. A fragment serves one statement only. */
function sounds(sought: string): Condition {
  const piece = sought.replace(/[\\%_]/g, '\\$&');
  const sql = `(kvk_number = ? or wbs_number = upper(?) or unaccent(name) ilike '%' || unaccent(?) || '%'
    or sector ilike '%' || ? || '%' or lower(manual_visiting_address->>'city') = lower(?)
    or word_similarity(unaccent(lower(?)), unaccent(lower(name))) >= ?)`;
  return { [raw(sql, [sought, sought, piece, piece, sought, sought, LIKENESS]) as never]: [] };
}

function conditionsOf(text?: string | null, filter?: EmployerFilter | null): Condition[] {
  const { regionId, sectors, tiers, relationStatus, keyAccount, portfolioId } = filter ?? {};
  const sought = text?.trim();
  return [
    ...(regionId ? [{ regionId }] : []),
    ...(sectors ? [{ sector: { $in: sectors } }] : []),
    ...(tiers ? [{ tier: { $in: tiers } }] : []),
    ...(relationStatus ? [{ relationStatus: { $in: relationStatus } }] : []),
    ...(typeof keyAccount === 'boolean' ? [{ isKeyAccount: keyAccount }] : []),
    ...(portfolioId ? [{ portfolioId }] : []),
    ...(sought ? [sounds(sought)] : []),
  ];
}

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
  const totalCount = await em.count(Employer, { $and: conditionsOf(text, filter) } as never);
  const conditions = conditionsOf(text, filter);
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
