import DataLoader from 'dataloader';
import type { EntityManager } from '../../../database.js';
import { AccountHoldership } from '../account-holdership.js';
import { recordsThen } from './stood-then.js';

/**
 * The holderships of an employer as they were known just before a moment: without those recorded since, without the
 * ends recorded since, and as they stood before a merge that came since.
 */
export const holdershipsThen = (em: EntityManager, knownAt: Date): DataLoader<string, AccountHoldership[]> =>
  new DataLoader(async (employerIds) => {
    const stood = await recordsThen(em, AccountHoldership, 'account_holdership', employerIds, knownAt);
    return stood.map((records, n) =>
      records
        .filter(({ row }) => row.recordedAt < knownAt)
        .map(({ row, wasMain }) => {
          const ended = row.endedAt && row.endedAt >= knownAt ? { validUntil: null, endReason: null } : {};
          const standing = { employerId: employerIds[n]!, isMain: wasMain ?? row.isMain };
          return Object.assign(Object.create(AccountHoldership.prototype) as AccountHoldership, row, standing, ended);
        }),
    );
  });
