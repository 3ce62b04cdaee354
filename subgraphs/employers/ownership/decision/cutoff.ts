import { Temporal } from 'temporal-polyfill';

/**
 * The first day that is still recent on `onDate`: that many calendar months earlier, at the end of the month when it
 * is too short (31 August less 6 months is 28 or 29 February). A contact on this very day counts as recent.
 */
export const cutoff = (onDate: string, months: number): string =>
  Temporal.PlainDate.from(onDate).subtract({ months }).toString();
