import DataLoader from 'dataloader';
import type { EntityManager } from '../../../database.js';
import { AccountHoldership } from '../account-holdership.js';
import { recordsThen } from './stood-then.js';

/** Two moments, of which nothing counts that came at them or since. */
interface Then {
  /** Where a holdership stood, whatever merge took it along since. */
  stoodAt: Date;
  /** What was recorded of it. */
  knownAt: Date;
}

/**
 * Per employer the holderships that stood there just before `stoodAt`, as they were known just before `knownAt`: without
 * those recorded since, and without the ends recorded since.
 */
export async function holdershipsStood(
  em: EntityManager,
  employerIds: readonly string[],
  { stoodAt, knownAt }: Then,
): Promise<AccountHoldership[][]> {
  const stood = await recordsThen(em, AccountHoldership, 'account_holdership', employerIds, stoodAt);
  return stood.map((records, n) =>
    records
      .filter(({ row }) => row.recordedAt < knownAt)
      .map(({ row, wasMain }) => {
        const ended = row.endedAt && row.endedAt >= knownAt ? { validUntil: null, endReason: null } : {};
        const standing = { employerId: employerIds[n]!, isMain: wasMain ?? row.isMain };
        return Object.assign(Object.create(AccountHoldership.prototype) as AccountHoldership, row, standing, ended);
      }),
  );
}

/** The holderships of an employer as they were known, and where they stood, just before a moment. */
export const holdershipsThen = (em: EntityManager, knownAt: Date): DataLoader<string, AccountHoldership[]> =>
  new DataLoader((employerIds) => holdershipsStood(em, employerIds, { stoodAt: knownAt, knownAt }));
