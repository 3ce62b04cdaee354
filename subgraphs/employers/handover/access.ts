import { staff, type Access } from '../../authorise.js';

/** Who may see what of the brief for whoever takes an employer over. */
export const handoverAccess: Access = {
  Employer: [
    // They name people at the employer.
    [staff, 'handOver'],
  ],
  HandOverBrief: [
    [
      staff,
      `completeness parts holders whomToCall lastContacts openThreads plan agreements appointments
       decisionMakers decisionProcess lastNps`,
    ],
  ],
  HandOverPart: [[staff, 'key labelNl weight present because']],
};
