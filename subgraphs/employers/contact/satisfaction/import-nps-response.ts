import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { Severity, written, type Outcome } from '../../../payload.js';
import type { NpsSurvey } from './nps-survey.js';
import { lockedSurvey, recordNpsResponse, type NpsResponse } from './record-nps-response.js';

/** The notice of an answer that was recorded before. */
export const ALREADY_RECORDED = 'ALREADY_RECORDED';

const same = (survey: NpsSurvey, { score, comment, respondedOn }: NpsResponse): boolean =>
  survey.score === score &&
  (survey.comment ?? '') === (comment?.trim() ?? '') &&
  (!respondedOn || survey.respondedOn === respondedOn);

/** Records one answer of a file, which may be offered again: an answer that stands already is left as it is. */
export async function importNpsResponse(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  response: NpsResponse,
): Promise<Outcome> {
  const survey = await lockedSurvey(em, response.surveyId);
  if (!survey?.respondedAt || !same(survey, response)) return recordNpsResponse(context, em, response);
  return written(survey.id, [
    {
      code: ALREADY_RECORDED,
      message: 'Dit antwoord was al vastgelegd.',
      requirement: 'R-246',
      severity: Severity.INFO,
    },
  ]);
}
