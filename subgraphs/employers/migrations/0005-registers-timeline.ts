import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0005-registers-timeline',
  // Each choice is a row of its own: the newest of a field counts, the others are its history.
  `create table field_choice (
    id uuid primary key,
    employer_id uuid not null references employer,
    field text not null,
    source text not null,
    value text not null,
    reason text not null,
    by_id text not null references professional,
    at timestamptz not null
  )`,
  'create index field_choice_employer on field_choice (employer_id, at, id)',
  // When a register was last asked on purpose, so that nobody wears it out.
  `create table register_ask (
    employer_id uuid not null references employer,
    source text not null,
    asked_at timestamptz not null,
    primary key (employer_id, source)
  )`,
  // How far KvK's signals were taken over, in one row, and those of our dossiers that are still to be looked into.
  `create table signal_cursor (
    id text primary key,
    cursor text not null,
    moved_at timestamptz not null
  )`,
  `create table register_signal (
    id text primary key,
    kvk_number text not null,
    kind text not null,
    signalled_at timestamptz not null,
    attempts int not null default 0,
    not_before timestamptz not null,
    taken_in_at timestamptz
  )`,
  'create index register_signal_waiting on register_signal (not_before) where taken_in_at is null',
  'alter table employer add column parent_id uuid references employer',
  'create index employer_parent on employer (parent_id) where parent_id is not null',
  // A vacancy may be told of before its employer has a dossier: the line waits there under the id that it will have.
  'alter table timeline_entry drop constraint timeline_entry_employer_id_fkey',
  ...keepsHistory('field_choice'),
);
