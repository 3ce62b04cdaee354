import { employee, management, registrar, staff, type Access } from '../authorise.js';

/** Who may see what of the employers subgraph. */
export const access: Access = {
  Query: [
    [staff, 'holdershipsAtRisk duplicateEmployers'],
    [management, 'auditTrail personalDataOf'],
    // Whoever lives under the agreements may see what another would change.
    [employee, 'agreementsImpact serviceProducts marketApproachPlans help helpTopics employerTileText'],
    [staff, 'calendar workQueue'],
    [employee, 'notifications'],
    [
      employee,
      'employer employers searchRegister regions region teams me professionals contactMomentTypes contactMoment contactMoments portfolios portfolio',
    ],
  ],
  Mutation: [
    // Whose account or settings they are, the verbs themselves decide.
    [
      staff,
      `addAccountHolder removeAccountHolder requestOwnership answerOwnershipRequest withdrawOwnershipRequest takeOverOwnership
       consultBeforeApproach`,
    ],
    [employee, 'confirmOwnContactDetails registerAbsence setDeputies recordTraining'],
    [management, 'eraseContactPerson setProfessionalActive setRegionAgreements'],
    [
      registrar,
      `planTask updateTask setTaskStatus planAppointment changeAppointment cancelAppointment registerWorkAgreement
       changeWorkAgreement evaluateWorkAgreement startUpload saveAccountPlan reviewAccountPlan closeAccountPlan updatePlanGoal
       savePlanOfAction addProgress solveBottleneck grantLicence endLicence reportLicenceMeeting`,
    ],
    [staff, 'rotateCalendarFeed'],
    // Of the client team or of management: the verb decides.
    [staff, 'assessPyramid saveClientTeam saveMarketApproachPlan'],
    [
      registrar,
      'registerSocialReturn recordSocialReturnFulfilment registerPsoCertificate chooseEmployerTile endEmployerTile',
    ],
    [management, 'saveServiceProduct'],
    [management, 'savePortfolio assignPortfolio moveEmployersToPortfolio'],
    [management, 'setPyramidSettings'],
    // An account holder of one of them, management or WBS support: the verb decides.
    [staff, 'mergeEmployers'],
    [employee, 'markNotificationsRead'],
    [registrar, 'saveOrgUnit relateEmployers endEmployerRelation setDecisionProcess setNationalLiaison'],
    [
      registrar,
      'registerEmployer updateEmployer refreshFromRegisters resolveFieldConflict saveContactPerson registerContactMoment mailContactMoment recordNpsResponse importNpsResponses',
    ],
    // Who of them may, the verb itself decides: registrar, main holder or WBS support.
    [registrar, 'correctContactMoment mergeContactMoments'],
  ],
  Employer: [
    [employee, 'ownershipRequests'],
    [employee, 'workAgreements mergedInto relatedEmployers nationalLiaison dataQuality history'],
    // They name people at the employer.
    [staff, 'orgUnits decisionMakingUnit handOver'],
    // Why two dossiers are alike may tell of people in them.
    [staff, 'duplicates'],
    [staff, 'tasks appointments attachments planOfAction progress'],
    [
      employee,
      `id wbsNumber kvkNumber establishmentNumber tradeName kind relationStatus isKeyAccount sector tier lwa version
       parent children timeline legalName legalForm activities headcount website visitingAddress postalAddress provenance sources accountHolders mainAccountHolder ownershipDecision approachAdvice
       contactMoments npsSurveys accountPlan accountPlanHistory licences portfolio clientTeam serviceLevel
       socialReturn psoCertificate serviceJourney`,
    ],
    [staff, 'contactPersons pyramidHistory'],
    [employee, 'pyramidAssessment'],
  ],
  SbiActivity: [[employee, 'code description main']],
  Address: [[employee, 'street houseNumber houseNumberAddition postcode city country']],
  ContactPerson: [
    [staff, 'id name jobTitle department phone email dmuRole active confirmedOn version employer orgUnit'],
  ],
  EmployerConnection: [[employee, 'edges pageInfo totalCount facets']],
  EmployerEdge: [[employee, 'cursor node score highlights']],
  Facet: [[employee, 'name values']],
  FacetValue: [[employee, 'value count']],
  PageInfo: [[employee, 'hasNextPage hasPreviousPage startCursor endCursor']],
  RegisterSearchResult: [[employee, 'total page items status']],
  RegisterHit: [[employee, 'kvkNumber establishmentNumber name city type active dossier']],
  FieldProvenance: [
    [employee, 'field source sourceRecordId retrievedAt validFrom staleAfter freshness conflicts settled'],
  ],
  FieldConflict: [[employee, 'source value retrievedAt']],
  FieldSettlement: [
    [employee, 'byId byName at changed'],
    // A reason may name people.
    [staff, 'reason'],
  ],
  TimelineConnection: [[employee, 'edges pageInfo totalCount']],
  TimelineEdge: [[employee, 'cursor node']],
  TimelineEntry: [
    [employee, 'id at kind actor employer subjectType subjectId'],
    // What happened may name people.
    [staff, 'title'],
  ],
  SourceStatus: [[employee, 'source freshness retrievedAt message']],
  OrgUnit: [[staff, 'id name level notes active version contactPersons']],
  EmployerRelation: [
    [employee, 'id kind direction employer endedOn version'],
    [staff, 'note'],
  ],
  DecisionMakingUnit: [[staff, 'members process lastConfirmedAt']],
  OrgUnitPayload: [[employee, 'orgUnit notices errors']],
  EmployerRelationPayload: [[employee, 'relation notices errors']],
  DataQuality: [[employee, 'score missing notices']],
  HandOverBrief: [
    [
      staff,
      `completeness parts holders whomToCall lastContacts openThreads plan agreements appointments decisionMakers
       decisionProcess lastNps`,
    ],
  ],
  HandOverPart: [[staff, 'key labelNl weight present because']],
  EmployerSnapshot: [
    [
      employee,
      `asOf knownAt recordedAt tradeName wbsNumber relationStatus tier isKeyAccount sector holders agreements plans`,
    ],
    [staff, 'contactPersons'],
  ],
  ContactPersonThen: [[staff, 'id name jobTitle dmuRole']],
  WorkAgreementThen: [[employee, 'id kind title validFrom validUntil']],
  AccountPlanThen: [[employee, 'id status drawnUpOn']],
  AuditTrail: [[management, 'entries intact']],
  AuditEntry: [[management, 'at action actor changes hash redacted']],
  PersonalData: [[management, 'contactPerson versions mentions']],
  PersonalDataVersion: [[management, 'recordedAt name jobTitle phone email']],
  PersonalDataMention: [[management, 'kind recordId field text']],
  AuditChange: [[management, 'field before after']],
  DuplicateCandidate: [[staff, 'employer score because']],
  DuplicatePair: [[staff, 'first second score because']],
  MergeMove: [[employee, 'kind count']],
  MergeClash: [[employee, 'kind message']],
  MergeEmployersPayload: [[employee, 'employer dryRun moved clashes notices errors']],
  EmployerPayload: [[employee, 'employer notices errors']],
  ContactPersonPayload: [[employee, 'contactPerson ok notices errors']],
  RuleNotice: [[employee, 'code message requirement severity']],
  UserError: [[employee, 'code message path requirement currentVersion']],
  AccountHoldership: [
    [employee, 'id employer holder region isMain from until recordedAt previousHolderContactedOn'],
    // It is the reason of the request, or what somebody wrote at a takeover: it may name people.
    [staff, 'reason endReason'],
  ],
  OwnershipDecision: [
    [
      employee,
      'outcome onDate knownAt currentHolder lastContactOn lastContactBy cutoffDate employerSatisfied steps obligations',
    ],
  ],
  ApproachAdvice: [
    [employee, 'allowed contactFirst isNewOrRenewed blocks steps consultationId'],
    [staff, 'openThreads'],
  ],
  OpenThread: [[staff, 'kind title dueOn owner subjectType subjectId']],
  OwnershipRequest: [
    [employee, 'id employer region candidate asMain requestedAt expiresOn status answeredAt answeredBy holdership'],
    // Why somebody asks or refuses may name people.
    [staff, 'reason note'],
  ],
  OwnershipPayload: [[employee, 'holdership request decision notices errors']],
  Consultation: [[employee, 'id employer by purpose at validUntil allowed']],
  ConsultationPayload: [[employee, 'advice consultation notices errors']],
  AgreementsImpact: [[employee, 'onDate accounts affected shifts employers']],
  OutcomeShift: [[employee, 'from to count']],
  AffectedAccount: [[employee, 'employer now proposed']],
  ProfessionalPayload: [[employee, 'professional ok notices errors']],
  RegionAgreementsPayload: [[employee, 'agreements ok notices errors']],
  RuleStep: [[employee, 'rule requirement holds because evidenceIds']],
  ContactMomentType: [
    [
      employee,
      'number name nameNl mutation npsSurvey municipalitiesOnly whenToUse whenToUseNl registeredByOwnRole validFrom validUntil summaryTemplate',
    ],
  ],
  ContactMoment: [
    [
      employee,
      'id employer type medium category occurredOn recordedAt registeredBy consultationId npsSurvey followUpToSurvey mergedInto version',
    ],
    // What was said names people.
    [staff, 'subject summary participants relatedTo tasks appointments attachments versions mergeCandidates'],
  ],
  ContactMomentVersion: [
    [employee, 'number recordedAt by typeNumber medium occurredOn contactMoment'],
    [staff, 'subject summary reason'],
  ],
  ContactMomentConnection: [[employee, 'edges pageInfo totalCount']],
  ContactMomentEdge: [[employee, 'cursor node']],
  ContactMomentPayload: [[employee, 'contactMoment notices errors']],
  NpsSurveyPayload: [[employee, 'npsSurvey ok notices errors']],
  ImportNpsResponsesPayload: [[employee, 'rows imported alreadyRecorded refused notices errors']],
  NpsImportRow: [[employee, 'row outcome npsSurvey errors']],
  NpsSurvey: [
    [employee, 'id contactMoment employer invitedAt sentAt respondedAt withdrawnAt score group note followUp'],
    [staff, 'comment'],
  ],
  NpsSurveyConnection: [[employee, 'edges pageInfo totalCount']],
  NpsSurveyEdge: [[employee, 'cursor node']],
  Task: [
    [
      staff,
      `id employer title description dueOn owner createdBy status overdue subjectType subjectId kind referredTo createdAt completedAt
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
  Notification: [[employee, 'id kind at title subjectType subjectId readAt recipient employer']],
  NotificationsPayload: [[employee, 'notifications notices errors']],
  WorkQueue: [
    [
      staff,
      `tasks tasksOfAbsent appointments plansDue holdershipsAtRisk agreementsToEvaluate contactDetailsToConfirm
       notifications`,
    ],
  ],
  TaskConnection: [[staff, 'edges pageInfo totalCount']],
  TaskEdge: [[staff, 'cursor node']],
  TaskPayload: [[employee, 'task notices errors']],
  AppointmentPayload: [[employee, 'appointment notices errors']],
  CalendarFeedPayload: [[employee, 'calendarFeedUrl notices errors']],
  WorkAgreement: [
    [
      employee,
      `id employer kind title parties goals validFrom validUntil registeredBy registeredAt evaluationDue subjectType subjectId
       version`,
    ],
    [staff, 'summary evaluation attachments'],
  ],
  AgreementGoal: [[employee, 'what number']],
  Evaluation: [[staff, 'on by text']],
  WorkAgreementPayload: [[employee, 'agreement notices errors']],
  Attachment: [
    [staff, 'id employer fileName mediaType bytes sha256 uploadedBy uploadedAt subjectType subjectId downloadUrl'],
  ],
  UploadTicket: [[registrar, 'attachmentId uploadUrl expiresAt']],
  UploadPayload: [[employee, 'ticket notices errors']],
  AccountPlan: [
    [employee, 'id employer version revision status ownedBy team drawnUpOn lastReviewedOn nextReviewDue overdue'],
    [staff, 'sections goals reviews conclusions'],
  ],
  AccountPlanSection: [[staff, 'kind items']],
  AccountPlanItem: [[staff, 'key labelNl value filledFrom filledAsOf neverTyped checks mark note']],
  PlanCheck: [[staff, 'key labelNl yes note']],
  PlanGoal: [[staff, 'id title measure target actual dueOn status version']],
  PlanReview: [[staff, 'id on by outcome changed']],
  AccountPlanPayload: [[employee, 'plan notices errors']],
  PlanGoalPayload: [[employee, 'goal notices errors']],
  PlanOfAction: [[staff, 'id employer text savedBy savedAt version progress']],
  ProgressNote: [[staff, 'id employer at by text bottleneck solvedAt solvedBy solution']],
  PlanOfActionPayload: [[employee, 'planOfAction notices errors']],
  ProgressPayload: [[employee, 'note notices errors']],
  Licence: [
    [
      employee,
      'id employer name scope validFrom validUntil meetingEveryMonths nextMeetingDue grantedBy grantedAt version',
    ],
    // What was said, and why it ended, may name people.
    [staff, 'endReason meetings'],
  ],
  LicenceMeeting: [[staff, 'id on by report contactMoment attachments']],
  LicencePayload: [[employee, 'licence notices errors']],
  PyramidAssessment: [
    [
      employee,
      'id version onDate recordedAt employer by preselection objective partnershipScore proposedTier decidedTier',
    ],
    // What is thought of an employer and why may name people.
    [staff, 'softFilter reasonForDeviation explanation'],
  ],
  PyramidPreselection: [
    [employee, 'politicallySensitive reliable excluded handledTailorMade sectorDevelopment'],
    [staff, 'exclusionReason'],
  ],
  ObjectiveCriterion: [[employee, 'kind value points basis']],
  SoftCriterion: [[staff, 'kind yes note']],
  PyramidSettings: [
    [
      employee,
      `companySizeFrom vacanciesFrom fulfilmentsFrom continuityFrom goldFrom silverFrom bronzeFrom goldPartnershipFrom
       goldVisitMonths silverVisitMonths bronzeVisitMonths validFrom version recordedAt reason`,
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
  HelpText: [[employee, 'key title nl en links supportEmail supportPhone']],
  EmployerTileText: [[employee, 'tile title nl tools attentionPoints']],
  EmployerTileTool: [[employee, 'code name']],
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
  Region: [[employee, 'id name centreMunicipality organisations teams agreements agreementsHistory pyramidSettings']],
  RegionAgreements: [
    [
      employee,
      'ownershipRecentContactMonths ownershipContactScope renewedContactMonths vacancyMaxMonths accountPlanReviewMonths contactMergeWindowDays npsQuietDays validFrom version recordedAt reason setBy',
    ],
  ],
  Organisation: [[employee, 'id name kind oin']],
  Team: [[employee, 'id name region organisation members lead']],
  Professional: [
    [staff, 'calendarFeedUrl'],
    [
      employee,
      'id name phone email contactDetailsConfirmedAt roles active unavailableUntil organisation team deputies version trainings lastTraining',
    ],
  ],
  Training: [[employee, 'id kind title on professional']],
  TrainingPayload: [[employee, 'training notices errors']],
};
