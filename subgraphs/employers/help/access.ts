import { employee, registrar, staff, type Access } from '../../authorise.js';

/** Who may see what of the explanations. */
export const helpAccess: Access = {
  Query: [
    [employee, 'help helpTopics employerTileText'],
    // It names a contact person.
    [staff, 'aftercareLetter'],
  ],
  Mutation: [[registrar, 'planAftercareInformation']],
  AftercareLetter: [[staff, 'subject body topics']],
  HelpText: [[employee, 'key title nl en links supportEmail supportPhone']],
  EmployerTileText: [[employee, 'tile title nl tools attentionPoints']],
  EmployerTileTool: [[employee, 'code name']],
};
