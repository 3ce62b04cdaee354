import { migration } from '../../migration.js';

/** What stands in place of a name that was erased, as in 0012. */
const ERASED = 'Gewiste contactpersoon';

/**
 * Erasing somebody also reaches the texts that belong to a dossier through a plan, a licence or a merge, and the
 * past of dossiers that were merged into it: history says whose a record was at the time.
 */
export default migration(
  '0013-erase-everywhere',
  `create or replace function texts_of_dossiers() returns table (of_table text, of_column text, is_json boolean, whose text) language sql stable set search_path from current as $$
    select c.table_name, c.column_name, c.data_type = 'jsonb', coalesce(through.whose, 'employer_id = $1')
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    left join (values
      ('contact_moment_version', 'contact_moment_id in (select id from contact_moment where employer_id = $1)'),
      ('plan_goal', 'plan_id in (select id from account_plan where employer_id = $1)'),
      ('plan_review', 'plan_id in (select id from account_plan where employer_id = $1)'),
      ('licence_meeting', 'licence_id in (select id from licence where employer_id = $1)'),
      ('employer_merge', 'kept_id = $1')
    ) as through (name, whose) on through.name = c.table_name
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and c.data_type in ('text', 'jsonb')
      and c.column_name not like '%\\_id' and c.column_name not in ('status', 'kind', 'medium', 'subject_type', 'source', 'ticket_hash', 'sha256')
      and c.table_name not in ('contact_person', 'employer_search', 'employer_key', 'register_record', 'register_ask')
      and (through.name is not null or exists (select from information_schema.columns e
        where e.table_schema = c.table_schema and e.table_name = c.table_name and e.column_name = 'employer_id'))
  $$`,
  `create or replace function erase_contact_person(person uuid, ground text, out records int, out past int) language plpgsql security definer set search_path from current as $$
  declare
    pattern text := pattern_of(person);
    employer uuid := (select employer_id from contact_person where id = person);
    employers text[];
    t record;
    h record;
    n int;
    chained text;
    current_record text := '';
  begin
    records := 0;
    past := 0;
    perform set_config('werkgraaf.redacting', 'on', true);
    with recursive family as (
      select employer as id union select e.id from employer e join family on e.merged_into_id = family.id
    ) select array_agg(family.id::text) into employers from family;
    for t in select * from texts_of_dossiers() loop
      exit when pattern is null;
      execute format('update %I set %I = regexp_replace(%I::text, $2, %L, ''gi'')%s where %s and %I::text ~* $2',
        t.of_table, t.of_column, t.of_column, '[gewist]', case when t.is_json then '::jsonb' else '' end, t.whose, t.of_column)
        using employer, pattern;
      get diagnostics n = row_count;
      records := records + n;
    end loop;
    update contact_person set name = '${ERASED}', job_title = null, department = null, phone = null, email = null, dmu_role = null,
      org_unit_id = null, confirmed_on = null, active = false, erased_at = now(), version = version + 1 where id = person;
    update history set redacted_at = now(), redacted_because = ground, original_hash = coalesce(original_hash, hash),
      before = before || case when before is null then null else '{"name": "${ERASED}", "job_title": null, "department": null, "phone": null, "email": null}'::jsonb end,
      after = after || '{"name": "${ERASED}", "job_title": null, "department": null, "phone": null, "email": null}'::jsonb
      where table_name = 'contact_person' and record_id = person::text;
    get diagnostics past = row_count;
    if pattern is not null then
      update history set redacted_at = now(), redacted_because = ground, original_hash = coalesce(original_hash, hash),
        before = regexp_replace(before::text, pattern, '[gewist]', 'gi')::jsonb,
        after = regexp_replace(after::text, pattern, '[gewist]', 'gi')::jsonb
        where (after::text ~* pattern or before::text ~* pattern) and (
          after->>'employer_id' = any(employers)
          or table_name in ('plan_goal', 'plan_review') and after->>'plan_id' in (select id::text from account_plan where employer_id = employer)
          or table_name = 'licence_meeting' and after->>'licence_id' in (select id::text from licence where employer_id = employer)
          or table_name = 'employer_merge' and after->>'kept_id' = any(employers));
      get diagnostics n = row_count;
      past := past + n;
    end if;
    for h in select x.id, x.table_name || ' ' || x.record_id as record, x.after from history x
      where (x.table_name, x.record_id) in (select table_name, record_id from history where redacted_at = now())
      order by x.table_name, x.record_id, x.id
    loop
      if h.record <> current_record then chained := ''; current_record := h.record; end if;
      chained := encode(sha256(convert_to(chained || h.after::text, 'UTF8')), 'hex');
      update history set original_hash = coalesce(original_hash, case when hash <> chained then hash end), hash = chained where id = h.id and hash <> chained;
    end loop;
    perform set_config('werkgraaf.redacting', 'off', true);
  end $$`,
);
