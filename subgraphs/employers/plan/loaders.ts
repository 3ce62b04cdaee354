import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import { AccountPlan, PlanGoal } from './account-plan.js';

export interface PlanLoaders {
  accountPlanById: DataLoader<string, AccountPlan | null>;
  /** All versions, newest first. */
  accountPlansOfEmployer: DataLoader<string, AccountPlan[]>;
  goalsOfPlan: DataLoader<string, PlanGoal[]>;
}

export const planLoaders = (em: EntityManager): PlanLoaders => ({
  accountPlanById: byId(em, AccountPlan),
  accountPlansOfEmployer: listBy(em, AccountPlan, 'employerId', { version: 'desc' }),
  goalsOfPlan: listBy(em, PlanGoal, 'planId', { position: 'asc' }),
});
