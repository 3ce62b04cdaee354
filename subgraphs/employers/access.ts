import { employee, registrar, staff, type Access } from '../authorise.js';

/** Who may see what of the employers subgraph. */
export const access: Access = {
  Query: [[employee, 'employer employers searchRegister regions region teams me professionals']],
  Mutation: [[registrar, 'registerEmployer updateEmployer saveContactPerson']],
  Employer: [
    [
      employee,
      `id wbsNumber kvkNumber establishmentNumber tradeName kind relationStatus isKeyAccount sector tier lwa version
       legalName legalForm activities headcount website visitingAddress postalAddress provenance sources`,
    ],
    [staff, 'contactPersons'],
  ],
  SbiActivity: [[employee, 'code description main']],
  Address: [[employee, 'street houseNumber houseNumberAddition postcode city country']],
  ContactPerson: [[staff, 'id name jobTitle department phone email dmuRole active version employer']],
  EmployerConnection: [[employee, 'edges pageInfo totalCount']],
  EmployerEdge: [[employee, 'cursor node']],
  PageInfo: [[employee, 'hasNextPage hasPreviousPage startCursor endCursor']],
  RegisterSearchResult: [[employee, 'total page items status']],
  RegisterHit: [[employee, 'kvkNumber establishmentNumber name city type active dossier']],
  FieldProvenance: [[employee, 'field source sourceRecordId retrievedAt validFrom staleAfter freshness conflicts']],
  FieldConflict: [[employee, 'source value retrievedAt']],
  SourceStatus: [[employee, 'source freshness retrievedAt message']],
  EmployerPayload: [[employee, 'employer notices errors']],
  ContactPersonPayload: [[employee, 'contactPerson ok notices errors']],
  RuleNotice: [[employee, 'code message requirement severity']],
  UserError: [[employee, 'code message path requirement currentVersion']],
  Region: [[employee, 'id name centreMunicipality organisations teams agreements']],
  RegionAgreements: [
    [
      employee,
      'ownershipRecentContactMonths ownershipContactScope renewedContactMonths vacancyMaxMonths accountPlanReviewMonths contactMergeWindowDays validFrom',
    ],
  ],
  Organisation: [[employee, 'id name kind oin']],
  Team: [[employee, 'id name region organisation members']],
  Professional: [
    [
      employee,
      'id name phone email contactDetailsConfirmedAt roles active unavailableUntil organisation team deputies',
    ],
  ],
};
