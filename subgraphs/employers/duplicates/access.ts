import { employee, staff, type Access } from '../../authorise.js';

/** Who may see what of dossiers that are alike, and their merging. */
export const duplicatesAccess: Access = {
  Query: [[staff, 'duplicateEmployers']],
  Mutation: [
    // An account holder of one of them, management or WBS support: the verb decides.
    [staff, 'mergeEmployers'],
  ],
  Employer: [
    [employee, 'mergedInto'],
    // Why two dossiers are alike may tell of people in them.
    [staff, 'duplicates'],
  ],
  DuplicateCandidate: [[staff, 'employer score because']],
  DuplicatePair: [[staff, 'first second score because']],
  MergeMove: [[employee, 'kind count']],
  MergeClash: [[employee, 'kind message']],
  MergeEmployersPayload: [[employee, 'employer dryRun moved clashes notices errors']],
};
