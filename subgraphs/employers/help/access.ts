import { employee, type Access } from '../../authorise.js';

/** Who may see what of the explanations. */
export const helpAccess: Access = {
  Query: [[employee, 'help helpTopics employerTileText']],
  HelpText: [[employee, 'key title nl en links supportEmail supportPhone']],
  EmployerTileText: [[employee, 'tile title nl tools attentionPoints']],
  EmployerTileTool: [[employee, 'code name']],
};
