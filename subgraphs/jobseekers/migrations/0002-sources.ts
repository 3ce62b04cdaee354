import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0002-sources',
  // A profile of VUM tells no name.
  'alter table jobseeker alter column name drop not null',
  `alter table jobseeker
    add office_hours boolean,
    add available_until date,
    add contract_types text[] not null default '{}' check (contract_types <@ array['PERMANENT', 'TEMPORARY']),
    add in_target_group_register boolean`,
  'create index jobseeker_postcode_area on jobseeker (postcode_area)',
  'alter table benefit add withdrawn_at timestamptz',
  `create function uris_in(sought jsonb) returns text[] language sql immutable as $$
    select coalesce(array_agg(s->>'uri') filter (where s->>'uri' is not null), '{}') from jsonb_array_elements(sought) s
  $$`,
  `alter table curriculum_vitae
    add occupation_uris text[] generated always as (uris_in(occupations_sought)) stored`,
  'create index curriculum_vitae_uris on curriculum_vitae using gin (occupation_uris)',
  // Kilometres along the great circle (haversine), as VUM's own acceptance questions suppose.
  `create function kilometres(lat1 float8, lon1 float8, lat2 float8, lon2 float8) returns float8 language sql immutable parallel safe as $$
    select 2 * 6371 * asin(sqrt(least(1,
      sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)))
  $$`,
  `create table postcode_area (
    pc4 text primary key check (pc4 ~ '^[1-9][0-9]{3}$'),
    latitude float8 not null check (latitude between -90 and 90),
    longitude float8 not null check (longitude between -180 and 180)
  )`,
  // The number itself stands nowhere: sealed to be asked with, and as a keyed hash to be found by.
  `create table person_number (
    id uuid primary key,
    jobseeker_id uuid not null unique references jobseeker,
    key_id text not null,
    sealed text not null,
    hash text not null unique
  )`,
  `create table source_record (
    id uuid primary key,
    jobseeker_id uuid not null references jobseeker,
    source text not null check (source in ('SONAR', 'DOELGROEPENREGISTER', 'UWV')),
    retrieved_at timestamptz not null,
    told jsonb not null,
    unique (jobseeker_id, source)
  )`,
  // Bookkeeping of what is taken over from VUM: no record of anybody, and so without a history.
  `create table taken_profile (
    jobseeker_id uuid primary key references jobseeker,
    vum_id text not null unique,
    digest text not null,
    seen_at timestamptz not null,
    seen_by uuid not null
  )`,
  `create table profile_synchronisation (
    id uuid primary key,
    region_id text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    leased_until timestamptz,
    remaining jsonb not null,
    searches int not null default 0,
    added int not null default 0,
    updated int not null default 0,
    unchanged int not null default 0,
    failed int not null default 0,
    incomplete int not null default 0,
    gone int not null default 0
  )`,
  'create unique index profile_synchronisation_open on profile_synchronisation (region_id) where finished_at is null',
  ...keepsHistory('person_number', 'source_record'),
);
