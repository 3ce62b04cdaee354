import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open.js';
import { jobseekersContext } from './context.js';
import { seedJobseekers } from './demo.js';
import { BenefitSchema } from './jobseeker/benefit.js';
import { CurriculumVitaeSchema } from './jobseeker/curriculum-vitae.js';
import { JobseekerSchema } from './jobseeker/jobseeker.js';
import jobseekerTables from './migrations/0001-jobseekers.js';
import { ProcessingRecordSchema } from './personal-data/processing-record.js';
import { jobseekersSchema } from './schema.js';

/** Opens the jobseekers subgraph in this process. */
export const openJobseekers = async (options: SubgraphOptions): Promise<Subgraph> =>
  openSubgraph(
    {
      name: 'jobseekers',
      entities: [JobseekerSchema, BenefitSchema, CurriculumVitaeSchema, ProcessingRecordSchema],
      migrations: [jobseekerTables],
      schema: await jobseekersSchema(),
      context: jobseekersContext,
      demo: seedJobseekers,
    },
    options,
  );
