import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

export default migration(
  '0006-agreements-cited',
  `create table known_work_agreement (
    id uuid primary key,
    employer_id uuid not null,
    kind text not null,
    valid_from date not null,
    valid_until date,
    known_at timestamptz not null
  )`,
  'create index known_work_agreement_employer on known_work_agreement (employer_id)',
  ...keepsHistory('known_work_agreement'),
  `alter table vacancy
    add column agreement_id uuid references known_work_agreement,
    add column covenant_id uuid references known_work_agreement`,
  'create index vacancy_agreement on vacancy (agreement_id) where agreement_id is not null',
  'create index vacancy_covenant on vacancy (covenant_id) where covenant_id is not null',
);
