import { Temporal } from 'temporal-polyfill';
import type { AgreedValues } from '../../organisation/propose-agreements.js';
import type { AccountFacts } from './accounts-of-region.js';
import { mayTakeOver } from '../decision/may-take-over.js';
import { OwnershipOutcome } from '../decision/ownership-decision.js';

/** How many days ahead a holdership is called at risk. */
export const AT_RISK_DAYS = 30;

/**
 * Holderships, as ids, that may be taken over on the day, or within `AT_RISK_DAYS` when nobody is in touch: each
 * day under the agreements of that day.
 */
export function holdershipsAtRisk(
  accounts: AccountFacts[],
  agreedOn: (day: string) => AgreedValues,
  onDate: string,
): string[] {
  const soon = Temporal.PlainDate.from(onDate).add({ days: AT_RISK_DAYS }).toString();
  const days = [onDate, soon].map((day) => ({ day, agreed: agreedOn(day) }));
  return accounts
    .filter((account) =>
      days.some(
        ({ day, agreed }) =>
          mayTakeOver({
            ...account,
            candidateId: '',
            onDate: day,
            recentContactMonths: agreed.ownershipRecentContactMonths,
            scope: agreed.ownershipContactScope,
          }).outcome === OwnershipOutcome.TAKEOVER_ALLOWED,
      ),
    )
    .map(({ holders }) => holders[0]!.id);
}
