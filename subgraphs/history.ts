/**
 * History of changed records, kept by the database itself: every insert and update of a record appends a row that
 * nobody may change, with who did it (`werkgraaf.actor`, set by `write.ts`) and a hash chained over the record's own
 * past, so that a tampered past shows.
 */

/** What every subgraph's first migration creates. */
export const historyTables: string[] = [
  `create table history (
    id bigint generated always as identity primary key,
    table_name text not null,
    record_id text not null,
    operation text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    actor_id text,
    before jsonb,
    after jsonb not null,
    hash text not null
  )`,
  'create index history_record on history (table_name, record_id, id)',
  // security definer: the application's role may make history through its changes, and in no other way.
  `create function keep_history() returns trigger language plpgsql security definer set search_path from current as $$
  declare
    earlier jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
    later jsonb := to_jsonb(new);
    previous text;
  begin
    if earlier is not distinct from later then return new; end if;
    select h.hash into previous from history h where h.table_name = tg_table_name and h.record_id = later->>'id' order by h.id desc limit 1;
    insert into history (table_name, record_id, operation, actor_id, before, after, hash)
    values (tg_table_name, later->>'id', lower(tg_op), nullif(current_setting('werkgraaf.actor', true), ''), earlier, later,
      encode(sha256(convert_to(coalesce(previous, '') || later::text, 'UTF8')), 'hex'));
    return new;
  end $$`,
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
  end $$`,
  'create trigger history_is_append_only before update or delete or truncate on history for each statement execute function refuse_change()',
];

/** The triggers that keep the history of `tables`; each has a primary key `id`. */
export const keepsHistory = (...tables: string[]): string[] =>
  tables.map(
    (table) =>
      `create trigger keep_history after insert or update on ${table} for each row execute function keep_history()`,
  );
