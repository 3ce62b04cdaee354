import { employee, mediator, registrar, staff, type Access } from '../authorise.js';

const page = 'edges pageInfo totalCount';
const edge = 'cursor node';

/** Who may see what of the vacancies subgraph. Vacancies are for everybody in the chain, people are not. */
export const access: Access = {
  Query: [
    [employee, 'vacancy vacancies channelStatus'],
    [staff, 'placement placements'],
    [mediator, 'referrals externalVacancies aftercareDue'],
  ],
  Mutation: [
    [registrar, 'citeAgreements logVacancy publishVacancy withdrawPublication'],
    [mediator, 'agreeAftercare logAftercare'],
  ],
  Employer: [
    [employee, 'id vacancies openPositions'],
    [staff, 'placements'],
  ],
  Professional: [[employee, 'id ownedVacancies']],
  Team: [[employee, 'id']],
  Region: [[employee, 'id']],
  ContactPerson: [[employee, 'id']],
  WorkAgreement: [[employee, 'id vacancies']],
  Jobseeker: [
    [employee, 'id'],
    [mediator, 'matchProfile vacancyMatches referrals placements'],
  ],
  Vacancy: [
    [
      employee,
      `id number title description employer submitter submitterTeam owner ownerTeam region status kind futureReason
      agreement continuous openedOn closesOn latestCloseOn daysLeft clonedFrom clones positions positionsFilled positionsOpen
      workProfile conditions publications matchCriteria notices version`,
    ],
    [staff, 'placements log'],
    [mediator, 'referrals'],
  ],
  WorkProfile: [
    [
      employee,
      `occupationCode occupationName hardRequirements competences affinities softFeatures culture workConditions
      minimumLevel drivingLicences languages fit carvingIdeas covenant`,
    ],
  ],
  Requirement: [[employee, 'key description trainable']],
  CompetenceRequirement: [[employee, 'code name level weight essential trainable']],
  LanguageRequirement: [[employee, 'code speaking writing']],
  EmploymentConditions: [
    [
      employee,
      `hoursMin hoursMax contractType agreementType salaryIndication startsOn durationMonths irregularHours
      workPostcode sustainable`,
    ],
  ],
  Publication: [
    [
      employee,
      `id channel vacancy status change since shown externalId publishedAt withdrawnAt message municipality postcode
      contactName applyEmail applyTelephone applyUrl jobCategory version`,
    ],
  ],
  VacancyPayload: [[registrar, 'vacancy notices errors']],
  VacancyLogConnection: [[staff, page]],
  VacancyLogEdge: [[staff, edge]],
  VacancyLogEntry: [[staff, 'id at by contactPerson kind text']],
  PublicationPayload: [[registrar, 'publication notices errors']],
  RuleNotice: [[employee, 'code message requirement severity']],
  UserError: [[employee, 'code message path requirement currentVersion']],
  SourceStatus: [[employee, 'source freshness retrievedAt message']],
  ExternalVacancySearch: [[mediator, 'status vacancies more']],
  ExternalVacancy: [
    [
      mediator,
      `id title description employerName postcode occupation minimumLevel hoursMin hoursMax irregularHours
      drivingLicences salary startsOn closesOn websites`,
    ],
  ],
  VacancyConnection: [[employee, page]],
  VacancyEdge: [[employee, edge]],
  PageInfo: [[employee, 'hasNextPage hasPreviousPage startCursor endCursor']],
  VacancyMatch: [[mediator, 'vacancy score parts blockers developmentGap engineVersion']],
  MatchPart: [[mediator, 'criterion weight points demanded offered verdict because']],
  Referral: [
    [
      mediator,
      `id vacancy jobseeker status steps indicationSnapshot discussedWithCandidateOn candidateAcknowledged
      employerAcknowledged decision referredBy matchScoreAtReferral version`,
    ],
  ],
  ReferralStep: [[mediator, 'at status by note']],
  IndicationSnapshot: [[mediator, 'takenAt benefit targetGroup inTargetGroupRegister sonarReference']],
  EmployerDecision: [[mediator, 'on hired motivation']],
  Placement: [
    [
      staff,
      `id vacancy employer startsOn registeredAt durationMonths sustainable creditedTeams submitterTeam ownerTeam
      employerOwnerTeam endedOn version`,
    ],
    [mediator, 'jobseeker referral targetGroup endReason aftercarePlan aftercareLog'],
  ],
  AftercarePlan: [
    [mediator, 'intensity contactEveryWeeks until content contactFor professional agreedOn nextDue log version'],
  ],
  AftercareEntry: [[mediator, 'id at by withWhom text problem actionDueOn']],
  PlacementPayload: [[mediator, 'placement notices errors']],
  PlacementConnection: [[staff, page]],
  PlacementEdge: [[staff, edge]],
};
