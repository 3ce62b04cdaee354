import { historyTables, keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';
import { answeredWritesTable } from '../../write.js';

export default migration(
  '0001-organisation',
  ...historyTables,
  answeredWritesTable,
  'create table region (id text primary key, name text not null, centre_municipality_id text)',
  'create table organisation (id text primary key, name text not null, kind text not null, oin text, region_ids text[] not null)',
  `create table region_agreements (
    id uuid primary key,
    region_id text not null references region,
    ownership_recent_contact_months int not null check (ownership_recent_contact_months between 1 and 60),
    ownership_contact_scope text not null,
    renewed_contact_months int not null check (renewed_contact_months between 1 and 60),
    vacancy_max_months int not null check (vacancy_max_months between 1 and 12),
    account_plan_review_months int not null check (account_plan_review_months between 1 and 60),
    contact_merge_window_days int not null check (contact_merge_window_days between 0 and 60),
    valid_from date not null,
    unique (region_id, valid_from)
  )`,
  'create table team (id text primary key, name text not null, region_id text not null references region, organisation_id text references organisation)',
  'create index team_region on team (region_id)',
  `create table professional (
    id text primary key,
    name text not null,
    phone text,
    email text,
    contact_details_confirmed_at timestamptz,
    organisation_id text not null references organisation,
    team_id text references team,
    region_ids text[] not null,
    roles text[] not null,
    active boolean not null,
    unavailable_until date,
    deputy_ids text[] not null
  )`,
  'create index professional_team on professional (team_id)',
  ...keepsHistory('region', 'organisation', 'region_agreements', 'team', 'professional'),
);
