import DataLoader from 'dataloader';
import type { RequestContext } from '../../runtime/ask-subgraph.js';
import { baseContext, type Context, type Surroundings } from '../context.js';
import type { EmployerStatistics } from './statistics/employer-statistics.js';
import { statisticsOf, type AskedStatistics } from './statistics/statistics-of.js';

/** What the resolvers of reporting are handed for one request. */
export interface ReportingContext extends Context {
  statistics: DataLoader<AskedStatistics, EmployerStatistics, string>;
}

export function reportingContext(surroundings: Surroundings, request: RequestContext): ReportingContext {
  const base = baseContext(surroundings, request);
  return {
    ...base,
    statistics: new DataLoader((asked) => statisticsOf(base.em, asked), {
      cacheKeyFn: ({ employerId, years }) => `${employerId} ${years.join()}`,
    }),
  };
}
