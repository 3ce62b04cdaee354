import { employee, registrar, staff, type Access } from '../../authorise.js';

/** Who may see what of account plans, plans of action and licences. */
export const planAccess: Access = {
  Mutation: [
    [
      registrar,
      `saveAccountPlan reviewAccountPlan closeAccountPlan updatePlanGoal savePlanOfAction addProgress
       solveBottleneck grantLicence endLicence reportLicenceMeeting`,
    ],
    // Of the client team or of management: the verb decides.
    [staff, 'handOverAccountPlan'],
  ],
  Employer: [
    [staff, 'planOfAction progress'],
    [employee, 'accountPlan accountPlanHistory licences'],
  ],
  AccountPlan: [
    [employee, 'id employer version revision status ownedBy drawnUpOn lastReviewedOn nextReviewDue overdue'],
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
      `id employer name scope validFrom validUntil meetingEveryMonths nextMeetingDue grantedBy grantedAt version`,
    ],
    // What was said, and why it ended, may name people.
    [staff, 'endReason meetings'],
  ],
  LicenceMeeting: [[staff, 'id on by report contactMoment attachments']],
  LicencePayload: [[employee, 'licence notices errors']],
};
