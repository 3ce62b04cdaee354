import type DataLoader from 'dataloader';
import type { RequestContext } from '../../runtime/ask-subgraph.js';
import { baseContext, type Context, type Surroundings } from '../context.js';
import { byId, listBy } from '../loaders.js';
import { Benefit } from './jobseeker/benefit.js';
import { CurriculumVitae } from './jobseeker/curriculum-vitae.js';
import { Jobseeker } from './jobseeker/jobseeker.js';
import { findCandidates, type CandidateSearch } from './matching/find-candidates.js';
import { readings, type Readings } from './personal-data/readings.js';

/** What the resolvers of jobseekers are handed for one request. */
export interface JobseekersContext extends Context {
  jobseekerById: DataLoader<string, Jobseeker | null>;
  benefitsOfJobseeker: DataLoader<string, Benefit[]>;
  /** At most one each. */
  cvsOfJobseeker: DataLoader<string, CurriculumVitae[]>;
  candidatesFor: DataLoader<CandidateSearch, string[], string>;
  readings: Readings;
}

export function jobseekersContext(surroundings: Surroundings, request: RequestContext): JobseekersContext {
  const base = baseContext(surroundings, request);
  const { em } = base;
  return {
    ...base,
    jobseekerById: byId(em, Jobseeker),
    benefitsOfJobseeker: listBy(em, Benefit, 'jobseekerId', { from: 'desc', id: 'asc' }),
    cvsOfJobseeker: listBy(em, CurriculumVitae, 'jobseekerId', { id: 'asc' }),
    candidatesFor: findCandidates(em),
    readings: readings(base),
  };
}
