import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0004-aftercare',
  `create table aftercare_plan (
    id uuid primary key,
    placement_id uuid not null unique references placement,
    intensity text not null check (intensity in ('CALL_NOW_AND_THEN', 'REGULAR', 'STRUCTURAL_INTENSIVE')),
    contact_every_weeks int not null check (contact_every_weeks between 1 and 52),
    until date,
    content text check (length(content) between 1 and 2000),
    contact_for_id uuid,
    professional_id text not null check (length(professional_id) between 1 and 64),
    agreed_on date not null,
    version int not null default 1
  )`,
  'create index aftercare_plan_professional on aftercare_plan (professional_id)',
  `create table aftercare_entry (
    id uuid primary key,
    placement_id uuid not null references placement,
    at timestamptz not null,
    by_id text not null,
    with_whom text not null check (length(with_whom) between 1 and 200),
    text text not null check (length(text) between 1 and 5000),
    problem boolean not null
  )`,
  'create index aftercare_entry_placement on aftercare_entry (placement_id, at desc, id desc)',
  `create trigger aftercare_is_append_only before update or delete or truncate on aftercare_entry
   for each statement execute function refuse_change()`,
  ...keepsHistory('aftercare_plan', 'aftercare_entry'),
);
