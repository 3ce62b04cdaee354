import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0002-dossier',
  'create extension if not exists pg_trgm with schema public',
  'create extension if not exists unaccent with schema public',
  'create sequence wbs_number start 1001',
  `create table employer (
    id uuid primary key,
    wbs_number text not null unique,
    kvk_number text check (kvk_number ~ '^[0-9]{8}$'),
    establishment_number text check (establishment_number ~ '^[0-9]{12}$'),
    region_id text not null references region,
    name text not null,
    foreign_country text,
    kind text not null,
    relation_status text not null,
    is_key_account boolean not null,
    sector text,
    tier text,
    lwa text[] not null,
    manual_headcount int check (manual_headcount >= 0),
    manual_website text,
    manual_visiting_address jsonb,
    manual_set_at timestamptz,
    portfolio_id uuid,
    registered_at timestamptz not null,
    version int not null
  )`,
  "create unique index employer_number on employer (kvk_number, coalesce(establishment_number, '')) where kvk_number is not null",
  'create index employer_name on employer (name, id)',
  `create table register_record (
    id uuid primary key,
    employer_id uuid not null references employer,
    source text not null,
    retrieved_at timestamptz not null,
    values jsonb not null,
    unique (employer_id, source)
  )`,
  `create table contact_person (
    id uuid primary key,
    employer_id uuid not null references employer,
    name text not null,
    job_title text,
    department text,
    phone text,
    email text,
    dmu_role text,
    active boolean not null,
    version int not null
  )`,
  'create index contact_person_employer on contact_person (employer_id)',
  ...keepsHistory('employer', 'register_record', 'contact_person'),
);
