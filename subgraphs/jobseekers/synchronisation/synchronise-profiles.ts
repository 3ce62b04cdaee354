import type { Clock } from '../../../runtime/clock.js';
import type { Logger } from '../../../runtime/log.js';
import { PartnerError } from '../../../adapters/partner-error.js';
import type { Sonar } from '../../../adapters/sonar/port.js';
import type { EntityManager } from '../../database.js';
import { fromProfile } from './from-profile.js';
import { profilesOf } from './profiles-of.js';
import { closeThoseGone, letGo, notSeen, saveRun, takeUpRun, type Run } from './runs.js';
import { ofDisc, splitDisc, type Disc } from './split-disc.js';
import { takeOverProfiles } from './take-over-profiles.js';

/** From where a region's profiles are taken over: everything within `km` of the middle of a postcode area. */
export interface SynchronisedRegion extends Disc {
  regionId: string;
}

export interface SynchronisationOptions {
  /** A unit of work of its own each time. */
  em: () => EntityManager;
  sonar: Sonar;
  clock: Clock;
  log: Logger;
  /** Who takes over: a professional's id, or the name of a job. */
  by: string;
  /** Questions asked at most, this time; what is left is kept for the next. */
  searches: number;
  /** Whether to leave it at that: asked between two questions. */
  stopping?: () => boolean;
}

/** How a run was left: null when somebody else is at work on it. */
export interface Synchronised {
  run: Run | null;
  /** Why VUM gave no more, when it was asked for more. */
  stoppedBy: PartnerError | null;
}

/** Any address in the area: VUM looks at its first four characters only, and takes six. */
const postcodeIn = (pc4: string): string => `${pc4}AA`;

/** One question of the run: what it finds is taken over, or, where VUM has more than it gives, asked in smaller ones. */
async function oneSearch(run: Run, disc: Disc, options: SynchronisationOptions): Promise<Run> {
  const { sonar, clock, by } = options;
  const ask = () => sonar.search({ postcode: postcodeIn(disc.pc4), distanceKm: disc.km });
  const { value: found } = await ask();
  const em = options.em();
  const next: Run = { ...run, searches: run.searches + 1, remaining: run.remaining.slice(1) };
  const parts = found.more ? await splitDisc(em, disc) : [];
  if (parts.length) return keep(em, { ...next, remaining: [...parts, ...next.remaining] });
  const own = await ofDisc(em, disc, found.matches);
  const vumIds = await notSeen(
    em,
    own.map(({ vumId }) => vumId),
    run,
  );
  const { profiles, failed } = await profilesOf(sonar, vumIds, ask);
  return em.transactional(async (tx) => {
    const taken = await takeOverProfiles(tx, profiles.map(fromProfile), {
      run,
      by,
      at: clock.now(),
    });
    return keep(tx, {
      ...next,
      added: run.added + taken.added,
      updated: run.updated + taken.updated,
      unchanged: run.unchanged + taken.unchanged,
      failed: run.failed + failed,
      incomplete: run.incomplete + (found.more ? 1 : 0),
    });
  });
}

async function keep(em: EntityManager, run: Run): Promise<Run> {
  await saveRun(em, run);
  return run;
}

async function finish(run: Run, { em, clock, by }: SynchronisationOptions): Promise<Run> {
  return em().transactional(async (tx) => {
    await tx.execute("select set_config('werkgraaf.actor', ?, true)", [by]);
    const sawAll = run.failed === 0 && run.incomplete === 0;
    const gone = sawAll ? await closeThoseGone(tx, run) : 0;
    return keep(tx, { ...run, gone, finishedAt: clock.now() });
  });
}

/**
 * Takes over the profiles of a region from VUM: everybody within the region's circle, in as many questions as it
 * takes to stay under VUM's limit, each question's profiles in one transaction. It stops after `searches` questions, when
 * VUM is silent, or when the process dies, and goes on from there the next time. Taking over again what is there changes
 * nothing.
 */
export async function synchroniseProfiles(
  { regionId, ...whole }: SynchronisedRegion,
  options: SynchronisationOptions,
): Promise<Synchronised> {
  const { log, clock } = options;
  const begun = await takeUpRun(options.em(), regionId, whole, clock.now());
  if (!begun) return { run: null, stoppedBy: null };
  let run = begun;
  try {
    for (let n = 0; n < options.searches && run.remaining.length && !options.stopping?.(); n++)
      run = await oneSearch(run, run.remaining[0]!, options);
    if (!run.remaining.length) run = await finish(run, options);
    return { run: { ...run, searchesLeft: run.remaining.length }, stoppedBy: null };
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    log.warn({ regionId, kind: error.kind, partnerCode: error.partnerCode }, 'profiles: VUM gave no more');
    return { run: { ...run, searchesLeft: run.remaining.length }, stoppedBy: error };
  } finally {
    await letGo(options.em(), run);
    const { searches, added, updated, unchanged, failed, incomplete, gone } = run;
    log.info({ regionId, searches, added, updated, unchanged, failed, incomplete, gone }, 'profiles taken over');
  }
}
