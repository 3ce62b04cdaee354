import type { Identity } from '../../../runtime/identity.js';
import { mediator } from '../../authorise.js';
import { VacancyLogKind } from './vacancy-log-entry.js';

/** Kinds whose text is about a person: only who mediates reads and writes them, as with aftercare and referrals. */
const ABOUT_PEOPLE: readonly VacancyLogKind[] = [VacancyLogKind.CANDIDATE_FEEDBACK, VacancyLogKind.AFTERCARE];

/** The kinds of line that somebody may read in the log of a vacancy. For others the rest is not there. */
export const readableKinds = (identity: Identity | null): VacancyLogKind[] =>
  Object.values(VacancyLogKind).filter(
    (kind) => !ABOUT_PEOPLE.includes(kind) || (identity !== null && mediator.allows(identity)),
  );
