import { migration } from '../../migration.js';

const ofEmployers = 'employer_id = any($1)';
const ofVacancies = `vacancy_id in (select id from vacancy where ${ofEmployers})`;
const ofReferrals = `referral_id in (select id from referral where ${ofVacancies})`;
const ofPlacements = `placement_id in (select id from placement where ${ofEmployers})`;

/** What people write of an employer, by table. $1: the ids of the dossiers. Advertisements elsewhere are left to the eye. */
const texts: [table: string, whose: string, columns: string[]][] = [
  [
    'vacancy',
    ofEmployers,
    [
      ...['title', 'description', 'occupation_name', 'hard_requirements', 'affinities', 'soft_features', 'culture'],
      ...['work_conditions', 'carving_ideas', 'salary_indication'],
    ],
  ],
  ['vacancy_log_entry', ofVacancies, ['text']],
  ['referral', ofVacancies, ['motivation']],
  ['referral_step', ofReferrals, ['note']],
  ['placement', ofEmployers, ['end_reason']],
  ['aftercare_plan', ofPlacements, ['content']],
  ['aftercare_entry', ofPlacements, ['with_whom', 'text']],
];

const values = texts.flatMap(([table, whose, columns]) => columns.map((c) => `('${table}', '${c}', '${whose}')`));

/** Somebody at an employer who is to be forgotten, is erased in what vacancies wrote of that employer, and in its past. */
export default migration(
  '0009-erase-contact-person',
  'alter table known_contact_person add column erased boolean not null default false',
  // What stands in place of a name may be longer than the name: how long a text may be, is judged where it is written.
  `alter table aftercare_plan drop constraint aftercare_plan_content_check, add check (length(content) >= 1)`,
  `alter table aftercare_entry
    drop constraint aftercare_entry_with_whom_check, add check (length(with_whom) >= 1),
    drop constraint aftercare_entry_text_check, add check (length(text) >= 1)`,
  `alter table vacancy_log_entry drop constraint vacancy_log_entry_text_check, add check (length(text) >= 1)`,
  'create index vacancy_log_entry_contact on vacancy_log_entry (contact_person_id) where contact_person_id is not null',
  'create index aftercare_plan_contact on aftercare_plan (contact_for_id) where contact_for_id is not null',
  'alter table history add column redacted_at timestamptz, add column redacted_because text, add column original_hash text',
  // As before, but for the redaction below, which the application's role cannot imitate: it owns no table.
  `create or replace function refuse_change() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and current_setting('werkgraaf.redacting', true) = 'on' and current_user <> 'werkgraaf_app' then
      return new;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
  end $$`,
  `create function texts_about_employers() returns table (of_table text, of_column text, whose text, of_type text)
    language sql stable set search_path from current as $$
    select said.of_table, said.of_column, said.whose, format_type(a.atttypid, a.atttypmod)
    from (values
      ${values.join(',\n      ')}
    ) as said (of_table, of_column, whose)
    join pg_attribute a on a.attrelid = said.of_table::regclass and a.attname = said.of_column
  $$`,
  // Takes somebody out of what stands here of these employers, and out of its past: by how they are named, and as contact. The
  // past stays a chain: what was redacted says so, why, and which hash it had. Returns the vacancies whose own text changed.
  `create function erase_contact_person(person uuid, employers uuid[], words text[], ground text) returns setof uuid
    language plpgsql security definer set search_path from current as $$
  declare
    pattern text := (select string_agg(regexp_replace(word, '([^[:alnum:][:space:]])', '\\\\\\1', 'g'), '|') from unnest(words) word where length(word) >= 4);
    changed uuid[] := '{}';
    found_ids text[];
    t record;
    h record;
    chained text;
    current_record text := '';
  begin
    perform set_config('werkgraaf.redacting', 'on', true);
    update vacancy_log_entry set contact_person_id = null where contact_person_id = person;
    update aftercare_plan set contact_for_id = null, version = version + 1 where contact_for_id = person;
    update history set redacted_at = now(), redacted_because = ground, original_hash = coalesce(original_hash, hash),
      before = before || jsonb_build_object(said.of_column, null),
      after = after || jsonb_build_object(said.of_column, null)
      from (values ('vacancy_log_entry', 'contact_person_id'), ('aftercare_plan', 'contact_for_id')) as said (of_table, of_column)
      where table_name = said.of_table and (after->>said.of_column = person::text or before->>said.of_column = person::text);
    for t in select * from texts_about_employers() loop
      exit when pattern is null;
      execute format(
        'with said as (update %1$I set %2$I = regexp_replace(%2$I::text, $2, ''[gewist]'', ''gi'')::%3$s where %4$s and %2$I::text ~* $2 returning id)
         select coalesce(array_agg(id::text), ''{}'') from said', t.of_table, t.of_column, t.of_type, t.whose)
        into found_ids using employers, pattern;
      if t.of_table = 'vacancy' then changed := changed || found_ids::uuid[]; end if;
      if t.of_table in ('vacancy', 'referral', 'placement', 'aftercare_plan') then
        execute format('update %I set version = version + 1 where id::text = any($1)', t.of_table) using found_ids;
      end if;
    end loop;
    -- The words a vacancy is found by (search) are those of its texts, each by itself.
    -- Held first, so that nobody writes on from a hash that is made anew here.
    for t in select distinct of_table, whose from texts_about_employers() loop
      exit when pattern is null;
      execute format(
        'select coalesce(array_agg(id::text), ''{}'') from (select id from %1$I where %2$s and exists (
           select from history p where p.table_name = %1$L and p.record_id = %1$I.id::text and (p.before::text ~* $2 or p.after::text ~* $2))
         order by id for update) held', t.of_table, t.whose)
        into found_ids using employers, pattern;
      update history set redacted_at = now(), redacted_because = ground, original_hash = coalesce(original_hash, hash),
        before = regexp_replace(before::text, pattern, '[gewist]', 'gi')::jsonb - 'search',
        after = regexp_replace(after::text, pattern, '[gewist]', 'gi')::jsonb - 'search'
        where table_name = t.of_table and record_id = any(found_ids) and (before::text ~* pattern or after::text ~* pattern);
    end loop;
    for h in select x.id, x.table_name || ' ' || x.record_id as record, x.after from history x
      where (x.table_name, x.record_id) in (select table_name, record_id from history where redacted_at = now())
      order by x.table_name, x.record_id, x.id
    loop
      if h.record <> current_record then chained := ''; current_record := h.record; end if;
      chained := encode(sha256(convert_to(chained || h.after::text, 'UTF8')), 'hex');
      update history set original_hash = coalesce(original_hash, case when hash <> chained then hash end), hash = chained where id = h.id and hash <> chained;
    end loop;
    perform set_config('werkgraaf.redacting', 'off', true);
    return query select distinct unnest(changed);
  end $$`,
);
