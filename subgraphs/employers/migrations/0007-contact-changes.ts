import { migration } from '../../migration.js';

export default migration(
  '0007-contact-changes',
  // The team that registered stays the team it counts for, also when the registrar moves on.
  `alter table contact_moment
    add column team_id text references team,
    add column consultation_id text,
    add column follow_up_to_survey_id uuid references nps_survey,
    add column merged_into_id uuid references contact_moment,
    add check (merged_into_id <> id)`,
  'update contact_moment set team_id = (select team_id from professional where id = registered_by_id)',
  'create index contact_moment_merged on contact_moment (merged_into_id) where merged_into_id is not null',
  'create index contact_moment_follow_up on contact_moment (follow_up_to_survey_id) where follow_up_to_survey_id is not null',
  // Every text that was ever registered: written once, never changed.
  `create table contact_moment_version (
    id uuid primary key,
    contact_moment_id uuid not null references contact_moment,
    number int not null check (number > 0),
    recorded_at timestamptz not null,
    by_id text not null references professional,
    subject text not null,
    summary text not null,
    type_number int not null,
    medium text not null,
    occurred_on date not null,
    participant_ids text[] not null,
    reason text,
    unique (contact_moment_id, number)
  )`,
  `insert into contact_moment_version (id, contact_moment_id, number, recorded_at, by_id, subject, summary, type_number, medium, occurred_on, participant_ids)
    select gen_random_uuid(), id, version, recorded_at, registered_by_id, subject, summary, type_number, medium, occurred_on, participant_ids from contact_moment`,
  'create trigger contact_moment_version_never_changes before update or delete on contact_moment_version for each row execute function refuse_change()',
  `alter table nps_survey
    drop constraint nps_survey_contact_moment_id_key,
    add column sent_at timestamptz,
    add column withdrawn_at timestamptz,
    add check (withdrawn_at is null or responded_at is null)`,
  'create unique index one_survey_a_moment on nps_survey (contact_moment_id) where withdrawn_at is null',
  'create index nps_survey_moment on nps_survey (contact_moment_id)',
  // The source names no rest between two questions: 0 asks after every contact, as its table of types says.
  'alter table region_agreements add column nps_quiet_days int not null default 0 check (nps_quiet_days between 0 and 366)',
);
