import { employee, mediator, staff, type Access, type Rule } from '../authorise.js';

/** Who answers for the use of personal data. */
const privacy: Rule = {
  told: 'wie werkzoekenden bemiddelt of het functioneel beheer',
  allows: (identity) => mediator.allows(identity) || identity.roles.includes('ADMIN'),
};

/** Who may see what of the jobseekers subgraph. An analyst sees figures, no people; a manager no personal data. */
export const access: Access = {
  Query: [
    [staff, 'jobseeker'],
    [mediator, 'jobseekers'],
    [privacy, 'processingLog'],
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
      `name birthYear postcodeArea benefits targetGroup unemployedSince unemploymentPhase cv availability matchProfile`,
    ],
  ],
  Benefit: [[mediator, 'kind law targetGroup from until source']],
  CurriculumVitae: [
    [
      mediator,
      `occupationsSought experience education competences skills interests drivingLicences languages presentation
      publishedOnWerkNl updatedAt`,
    ],
  ],
  Occupation: [[mediator, 'code name']],
  WorkExperience: [[mediator, 'occupation organisation from until note']],
  Education: [[mediator, 'level name diploma status until']],
  Competence: [[mediator, 'code name mastery assessedOn']],
  Language: [[mediator, 'code speaking writing reading listening']],
  Availability: [
    [
      mediator,
      'from hoursMin hoursMax irregular maxTravelKm maxTravelMinutes transport adaptationNeeded guidanceNeeded',
    ],
  ],
  JobseekerConnection: [[mediator, 'edges pageInfo totalCount']],
  JobseekerEdge: [[mediator, 'cursor node']],
  PageInfo: [[employee, 'hasNextPage hasPreviousPage startCursor endCursor']],
  ProcessingRecord: [[privacy, 'at by action purpose fields']],
};
