import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import type { AgreedValues } from '../../../../subgraphs/employers/organisation/propose-agreements.js';
import { OwnershipContactScope } from '../../../../subgraphs/employers/organisation/region-agreements.js';
import { holdershipsAtRisk } from '../../../../subgraphs/employers/ownership/region/holderships-at-risk.js';

const months = (ownershipRecentContactMonths: number): AgreedValues => ({
  ownershipRecentContactMonths,
  ownershipContactScope: OwnershipContactScope.ANY_CONTACT_ON_ACCOUNT,
  renewedContactMonths: 6,
  vacancyMaxMonths: 3,
  accountPlanReviewMonths: 6,
  contactMergeWindowDays: 5,
  npsQuietDays: 0,
});
const account = (on: string) => [
  {
    employerId: 'employer',
    holders: [{ id: 'holdership', holderId: 'holder', isMain: true }],
    lastContacts: [{ id: 'moment', on, byId: 'holder' }],
    lastNps: null,
  },
];
/** Agreements of six months that become others on 1 April 2026. */
const changingTo = (later: number) => (day: string) => months(day >= '2026-04-01' ? later : 6);

// Asked on 10 March 2026; the thirtieth day after it is 9 April.
test.each<[string, number, string, boolean]>([
  ['six months stay six, contact within them on the thirtieth day', 6, '2025-10-09', false],
  ['six months stay six, a day earlier', 6, '2025-10-08', true],
  ['six become three before the thirtieth day', 3, '2026-01-08', true],
  ['six become three, with contact within those three', 3, '2026-01-09', false],
  ['six become twelve, but today it may be taken over', 12, '2025-09-09', true],
  ['six become twelve, and today it may not', 12, '2025-09-10', false],
])('R-012, R-050: at risk when %s', (_, later, lastContact, expected) => {
  expect(holdershipsAtRisk(account(lastContact), changingTo(later), '2026-03-10')).toEqual(
    expected ? ['holdership'] : [],
  );
});
