import { contactMomentTypes2020, type TypeOf2020 } from '../contact/contact-moment-types-2020.js';
import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

const text = (value: string | null): string => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);

const typeRow = (t: TypeOf2020): string =>
  `(gen_random_uuid(), ${t.number}, ${text(t.name)}, ${text(t.nameNl)}, ${text(t.mutation)}, ${text(t.npsSurvey)},
    ${t.municipalitiesOnly}, ${text(t.whenToUse)}, ${text(t.whenToUseNl)}, ${text(t.registeredByOwnRole)}, '2020-01-01')`;

export default migration(
  '0003-ownership-contact-plan',
  'create extension if not exists btree_gist with schema public',
  'create extension if not exists pg_trgm with schema public',
  // No two main holders of one employer side by side in a region on any day: whoever writes, at whatever moment.
  `create table account_holdership (
    id uuid primary key,
    employer_id uuid not null references employer,
    holder_id text not null references professional,
    region_id text not null references region,
    is_main boolean not null,
    valid_from date not null,
    valid_until date,
    reason text,
    check (valid_until >= valid_from),
    constraint one_main_holder exclude using gist (
      employer_id with =, region_id with =, daterange(valid_from, valid_until, '[]') with &&
    ) where (is_main)
  )`,
  'create index account_holdership_employer on account_holdership (employer_id)',
  'create index account_holdership_holder on account_holdership (holder_id)',
  `create table contact_moment_type (
    id uuid primary key,
    number int not null check (number > 0),
    name text not null,
    name_nl text not null,
    mutation text not null,
    nps_survey text not null,
    municipalities_only boolean not null,
    when_to_use text not null,
    when_to_use_nl text not null,
    registered_by_own_role text,
    valid_from date not null,
    valid_until date,
    check (valid_until >= valid_from),
    exclude using gist (number with =, daterange(valid_from, valid_until, '[]') with &&)
  )`,
  `create table contact_moment (
    id uuid primary key,
    employer_id uuid not null references employer,
    type_number int not null,
    medium text not null,
    subject text not null,
    summary text not null,
    occurred_on date not null,
    recorded_at timestamptz not null,
    registered_by_id text not null references professional,
    participant_ids text[] not null,
    related_to_ids text[] not null,
    version int not null
  )`,
  'create index contact_moment_employer on contact_moment (employer_id, occurred_on desc, id desc)',
  'create index contact_moment_newest on contact_moment (occurred_on desc, id desc)',
  'create index contact_moment_registrar on contact_moment (registered_by_id)',
  `create table nps_survey (
    id uuid primary key,
    contact_moment_id uuid not null unique references contact_moment,
    employer_id uuid not null references employer,
    invited_at timestamptz not null,
    responded_at timestamptz,
    responded_on date,
    score int check (score between 0 and 10),
    comment text,
    note text,
    check ((responded_at is null) = (score is null) and (responded_at is null) = (responded_on is null))
  )`,
  'create index nps_survey_employer on nps_survey (employer_id)',
  `create table task (
    id uuid primary key,
    employer_id uuid references employer,
    title text not null,
    description text,
    due_on date,
    owner_id text not null references professional,
    created_by_id text not null references professional,
    status text not null,
    subject_type text,
    subject_id uuid
  )`,
  'create index task_employer on task (employer_id)',
  'create index task_owner on task (owner_id)',
  'create index task_subject on task (subject_id)',
  `create table account_plan (
    id uuid primary key,
    employer_id uuid not null references employer,
    version int not null check (version > 0),
    status text not null,
    owned_by_id text not null references professional,
    answers jsonb not null,
    conclusions text,
    drawn_up_on date not null,
    last_reviewed_on date,
    check (last_reviewed_on >= drawn_up_on),
    unique (employer_id, version)
  )`,
  // One plan an employer at a time.
  "create unique index one_plan_at_a_time on account_plan (employer_id) where status in ('ACTIVE', 'UNDER_REVIEW')",
  `create table plan_goal (
    id uuid primary key,
    plan_id uuid not null references account_plan,
    position int not null,
    title text not null,
    measure text,
    target float8,
    actual float8,
    due_on date,
    status text not null
  )`,
  'create index plan_goal_plan on plan_goal (plan_id, position)',
  `create table portfolio (
    id uuid primary key,
    region_id text not null references region,
    name text not null,
    kind text not null,
    lwa text,
    organisation_id text not null references organisation,
    holder_id text references professional
  )`,
  'create index portfolio_region on portfolio (region_id, name)',
  'alter table employer add foreign key (portfolio_id) references portfolio',
  'create index employer_portfolio on employer (portfolio_id)',
  ...keepsHistory(
    'account_holdership',
    'contact_moment_type',
    'contact_moment',
    'nps_survey',
    'task',
    'account_plan',
    'plan_goal',
    'portfolio',
  ),
  `insert into contact_moment_type (id, number, name, name_nl, mutation, nps_survey, municipalities_only, when_to_use,
    when_to_use_nl, registered_by_own_role, valid_from) values ${contactMomentTypes2020.map(typeRow).join(', ')}`,
);
