import { historyTables } from '../../history.js';
import { migration } from '../../migration.js';
import { answeredWritesTable } from '../../write.js';

/**
 * What reporting knows, one row an event, in two times: when it happened (`occurred_on`) and when it was known
 * (`known_at`). A fact never changes, so it needs no history: what turns out differently is a later fact.
 */
export default migration(
  '0001-facts',
  ...historyTables,
  answeredWritesTable,
  `create table fact (
    id uuid primary key,
    kind text not null,
    employer_id text not null,
    team_ids text[] not null,
    occurred_on date not null,
    known_at timestamptz not null,
    payload jsonb not null
  )`,
  'create index fact_employer on fact (employer_id, kind, occurred_on)',
  'create index fact_kind on fact (kind, occurred_on)',
  `create index fact_survey on fact ((payload->>'npsSurveyId')) where kind = 'contact-moment.registered'`,
  `create index fact_answer on fact ((payload->>'surveyId')) where kind = 'nps.answered'`,
  'create trigger fact_never_changes before update on fact for each row execute function refuse_change()',
);
