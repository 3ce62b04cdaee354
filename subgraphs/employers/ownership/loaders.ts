import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import { AccountHoldership } from './account-holdership.js';

export interface OwnershipLoaders {
  holdershipById: DataLoader<string, AccountHoldership | null>;
  /** All holderships of an employer, past ones too, by region and time. */
  holdershipsOfEmployer: DataLoader<string, AccountHoldership[]>;
}

export const ownershipLoaders = (em: EntityManager): OwnershipLoaders => ({
  holdershipById: byId(em, AccountHoldership),
  holdershipsOfEmployer: listBy(em, AccountHoldership, 'employerId', { validFrom: 'desc' }),
});
