import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

/** When a row was first written, as its history tells. */
const firstWritten = (table: string): string =>
  `coalesce((select min(h.recorded_at) from history h where h.table_name = '${table}' and h.record_id = t.id::text), now())`;

export default migration(
  '0006-ownership',
  // What was known when: a decision can be asked again as it was then.
  `alter table account_holdership add recorded_at timestamptz not null default now(), add ended_at timestamptz,
    add ended_by_id text references professional, add end_reason text, add previous_holder_contacted_on date`,
  `update account_holdership t set recorded_at = ${firstWritten('account_holdership')},
    ended_at = case when valid_until is null then null else (select max(h.recorded_at) from history h
      where h.table_name = 'account_holdership' and h.record_id = t.id::text) end`,
  // A holdership is ended, once, and never overwritten.
  `create function holdership_is_dated() returns trigger language plpgsql as $$
  begin
    if (old.holder_id, old.region_id, old.is_main, old.valid_from) is distinct from (new.holder_id, new.region_id, new.is_main, new.valid_from)
      or (old.valid_until is not null and old.valid_until is distinct from new.valid_until)
    then raise exception 'a holdership is ended, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`,
  'create trigger holdership_is_dated before update on account_holdership for each row execute function holdership_is_dated()',
  'create index account_holdership_region on account_holdership (region_id, valid_from)',
  `alter table region_agreements add version int not null default 1, add recorded_at timestamptz not null default now(),
    add set_by_id text references professional, add reason text`,
  `update region_agreements t set recorded_at = ${firstWritten('region_agreements')},
    version = (select count(*) from region_agreements e where e.region_id = t.region_id and e.valid_from <= t.valid_from)`,
  // A correction on the day itself is a further version from the same day.
  'alter table region_agreements drop constraint region_agreements_region_id_valid_from_key, add unique (region_id, version)',
  'alter table professional add version int not null default 1',
  'alter table team add lead_id text references professional',
  `create table ownership_request (
    id uuid primary key,
    employer_id uuid not null references employer,
    region_id text not null references region,
    candidate_id text not null references professional,
    as_main boolean not null,
    reason text not null,
    requested_at timestamptz not null,
    expires_on date not null,
    status text not null,
    answered_at timestamptz,
    answered_by_id text references professional,
    note text,
    holdership_id uuid references account_holdership,
    check ((status = 'OPEN') = (answered_at is null))
  )`,
  "create unique index one_open_request on ownership_request (employer_id, region_id, candidate_id) where status = 'OPEN'",
  'create index ownership_request_candidate on ownership_request (candidate_id)',
  // Without a reference to employer: one whom only KvK knows is consulted too, under the id its dossier will have.
  `create table consultation (
    id uuid primary key,
    employer_id uuid not null,
    by_id text not null references professional,
    purpose text not null,
    at timestamptz not null,
    consulted_on date not null,
    valid_until date not null,
    allowed boolean not null,
    advice jsonb not null,
    check (valid_until >= consulted_on)
  )`,
  'create index consultation_of on consultation (employer_id, by_id, consulted_on desc)',
  ...keepsHistory('ownership_request', 'consultation'),
);
