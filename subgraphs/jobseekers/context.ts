import type DataLoader from 'dataloader';
import type { Sonar } from '../../adapters/sonar/port.js';
import type { WerkNl } from '../../adapters/werknl/port.js';
import type { RequestContext } from '../../runtime/ask-subgraph.js';
import { baseContext, type Context, type Surroundings } from '../context.js';
import { byId, listBy } from '../loaders.js';
import { Benefit } from './jobseeker/benefit.js';
import { CurriculumVitae } from './jobseeker/curriculum-vitae.js';
import { Jobseeker } from './jobseeker/jobseeker.js';
import { findCandidates, type CandidateSearch } from './matching/find-candidates.js';
import type { PersonNumbers } from './personal-data/person-numbers.js';
import { readings, type Readings } from './personal-data/readings.js';
import { sourceLoaders, type SourceLoaders } from './sources/loaders.js';
import type { SynchronisedRegion } from './synchronisation/synchronise-profiles.js';
import { CvPublication } from './werknl/cv-publication.js';

/** What the resolvers of jobseekers are handed for one request. */
export interface JobseekersContext extends Context, SourceLoaders {
  jobseekerById: DataLoader<string, Jobseeker | null>;
  benefitsOfJobseeker: DataLoader<string, Benefit[]>;
  /** At most one each. */
  cvsOfJobseeker: DataLoader<string, CurriculumVitae[]>;
  candidatesFor: DataLoader<CandidateSearch, string[], string>;
  readings: Readings;
  /** From where profiles are taken over, as settings tell it. */
  synchronisedRegions: readonly SynchronisedRegion[];
  werkNl: WerkNl | null;
  cvPublicationById: DataLoader<string, CvPublication | null>;
  /** At most one each. */
  cvPublicationsOf: DataLoader<string, CvPublication[]>;
}

/** What jobseekers asks others with, chosen by main. */
export interface JobseekersPartners {
  /** Null: none is connected, and what was written down is all there is. */
  sonar: Sonar | null;
  /** Null: none is connected, and no CV can be placed. */
  werkNl: WerkNl | null;
  numbers: PersonNumbers;
  synchronisedRegions: readonly SynchronisedRegion[];
}

export function jobseekersContext(
  { sonar, werkNl, numbers, synchronisedRegions }: JobseekersPartners,
  surroundings: Surroundings,
  request: RequestContext,
): JobseekersContext {
  const base = baseContext(surroundings, request);
  const { em } = base;
  const onRecord = readings(base);
  return {
    ...base,
    ...sourceLoaders(base, onRecord, sonar, numbers),
    synchronisedRegions,
    werkNl,
    cvPublicationById: byId(em, CvPublication),
    cvPublicationsOf: listBy(em, CvPublication, 'jobseekerId', { id: 'asc' }),
    jobseekerById: byId(em, Jobseeker),
    benefitsOfJobseeker: listBy(em, Benefit, 'jobseekerId', { from: 'desc', id: 'asc' }),
    cvsOfJobseeker: listBy(em, CurriculumVitae, 'jobseekerId', { id: 'asc' }),
    candidatesFor: findCandidates(em),
    readings: onRecord,
  };
}
