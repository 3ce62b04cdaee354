import { validate } from 'uuid';
import { dayOf } from '../../../../runtime/clock.js';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome, type UserError } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { followUpDetractor } from './follow-up-detractor.js';
import { NpsSurvey } from './nps-survey.js';

export interface NpsResponse {
  surveyId: string;
  /** 0 to 10. */
  score: number;
  comment?: string | null | undefined;
  /** The day of the answer, `YYYY-MM-DD`; default today. */
  respondedOn?: string | null | undefined;
}

const at = (field: string, code: string, message: string) => userError(code, ['input', field], message, 'R-092');

const inputErrors = ({ score, comment, respondedOn }: NpsResponse, today: string): UserError[] => [
  ...(Number.isInteger(score) && score >= 0 && score <= 10
    ? []
    : [at('score', 'SCORE_OUT_OF_RANGE', 'Het cijfer (score) is een geheel getal van 0 tot en met 10.')]),
  ...lengthErrors(['input', 'comment'], 'De toelichting (comment)', comment, 0, 2000),
  ...(respondedOn && respondedOn > today
    ? [at('respondedOn', 'IN_THE_FUTURE', 'De dag van het antwoord (respondedOn) ligt in de toekomst.')]
    : []),
];

/** Why a survey does not take this answer; null when it does. */
function refusalOf(survey: NpsSurvey | null, { respondedOn }: NpsResponse): UserError | null {
  if (!survey) return at('surveyId', 'UNKNOWN_SURVEY', 'Deze NPS-meting (surveyId) bestaat niet.');
  if (survey.respondedAt) return at('surveyId', 'ALREADY_ANSWERED', 'Deze NPS-meting is al beantwoord.');
  if (survey.withdrawnAt)
    return at(
      'surveyId',
      'SURVEY_WITHDRAWN',
      'Deze NPS-meting is vervallen: het contactmoment is gecorrigeerd of samengevoegd.',
    );
  return respondedOn && respondedOn < dayOf(survey.invitedAt)
    ? at('respondedOn', 'BEFORE_INVITATION', 'De dag van het antwoord (respondedOn) ligt vóór de uitnodiging.')
    : null;
}

/** The survey, locked until the transaction ends; null when there is none. */
export async function lockedSurvey(em: EntityManager, id: string): Promise<NpsSurvey | null> {
  if (!validate(id)) return null;
  await em.execute('select id from nps_survey where id = ? for update', [id]);
  return em.findOne(NpsSurvey, { id }, { refresh: true });
}

/**
 * Records what an employer answered to an NPS survey: a score from 0 to 10, once. The survey is locked, so that
 * of two answers at once the second finds it answered. A detractor is called back.
 */
export async function recordNpsResponse(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  response: NpsResponse,
): Promise<Outcome> {
  const { surveyId, score } = response;
  const comment = response.comment?.trim() || null;
  const now = context.clock.now();
  const errors = inputErrors(response, context.clock.today());
  if (errors.length) return refused(...errors);
  const survey = await lockedSurvey(em, surveyId);
  const refusal = refusalOf(survey, response);
  if (refusal || !survey) return refused(...(refusal ? [refusal] : []));
  const respondedOn = response.respondedOn ?? context.clock.today();
  em.assign(survey, { respondedAt: now, respondedOn, score, comment });
  await em.flush();
  const actorId = whoAsks(context).professionalId;
  await putOnTimeline(em, context.clock, {
    employerId: survey.employerId,
    kind: TimelineKind.NPS,
    title: `NPS-meting beantwoord met een ${score}.`,
    subjectType: 'NpsSurvey',
    subjectId: survey.id,
    actorId,
    on: respondedOn,
  });
  await context.publish(em, {
    type: 'nps.answered',
    occurredOn: respondedOn,
    recordedAt: now,
    actorId,
    data: { employerId: survey.employerId, surveyId: survey.id, score },
  });
  await followUpDetractor(context, em, survey);
  return written(survey.id);
}
