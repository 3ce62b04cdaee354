import { employee, management, staff, type Access } from '../../authorise.js';

/** Who may see what of a dossier as it was, and who changed what. */
export const pastAccess: Access = {
  Query: [[management, 'auditTrail']],
  Employer: [[employee, 'history']],
  EmployerSnapshot: [
    [
      employee,
      `asOf knownAt recordedAt tradeName wbsNumber relationStatus tier isKeyAccount sector holders agreements
       plans`,
    ],
    [staff, 'contactPersons'],
  ],
  ContactPersonThen: [[staff, 'id name jobTitle dmuRole']],
  WorkAgreementThen: [[employee, 'id kind title validFrom validUntil']],
  AccountPlanThen: [[employee, 'id status drawnUpOn']],
  AuditTrail: [[management, 'entries intact']],
  AuditEntry: [[management, 'at action actor changes hash redacted']],
  AuditChange: [[management, 'field before after']],
};
