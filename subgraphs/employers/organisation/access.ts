import { employee, management, type Access } from '../../authorise.js';

/** Who may see what of regions, organisations, teams and professionals. */
export const organisationAccess: Access = {
  Query: [[employee, 'regions region teams me professionals']],
  Mutation: [
    [employee, 'confirmOwnContactDetails registerAbsence setDeputies recordTraining'],
    [management, 'setProfessionalActive setRegionAgreements'],
  ],
  ProfessionalPayload: [[employee, 'professional ok notices errors']],
  RegionAgreementsPayload: [[employee, 'agreements ok notices errors']],
  Region: [[employee, 'id name centreMunicipality organisations teams agreements agreementsHistory']],
  RegionAgreements: [
    [
      employee,
      `ownershipRecentContactMonths ownershipContactScope renewedContactMonths vacancyMaxMonths
       accountPlanReviewMonths contactMergeWindowDays npsQuietDays validFrom version recordedAt reason setBy`,
    ],
  ],
  Organisation: [[employee, 'id name kind oin']],
  Team: [[employee, 'id name region organisation members lead']],
  Professional: [
    [
      employee,
      `id name phone email contactDetailsConfirmedAt roles active unavailableUntil organisation team deputies
       version trainings lastTraining`,
    ],
  ],
  Training: [[employee, 'id kind title on professional']],
  TrainingPayload: [[employee, 'training notices errors']],
};
