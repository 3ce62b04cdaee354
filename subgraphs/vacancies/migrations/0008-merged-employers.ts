import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

const goesAlong = (table: string): string =>
  `create trigger goes_along before insert or update of employer_id on ${table} for each row execute function go_along()`;

/** What is told or entered of a merged dossier after the merge is of the kept one too, in whatever order events come. */
export default migration(
  '0008-merged-employers',
  'create table merged_employer (id uuid primary key, keep_id uuid not null check (keep_id <> id))',
  'create index merged_employer_keep on merged_employer (keep_id)',
  `create function go_along() returns trigger language plpgsql set search_path from current as $$
  begin
    new.employer_id := coalesce((select m.keep_id from merged_employer m where m.id = new.employer_id), new.employer_id);
    return new;
  end $$`,
  ...['vacancy', 'placement', 'known_contact_person', 'known_work_agreement'].map(goesAlong),
  ...keepsHistory('merged_employer'),
);
