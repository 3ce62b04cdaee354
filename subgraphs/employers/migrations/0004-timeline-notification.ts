import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0004-timeline-notification',
  `create table timeline_entry (
    id uuid primary key,
    employer_id uuid not null references employer,
    at timestamptz not null,
    recorded_at timestamptz not null,
    kind text not null,
    title text not null,
    actor_id text references professional,
    subject_type text not null,
    subject_id text not null
  )`,
  'create index timeline_entry_employer on timeline_entry (employer_id, at desc, id desc)',
  `create table notification (
    id uuid primary key,
    kind text not null,
    at timestamptz not null,
    recipient_id text not null references professional,
    title text not null,
    employer_id uuid references employer,
    subject_type text not null,
    subject_id text not null,
    occasion text not null,
    read_at timestamptz,
    unique (recipient_id, kind, occasion)
  )`,
  'create index notification_recipient on notification (recipient_id, at desc, id desc)',
  // What happened before there was a timeline stands on it too.
  `insert into timeline_entry (id, employer_id, at, recorded_at, kind, title, actor_id, subject_type, subject_id)
    select gen_random_uuid(), employer_id, (occurred_on + time '12:00') at time zone 'Europe/Amsterdam', recorded_at, 'CONTACT',
      subject, registered_by_id, 'ContactMoment', id::text from contact_moment`,
  `insert into timeline_entry (id, employer_id, at, recorded_at, kind, title, actor_id, subject_type, subject_id)
    select gen_random_uuid(), h.employer_id, (h.valid_from + time '12:00') at time zone 'Europe/Amsterdam', now(), 'OWNERSHIP',
      p.name || case when h.is_main then ' is hoofd-accounthouder geworden.' else ' is accounthouder geworden.' end,
      h.holder_id, 'AccountHoldership', h.id::text from account_holdership h join professional p on p.id = h.holder_id`,
  ...keepsHistory('timeline_entry', 'notification'),
);
