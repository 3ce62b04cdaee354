import { migration } from '../../migration.js';

/**
 * What is searched is a word list: a typing error is looked up among the distinct words (which grow slowly), and only
 * the words found are looked up among the employers. So a search costs little more among a million of them.
 */
export default migration(
  '0011-search',
  'create extension if not exists fuzzystrmatch with schema public',
  // unaccent() counts as changeable because its dictionary might be; ours is the one that PostgreSQL ships.
  `create function plain(given text) returns text language sql immutable parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, regexp_replace(coalesce(given, ''), '[.''’]', '', 'g')))`,
  `create function words_of(given text) returns text[] language sql immutable parallel safe
    return (select coalesce(array_agg(word order by place), '{}')
      from regexp_split_to_table(plain(given), '[^a-z0-9]+') with ordinality as pieces(word, place) where word <> '')`,
  // A word and what is left of it without one letter: two words with one typing error between them have one in common.
  `create function deletions_of(word text) returns text[] language sql immutable parallel safe
    return case when length(word) < 3 then array[word]
      else word || (select array_agg(distinct left(word, n - 1) || substr(word, n + 1)) from generate_series(1, length(word)) n) end`,
  `create table search_word (
    word text primary key,
    deletions text[] not null generated always as (deletions_of(word)) stored
  )`,
  'create index search_word_deletions on search_word using gin (deletions)',
  'create index search_word_alike on search_word using gin (word public.gin_trgm_ops)',
  'create index search_word_begins on search_word (word text_pattern_ops)',
  `create table employer_search (
    employer_id uuid primary key references employer,
    name text not null,
    name_words text[] not null,
    words text[] not null,
    city text,
    sbi_codes text[] not null,
    last_contact_on date
  )`,
  // Who has a word, in an order that can be broken off: of a word that very many have, an index over lists reads them all.
  // A word that an employer no longer has stays; whoever reads looks at the employer's own words too.
  'create table search_posting (word text not null, searched_id uuid not null references employer, primary key (word, searched_id))',
  'create index employer_search_name on employer_search (name text_pattern_ops)',
  'create index employer_search_words on employer_search using gin (words)',
  // As the lists are ordered; what is unknown comes last.
  "create index employer_search_city on employer_search (coalesce(city, U&'\\FFFF'), employer_id)",
  "create index employer_search_last_contact on employer_search (coalesce(last_contact_on, date '0001-01-01') desc, employer_id desc)",
  'create index employer_search_sbi on employer_search using gin (sbi_codes)',
  // What our own dossier and the registers call the employer, and where it is; the registers' words as last written down.
  `create view employer_search_source as
    select e.id as employer_id, plain(e.name) as name, words_of(e.name) as name_words,
      (select array_agg(distinct word) from unnest(words_of(concat_ws(' ', e.name, e.sector, e.foreign_country,
        e.manual_visiting_address->>'city', told.names, told.city))) word) as words,
      coalesce(e.manual_visiting_address->>'city', told.city) as city,
      coalesce(told.sbi_codes, '{}') as sbi_codes,
      (select max(occurred_on) from contact_moment c where c.employer_id = e.id) as last_contact_on
    from employer e
    left join lateral (
      select string_agg(concat_ws(' ', r.values->>'tradeName', r.values->>'legalName'), ' ') as names,
        (array_agg(r.values->'visitingAddress'->>'city' order by r.source) filter (where r.values->'visitingAddress'->>'city' is not null))[1] as city,
        (select array_agg(distinct a->>'code') from register_record s, jsonb_array_elements(s.values->'activities') a
          where s.employer_id = e.id and jsonb_typeof(s.values->'activities') = 'array') as sbi_codes
      from register_record r where r.employer_id = e.id
    ) told on true`,
  `create function make_searchable(id uuid) returns void language plpgsql set search_path from current as $$
  begin
    insert into employer_search as s (employer_id, name, name_words, words, city, sbi_codes, last_contact_on)
      select employer_id, name, name_words, coalesce(words, '{}'), city, sbi_codes, last_contact_on
      from employer_search_source where employer_id = make_searchable.id
    on conflict (employer_id) do update set (name, name_words, words, city, sbi_codes, last_contact_on) =
      (excluded.name, excluded.name_words, excluded.words, excluded.city, excluded.sbi_codes, excluded.last_contact_on)
    where (s.name, s.name_words, s.words, s.city, s.sbi_codes, s.last_contact_on) is distinct from
      (excluded.name, excluded.name_words, excluded.words, excluded.city, excluded.sbi_codes, excluded.last_contact_on);
    insert into search_word (word)
      select word from employer_search, unnest(words) word where employer_id = make_searchable.id order by word
    on conflict do nothing;
    insert into search_posting (word, searched_id)
      select word, employer_id from employer_search, unnest(words) word where employer_id = make_searchable.id
    on conflict do nothing;
  end $$`,
  `create function employer_is_searchable() returns trigger language plpgsql set search_path from current as $$
  begin perform make_searchable(new.id); return new; end $$`,
  `create function its_employer_is_searchable() returns trigger language plpgsql set search_path from current as $$
  begin perform make_searchable(new.employer_id); return new; end $$`,
  `create trigger employer_is_searchable after insert or update of name, sector, foreign_country, manual_visiting_address on employer
    for each row execute function employer_is_searchable()`,
  `create trigger its_employer_is_searchable after insert or update on register_record
    for each row execute function its_employer_is_searchable()`,
  `create trigger its_employer_is_searchable after insert or update of occurred_on, employer_id on contact_moment
    for each row execute function its_employer_is_searchable()`,
  // Names of people stay out of the word list, which outlives them; they are few enough to be compared by themselves.
  'create index contact_person_alike on contact_person using gin (plain(name) public.gin_trgm_ops)',
  "alter table contact_moment add search tsvector generated always as (to_tsvector('dutch', subject || ' ' || summary)) stored",
  'create index contact_moment_search on contact_moment using gin (search)',
  'create index employer_establishment on employer (establishment_number)',
  'create index employer_region on employer (region_id, name, id)',
  'create index employer_sector on employer (sector, name, id)',
  "create index employer_tier on employer ((coalesce(array_position(array['GOLD','SILVER','BRONZE','BASE'], tier), 9)), name, id)",
  `insert into employer_search (employer_id, name, name_words, words, city, sbi_codes, last_contact_on)
    select employer_id, name, name_words, coalesce(words, '{}'), city, sbi_codes, last_contact_on from employer_search_source`,
  'insert into search_word (word) select distinct unnest(words) from employer_search on conflict do nothing',
  'insert into search_posting (word, searched_id) select unnest(words), employer_id from employer_search on conflict do nothing',
);
