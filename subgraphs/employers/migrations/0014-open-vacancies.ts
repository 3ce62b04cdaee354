import { migration } from '../../migration.js';

/** Searching employers with or without open vacancies: those that are open are few among all that ever were. */
export default migration(
  '0014-open-vacancies',
  // What was told before activity was kept came from the timeline, which also tells of the closing.
  `update employer_activity a set ended_on = told.closed_on
    from (select subject_id::uuid as id, max(at at time zone 'Europe/Amsterdam')::date as closed_on from timeline_entry
      where kind = 'VACANCY' and subject_type = 'Vacancy' and title ~ ' is (vervuld|gesloten|verlopen|ingetrokken)' group by 1) told
    where a.id = told.id and a.kind = 'VACANCY' and a.ended_on is null`,
  `create index employer_activity_open on employer_activity (employer_id, began_on) where kind = 'VACANCY' and ended_on is null`,
);
