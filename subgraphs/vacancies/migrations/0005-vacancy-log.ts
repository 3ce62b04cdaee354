import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0005-vacancy-log',
  `create table vacancy_log_entry (
    id uuid primary key,
    vacancy_id uuid not null references vacancy,
    at timestamptz not null,
    by_id text,
    kind text not null
      check (kind in ('INFORMATION', 'CONTACT', 'PROGRESS', 'CANDIDATE_FEEDBACK', 'AFTERCARE', 'STATUS')),
    text text not null check (length(text) between 1 and 10000),
    contact_person_id uuid
  )`,
  'create index vacancy_log_entry_vacancy on vacancy_log_entry (vacancy_id, at desc, id desc)',
  `create trigger log_is_append_only before update or delete or truncate on vacancy_log_entry
   for each statement execute function refuse_change()`,
  ...keepsHistory('vacancy_log_entry'),
);
