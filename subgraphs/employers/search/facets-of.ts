import type { EntityManager } from '../../database.js';
import type { Facet } from '../../facet.js';
import { prepared } from '../../prepared.js';
import { filterSql, type Sql } from './filter-sql.js';
import { hitsOf, MOST_COUNTED, type Sought } from './page-of-employers.js';

/** The features that are counted, named as in the filter. */
const FEATURES = ['regionId', 'sectors', 'tiers', 'relationStatus', 'city'];

/** Each feature as the filter compares it, then as it is told: a place is one place, however the registers spell it. */
const SPREAD = `values ('regionId', region_id, region_id), ('sectors', sector, sector), ('tiers', tier, tier),
  ('relationStatus', relation_status, relation_status), ('city', plain(city), city)`;

/** Values told of each feature: the most frequent ones. */
const MOST_VALUES = 20;

interface Counted {
  name: string;
  value: string;
  count: number;
}

/** How what is found is spread over the values of each feature; of those that are counted in the list. */
export async function facetsOf(em: EntityManager, sought: Sought): Promise<Facet[]> {
  const tries = await hitsOf(em, sought);
  const lists: (Sql & { from: string; where: string })[] = tries
    ? tries.map(({ sql, values }) => ({
        sql: `${sql},`,
        values,
        from: 'hits f join employer e on e.id = f.id',
        where: 'true',
      }))
    : [filterSql(sought.filter, sought.today)].map(({ sql, values }) => ({
        sql: 'with',
        values,
        from: 'employer e',
        where: sql,
      }));
  let rows: Counted[] = [];
  for (const { sql, values, from, where } of lists) {
    rows = await prepared<Counted>(
      em,
      `${sql} found as (
         select e.region_id, e.sector, e.tier, e.relation_status, s.city from ${from} join employer_search s on s.employer_id = e.id where ${where} limit ${MOST_COUNTED}
       ), counted as (
         select f.name, mode() within group (order by f.value) as value, count(*)::int as count,
           row_number() over (partition by f.name order by count(*) desc, f.key) as place
         from found cross join lateral (${SPREAD}) as f(name, key, value)
         where f.value is not null group by f.name, f.key
       )
       select name, value, count from counted where place <= ${MOST_VALUES} order by name, place`,
      values,
    );
    if (rows.length) break;
  }
  return FEATURES.map((name) => ({
    name,
    values: rows.filter((row) => row.name === name).map(({ value, count }) => ({ value, count })),
  }));
}
