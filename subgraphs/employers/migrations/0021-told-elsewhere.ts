import { migration } from '../../migration.js';

/** What stands in place of a name that was erased, as in 0012. */
const ERASED = 'Gewiste contactpersoon';

/** What other subgraphs were told of that stood before they kept it, and how somebody is named, for who must erase it too. */
export default migration(
  '0021-told-elsewhere',
  'create table told (type text not null, id text not null, primary key (type, id))',
  `create function names_of(person uuid) returns setof text language sql stable set search_path from current as $$
    select word from (
      select unnest(array[name, phone, email]) as word from contact_person where id = person
      union select unnest(array[after->>'name', after->>'phone', after->>'email']) from history
        where table_name = 'contact_person' and record_id = person::text
    ) said where length(word) >= 4 and word <> '${ERASED}'
  $$`,
  `create or replace function pattern_of(person uuid) returns text language sql stable set search_path from current as $$
    select string_agg(regexp_replace(word, '([^[:alnum:][:space:]])', '\\\\\\1', 'g'), '|') from names_of(person) word
  $$`,
);
