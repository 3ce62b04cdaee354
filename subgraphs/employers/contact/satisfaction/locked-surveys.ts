import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';
import { NpsSurvey } from './nps-survey.js';

/** The surveys of these contact moments that have not lapsed, locked: an answer that comes in meanwhile waits, or is seen. */
export async function lockedSurveys(em: EntityManager, momentIds: readonly string[]): Promise<NpsSurvey[]> {
  await prepared(em, 'select id from nps_survey where contact_moment_id = any(?::uuid[]) order by id for update', [
    momentIds,
  ]);
  return em.find(
    NpsSurvey,
    { contactMomentId: { $in: [...momentIds] }, withdrawnAt: null },
    { orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
}
