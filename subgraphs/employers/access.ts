import { employee, joinAccess, type Access } from '../authorise.js';
import { contactAccess } from './contact/access.js';
import { documentAccess } from './document/access.js';
import { dossierAccess } from './dossier/access.js';
import { duplicatesAccess } from './duplicates/access.js';
import { handoverAccess } from './handover/access.js';
import { helpAccess } from './help/access.js';
import { notificationAccess } from './notification/access.js';
import { organisationAccess } from './organisation/access.js';
import { ownershipAccess } from './ownership/access.js';
import { pastAccess } from './past/access.js';
import { planAccess } from './plan/access.js';
import { pyramidAccess } from './pyramid/access.js';
import { qualityAccess } from './quality/access.js';
import { rightsAccess } from './rights/access.js';
import { searchAccess } from './search/access.js';
import { structureAccess } from './structure/access.js';
import { timelineAccess } from './timeline/access.js';
import { workAccess } from './work/access.js';

/** What every room answers with. */
const shared: Access = {
  PageInfo: [[employee, 'hasNextPage hasPreviousPage startCursor endCursor']],
  RuleNotice: [[employee, 'code message requirement severity']],
  UserError: [[employee, 'code message path requirement currentVersion']],
};

/** Who may see what of the employers subgraph: the tables of its rooms, joined. */
export const access: Access = joinAccess(
  shared,
  contactAccess,
  documentAccess,
  dossierAccess,
  duplicatesAccess,
  handoverAccess,
  helpAccess,
  notificationAccess,
  organisationAccess,
  ownershipAccess,
  pastAccess,
  planAccess,
  pyramidAccess,
  qualityAccess,
  rightsAccess,
  searchAccess,
  structureAccess,
  timelineAccess,
  workAccess,
);
