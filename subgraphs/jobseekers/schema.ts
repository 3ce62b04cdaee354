import type { GraphQLSchema } from 'graphql';
import { subgraphSchema } from '../federate.js';
import { access } from './access.js';
import type { JobseekersContext } from './context.js';
import { Vacancy } from './elsewhere.js';
import { JobseekerResolver } from './jobseeker/jobseeker.resolver.js';
import { VacancyResolver } from './matching/vacancy.resolver.js';
import { ProcessingResolver } from './personal-data/processing.resolver.js';
import { RefreshResolver } from './sources/refresh.resolver.js';
import { SourcesResolver } from './sources/sources.resolver.js';
import { CvOnWerkNlResolver, CvPublicationResolver } from './werknl/cv-publication.resolver.js';
import { SynchroniseResolver } from './synchronisation/synchronise.resolver.js';

/** The jobseekers subgraph: the table of contents of its part of the graph. */
export const jobseekersSchema = (): Promise<GraphQLSchema> =>
  subgraphSchema<JobseekersContext>({
    access,
    resolvers: [
      JobseekerResolver,
      SourcesResolver,
      RefreshResolver,
      SynchroniseResolver,
      CvPublicationResolver,
      CvOnWerkNlResolver,
      VacancyResolver,
      ProcessingResolver,
    ],
    orphanedTypes: [Vacancy],
    references: {
      Jobseeker: ({ id }: { id: string }, { jobseekerById }) => jobseekerById.load(id),
      // Owned by vacancies: that it exists is the owner's knowledge, and what it asks comes with the reference.
      Vacancy: (reference: Vacancy) => ({ ...reference }),
    },
  });
