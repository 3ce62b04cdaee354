import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import { likenessOf, type Comparable, type Likeness } from './likeness.js';

/** Dossiers that share something with one; more share a thing that says nothing, such as the number of a switchboard. */
const MOST_LIKE_ONE = 50;
/** Pairs weighed in one question, those with most in common first. */
const MOST_PAIRS = 2_000;

export interface DuplicatePair extends Likeness {
  firstId: string;
  secondId: string;
}

interface Pair {
  a: string;
  b: string;
}

/** What dossiers are compared by. */
async function comparables(em: EntityManager, ids: string[]): Promise<Map<string, Comparable>> {
  const rows = await prepared<Comparable & { id: string }>(
    em,
    `select e.id, e.kvk_number as "kvkNumber", e.establishment_number as "establishmentNumber", e.name,
       coalesce(core_name(e.name), '') as "coreName", s.city, e.foreign_country as country,
       (select coalesce(json_agg(json_build_object('kind', kind, 'key', key) order by kind, key), '[]') from employer_key k where k.employer_id = e.id) as keys
     from employer e left join employer_search s on s.employer_id = e.id where e.id = any(?::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...one }) => [id, one]));
}

async function weighed(em: EntityManager, pairs: Pair[], minScore: number): Promise<DuplicatePair[]> {
  if (!pairs.length) return [];
  const found = await comparables(em, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  return pairs
    .map(({ a, b }) => ({ firstId: a, secondId: b, ...likenessOf(found.get(a)!, found.get(b)!) }))
    .filter(({ score }) => score >= minScore)
    .sort((x, y) => y.score - x.score || x.firstId.localeCompare(y.firstId) || x.secondId.localeCompare(y.secondId));
}

/** The dossiers that may be of the same employer as each of these, likeliest first: those that share a key with it. */
export async function duplicatesOf(em: EntityManager, ids: string[], minScore: number): Promise<DuplicatePair[]> {
  const pairs = await prepared<Pair>(
    em,
    `select mine.id as a, other.id as b from unnest(?::uuid[]) as mine(id)
     join employer self on self.id = mine.id and self.merged_into_id is null
     cross join lateral (
       select o.employer_id as id from employer_key k
       cross join lateral (
         select employer_id from employer_key o where (o.kind, o.key) = (k.kind, k.key) and o.employer_id <> mine.id limit ${MOST_LIKE_ONE}
       ) o
       join employer e on e.id = o.employer_id and e.merged_into_id is null
       where k.employer_id = mine.id group by o.employer_id order by count(*) desc, o.employer_id limit ${MOST_LIKE_ONE}
     ) other`,
    [ids],
  );
  return weighed(em, pairs, minScore);
}

/** How one dossier is like each of the others, likeliest first. */
export const likenessesOf = (
  em: EntityManager,
  id: string,
  others: string[],
  minScore: number,
): Promise<DuplicatePair[]> =>
  weighed(
    em,
    others.map((b) => ({ a: id, b })),
    minScore,
  );

/** The likeliest pairs of a region, or of all: only keys that more than one dossier has are read. */
export async function duplicatePairs(
  em: EntityManager,
  regionId: string | null,
  minScore: number,
  first: number,
): Promise<DuplicatePair[]> {
  const pairs = await prepared<Pair>(
    em,
    `select k.employer_id as a, o.employer_id as b
     from employer_key k
     join employer_key o on (o.kind, o.key) = (k.kind, k.key) and o.shared and o.employer_id > k.employer_id
     join employer a on a.id = k.employer_id and a.merged_into_id is null
     join employer b on b.id = o.employer_id and b.merged_into_id is null
     where k.shared and (?::text is null or ?::text in (a.region_id, b.region_id))
     group by 1, 2 order by count(*) desc, 1, 2 limit ${MOST_PAIRS}`,
    [regionId, regionId],
  );
  return (await weighed(em, pairs, minScore)).slice(0, first);
}
