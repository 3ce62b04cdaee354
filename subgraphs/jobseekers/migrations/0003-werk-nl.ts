import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0003-werk-nl',
  `create table cv_publication (
    id uuid primary key,
    jobseeker_id uuid not null unique references jobseeker,
    status text not null check (status in ('PENDING', 'PUBLISHED', 'WITHDRAWN', 'REFUSED', 'FAILED')),
    change text not null check (change in ('PLACE', 'WITHDRAW')),
    since timestamptz not null,
    shown boolean not null,
    external_id text,
    published_at timestamptz,
    withdrawn_at timestamptz,
    message text,
    content_version int not null check (content_version >= 0),
    consent_storing boolean not null,
    consent_matching boolean not null,
    consent_given_on date not null,
    consent_recorded_at timestamptz not null,
    consent_recorded_by_id text not null,
    version int not null default 1
  )`,
  `create table cv_message (
    id uuid primary key,
    publication_id uuid not null references cv_publication,
    content_version int not null,
    change text not null check (change in ('PLACE', 'WITHDRAW')),
    at timestamptz not null,
    by_id text not null,
    outcome text check (outcome in ('DONE', 'REFUSED', 'SKIPPED')),
    answered_at timestamptz,
    unique (publication_id, content_version),
    check ((outcome is null) = (answered_at is null))
  )`,
  'create index cv_message_waiting on cv_message (publication_id, content_version) where outcome is null',
  // Whether a CV stands on werk.nl is what werk.nl answered, and nothing else.
  'alter table curriculum_vitae drop column published_on_werk_nl',
  ...keepsHistory('cv_publication', 'cv_message'),
);
