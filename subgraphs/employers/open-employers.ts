import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open.js';
import { employersContext } from './context.js';
import { seedEmployers } from './demo.js';
import { OrganisationSchema } from './organisation/organisation.js';
import { ProfessionalSchema } from './organisation/professional.js';
import { RegionSchema } from './organisation/region.js';
import { RegionAgreementsSchema } from './organisation/region-agreements.js';
import { TeamSchema } from './organisation/team.js';
import { employersSchema } from './schema.js';
import organisationTables from './migrations/0001-organisation.js';

/** Opens the employers subgraph in this process. */
export const openEmployers = async (options: SubgraphOptions): Promise<Subgraph> =>
  openSubgraph(
    {
      name: 'employers',
      entities: [RegionSchema, OrganisationSchema, RegionAgreementsSchema, TeamSchema, ProfessionalSchema],
      migrations: [organisationTables],
      schema: await employersSchema(),
      context: employersContext,
      demo: seedEmployers,
    },
    options,
  );
