import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0002-publications',
  `create table employer_name (
    id uuid primary key,
    name text not null,
    kvk_number text check (kvk_number ~ '^[0-9]{8}$'),
    known_at timestamptz not null
  )`,
  `create table publication (
    id uuid primary key,
    vacancy_id uuid not null references vacancy,
    channel text not null check (channel in ('WERK_NL')),
    status text not null check (status in ('PENDING', 'PUBLISHED', 'WITHDRAWN', 'REFUSED', 'FAILED')),
    change text not null check (change in ('PLACE', 'EDIT', 'PROLONG', 'WITHDRAW')),
    since timestamptz not null,
    shown boolean not null,
    external_id text,
    requested_at timestamptz not null,
    published_at timestamptz,
    withdrawn_at timestamptz,
    message text,
    content_version int not null check (content_version >= 0),
    municipality text not null,
    postcode text,
    contact_name text not null,
    apply_email text,
    apply_telephone text,
    apply_url text,
    job_category int not null check (job_category between 1 and 29),
    version int not null default 1,
    check (coalesce(apply_email, apply_telephone, apply_url) is not null),
    check (not (shown and withdrawn_at is not null))
  )`,
  'create unique index publication_live on publication (vacancy_id, channel) where withdrawn_at is null',
  'create index publication_vacancy on publication (vacancy_id, requested_at desc)',
  `create table publication_message (
    id uuid primary key,
    publication_id uuid not null references publication,
    content_version int not null,
    change text not null check (change in ('PLACE', 'EDIT', 'PROLONG', 'WITHDRAW')),
    content jsonb not null,
    at timestamptz not null,
    by_id text,
    outcome text check (outcome in ('DONE', 'REFUSED', 'SKIPPED')),
    answered_at timestamptz,
    unique (publication_id, content_version),
    check ((outcome is null) = (answered_at is null))
  )`,
  'create index publication_message_waiting on publication_message (publication_id, content_version) where outcome is null',
  ...keepsHistory('employer_name', 'publication', 'publication_message'),
);
