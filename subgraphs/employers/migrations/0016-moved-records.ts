import { keepsHistory } from '../../history.js';
import { migration } from '../../migration.js';

/**
 * Where a record stood before a merge took it along: what a decision rests on stays to be asked of the dossier where it
 * was known. Merges of before are told by the history of the records themselves.
 */
export default migration(
  '0016-moved-records',
  `create table moved_record (
    id bigint generated always as identity primary key,
    table_name text not null check (table_name in ('account_holdership', 'contact_moment', 'nps_survey')),
    record_id uuid not null,
    from_id uuid not null references employer,
    was_main boolean,
    moved_at timestamptz not null,
    check ((was_main is null) = (table_name <> 'account_holdership'))
  )`,
  'create index moved_record_record on moved_record (record_id, id)',
  'create index moved_record_from on moved_record (from_id, table_name)',
  `insert into moved_record (table_name, record_id, from_id, was_main, moved_at)
    select table_name, record_id::uuid, (before->>'employer_id')::uuid, (before->>'is_main')::boolean, recorded_at
    from history where operation = 'update' and table_name in ('account_holdership', 'contact_moment', 'nps_survey')
      and before->>'employer_id' <> after->>'employer_id' order by id`,
  'create trigger moved_record_is_append_only before update or delete or truncate on moved_record for each statement execute function refuse_change()',
  ...keepsHistory('moved_record'),
);
