import { employee, registrar, staff, type Access } from '../../authorise.js';

/** Who may see what of the dossier itself and its people. */
export const dossierAccess: Access = {
  Query: [[employee, 'employer searchRegister']],
  Mutation: [
    [registrar, 'registerEmployer updateEmployer refreshFromRegisters resolveFieldConflict saveContactPerson'],
  ],
  Employer: [
    [
      employee,
      `id wbsNumber kvkNumber establishmentNumber tradeName kind relationStatus isKeyAccount sector tier lwa
       version parent children legalName legalForm activities headcount website visitingAddress postalAddress
       provenance sources`,
    ],
    [staff, 'contactPersons'],
  ],
  SbiActivity: [[employee, 'code description main']],
  Address: [[employee, 'street houseNumber houseNumberAddition postcode city country']],
  ContactPerson: [
    [staff, 'id name jobTitle department phone email dmuRole active confirmedOn version employer orgUnit'],
  ],
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
  SourceStatus: [[employee, 'source freshness retrievedAt message']],
  EmployerPayload: [[employee, 'employer notices errors']],
  ContactPersonPayload: [[employee, 'contactPerson ok notices errors']],
};
