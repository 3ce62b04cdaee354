import { employee, type Access } from '../authorise.js';

/** Who may see what of the employers subgraph. */
export const access: Access = {
  Query: [[employee, 'regions region teams me professionals']],
  Region: [[employee, 'id name centreMunicipality organisations teams agreements']],
  RegionAgreements: [
    [
      employee,
      'ownershipRecentContactMonths ownershipContactScope renewedContactMonths vacancyMaxMonths accountPlanReviewMonths contactMergeWindowDays validFrom',
    ],
  ],
  Organisation: [[employee, 'id name kind oin']],
  Team: [[employee, 'id name region organisation members']],
  Professional: [
    [
      employee,
      'id name phone email contactDetailsConfirmedAt roles active unavailableUntil organisation team deputies',
    ],
  ],
};
