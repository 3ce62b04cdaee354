import { employee, staff, type Access } from '../../authorise.js';

/** Who may see what of account holderships, and asking for them. */
export const ownershipAccess: Access = {
  Query: [
    [staff, 'holdershipsAtRisk accountsAtRisk'],
    // Whoever lives under the agreements may see what another would change.
    [employee, 'agreementsImpact'],
  ],
  Mutation: [
    // Whose account it is, the verbs themselves decide.
    [
      staff,
      `addAccountHolder removeAccountHolder requestOwnership answerOwnershipRequest withdrawOwnershipRequest
       takeOverOwnership consultBeforeApproach`,
    ],
  ],
  Employer: [[employee, 'ownershipRequests accountHolders mainAccountHolder ownershipDecision approachAdvice']],
  AccountHoldership: [
    [employee, 'id employer holder region isMain from until recordedAt previousHolderContactedOn'],
    // It is the reason of the request, or what somebody wrote at a takeover: it may name people.
    [staff, 'reason endReason'],
  ],
  OwnershipDecision: [
    [
      employee,
      `outcome onDate knownAt currentHolder lastContactOn lastContactBy cutoffDate employerSatisfied steps
       obligations`,
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
  AgreementsImpact: [[employee, 'onDate accounts affected shifts employers effects effectCounts']],
  AgreementEffect: [[employee, 'employer setting because']],
  AgreementEffectCount: [[employee, 'setting count']],
  AgreementEffectConnection: [[employee, 'edges pageInfo totalCount']],
  AgreementEffectEdge: [[employee, 'cursor node']],
  AccountHoldershipConnection: [[staff, 'edges pageInfo totalCount']],
  AccountHoldershipEdge: [[staff, 'cursor node']],
  OutcomeShift: [[employee, 'from to count']],
  AffectedAccount: [[employee, 'employer now proposed']],
  RuleStep: [[employee, 'rule requirement holds because evidenceIds']],
};
