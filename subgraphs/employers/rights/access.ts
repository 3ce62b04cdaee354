import { management, type Access } from '../../authorise.js';

/** Who may see what of the rights of people whose data we hold. */
export const rightsAccess: Access = {
  Query: [[management, 'personalDataOf']],
  Mutation: [[management, 'eraseContactPerson']],
  PersonalData: [[management, 'contactPerson versions mentions']],
  PersonalDataVersion: [[management, 'recordedAt name jobTitle phone email']],
  PersonalDataMention: [[management, 'kind recordId field text']],
};
