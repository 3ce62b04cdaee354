import { employee, registrar, staff, type Access } from '../authorise.js';

/** Who may see what of the employers subgraph. */
export const access: Access = {
  Query: [
    [
      employee,
      'employer employers searchRegister regions region teams me professionals contactMomentTypes contactMoment contactMoments portfolios portfolio',
    ],
  ],
  Mutation: [[registrar, 'registerEmployer updateEmployer saveContactPerson registerContactMoment recordNpsResponse']],
  Employer: [
    [
      employee,
      `id wbsNumber kvkNumber establishmentNumber tradeName kind relationStatus isKeyAccount sector tier lwa version
       legalName legalForm activities headcount website visitingAddress postalAddress provenance sources accountHolders mainAccountHolder ownershipDecision approachAdvice
       contactMoments npsSurveys accountPlan accountPlanHistory portfolio`,
    ],
    [staff, 'contactPersons'],
  ],
  SbiActivity: [[employee, 'code description main']],
  Address: [[employee, 'street houseNumber houseNumberAddition postcode city country']],
  ContactPerson: [[staff, 'id name jobTitle department phone email dmuRole active version employer']],
  EmployerConnection: [[employee, 'edges pageInfo totalCount facets']],
  EmployerEdge: [[employee, 'cursor node score highlights']],
  Facet: [[employee, 'name values']],
  FacetValue: [[employee, 'value count']],
  PageInfo: [[employee, 'hasNextPage hasPreviousPage startCursor endCursor']],
  RegisterSearchResult: [[employee, 'total page items status']],
  RegisterHit: [[employee, 'kvkNumber establishmentNumber name city type active dossier']],
  FieldProvenance: [[employee, 'field source sourceRecordId retrievedAt validFrom staleAfter freshness conflicts']],
  FieldConflict: [[employee, 'source value retrievedAt']],
  SourceStatus: [[employee, 'source freshness retrievedAt message']],
  EmployerPayload: [[employee, 'employer notices errors']],
  ContactPersonPayload: [[employee, 'contactPerson ok notices errors']],
  RuleNotice: [[employee, 'code message requirement severity']],
  UserError: [[employee, 'code message path requirement currentVersion']],
  AccountHoldership: [[employee, 'id employer holder region isMain from until reason recordedAt endReason']],
  OwnershipDecision: [
    [employee, 'outcome currentHolder lastContactOn lastContactBy cutoffDate employerSatisfied steps obligations'],
  ],
  ApproachAdvice: [[employee, 'allowed contactFirst isNewOrRenewed blocks steps']],
  RuleStep: [[employee, 'rule requirement holds because evidenceIds']],
  ContactMomentType: [
    [
      employee,
      'number name nameNl mutation npsSurvey municipalitiesOnly whenToUse whenToUseNl registeredByOwnRole validFrom validUntil',
    ],
  ],
  ContactMoment: [
    [employee, 'id employer type medium category occurredOn recordedAt registeredBy npsSurvey version'],
    // What was said names people.
    [staff, 'subject summary participants relatedTo tasks'],
  ],
  ContactMomentConnection: [[employee, 'edges pageInfo totalCount']],
  ContactMomentEdge: [[employee, 'cursor node']],
  ContactMomentPayload: [[employee, 'contactMoment notices errors']],
  NpsSurveyPayload: [[employee, 'npsSurvey ok notices errors']],
  NpsSurvey: [
    [employee, 'id contactMoment employer invitedAt respondedAt score group note'],
    [staff, 'comment'],
  ],
  NpsSurveyConnection: [[employee, 'edges pageInfo totalCount']],
  NpsSurveyEdge: [[employee, 'cursor node']],
  Task: [
    [
      staff,
      `id employer title description dueOn owner createdBy status subjectType subjectId kind referredTo createdAt completedAt
       mailedAt version`,
    ],
  ],
  Appointment: [
    [
      staff,
      `id employer title startsAt endsAt location organiser attendees contactPersons sequence cancelled subjectType subjectId
       version`,
    ],
  ],
  Attachment: [[staff, 'id fileName mediaType bytes sha256 uploadedBy uploadedAt subjectType subjectId']],
  AccountPlan: [
    [employee, 'id employer version status ownedBy drawnUpOn lastReviewedOn nextReviewDue overdue'],
    [staff, 'sections goals conclusions'],
  ],
  AccountPlanSection: [[staff, 'kind items']],
  AccountPlanItem: [[staff, 'key labelNl value mark note']],
  PlanGoal: [[staff, 'id title measure target actual dueOn status']],
  Portfolio: [[employee, 'id name kind lwa organisation holder vacant employers']],
  Region: [[employee, 'id name centreMunicipality organisations teams agreements']],
  RegionAgreements: [
    [
      employee,
      'ownershipRecentContactMonths ownershipContactScope renewedContactMonths vacancyMaxMonths accountPlanReviewMonths contactMergeWindowDays validFrom version recordedAt reason',
    ],
  ],
  Organisation: [[employee, 'id name kind oin']],
  Team: [[employee, 'id name region organisation members']],
  Professional: [
    [
      employee,
      'id name phone email contactDetailsConfirmedAt roles active unavailableUntil organisation team deputies version',
    ],
  ],
};
