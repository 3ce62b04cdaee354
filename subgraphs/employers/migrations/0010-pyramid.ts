import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0010-pyramid',
  // What vacancies told of: a vacancy or a placement an employer, counted by the pyramid. Told again, it stands once.
  `create table employer_activity (
    id uuid primary key,
    employer_id uuid not null,
    kind text not null check (kind in ('VACANCY', 'PLACEMENT')),
    began_on date,
    ended_on date,
    outcome text
  )`,
  'create index employer_activity_employer on employer_activity (employer_id, kind, began_on)',
  // What was told before this table stood.
  `insert into employer_activity (id, employer_id, kind, began_on)
    select subject_id::uuid, employer_id, kind, min(at at time zone 'Europe/Amsterdam')::date from timeline_entry
    where kind in ('VACANCY', 'PLACEMENT') and subject_type in ('Vacancy', 'Placement') group by 1, 2, 3
    on conflict do nothing`,
  `create table pyramid_settings (
    id uuid primary key,
    region_id text not null references region,
    company_size_from jsonb not null,
    vacancies_from jsonb not null,
    fulfilments_from jsonb not null,
    continuity_from jsonb not null,
    gold_from int not null,
    silver_from int not null,
    bronze_from int not null,
    gold_partnership_from int not null,
    gold_visit_months int,
    silver_visit_months int,
    bronze_visit_months int,
    valid_from date not null,
    version int not null check (version > 0),
    recorded_at timestamptz not null,
    set_by_id text not null references professional,
    reason text not null,
    unique (region_id, version)
  )`,
  `create table pyramid_assessment (
    id uuid primary key,
    employer_id uuid not null references employer,
    version int not null check (version > 0),
    on_date date not null,
    recorded_at timestamptz not null,
    by_id text not null references professional,
    politically_sensitive boolean not null,
    reliable boolean not null,
    exclusion_reason text,
    sector_development text,
    objective jsonb not null,
    soft_filter jsonb not null,
    partnership_score int not null check (partnership_score between 1 and 4),
    proposed_tier text,
    decided_tier text,
    reason_for_deviation text,
    explanation jsonb not null,
    check (reliable = (exclusion_reason is null)),
    check (reliable = (proposed_tier is not null) and reliable = (decided_tier is not null)),
    check ((proposed_tier is distinct from decided_tier) = (reason_for_deviation is not null))
  )`,
  'create index pyramid_assessment_employer on pyramid_assessment (employer_id, on_date desc, recorded_at desc)',
  `alter table portfolio
    add column postcodes text[] not null default '{}',
    add column version int not null default 1`,
  `create table client_team (
    id uuid primary key,
    portfolio_id uuid not null unique references portfolio,
    lead_id text references professional,
    generalist_ids text[] not null,
    specialist_ids text[] not null,
    version int not null
  )`,
  `create table service_product (
    id uuid primary key,
    name text not null,
    external_story text not null,
    internal_story text not null,
    related_to_ids text[] not null,
    tiers text[] not null,
    active boolean not null,
    version int not null
  )`,
  'create unique index service_product_name on service_product (lower(name)) where active',
  `create table market_approach_plan (
    id uuid primary key,
    region_id text not null references region,
    year int not null check (year between 2000 and 2100),
    title text not null,
    employer_types text not null,
    invitation text not null,
    agreed_with_ids text[] not null,
    version int not null
  )`,
  'create index market_approach_plan_region on market_approach_plan (region_id, year desc, title)',
  `create table market_approach_target (
    id uuid primary key,
    plan_id uuid not null references market_approach_plan,
    employer_id uuid not null references employer,
    approached_by_id text references professional,
    reason text not null,
    status text not null,
    position int not null,
    dropped_at timestamptz
  )`,
  'create index market_approach_target_plan on market_approach_target (plan_id, position)',
  'create index market_approach_target_employer on market_approach_target (employer_id)',
  `create table social_return (
    id uuid primary key,
    employer_id uuid not null references employer,
    client text not null,
    contract_value float8,
    percentage float8,
    amount float8,
    fulfilled float8 not null check (fulfilled >= 0),
    due_on date,
    registered_by_id text not null references professional,
    registered_at timestamptz not null,
    version int not null
  )`,
  'create index social_return_employer on social_return (employer_id, due_on, id)',
  `create table pso_certificate (
    id uuid primary key,
    employer_id uuid not null references employer,
    level text not null,
    thirty_plus boolean not null,
    valid_from date not null,
    valid_until date,
    registered_by_id text not null references professional,
    registered_at timestamptz not null,
    check (valid_until >= valid_from)
  )`,
  'create index pso_certificate_employer on pso_certificate (employer_id, valid_from desc, registered_at desc)',
  `create table employer_tile_step (
    id uuid primary key,
    employer_id uuid not null references employer,
    tile text not null,
    started_on date not null,
    ended_on date,
    professional_id text not null references professional,
    tools text[] not null,
    note text,
    version int not null,
    check (ended_on >= started_on)
  )`,
  'create index employer_tile_step_employer on employer_tile_step (employer_id, started_on desc, id)',
  `create table training (
    id uuid primary key,
    professional_id text not null references professional,
    kind text not null,
    held_on date not null,
    note text,
    recorded_at timestamptz not null
  )`,
  'create index training_professional on training (professional_id, held_on desc, id)',
  ...keepsHistory(
    'employer_activity',
    'pyramid_settings',
    'pyramid_assessment',
    'client_team',
    'service_product',
    'market_approach_plan',
    'market_approach_target',
    'social_return',
    'pso_certificate',
    'employer_tile_step',
    'training',
  ),
  // On a database that knew merging before the pyramid, nothing new is written to a merged dossier here either.
  "do $$ begin if to_regprocedure('guard_merged()') is not null then perform guard_merged(); end if; end $$",
);
