import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';

/** Ids of employers of a region, not yet in the portfolio, whose visiting address lies in one of the postcode areas. */
export async function employersByPostcode(
  em: EntityManager,
  { id, regionId, postcodes }: { id: string; regionId: string; postcodes: string[] },
  most: number,
): Promise<string[]> {
  const rows = await prepared<{ id: string }>(
    em,
    `select e.id from employer e left join lateral (
       select r.values->'visitingAddress'->>'postcode' as postcode from register_record r
       where r.employer_id = e.id and r.values->'visitingAddress'->>'postcode' is not null order by r.source limit 1
     ) told on true
     where e.region_id = ? and e.merged_into_id is null and e.portfolio_id is distinct from ?::uuid
       and left(coalesce(e.manual_visiting_address->>'postcode', told.postcode), 4) = any(?::text[])
     order by e.id limit ?`,
    [regionId, id, postcodes, most],
  );
  return rows.map((row) => row.id);
}
