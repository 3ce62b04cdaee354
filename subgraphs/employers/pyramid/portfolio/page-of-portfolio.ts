import DataLoader from 'dataloader';
import { validate } from 'uuid';
import type { EntityManager } from '../../../database.js';
import { page, pageSize, readCursor, type Page } from '../../../pages.js';
import { Employer } from '../../dossier/employer.js';

export interface PortfolioPageArgs {
  first: number;
  after?: string | null | undefined;
}

interface Found {
  portfolio_id: string;
  total: number;
  ids: string[];
}

/**
 * The first page, with these arguments, of the employers of each portfolio asked for in one tick, by name: two
 * statements, however many portfolios there are.
 */
export function pagesByPortfolio(
  em: EntityManager,
  { first, after }: PortfolioPageArgs,
): DataLoader<string, Page<Employer>> {
  const size = pageSize(first);
  const [name, id] = after ? readCursor(after, 2) : [];
  const begun = !after ? 'true' : validate(id) ? '(name, id) > (?, ?::uuid)' : 'false';
  return new DataLoader(async (portfolioIds) => {
    const found = await em.execute<Found[]>(
      `select p.id as portfolio_id, counted.total, coalesce(picked.ids, '{}') as ids
       from unnest(array[?]::uuid[]) as p(id)
       cross join lateral (select count(*)::int as total from employer where portfolio_id = p.id) counted
       cross join lateral (
         select array_agg(id::text order by name, id) as ids from (
           select id, name from employer where portfolio_id = p.id and ${begun} order by name, id limit ?
         ) in_order
       ) picked`,
      [portfolioIds, ...(begun.includes('?') ? [name, id] : []), size + 1],
    );
    const ids = found.flatMap((row) => row.ids);
    const rows = ids.length ? await em.find(Employer, { id: { $in: ids } }, { disableIdentityMap: true }) : [];
    const employers = new Map(rows.map((row) => [row.id, row]));
    const pages = new Map(
      found.map((row) => [
        row.portfolio_id,
        page(
          row.ids.map((one) => employers.get(one)!),
          size,
          row.total,
          after,
          (employer) => [employer.name, employer.id],
        ),
      ]),
    );
    return portfolioIds.map((one) => pages.get(one)!);
  });
}
