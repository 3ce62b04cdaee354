import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0009-plan',
  `alter table account_plan
    add column revision int not null default 1 check (revision > 0),
    add column saved_at timestamptz not null default now()`,
  // Before this, what belongs to a version counted on by itself.
  'update account_plan set revision = version',
  `alter table plan_goal
    add column version int not null default 1,
    add column dropped_at timestamptz`,
  `create table plan_review (
    id uuid primary key,
    plan_id uuid not null references account_plan,
    held_on date not null,
    by_id text not null references professional,
    outcome text not null,
    changed boolean not null,
    recorded_at timestamptz not null
  )`,
  'create index plan_review_plan on plan_review (plan_id, held_on, id)',
  `create table plan_of_action (
    id uuid primary key,
    employer_id uuid not null unique references employer,
    text text not null,
    saved_by_id text not null references professional,
    saved_at timestamptz not null,
    version int not null
  )`,
  `create table progress_note (
    id uuid primary key,
    employer_id uuid not null references employer,
    at timestamptz not null,
    by_id text not null references professional,
    text text not null,
    bottleneck boolean not null,
    solved_at timestamptz,
    solved_by_id text references professional,
    solution text,
    check (bottleneck or solved_at is null),
    check ((solved_at is null) = (solution is null) and (solved_at is null) = (solved_by_id is null))
  )`,
  'create index progress_note_employer on progress_note (employer_id, at, id)',
  'create index progress_note_open on progress_note (employer_id) where bottleneck and solved_at is null',
  `create table licence (
    id uuid primary key,
    employer_id uuid not null references employer,
    name text not null,
    scope text,
    valid_from date not null,
    valid_until date,
    meeting_every_months int check (meeting_every_months between 1 and 60),
    granted_by_id text not null references professional,
    granted_at timestamptz not null,
    end_reason text,
    version int not null,
    check (valid_until >= valid_from)
  )`,
  'create index licence_employer on licence (employer_id, valid_from desc, id)',
  `create table licence_meeting (
    id uuid primary key,
    licence_id uuid not null references licence,
    held_on date not null,
    by_id text not null references professional,
    report text not null,
    contact_moment_id uuid references contact_moment,
    recorded_at timestamptz not null
  )`,
  'create index licence_meeting_licence on licence_meeting (licence_id, held_on, id)',
  ...keepsHistory('plan_review', 'plan_of_action', 'progress_note', 'licence', 'licence_meeting'),
);
