import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0003-contact-persons',
  `create table known_contact_person (
    id uuid primary key,
    employer_id uuid not null,
    active boolean not null,
    known_at timestamptz not null
  )`,
  'create index known_contact_person_employer on known_contact_person (employer_id)',
  ...keepsHistory('known_contact_person'),
);
