import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { lockedSurveys } from './locked-surveys.js';
import { NpsSurvey } from './nps-survey.js';
import { withdrawSurvey } from './withdraw-survey.js';

/** Which survey goes on with the moment that stays: an answered one, its own before another, the newest before an older. */
export function surveyThatStays(surveys: readonly NpsSurvey[], intoId: string): NpsSurvey | null {
  const rank = (survey: NpsSurvey) => (survey.respondedAt ? 2 : 0) + (survey.contactMomentId === intoId ? 1 : 0);
  const newest = (a: NpsSurvey, b: NpsSurvey) =>
    b.invitedAt.getTime() - a.invitedAt.getTime() || (a.id < b.id ? 1 : -1);
  return [...surveys].sort((a, b) => rank(b) - rank(a) || newest(a, b))[0] ?? null;
}

/**
 * Leaves one survey with the moment that stays; an unanswered one beside it lapses. A second answer stays with the
 * moment it was about, and in the figures: what an employer said is never lost.
 * @returns the id of the survey that stays
 */
export async function uniteSurveys(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  intoId: string,
  mergedIds: readonly string[],
): Promise<string | null> {
  const surveys = await lockedSurveys(em, [intoId, ...mergedIds]);
  const stays = surveyThatStays(surveys, intoId);
  for (const survey of surveys)
    if (survey.id !== stays?.id && !survey.respondedAt) await withdrawSurvey(context, em, survey);
  if (stays && stays.contactMomentId !== intoId)
    await em.nativeUpdate(NpsSurvey, { id: stays.id }, { contactMomentId: intoId });
  return stays?.id ?? null;
}
