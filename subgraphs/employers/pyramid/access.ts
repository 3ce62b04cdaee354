import { employee, management, registrar, staff, type Access } from '../../authorise.js';

/** Who may see what of the pyramid, portfolios, and what an employer is served with. */
export const pyramidAccess: Access = {
  Query: [[employee, 'serviceProducts marketApproachPlans portfolios portfolio']],
  Mutation: [
    // Of the client team or of management: the verb decides.
    [staff, 'assessPyramid saveClientTeam saveMarketApproachPlan'],
    [
      registrar,
      `registerSocialReturn recordSocialReturnFulfilment registerPsoCertificate chooseEmployerTile
       endEmployerTile`,
    ],
    [management, 'saveServiceProduct savePortfolio assignPortfolio moveEmployersToPortfolio setPyramidSettings'],
  ],
  Employer: [
    [employee, 'portfolio clientTeam serviceLevel socialReturn psoCertificate serviceJourney pyramidAssessment'],
    [staff, 'pyramidHistory'],
  ],
  AccountPlan: [[employee, 'team']],
  PyramidAssessment: [
    [
      employee,
      `id version onDate recordedAt employer by preselection objective partnershipScore proposedTier decidedTier`,
    ],
    // What is thought of an employer and why may name people.
    [staff, 'softFilter reasonForDeviation explanation'],
  ],
  PyramidPreselection: [
    [employee, 'politicallySensitive reliable excluded handledTailorMade sectorDevelopment'],
    [staff, 'exclusionReason'],
  ],
  ObjectiveCriterion: [[employee, 'kind value known points basis']],
  SoftCriterion: [[staff, 'kind yes note']],
  PyramidSettings: [
    [
      employee,
      `companySizeFrom vacanciesFrom fulfilmentsFrom continuityFrom goldFrom silverFrom bronzeFrom
       goldPartnershipFrom goldVisitMonths silverVisitMonths bronzeVisitMonths validFrom version recordedAt
       reason`,
    ],
  ],
  PyramidPayload: [[employee, 'assessment notices errors']],
  PyramidSettingsPayload: [[employee, 'settings notices errors']],
  Portfolio: [[employee, 'id name kind lwa organisation holder vacant employers clientTeam postcodes version']],
  SocialReturnObligation: [
    [employee, 'id client contractValue percentage amount fulfilled dueOn overdue registeredAt version'],
  ],
  SocialReturnPayload: [[employee, 'socialReturn notices errors']],
  PsoCertificate: [[employee, 'id level thirtyPlus validFrom validUntil expired']],
  PsoCertificatePayload: [[employee, 'certificate notices errors']],
  EmployerTileStep: [
    [employee, 'id tile startedOn endedOn professional tools version'],
    [staff, 'note'],
  ],
  EmployerTilePayload: [[employee, 'step notices errors']],
  MarketApproachPlan: [[employee, 'id region year title employerTypes invitation agreedWith targets version']],
  MarketApproachTarget: [[employee, 'id employer approachedBy reason status']],
  MarketApproachPlanPayload: [[employee, 'plan notices errors']],
  ServiceProduct: [
    [employee, 'id name externalStory relatedTo tiers active version'],
    // What we expect of it is for ourselves.
    [staff, 'internalStory'],
  ],
  ServiceProductPayload: [[employee, 'product notices errors']],
  ServiceLevel: [[employee, 'tier visitEveryMonths lastVisitOn visitOverdue notices products']],
  PortfolioPayload: [[employee, 'portfolio notices errors']],
  ClientTeam: [[employee, 'id portfolio lead generalists specialists version']],
  ClientTeamPayload: [[employee, 'clientTeam notices errors']],
  Region: [[employee, 'pyramidSettings']],
};
