import type { EntityManager } from '../../database.js';
import { Severity, type RuleNotice } from '../../payload.js';
import { Professional } from '../organisation/professional.js';
import { dayInDutch } from './day-in-dutch.js';

/** A notice for each of these professionals who is away on a day: who counts on them should know. */
export async function absenceNotices(em: EntityManager, ids: readonly string[], day: string): Promise<RuleNotice[]> {
  const away = await em.find(
    Professional,
    { id: { $in: [...ids] }, unavailableUntil: { $gte: day } },
    { orderBy: { name: 'asc', id: 'asc' }, disableIdentityMap: true },
  );
  return away.map(({ name, unavailableUntil }) => ({
    code: 'COLLEAGUE_ABSENT',
    message: `${name} is afwezig tot en met ${dayInDutch(unavailableUntil!)}.`,
    requirement: 'R-059',
    severity: Severity.INFO,
  }));
}
