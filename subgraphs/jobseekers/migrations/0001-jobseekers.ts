import { historyTables, keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';
import { answeredWritesTable } from '../../write.js';

export default migration(
  '0001-jobseekers',
  ...historyTables,
  answeredWritesTable,
  `create table jobseeker (
    id uuid primary key,
    sonar_id text not null unique,
    name text not null,
    birth_year int check (birth_year between 1900 and 2100),
    postcode_area text check (postcode_area ~ '^[1-9][0-9]{3}$'),
    region_id text not null,
    case_manager_id text,
    unemployed_since date,
    open_to_mediation boolean not null,
    available_from date,
    hours_min int,
    hours_max int,
    irregular boolean,
    max_travel_km int,
    max_travel_minutes int,
    transport text[] not null,
    adaptation_needed boolean,
    guidance_needed boolean
  )`,
  'create index jobseeker_region on jobseeker (region_id)',
  `create table benefit (
    id uuid primary key,
    jobseeker_id uuid not null references jobseeker,
    kind text not null,
    law text not null,
    target_group text not null check (target_group in ('WAJONG', 'WGA', 'WW', 'WWB', 'OTHER')),
    "from" date not null,
    until date,
    source text not null
  )`,
  'create index benefit_jobseeker on benefit (jobseeker_id)',
  // Generated columns may call functions that never change their answer, and may not hold a subquery.
  `create function codes_in(competences jsonb) returns int[] language sql immutable as $$
    select coalesce(array_agg((c->>'code')::int) filter (where c->>'code' is not null), '{}') from jsonb_array_elements(competences) c
  $$`,
  `create function groups_in(sought jsonb, experience jsonb) returns text[] language sql immutable as $$
    select coalesce(array_agg(distinct left(o.code, 4)), '{}') from (
      select s->>'code' as code from jsonb_array_elements(sought) s
      union select e->'occupation'->>'code' from jsonb_array_elements(experience) e
    ) o where o.code is not null
  $$`,
  `create function words_in(sought jsonb, experience jsonb, skills text[], interests text[]) returns text language sql immutable as $$
    select concat_ws(' ',
      (select string_agg(s->>'name', ' ') from jsonb_array_elements(sought) s),
      (select string_agg(e->'occupation'->>'name', ' ') from jsonb_array_elements(experience) e),
      array_to_string(skills, ' '),
      array_to_string(interests, ' '))
  $$`,
  `create table curriculum_vitae (
    id uuid primary key,
    jobseeker_id uuid not null unique references jobseeker,
    occupations_sought jsonb not null,
    experience jsonb not null,
    education jsonb not null,
    competences jsonb not null,
    skills text[] not null,
    interests text[] not null,
    driving_licences text[] not null,
    languages jsonb not null,
    presentation text,
    published_on_werk_nl boolean not null,
    updated_at timestamptz,
    occupation_groups text[] generated always as (groups_in(occupations_sought, experience)) stored,
    competence_codes int[] generated always as (codes_in(competences)) stored,
    search tsvector generated always as (
      to_tsvector('dutch', words_in(occupations_sought, experience, skills, interests) || ' ' || coalesce(presentation, ''))
    ) stored
  )`,
  'create index curriculum_vitae_occupations on curriculum_vitae using gin (occupation_groups)',
  'create index curriculum_vitae_licences on curriculum_vitae using gin (driving_licences)',
  'create index curriculum_vitae_competences on curriculum_vitae using gin (competence_codes)',
  'create index curriculum_vitae_search on curriculum_vitae using gin (search)',
  `create table processing_record (
    id uuid primary key,
    jobseeker_id uuid not null,
    at timestamptz not null,
    by_id text not null,
    action text not null,
    purpose text not null,
    fields text[] not null
  )`,
  'create index processing_record_jobseeker on processing_record (jobseeker_id, at desc)',
  'create trigger processing_record_is_append_only before update or delete or truncate on processing_record for each statement execute function refuse_change()',
  ...keepsHistory('jobseeker', 'benefit', 'curriculum_vitae'),
);
