import { employee, type Access } from '../../authorise.js';

/** Who may see what of what somebody is notified of. */
export const notificationAccess: Access = {
  Query: [[employee, 'notifications']],
  Mutation: [[employee, 'markNotificationsRead']],
  Notification: [[employee, 'id kind at title subjectType subjectId readAt recipient employer']],
  NotificationsPayload: [[employee, 'notifications notices errors']],
};
