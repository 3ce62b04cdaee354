import { refuseArgument } from '../refuse-argument.js';

/** What a report is about: facts that happened from `from` to `to` (both included), of one team or of all, as known at a moment or now. */
export interface Period {
  from: string;
  to: string;
  teamId: string | null;
  /** ISO 8601, or `infinity` for all that is known now. */
  knownAt: string;
}

/** @throws GraphQLError BAD_USER_INPUT when `to` is before `from` */
export function period(
  from: string,
  to: string,
  teamId: string | null | undefined,
  knownAt: Date | null | undefined,
): Period {
  if (to < from) throw refuseArgument('to', 'de laatste dag ligt voor de eerste (from).');
  return { from, to, teamId: teamId ?? null, knownAt: knownAt?.toISOString() ?? 'infinity' };
}
