import type { Database } from '../../database.js';
import { everySoOften } from '../../every-so-often.js';
import { synchroniseProfiles, type SynchronisationOptions, type SynchronisedRegion } from './synchronise-profiles.js';

/** How a job signs what it writes. */
const JOB = 'synchronisatie';
/** Questions to VUM in one turn. */
const SEARCHES = 500;

/**
 * Takes over profiles every so often, one region after another, as long as the process lives. Several processes may do so:
 * a region is in one's hands at a time. A turn that fails is told in the log, and comes again.
 */
export function keepSynchronising(
  database: Database,
  options: Pick<SynchronisationOptions, 'sonar' | 'clock' | 'log'> & {
    regions: readonly SynchronisedRegion[];
    everyMs: number;
  },
): { stop(): Promise<void> } {
  const { regions, everyMs, log } = options;
  return everySoOften(everyMs, async (stopping) => {
    for (const region of regions) {
      if (stopping()) return;
      await synchroniseProfiles(region, {
        ...options,
        em: () => database.em(),
        by: JOB,
        searches: SEARCHES,
        stopping,
      }).catch((err: unknown) => log.error({ err, regionId: region.regionId }, 'profiles could not be taken over'));
    }
  });
}
