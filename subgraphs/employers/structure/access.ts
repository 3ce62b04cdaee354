import { employee, registrar, staff, type Access } from '../../authorise.js';

/** Who may see what of how an employer is organised and related. */
export const structureAccess: Access = {
  Mutation: [[registrar, 'saveOrgUnit relateEmployers endEmployerRelation setDecisionProcess setNationalLiaison']],
  Employer: [
    [employee, 'relatedEmployers nationalLiaison'],
    // They name people at the employer.
    [staff, 'orgUnits decisionMakingUnit'],
  ],
  OrgUnit: [[staff, 'id name level notes active version contactPersons']],
  EmployerRelation: [
    [employee, 'id kind direction employer endedOn version'],
    [staff, 'note'],
  ],
  DecisionMakingUnit: [[staff, 'members process lastConfirmedAt']],
  OrgUnitPayload: [[employee, 'orgUnit notices errors']],
  EmployerRelationPayload: [[employee, 'relation notices errors']],
};
