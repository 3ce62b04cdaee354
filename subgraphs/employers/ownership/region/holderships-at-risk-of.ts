import type { EmployersContext } from '../../context.js';
import { agreementsOn } from '../../organisation/region-agreements.js';
import { AccountHoldership, standingOn } from '../account-holdership.js';
import { accountsOfRegion } from './accounts-of-region.js';
import { holdershipsAtRisk } from './holderships-at-risk.js';

/** The holderships of one professional that may be taken over, or soon when nobody is in touch. */
export async function holdershipsAtRiskOf(
  context: EmployersContext,
  holderId: string,
  onDate: string,
): Promise<AccountHoldership[]> {
  const held = await context.em.find(
    AccountHoldership,
    { holderId, ...standingOn(onDate) },
    { disableIdentityMap: true },
  );
  const found: AccountHoldership[] = [];
  for (const regionId of new Set(held.map((one) => one.regionId))) {
    const versions = await context.agreementsOfRegion.load(regionId);
    if (!agreementsOn(versions, onDate)) continue;
    const employerIds = held.filter((one) => one.regionId === regionId).map((one) => one.employerId);
    const accounts = await accountsOfRegion(context.em, regionId, onDate, employerIds);
    const ids = new Set(holdershipsAtRisk(accounts, (day) => agreementsOn(versions, day)!, onDate));
    found.push(...held.filter(({ id }) => ids.has(id)));
  }
  return found;
}
