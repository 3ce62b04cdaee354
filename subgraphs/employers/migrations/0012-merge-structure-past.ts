import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

/** What is the same of two names of one company: neither the legal form nor what stands between the words. */
const LEGAL_FORMS = `array['bv', 'nv', 'vof', 'cv', 'stichting', 'vereniging', 'holding', 'cooperatie', 'maatschap', 'eenmanszaak', 'ltd', 'gmbh']`;

/** What stands in place of a name that was erased. */
const ERASED = 'Gewiste contactpersoon';

/** What two dossiers of one company have in common, as `kind, key` of `subject`. */
const KEYS = `
  select 'KVK' as kind, e.kvk_number as key from employer e where e.id = subject
  union select 'NAME', core_name(e.name) from employer e where e.id = subject
  union select 'ADDRESS', address_key(e.manual_visiting_address) from employer e where e.id = subject
  union select 'ADDRESS', address_key(r.values->'visitingAddress') from register_record r where r.employer_id = subject
  union select 'WEBSITE', website_key(e.manual_website) from employer e where e.id = subject
  union select 'WEBSITE', website_key(r.values->>'website') from register_record r where r.employer_id = subject
  union select 'PHONE', phone_key(c.phone) from contact_person c where c.employer_id = subject and c.active`;

export default migration(
  '0012-merge-structure-past',
  // ---- duplicates
  `create function core_name(given text) returns text language sql immutable parallel safe
    return (select string_agg(word, '' order by place) from unnest(words_of(given)) with ordinality as pieces(word, place)
      where word <> all (${LEGAL_FORMS}))`,
  `create function address_key(address jsonb) returns text language sql immutable parallel safe
    return case when address->>'postcode' is not null and address->>'houseNumber' is not null
      then upper(regexp_replace(address->>'postcode', '\\s', '', 'g')) || ' ' || upper(trim(address->>'houseNumber')) end`,
  `create function website_key(address text) returns text language sql immutable parallel safe
    return nullif(regexp_replace(lower(regexp_replace(coalesce(address, ''), '^https?://', '', 'i')), '^www\\.|[/?#:].*$', '', 'g'), '')`,
  `create function phone_key(given text) returns text language sql immutable parallel safe
    return nullif(right(regexp_replace(coalesce(given, ''), '[^0-9]', '', 'g'), 9), '')`,
  // shared: somebody else has the key too, so that pairs are found without reading those that nobody shares.
  `create table employer_key (
    employer_id uuid not null references employer,
    kind text not null,
    key text not null,
    shared boolean not null default false,
    primary key (employer_id, kind, key)
  )`,
  'create index employer_key_same on employer_key (kind, key, employer_id)',
  'create index employer_key_shared on employer_key (kind, key, employer_id) where shared',
  // security definer: a key that no longer holds goes, and the application's role deletes nothing. No table is read whole, also
  // where a plan was made while it was still empty: dossiers come in by the hundred thousand at once.
  `create function make_comparable(subject uuid) returns void language plpgsql security definer set search_path from current set enable_seqscan = off as $$
  begin
    delete from employer_key k where k.employer_id = subject and not exists (
      select from (${KEYS}) keys where keys.kind = k.kind and keys.key = k.key);
    insert into employer_key (employer_id, kind, key)
      select subject, kind, key from (${KEYS}) keys where key is not null on conflict do nothing;
    update employer_key k set shared = true from (
      select m.kind, m.key from employer_key m where m.employer_id = subject and exists (
        select from employer_key o where o.kind = m.kind and o.key = m.key and o.employer_id <> subject)
    ) twin where k.kind = twin.kind and k.key = twin.key and not k.shared;
  end $$`,
  `create function employer_is_comparable() returns trigger language plpgsql set search_path from current as $$
  begin perform make_comparable(new.id); return new; end $$`,
  `create function its_employer_is_comparable() returns trigger language plpgsql set search_path from current as $$
  begin perform make_comparable(new.employer_id); return new; end $$`,
  `create trigger employer_is_comparable after insert or update of name, kvk_number, manual_website, manual_visiting_address on employer
    for each row execute function employer_is_comparable()`,
  `create trigger its_employer_is_comparable after insert or update of values on register_record
    for each row execute function its_employer_is_comparable()`,
  `create trigger its_employer_is_comparable after insert or update of phone, active, employer_id on contact_person
    for each row execute function its_employer_is_comparable()`,
  'do $$ begin perform make_comparable(id) from employer; end $$',

  // ---- merging
  'alter table employer add column merged_into_id uuid references employer, add check (merged_into_id <> id)',
  'create index employer_merged on employer (merged_into_id) where merged_into_id is not null',
  `create table employer_merge (
    id uuid primary key,
    kept_id uuid not null references employer,
    merged_ids uuid[] not null check (cardinality(merged_ids) > 0),
    reason text not null,
    by_id text not null references professional,
    at timestamptz not null,
    report jsonb not null
  )`,
  'create index employer_merge_kept on employer_merge (kept_id)',
  // The dossier in which one lives on, however often that was merged itself.
  `create function kept_of(id uuid) returns uuid language sql stable set search_path from current as $$
    with recursive onwards as (
      select e.id, e.merged_into_id from employer e where e.id = kept_of.id
      union select e.id, e.merged_into_id from employer e join onwards on e.id = onwards.merged_into_id
    ) select onwards.id from onwards where merged_into_id is null
  $$`,
  // A refusal that write.ts hands to the client: hint is its code, detail its sentence, column its input field.
  `create function refuse_merged(merged uuid, field text) returns void language plpgsql stable set search_path from current as $$
  declare kept employer%rowtype; gone text;
  begin
    select * into kept from employer where id = kept_of(merged);
    select wbs_number into gone from employer where id = merged;
    raise exception 'the dossier was merged' using errcode = 'WG001', hint = 'EMPLOYER_MERGED', column = field,
      detail = format('Dossier %s is samengevoegd met %s (%s): leg het daar vast.', gone, kept.wbs_number, kept.name);
  end $$`,
  // An insert waits for a merge under way, as its foreign key would, and sees what came of it.
  `create function refuse_on_merged() returns trigger language plpgsql set search_path from current as $$
  declare merged boolean;
  begin
    if new.employer_id is null then return new; end if;
    if tg_op = 'INSERT' then
      select merged_into_id is not null into merged from employer where id = new.employer_id for key share;
    else
      select merged_into_id is not null into merged from employer where id = new.employer_id;
    end if;
    if merged then perform refuse_merged(new.employer_id, 'employerId'); end if;
    return new;
  end $$`,
  `create function follow_merged() returns trigger language plpgsql set search_path from current as $$
  begin
    if new.employer_id is not null then
      perform from employer where id = new.employer_id for key share;
      new.employer_id := coalesce(kept_of(new.employer_id), new.employer_id);
    end if;
    return new;
  end $$`,
  `create function merged_is_closed() returns trigger language plpgsql set search_path from current as $$
  begin
    if tg_op = 'UPDATE' and old.merged_into_id is not null then perform refuse_merged(old.id, 'id'); end if;
    if new.parent_id is not null and (tg_op = 'INSERT' or new.parent_id is distinct from old.parent_id)
      and exists (select from employer where id = new.parent_id and merged_into_id is not null)
    then perform refuse_merged(new.parent_id, 'parentId'); end if;
    return new;
  end $$`,
  'create trigger merged_is_closed before insert or update on employer for each row execute function merged_is_closed()',
  // What others tell of a merged dossier lands on the kept one; whatever else is written there is refused. A table that
  // comes later calls this in its migration; a test lists those that did not.
  `create function guard_merged() returns void language plpgsql set search_path from current as $$
  declare t text;
  begin
    for t in select c.table_name from information_schema.columns c
      join information_schema.tables b using (table_schema, table_name)
      where c.table_schema = current_schema() and c.column_name = 'employer_id' and b.table_type = 'BASE TABLE'
        and c.table_name not in ('employer_search', 'employer_key')
        and not exists (select from pg_trigger g where g.tgname = 'merged_dossier' and g.tgrelid = format('%I.%I', c.table_schema, c.table_name)::regclass)
    loop
      if t in ('timeline_entry', 'notification', 'employer_activity') then
        execute format('create trigger merged_dossier before insert on %I for each row execute function follow_merged()', t);
      else
        execute format('create trigger merged_dossier before insert or update on %I for each row execute function refuse_on_merged()', t);
      end if;
    end loop;
  end $$`,
  // As before, but a holdership that moves with its dossier may give way to the main holder there.
  `create or replace function holdership_is_dated() returns trigger language plpgsql as $$
  begin
    if (old.holder_id, old.region_id, old.valid_from) is distinct from (new.holder_id, new.region_id, new.valid_from)
      or (old.is_main <> new.is_main and (new.is_main or old.employer_id = new.employer_id))
      or (old.valid_until is not null and old.valid_until is distinct from new.valid_until)
    then raise exception 'a holdership is ended, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`,

  // ---- structure and people
  `create table org_unit (
    id uuid primary key,
    employer_id uuid not null references employer,
    name text not null,
    level text,
    notes text,
    active boolean not null,
    version int not null
  )`,
  'create index org_unit_employer on org_unit (employer_id, name)',
  `create table employer_relation (
    id uuid primary key,
    employer_id uuid not null references employer,
    related_id uuid not null references employer,
    kind text not null,
    note text,
    registered_at timestamptz not null,
    registered_by_id text not null references professional,
    ended_on date,
    end_reason text,
    version int not null,
    check (employer_id <> related_id or ended_on is not null)
  )`,
  'create unique index one_relation_of_a_kind on employer_relation (employer_id, related_id, kind) where ended_on is null',
  'create index employer_relation_related on employer_relation (related_id)',
  // The newest counts; the others are how it was decided before.
  `create table decision_process (
    id uuid primary key,
    employer_id uuid not null references employer,
    process text not null,
    confirmed_on date not null,
    by_id text not null references professional,
    at timestamptz not null
  )`,
  'create index decision_process_employer on decision_process (employer_id, at, id)',
  'alter table employer add column national_liaison_id text references professional',
  `alter table contact_person
    add column org_unit_id uuid references org_unit,
    add column confirmed_on date,
    add column erased_at timestamptz`,
  'create index contact_person_org_unit on contact_person (org_unit_id) where org_unit_id is not null',

  // ---- the past, and the right to leave it
  "create index history_of_employer on history (table_name, (after->>'employer_id'), id) where after->>'employer_id' is not null",
  'alter table history add column redacted_at timestamptz, add column redacted_because text, add column original_hash text',
  // As before, but for the redaction below, which the application's role cannot imitate: it owns no table.
  `create or replace function refuse_change() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and current_setting('werkgraaf.redacting', true) = 'on' and current_user <> 'werkgraaf_app' then
      return new;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
  end $$`,
  `create function chain_is_intact(of_table text, of_record text) returns boolean language sql stable set search_path from current as $$
    select coalesce(bool_and(hash = expected), true) from (
      select h.hash, encode(sha256(convert_to(coalesce(lag(h.hash) over (order by h.id), '') || h.after::text, 'UTF8')), 'hex') as expected
      from history h where h.table_name = of_table and h.record_id = of_record
    ) chained
  $$`,
  // How somebody is named in the dossier, now and before, as one pattern; null when by nothing to be sought.
  `create function pattern_of(person uuid) returns text language sql stable set search_path from current as $$
    select string_agg(distinct regexp_replace(word, '([^[:alnum:][:space:]])', '\\\\\\1', 'g'), '|') from (
      select unnest(array[name, phone, email]) as word from contact_person where id = person
      union select unnest(array[after->>'name', after->>'phone', after->>'email']) from history
        where table_name = 'contact_person' and record_id = person::text
    ) said where length(word) >= 4 and word <> '${ERASED}'
  $$`,
  // The texts of a dossier in which people can be named: every text and every list of answers of every table about it.
  `create function texts_of_dossiers() returns table (of_table text, of_column text, is_json boolean, whose text) language sql stable set search_path from current as $$
    select c.table_name, c.column_name, c.data_type = 'jsonb',
      case when c.table_name = 'contact_moment_version' then 'contact_moment_id in (select id from contact_moment where employer_id = $1)' else 'employer_id = $1' end
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and c.data_type in ('text', 'jsonb')
      and c.column_name not like '%\\_id' and c.column_name not in ('status', 'kind', 'medium', 'subject_type', 'source', 'ticket_hash', 'sha256')
      and c.table_name not in ('contact_person', 'employer_search', 'employer_key', 'register_record', 'register_ask')
      and (c.table_name = 'contact_moment_version' or exists (select from information_schema.columns e
        where e.table_schema = c.table_schema and e.table_name = c.table_name and e.column_name = 'employer_id'))
  $$`,
  `create function mentions_of(person uuid) returns table (of_table text, of_column text, record_id text, said text) language plpgsql stable set search_path from current as $$
  declare
    pattern text := pattern_of(person);
    employer uuid := (select employer_id from contact_person where id = person);
    t record;
  begin
    if pattern is null then return; end if;
    for t in select * from texts_of_dossiers() loop
      return query execute format('select %L::text, %L::text, id::text, %I::text from %I where %s and %I::text ~* $2', t.of_table, t.of_column, t.of_column, t.of_table, t.whose, t.of_column)
        using employer, pattern;
    end loop;
  end $$`,
  // Takes somebody out of the dossier and out of its past. The past stays a chain: what was redacted says so, why, and which
  // hash it had. Returns how many records and how many lines of history were changed.
  `create function erase_contact_person(person uuid, ground text, out records int, out past int) language plpgsql security definer set search_path from current as $$
  declare
    pattern text := pattern_of(person);
    employer uuid := (select employer_id from contact_person where id = person);
    t record;
    h record;
    n int;
    chained text;
    current_record text := '';
  begin
    records := 0;
    past := 0;
    perform set_config('werkgraaf.redacting', 'on', true);
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
        where after->>'employer_id' = employer::text and (after::text ~* pattern or before::text ~* pattern);
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
  ...keepsHistory('employer_merge', 'org_unit', 'employer_relation', 'decision_process'),
  'select guard_merged()',
);
