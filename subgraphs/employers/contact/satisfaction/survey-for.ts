import { NpsRule, type ContactMomentType } from '../contact-moment-type.js';

const NOTE = 'De typenlijst zet een sterretje bij de NPS van dit type en legt het niet uit; hier geldt het als ja.';

/** Whether the satisfaction of the employer is asked after a moment of this type, and the note to keep with it. */
export const surveyFor = ({ npsSurvey }: Pick<ContactMomentType, 'npsSurvey'>): { note: string | null } | null =>
  npsSurvey === NpsRule.NO ? null : { note: npsSurvey === NpsRule.YES_WITH_NOTE ? NOTE : null };
