import type { GraphQLSchema } from 'graphql';
import { subgraphSchema } from '../federate.js';
import { access } from './access.js';
import type { ReportingContext } from './context.js';
import { ReportResolver } from './reports/report.resolver.js';
import { StatisticsResolver } from './statistics/statistics.resolver.js';

/** The reporting subgraph: the table of contents of its part of the graph. */
export const reportingSchema = (): Promise<GraphQLSchema> =>
  subgraphSchema<ReportingContext>({
    access,
    resolvers: [StatisticsResolver, ReportResolver],
    references: {
      // Facts are told of employers that reporting itself keeps no record of: any id is one that may have none yet.
      Employer: (reference: { id: string }) => reference,
    },
  });
