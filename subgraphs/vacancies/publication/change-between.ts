import { isDeepStrictEqual } from 'node:util';
import type { VacancyToPublish } from '../../../adapters/werknl/port.js';
import { PublicationChange } from '../../publication-status.js';

/** What makes `before` into `after` on a channel; null when they are alike. */
export function changeBetween(before: VacancyToPublish, after: VacancyToPublish): PublicationChange | null {
  if (isDeepStrictEqual(before, after)) return null;
  const later = after.closesOn > before.closesOn;
  return later && isDeepStrictEqual({ ...before, closesOn: after.closesOn }, after)
    ? PublicationChange.PROLONG
    : PublicationChange.EDIT;
}
