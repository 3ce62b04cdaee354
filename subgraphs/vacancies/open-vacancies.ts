import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open.js';
import { vacanciesContext } from './context.js';
import { seedVacancies } from './demo.js';
import vacancyTables from './migrations/0001-vacancies.js';
import { PlacementSchema } from './placement/placement.js';
import { ReferralSchema } from './referral/referral.js';
import { ReferralStepSchema } from './referral/referral-step.js';
import { vacanciesSchema } from './schema.js';
import { VacancySchema } from './vacancy/vacancy.js';

/** Opens the vacancies subgraph in this process. */
export const openVacancies = async (options: SubgraphOptions): Promise<Subgraph> =>
  openSubgraph(
    {
      name: 'vacancies',
      entities: [VacancySchema, ReferralSchema, ReferralStepSchema, PlacementSchema],
      migrations: [vacancyTables],
      schema: await vacanciesSchema(),
      context: vacanciesContext,
      demo: seedVacancies,
    },
    options,
  );
