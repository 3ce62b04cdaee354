import { validate } from 'uuid';
import type { EntityManager } from '../../../database.js';
import { inDutch } from '../../../in-dutch.js';
import { Severity, type RuleNotice, type UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { NpsSurvey } from '../satisfaction/nps-survey.js';

/** Feedback following NPS. */
export const FEEDBACK = 4;
const RULE = 'R-068';

const notice = (code: string, message: string): RuleNotice => ({
  code,
  message,
  requirement: RULE,
  severity: Severity.WARNING,
});

function answerNotices({ respondedOn }: NpsSurvey, occurredOn: string): RuleNotice[] {
  if (!respondedOn) return [notice('SURVEY_NOT_ANSWERED', 'Het antwoord op deze NPS-meting is nog niet vastgelegd.')];
  return occurredOn < respondedOn
    ? [
        notice(
          'BEFORE_THE_ANSWER',
          `Dit contact was vóór het antwoord op de NPS-meting, dat van ${inDutch(respondedOn)} is.`,
        ),
      ]
    : [];
}

/**
 * Whether a contact that followed the answer to a survey says so: type 4 names a survey of this employer that
 * was answered, and no other type names one.
 */
export async function checkFollowUp(
  em: EntityManager,
  {
    id,
    employerId,
    typeNumber,
    occurredOn,
    surveyId,
  }: {
    /** Of a moment that stands already. */
    id?: string;
    employerId: string;
    typeNumber: number;
    occurredOn: string;
    surveyId: string | null | undefined;
  },
): Promise<{ errors: UserError[]; notices: RuleNotice[] }> {
  const refuse = (code: string, message: string) => ({
    errors: [userError(code, ['input', 'followUpToSurveyId'], message, RULE)],
    notices: [],
  });
  if (!surveyId)
    return {
      errors: [],
      notices:
        typeNumber === FEEDBACK
          ? [notice('NO_SURVEY_NAMED', 'Noem bij type 4 de NPS-meting die de aanleiding was (followUpToSurveyId).')]
          : [],
    };
  if (typeNumber !== FEEDBACK)
    return refuse(
      'NOT_A_FOLLOW_UP',
      'Alleen een contactmoment van type 4 volgt op een NPS-meting (followUpToSurveyId).',
    );
  const survey = validate(surveyId)
    ? await em.findOne(NpsSurvey, { id: surveyId, employerId }, { disableIdentityMap: true })
    : null;
  if (!survey)
    return refuse('UNKNOWN_SURVEY', 'Deze NPS-meting (followUpToSurveyId) is niet van deze werkgever of bestaat niet.');
  if (survey.contactMomentId === id)
    return refuse('OWN_SURVEY', 'Deze NPS-meting (followUpToSurveyId) gaat over dit contact zelf.');
  if (survey.withdrawnAt)
    return refuse('SURVEY_WITHDRAWN', 'Deze NPS-meting (followUpToSurveyId) is vervallen: er komt geen antwoord op.');
  return { errors: [], notices: answerNotices(survey, occurredOn) };
}
