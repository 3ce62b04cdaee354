import type { Sonar } from '../../adapters/sonar/port.js';
import type { WerkNl } from '../../adapters/werknl/port.js';
import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open.js';
import { whoLeft } from '../professional-left.js';
import { jobseekersContext } from './context.js';
import { seedJobseekers } from './demo.js';
import { BenefitSchema } from './jobseeker/benefit.js';
import { CurriculumVitaeSchema } from './jobseeker/curriculum-vitae.js';
import { JobseekerSchema } from './jobseeker/jobseeker.js';
import jobseekerTables from './migrations/0001-jobseekers.js';
import sourceTables from './migrations/0002-sources.js';
import werkNlTables from './migrations/0003-werk-nl.js';
import professionalLeft from './migrations/0004-professional-left.js';
import { DEVELOPMENT_PERSON_NUMBER_KEY } from './personal-data/person-number-keys.js';
import { PersonNumberSchema } from './personal-data/person-number.js';
import { personNumbers } from './personal-data/person-numbers.js';
import { ProcessingRecordSchema } from './personal-data/processing-record.js';
import { resealPersonNumbers } from './personal-data/reseal-person-numbers.js';
import { keepPlaces } from './places/keep-places.js';
import { readPlaces } from './places/read-places.js';
import { jobseekersSchema } from './schema.js';
import { SourceRecordSchema } from './sources/source-record.js';
import { keepSynchronising } from './synchronisation/keep-synchronising.js';
import type { SynchronisedRegion } from './synchronisation/synchronise-profiles.js';
import { takeEvent } from './take-event.js';
import { CvMessageSchema } from './werknl/cv-message.js';
import { CvPublicationSchema } from './werknl/cv-publication.js';
import { wakeWaiting } from './werknl/wake-waiting.js';

/** The subgraph's settings and the partners it asks. */
export interface JobseekersOptions extends SubgraphOptions {
  /** Absent or null: none is connected, and what was written down is all there is. */
  sonar?: Sonar | null;
  /** Absent or null: none is connected, and no CV can be placed. */
  werkNl?: WerkNl | null;
  /** Secrets that person numbers are sealed under, the present one first. Default the one for development. */
  personNumberKeys?: readonly string[];
  /** File that tells where postcode areas lie. */
  placesFile?: string | null;
  /** From where profiles are taken over; `everyMs` null: only when an administrator asks. */
  synchronisation?: { regions: readonly SynchronisedRegion[]; everyMs: number | null };
}

/** Opens the jobseekers subgraph in this process. */
export async function openJobseekers(options: JobseekersOptions): Promise<Subgraph> {
  const {
    sonar = null,
    werkNl = null,
    personNumberKeys = [DEVELOPMENT_PERSON_NUMBER_KEY],
    placesFile,
    synchronisation,
  } = options;
  const numbers = personNumbers(personNumberKeys);
  const places = placesFile ? await readPlaces(placesFile) : [];
  const { regions, everyMs } = synchronisation ?? { regions: [], everyMs: null };
  const partners = { sonar, werkNl, numbers, synchronisedRegions: regions };
  const subgraph = await openSubgraph(
    {
      name: 'jobseekers',
      entities: [
        JobseekerSchema,
        BenefitSchema,
        CurriculumVitaeSchema,
        ProcessingRecordSchema,
        PersonNumberSchema,
        SourceRecordSchema,
        CvPublicationSchema,
        CvMessageSchema,
      ],
      migrations: [jobseekerTables, sourceTables, werkNlTables, professionalLeft],
      schema: await jobseekersSchema(),
      context: (surroundings, request) => jobseekersContext(partners, surroundings, request),
      whoLeft,
      demo: (surroundings) => seedJobseekers(surroundings, numbers),
      async consume(surroundings, outbox) {
        if (werkNl) await wakeWaiting(surroundings);
        for (const consumer of ['jobseekers', 'jobseekers-werknl'] as const)
          await outbox.consume(consumer, (event, attempt) => takeEvent(surroundings, werkNl, event, attempt));
      },
    },
    options,
  );
  const log = options.log.child({ subgraph: 'jobseekers' });
  const { database } = subgraph;
  try {
    await resealPersonNumbers(database, numbers, log);
    await keepPlaces(database.em(), places);
  } catch (error) {
    await subgraph.close();
    throw error;
  }
  const job =
    sonar && everyMs && regions.length
      ? keepSynchronising(database, { sonar, clock: options.clock, log, regions, everyMs })
      : null;
  return {
    ...subgraph,
    async close() {
      await job?.stop();
      await subgraph.close();
    },
  };
}
