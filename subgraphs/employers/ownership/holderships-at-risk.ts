import { Temporal } from 'temporal-polyfill';
import type { AgreedValues } from '../organisation/propose-agreements.js';
import type { AccountFacts } from './accounts-of-region.js';
import { mayTakeOver } from './may-take-over.js';
import { OwnershipOutcome } from './ownership-decision.js';

/** How many days ahead a holdership is called at risk. */
export const AT_RISK_DAYS = 30;

/** Holderships, as ids, that may be taken over on the day, or within `AT_RISK_DAYS` when nobody is in touch. */
export function holdershipsAtRisk(accounts: AccountFacts[], agreed: AgreedValues, onDate: string): string[] {
  const soon = Temporal.PlainDate.from(onDate).add({ days: AT_RISK_DAYS }).toString();
  return accounts
    .filter(
      (account) =>
        mayTakeOver({
          ...account,
          candidateId: '',
          onDate: soon,
          recentContactMonths: agreed.ownershipRecentContactMonths,
          scope: agreed.ownershipContactScope,
        }).outcome === OwnershipOutcome.TAKEOVER_ALLOWED,
    )
    .map(({ holders }) => holders[0]!.id);
}
