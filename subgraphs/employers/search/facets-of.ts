import type { EntityManager } from '../../database.js';
import type { Facet } from '../../facet.js';
import { prepared } from '../../prepared.js';
import { filterSql } from './filter-sql.js';
import { MOST_HITS } from './hits-sql.js';
import { hitsOf, type Sought } from './page-of-employers.js';

/** The features that are counted, named as in the filter. */
const FEATURES = {
  regionId: 'e.region_id',
  sectors: 'e.sector',
  tiers: 'e.tier',
  relationStatus: 'e.relation_status',
  city: 's.city',
};

/** Values told of each feature: the most frequent ones. */
const MOST_VALUES = 20;

/** How what is found is spread over the values of each feature (R-024); of at most 10,000 employers, as they are counted. */
export async function facetsOf(em: EntityManager, sought: Sought): Promise<Facet[]> {
  const hits = await hitsOf(em, sought);
  const narrowed = hits ? { sql: 'true', values: [] } : filterSql(sought.filter, sought.today);
  const rows = await prepared<{ name: string; value: string; count: number }>(
    em,
    `${hits ? `${hits.sql},` : 'with'} found as (
       select ${Object.entries(FEATURES)
         .map(([name, column]) => `${column} as "${name}"`)
         .join(', ')}
       from ${hits ? 'hits f join employer e on e.id = f.id' : 'employer e'} join employer_search s on s.employer_id = e.id
       where ${narrowed.sql} limit ${MOST_HITS}
     ), counted as (
       select f.name, f.value, count(*)::int as count, row_number() over (partition by f.name order by count(*) desc, f.value) as place
       from found cross join lateral (values ${Object.keys(FEATURES)
         .map((name) => `('${name}', found."${name}")`)
         .join(', ')}) as f(name, value)
       where f.value is not null group by f.name, f.value
     )
     select name, value, count from counted where place <= ${MOST_VALUES} order by name, place`,
    [...(hits?.values ?? []), ...narrowed.values],
  );
  return Object.keys(FEATURES).map((name) => ({
    name,
    values: rows.filter((row) => row.name === name).map(({ value, count }) => ({ value, count })),
  }));
}
