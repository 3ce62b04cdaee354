import { exactSql } from './exact-sql.js';
import type { Sql } from './filter-sql.js';
import { MANY, type Candidate, type Meant } from './search-words.js';

/** Employers looked at in one search by words; a question that more answer to is no question about one of them. */
const MOST_HITS = 1_000;

/** A question shorter than this is the beginning of many names, and no word of many. */
const SHORT = 3;

/** What a dossier was called that was merged counts for a little less than what one is called. */
const OF_A_MERGED_ONE = 0.9;

/** An employer that is found by its own words. */
const OWN = 'null::text as was';

/** Names that begin as the question. */
const BEGINS = "was.name ~>=~ ? and was.name ~<~ (? || '~')";

const listOf = (meant: Candidate[], n: number): string[] => meant.filter((c) => c.n === n).map(({ word }) => word);

/**
 * The employers that answer to the words, as `hits(id, score, highlights)`, at most some thousand: those that have every
 * word or one it may stand for; with `missing`, those that miss one of them. Whose name begins as the question is always among them. A word in the name counts more than one in
 * place or sector, the whole name more than a part. What a merged dossier was called finds the one in which it lives on, and that is told as the reason. `inside` also looks at contact persons and at what contact moments tell.
 */
export function hitsSql(
  text: string,
  { words, whole, meant, frequency }: Meant,
  filter: Sql,
  { missing, inside }: { missing: boolean; inside: boolean },
): Sql {
  const numbers = words.map((_, index) => index + 1);
  const wanted = missing ? numbers.map((gone) => numbers.filter((n) => n !== gone)) : [numbers];
  const rarest = (ns: number[]): number =>
    [...ns].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0))[0] ?? 0;
  const ofWords = wanted.map((ns): Sql => {
    const lists = ns.map((n) => listOf(meant, n));
    const has = ns.map(() => 's.words && ?::text[]').join(' and ');
    const first = rarest(ns);
    // Of words that all have very many, the first of those who have the rarest will do; unless a filter asks for certain ones.
    return filter.values.length === 0 && (frequency.get(first) ?? 0) >= MANY
      ? {
          sql: `(select e.id, s.name, s.name_words, s.words, ${OWN}
            from (select distinct searched_id from (select searched_id from search_posting where word = any(?::text[]) limit ${MANY}) p) p
            join employer_search s on s.employer_id = p.searched_id join employer e on e.id = s.employer_id
            where ${has} and ${filter.sql} limit ${MOST_HITS})`,
          values: [listOf(meant, first), ...lists, ...filter.values],
        }
      : {
          sql: `(select e.id, s.name, s.name_words, s.words, ${OWN} from employer_search s join employer e on e.id = s.employer_id
            where ${has} and ${filter.sql} limit ${MOST_HITS})`,
          values: [...lists, ...filter.values],
        };
  });
  ofWords.push({
    sql: `(select e.id, s.name, s.name_words, s.words, ${OWN} from employer_search s join employer e on e.id = s.employer_id
      where s.name ~>=~ ? and s.name ~<~ (? || '~') and ${filter.sql} order by s.name using ~<~ limit ${whole.length < SHORT ? MOST_HITS : 100})`,
    values: [whole, whole, ...filter.values],
  });
  const lived = [...wanted.map((ns) => ns.map(() => 'was.words && ?::text[]').join(' and ')), BEGINS];
  ofWords.push({
    sql: `(select e.id, was.name, was.name_words, was.words, 'samengevoegd: ' || m.name || ' (' || m.wbs_number || ')'
      from employer m join employer_search was on was.employer_id = m.id
      join employer e on e.id = kept_of(m.id) join employer_search s on s.employer_id = e.id
      where m.merged_into_id is not null and (${lived.map((one) => `(${one})`).join(' or ')}) and ${filter.sql} limit ${MOST_HITS})`,
    values: [...wanted.flatMap((ns) => ns.map((n) => listOf(meant, n))), whole, whole, ...filter.values],
  });
  const parts: Sql[] = [
    ...exactSql(text, filter, inside),
    {
      sql: `select hit.id, case when hit.was is null then 1 else ${OF_A_MERGED_ONE} end * (coalesce(scored.total, 0) / ?::float8
          + case when hit.name = ? then 0.5 when hit.name like ? || '%' then 0.2 else 0 end
          + 0.2 * scored.named / greatest(cardinality(hit.name_words), 1))::float8 as score, case when hit.was is null then scored.found else scored.found || hit.was end as highlights
        from (${ofWords.map(({ sql }) => sql).join(' union ')}) hit
        cross join lateral (
          select sum(best.likeness) as total, count(*) filter (where best.in_name) as named, array_agg(best.word) as found from (
            select distinct on (m.n) m.word, m.word = any(hit.name_words) as in_name,
              m.likeness * case when m.word = any(hit.name_words) then 1 else 0.6 end as likeness
            from meant m where m.word = any(hit.words)
            order by m.n, m.likeness * case when m.word = any(hit.name_words) then 1 else 0.6 end desc, m.word
          ) best
        ) scored`,
      values: [words.length, whole, whole, ...ofWords.flatMap(({ values }) => values)],
    },
  ];
  if (inside) {
    parts.push(
      {
        sql: `(select e.id, 0.6 * max(word_similarity(plain(?), plain(c.name))), array['contactpersoon']
          from contact_person c join employer e on e.id = c.employer_id join employer_search s on s.employer_id = e.id
          where plain(?) <% plain(c.name) and c.active and ${filter.sql} group by e.id limit ${MOST_HITS})`,
        values: [text, text, ...filter.values],
      },
      {
        sql: `(select e.id, 0.3::float8, array['contactmoment']
          from contact_moment c join employer e on e.id = c.employer_id join employer_search s on s.employer_id = e.id
          where c.search @@ websearch_to_tsquery('dutch', ?) and ${filter.sql} group by e.id limit ${MOST_HITS})`,
        values: [text, ...filter.values],
      },
    );
  }
  return {
    sql: `with meant as (select * from unnest(?::int[], ?::text[], ?::float8[]) as m(n, word, likeness)),
      hits as (select distinct on (id) id, round(score::numeric, 4)::float8 as score, highlights
        from (${parts.map(({ sql }) => sql).join('\nunion all\n')}) as found(id, score, highlights) order by id, score desc)`,
    values: [
      meant.map(({ n }) => n),
      meant.map(({ word }) => word),
      meant.map(({ likeness }) => likeness),
      ...parts.flatMap(({ values }) => values),
    ],
  };
}
