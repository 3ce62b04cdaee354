import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open.js';
import { whoLeft } from '../professional-left.js';
import { reportingContext } from './context.js';
import { FactSchema } from './facts/fact.js';
import factTable from './migrations/0001-facts.js';
import contactChanges from './migrations/0002-contact-changes.js';
import mergedEmployers from './migrations/0003-merged-employers.js';
import professionalLeft from './migrations/0004-professional-left.js';
import { reportingSchema } from './schema.js';
import { takeEvent } from './take-event.js';

/** Opens the reporting subgraph in this process. It has no demo data of its own: its facts come with the events of the others. */
export const openReporting = async (options: SubgraphOptions): Promise<Subgraph> =>
  openSubgraph(
    {
      name: 'reporting',
      entities: [FactSchema],
      migrations: [factTable, contactChanges, mergedEmployers, professionalLeft],
      schema: await reportingSchema(),
      context: reportingContext,
      whoLeft,
      consume: ({ database }, outbox) => outbox.consume('reporting', (event) => takeEvent(database.em(), event)),
    },
    options,
  );
