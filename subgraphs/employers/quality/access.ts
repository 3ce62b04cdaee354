import { employee, type Access } from '../../authorise.js';

/** Who may see what of how complete a dossier is. */
export const qualityAccess: Access = {
  Employer: [[employee, 'dataQuality']],
  DataQuality: [[employee, 'score missing notices']],
};
