import { Temporal } from 'temporal-polyfill';

/** The source's "halfjaarlijks", for a region that has agreed nothing yet. */
export const HALF_YEARLY = 6;

/** The day a plan is to be reviewed again: so many months after the last review, or after it was drawn up. */
export const nextReviewDue = (
  { drawnUpOn, lastReviewedOn }: { drawnUpOn: string; lastReviewedOn?: string | null | undefined },
  months: number,
): string =>
  Temporal.PlainDate.from(lastReviewedOn ?? drawnUpOn)
    .add({ months })
    .toString();
