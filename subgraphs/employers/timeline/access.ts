import { employee, staff, type Access } from '../../authorise.js';

/** Who may see what of the timeline. */
export const timelineAccess: Access = {
  Employer: [[employee, 'timeline']],
  TimelineConnection: [[employee, 'edges pageInfo totalCount']],
  TimelineEdge: [[employee, 'cursor node']],
  TimelineEntry: [
    [employee, 'id at kind actor employer subjectType subjectId'],
    // What happened may name people.
    [staff, 'title'],
  ],
};
