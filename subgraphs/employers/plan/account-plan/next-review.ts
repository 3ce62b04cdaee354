import { Temporal } from 'temporal-polyfill';
import { agreementsOn, type RegionAgreements } from '../../organisation/region-agreements.js';

/** The source's "halfjaarlijks", for a region that has agreed nothing yet. */
export const HALF_YEARLY = 6;

/** A plan as far as its reviews go. */
export interface Reviewed {
  drawnUpOn: string;
  lastReviewedOn?: string | null | undefined;
}

/** The day a plan is to be reviewed again: so many months after the last review, or after it was drawn up. */
export const nextReviewDue = ({ drawnUpOn, lastReviewedOn }: Reviewed, months: number): string =>
  Temporal.PlainDate.from(lastReviewedOn ?? drawnUpOn)
    .add({ months })
    .toString();

/**
 * The next review under what the region had agreed on the day it counts from: a later agreement moves no date
 * that was set before it.
 * @param versions all agreements of the region of the employer
 */
export const reviewDueUnder = (plan: Reviewed, versions: RegionAgreements[]): string =>
  nextReviewDue(
    plan,
    agreementsOn(versions, plan.lastReviewedOn ?? plan.drawnUpOn)?.accountPlanReviewMonths ?? HALF_YEARLY,
  );
