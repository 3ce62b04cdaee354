import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** A word that some employer has, for the word `n` of the question; `likeness` 1 is the word itself. */
export interface Candidate {
  n: number;
  word: string;
  likeness: number;
}

/** What the words of a question may mean. */
export interface Meant {
  words: string[];
  /** The whole question, as names are compared. */
  whole: string;
  meant: Candidate[];
  /** How many employers have the word, or one it may stand for, by its number; counted to `MANY`. */
  frequency: ReadonlyMap<number, number>;
}

/** From here on a word is one that very many have. */
export const MANY = 5_000;

/** Words of the question that are looked at; more of them narrow nothing down. */
const MOST_WORDS = 8;

/** Letters of a word that are looked at; the distance between words is told up to 255. */
const LONGEST_WORD = 100;

/** What people add to a name or leave out: in a question with other words nobody is sought by it. */
const LEGAL_FORMS: readonly string[] = ['bv', 'nv', 'vof', 'cv', 'ltd', 'gmbh'];

/**
 * The words of a question, and for each the words of the word list that it may mean: itself, one that begins with it,
 * and one with a typing error between them (a letter too many, too few, wrong, or two the other way round); when there is
 * none of these, one that holds it or shares enough with it. Numbers are taken as they are.
 */
export async function searchWords(em: EntityManager, text: string): Promise<Meant> {
  const [{ words }] = (await prepared<{ words: string[] }>(em, 'select words_of(?) as words', [text])) as [
    { words: string[] },
  ];
  const whole = words.join(' ');
  const distinct = [...new Set(words.map((word) => word.slice(0, LONGEST_WORD)))];
  const telling = distinct.filter((word) => !LEGAL_FORMS.includes(word));
  const asked = (telling.length ? telling : distinct).slice(0, MOST_WORDS);
  if (asked.length === 0) return { words: asked, whole, meant: [], frequency: new Map() };
  const meant = await prepared<Candidate>(
    em,
    `with asked as (
       select n::int, word, length(word) as long, word ~ '^[0-9]+$' as number
       from unnest(?::text[]) with ordinality as a(word, n)
     ), near as (
       select n, word, 1.0 as likeness from asked
       union all
       select n, w.word, 0.95 from asked cross join lateral (
         select word from search_word where word ~>=~ asked.word and word ~<~ (asked.word || '~')
         order by length(word), word limit 25) w where long >= 3
       union all
       select n, w.word, case levenshtein(w.word, asked.word) when 1 then 0.9 else 0.85 end
         from asked cross join lateral (
           select word from search_word where deletions && deletions_of(asked.word)
             and levenshtein_less_equal(word, asked.word, 2) <= 2 order by levenshtein(word, asked.word), word limit 60) w
         where not number
     ), far as (
       -- Dearer to find, so only for a word that nothing is near to.
       select * from asked where not number and long >= 4
         and not exists (select from near join search_word using (word) where near.n = asked.n)
     )
     select n, word, max(likeness)::float8 as likeness from (
       select * from near
       union all
       select n, w.word, 0.7 from far cross join lateral (
         select word from search_word where word like '%' || far.word || '%' order by length(word), word limit 25) w
       union all
       select n, w.word, w.likeness * 0.8 from far cross join lateral (
         select word, similarity(word, far.word) as likeness from search_word where word % far.word
         order by likeness desc, word limit 15) w where long >= 6
     ) found group by n, word`,
    [asked],
  );
  const counted = await prepared<{ n: number; count: number }>(
    em,
    `select n, (select count(*)::int from (
         select from search_posting where word = any(string_to_array(list, ' ')) limit ${MANY}) first_ones) as count
       from unnest(?::int[], ?::text[]) as wanted(n, list)`,
    [
      asked.map((_, index) => index + 1),
      asked.map((_, index) =>
        meant
          .filter(({ n }) => n === index + 1)
          .map(({ word }) => word)
          .join(' '),
      ),
    ],
  );
  return { words: asked, whole, meant, frequency: new Map(counted.map(({ n, count }) => [n, count])) };
}
