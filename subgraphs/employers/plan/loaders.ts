import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import { AccountPlan, PlanGoal, PlanReview } from './account-plan/account-plan.js';
import { Licence, LicenceMeeting } from './licence/licence.js';
import { placementsByYear, type PlacementsOfYear } from './account-plan/placements-by-year.js';
import { PlanOfAction, ProgressNote } from './plan-of-action/plan-of-action.js';

export interface PlanLoaders {
  accountPlanById: DataLoader<string, AccountPlan | null>;
  /** All versions, newest first. */
  accountPlansOfEmployer: DataLoader<string, AccountPlan[]>;
  planGoalById: DataLoader<string, PlanGoal | null>;
  /** Also what was dropped. */
  goalsOfPlan: DataLoader<string, PlanGoal[]>;
  reviewsOfPlan: DataLoader<string, PlanReview[]>;
  placementsByYear: DataLoader<string, PlacementsOfYear[]>;
  planOfActionOf: DataLoader<string, PlanOfAction[]>;
  progressNoteById: DataLoader<string, ProgressNote | null>;
  /** Oldest first. */
  progressOf: DataLoader<string, ProgressNote[]>;
  licenceById: DataLoader<string, Licence | null>;
  licencesOf: DataLoader<string, Licence[]>;
  /** Newest first. */
  meetingsOfLicence: DataLoader<string, LicenceMeeting[]>;
}

export const planLoaders = (em: EntityManager): PlanLoaders => ({
  accountPlanById: byId(em, AccountPlan),
  accountPlansOfEmployer: listBy(em, AccountPlan, 'employerId', { version: 'desc' }),
  planGoalById: byId(em, PlanGoal),
  goalsOfPlan: listBy(em, PlanGoal, 'planId', { position: 'asc', id: 'asc' }),
  reviewsOfPlan: listBy(em, PlanReview, 'planId', { heldOn: 'desc', id: 'desc' }),
  placementsByYear: placementsByYear(em),
  planOfActionOf: listBy(em, PlanOfAction, 'employerId', {}),
  progressNoteById: byId(em, ProgressNote),
  progressOf: listBy(em, ProgressNote, 'employerId', { at: 'asc', id: 'asc' }),
  licenceById: byId(em, Licence),
  licencesOf: listBy(em, Licence, 'employerId', { validFrom: 'desc', id: 'desc' }),
  meetingsOfLicence: listBy(em, LicenceMeeting, 'licenceId', { heldOn: 'desc', id: 'desc' }),
});
