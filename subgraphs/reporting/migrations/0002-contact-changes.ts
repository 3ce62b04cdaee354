import { migration } from '../../migration.js';

/** Contact moments are corrected and merged: what says so is looked for beside each that is counted. */
export default migration(
  '0002-contact-changes',
  `create index fact_contact_changed on fact ((payload->>'contactMomentId'))
    where kind in ('contact-moment.corrected', 'contact-moment.merged')`,
  "create index fact_survey_corrected on fact ((payload->>'npsSurveyId')) where kind = 'contact-moment.corrected'",
  "create index fact_withdrawn on fact ((payload->>'surveyId')) where kind = 'nps.withdrawn'",
);
