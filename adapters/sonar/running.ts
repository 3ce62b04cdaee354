import type { PartialDate } from '../soap-formats.js';

/** How `date` stands to `today` (`YYYY-MM-DD`): -1 before, 0 the same day, 1 after; null when it is too rough to tell. */
function compared(date: PartialDate, today: string): number | null {
  if (date.length < today.length && today.startsWith(date)) return null;
  return date < today ? -1 : date > today ? 1 : 0;
}

/**
 * Whether something that lasts from `start` up to and with `end` is going on today. A start that is not told lies behind us,
 * an end that is not told ahead. Null: the dates are too rough to tell.
 */
export function running(start: PartialDate | null, end: PartialDate | null, today: string): boolean | null {
  const begun = start === null ? -1 : compared(start, today);
  const over = end === null ? 1 : compared(end, today);
  if (begun === 1 || over === -1) return false;
  return begun === null || over === null ? null : true;
}
