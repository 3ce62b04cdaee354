import { employee, registrar, staff, type Access } from '../../authorise.js';

/** Who may see what of tasks, appointments and work agreements. */
export const workAccess: Access = {
  Query: [[staff, 'calendar workQueue']],
  Mutation: [
    [
      registrar,
      `planTask updateTask setTaskStatus planAppointment changeAppointment cancelAppointment
       registerWorkAgreement changeWorkAgreement evaluateWorkAgreement`,
    ],
    [staff, 'rotateCalendarFeed'],
  ],
  Employer: [
    [employee, 'workAgreements'],
    [staff, 'tasks appointments attachments'],
  ],
  Task: [
    [
      staff,
      `id employer title description dueOn owner createdBy status overdue subjectType subjectId kind referredTo
       createdAt completedAt mailedAt version`,
    ],
  ],
  Appointment: [
    [
      staff,
      `id employer title startsAt endsAt location organiser attendees contactPersons sequence cancelled
       subjectType subjectId version`,
    ],
  ],
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
      `id employer kind title parties goals validFrom validUntil registeredBy registeredAt evaluationDue
       subjectType subjectId version`,
    ],
    [staff, 'summary evaluation attachments'],
  ],
  AgreementGoal: [[employee, 'what number']],
  Evaluation: [[staff, 'on by text']],
  WorkAgreementPayload: [[employee, 'agreement notices errors']],
  Professional: [[staff, 'calendarFeedUrl']],
};
