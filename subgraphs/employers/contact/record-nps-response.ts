import { validate } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import type { RecordNpsResponseInput } from './record-nps-response-input.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';

/** Records what an employer answered to an NPS survey: a score from 0 to 10, once. */
export async function recordNpsResponse(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { surveyId, score, comment }: RecordNpsResponseInput,
): Promise<Outcome> {
  const errors = [
    ...(Number.isInteger(score) && score >= 0 && score <= 10
      ? []
      : [
          userError(
            'SCORE_OUT_OF_RANGE',
            ['input', 'score'],
            'Het cijfer (score) is een geheel getal van 0 tot en met 10.',
            'R-092',
          ),
        ]),
    ...lengthErrors(['input', 'comment'], 'De toelichting (comment)', comment, 0, 2000),
  ];
  if (errors.length) return refused(...errors);
  const now = context.clock.now();
  const today = context.clock.today();
  // One statement decides who is first: of two answers at once, the second finds the survey answered.
  const [answered] = validate(surveyId)
    ? await em.execute<{ employer_id: string }[]>(
        `update nps_survey set responded_at = ?, responded_on = ?, score = ?, comment = ?
         where id = ? and responded_at is null returning employer_id`,
        [now, today, score, comment ?? null, surveyId],
      )
    : [];
  if (!answered) {
    const known =
      validate(surveyId) && (await em.execute('select 1 from nps_survey where id = ?', [surveyId])).length > 0;
    return refused(
      known
        ? userError('ALREADY_ANSWERED', ['input', 'surveyId'], 'Deze NPS-meting is al beantwoord.', 'R-092')
        : userError('UNKNOWN_SURVEY', ['input', 'surveyId'], 'Deze NPS-meting (surveyId) bestaat niet.', 'R-092'),
    );
  }
  const actorId = whoAsks(context).professionalId;
  await putOnTimeline(em, context.clock, {
    employerId: answered.employer_id,
    kind: TimelineKind.NPS,
    title: `NPS-meting beantwoord met een ${score}.`,
    subjectType: 'NpsSurvey',
    subjectId: surveyId,
    actorId,
  });
  await context.publish(em, {
    type: 'nps.answered',
    occurredOn: today,
    recordedAt: now,
    actorId,
    data: { employerId: answered.employer_id, surveyId, score },
  });
  return written(surveyId);
}
