import { employee, mediator, staff, type Access, type Rule } from '../authorise.js';

/** Who answers for the use of personal data. */
const privacy: Rule = {
  told: 'wie werkzoekenden bemiddelt of het functioneel beheer',
  allows: (identity) => mediator.allows(identity) || identity.roles.includes('ADMIN'),
};

/** Functional administration: what is set, not who it is about. */
const administrator: Rule = { told: 'het functioneel beheer', allows: ({ roles }) => roles.includes('ADMIN') };

/** Who may see what of the jobseekers subgraph. An analyst sees figures, no people; a manager no personal data. */
export const access: Access = {
  Query: [
    [staff, 'jobseeker'],
    [mediator, 'jobseekers'],
    [privacy, 'processingLog'],
  ],
  Mutation: [
    [mediator, 'refreshJobseeker placeCvOnWerkNl withdrawCvFromWerkNl'],
    [administrator, 'synchroniseJobseekers'],
  ],
  Professional: [[employee, 'id']],
  Region: [[employee, 'id']],
  Vacancy: [
    [employee, 'id matchCriteria'],
    [mediator, 'candidateMatches'],
  ],
  CandidateMatch: [[mediator, 'jobseeker score parts blockers developmentGap engineVersion']],
  MatchPart: [[mediator, 'criterion weight points demanded offered verdict because']],
  Jobseeker: [
    [staff, 'id sonarId region caseManager'],
    [
      mediator,
      `name birthYear postcodeArea benefits targetGroup unemployedSince unemploymentPhase cv availability matchProfile
      targetGroupRegister benefitSituation sources provenance`,
    ],
  ],
  Benefit: [[mediator, 'kind law targetGroup from until source']],
  BenefitSituation: [[mediator, 'benefits source retrievedAt freshness']],
  TargetGroupRegistration: [
    [mediator, 'registered countsForJobAgreement countsUntil grounds source checkedAt freshness'],
  ],
  TargetGroupGround: [[mediator, 'code name from until running']],
  SourceStatus: [[mediator, 'source freshness retrievedAt message']],
  FieldProvenance: [
    [mediator, 'field source sourceRecordId retrievedAt validFrom staleAfter freshness conflicts settled'],
  ],
  FieldSettlement: [[mediator, 'byId byName at reason changed']],
  FieldConflict: [[mediator, 'source value retrievedAt']],
  JobseekerPayload: [[mediator, 'jobseeker notices errors']],
  SynchronisationPayload: [[administrator, 'synchronisation notices errors']],
  ProfileSynchronisation: [
    [administrator, 'region startedAt finishedAt searches searchesLeft added updated unchanged failed incomplete gone'],
  ],
  RuleNotice: [[employee, 'code message requirement severity']],
  UserError: [[employee, 'code message path requirement currentVersion']],
  CurriculumVitae: [
    [
      mediator,
      `occupationsSought experience education competences skills interests drivingLicences languages presentation
      publishedOnWerkNl werkNl updatedAt`,
    ],
  ],
  CvPublication: [
    [
      mediator,
      `id jobseeker status change since shown publishedAt withdrawnAt message consentStoring consentMatching
      consentGivenOn consentRecordedAt consentRecordedBy version`,
    ],
  ],
  CvPublicationPayload: [[mediator, 'publication notices errors']],
  Occupation: [[mediator, 'code name uri']],
  WorkExperience: [[mediator, 'occupation organisation from until note']],
  Education: [[mediator, 'level name diploma status until']],
  Competence: [[mediator, 'code name mastery assessedOn']],
  Language: [[mediator, 'code speaking writing reading listening']],
  Availability: [
    [
      mediator,
      'from until hoursMin hoursMax irregular officeHours contractTypes maxTravelKm maxTravelMinutes transport adaptationNeeded guidanceNeeded',
    ],
  ],
  JobseekerConnection: [[mediator, 'edges pageInfo totalCount']],
  JobseekerEdge: [[mediator, 'cursor node']],
  PageInfo: [[employee, 'hasNextPage hasPreviousPage startCursor endCursor']],
  ProcessingRecord: [[privacy, 'at by action purpose fields']],
};
