import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../database.js';
import type { ProfileSynchronisation } from './profile-synchronisation.js';
import type { Disc } from './split-disc.js';

/** A run as it stands: what it came to, and what is still to be asked. */
export interface Run extends ProfileSynchronisation {
  remaining: Disc[];
}

/** How much longer a run may be in the hands of who does not come back to it. */
const LEASE_SECONDS = 120;

interface Row {
  id: string;
  region_id: string;
  started_at: string;
  finished_at: string | null;
  remaining: Disc[];
  searches: number;
  added: number;
  updated: number;
  unchanged: number;
  failed: number;
  incomplete: number;
  gone: number;
}

const runOf = ({ region_id, started_at, finished_at, ...row }: Row): Run => ({
  ...row,
  region: { id: region_id },
  startedAt: new Date(started_at),
  finishedAt: finished_at ? new Date(finished_at) : null,
  searchesLeft: row.remaining.length,
});

const one = async (em: EntityManager, sql: string, values: unknown[]): Promise<Run | null> => {
  const [row] = await em.execute<Row[]>(sql, values);
  return row ? runOf(row) : null;
};

/**
 * The region's run that was not finished, else a new one, in our hands for a while. Null: somebody else is at work on it.
 * So a run goes on where it was left, by whoever comes first.
 */
export async function takeUpRun(em: EntityManager, regionId: string, whole: Disc, at: Date): Promise<Run | null> {
  await em.execute(
    `insert into profile_synchronisation (id, region_id, started_at, remaining) values (?, ?, ?, ?::jsonb)
     on conflict (region_id) where finished_at is null do nothing`,
    [randomUUID(), regionId, at, JSON.stringify([whole])],
  );
  return one(
    em,
    `update profile_synchronisation set leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
     where region_id = ? and finished_at is null and (leased_until is null or leased_until < clock_timestamp()) returning *`,
    [regionId],
  );
}

export const runById = (em: EntityManager, id: string): Promise<Run | null> =>
  one(em, 'select * from profile_synchronisation where id = ?', [id]);

export const openRun = (em: EntityManager, regionId: string): Promise<Run | null> =>
  one(em, 'select * from profile_synchronisation where region_id = ? and finished_at is null', [regionId]);

/** Keeps how far the run is, and keeps it in our hands. */
export async function saveRun(em: EntityManager, run: Run): Promise<void> {
  const { id, finishedAt, remaining, searches, added, updated, unchanged, failed, incomplete, gone } = run;
  await em.execute(
    `update profile_synchronisation set finished_at = ?, remaining = ?::jsonb, searches = ?, added = ?, updated = ?,
       unchanged = ?, failed = ?, incomplete = ?, gone = ?, leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
     where id = ?`,
    [finishedAt, JSON.stringify(remaining), searches, added, updated, unchanged, failed, incomplete, gone, id],
  );
}

export async function letGo(em: EntityManager, { id }: Run): Promise<void> {
  await em.execute('update profile_synchronisation set leased_until = null where id = ?', [id]);
}

/** Which of these profiles this run has not seen yet: discs overlap. */
export async function notSeen(em: EntityManager, vumIds: string[], { id }: Run): Promise<string[]> {
  const rows = await em.execute<{ vum_id: string }[]>(
    'select vum_id from taken_profile where vum_id = any(array[?]::text[]) and seen_by = ?',
    [vumIds, id],
  );
  const seen = new Set(rows.map(({ vum_id }) => vum_id));
  return vumIds.filter((vumId) => !seen.has(vumId));
}

/**
 * After a run that saw everything: who was taken over before and was not seen now is matched no longer. The digest goes,
 * so that a profile that comes back counts as changed. Circles overlap: whom another region's run saw since this one began
 * is not gone.
 */
export async function closeThoseGone(em: EntityManager, run: Run): Promise<number> {
  const gone = await em.execute<{ id: string }[]>(
    `update jobseeker j set open_to_mediation = false from taken_profile t
     where t.jobseeker_id = j.id and j.region_id = ? and t.seen_by <> ? and t.digest <> '' and j.open_to_mediation
       and not exists (
         select from profile_synchronisation o where o.id = t.seen_by and o.region_id <> j.region_id and t.seen_at >= ?::timestamptz
       ) returning j.id`,
    [run.region.id, run.id, run.startedAt],
  );
  if (gone.length)
    await em.execute("update taken_profile set digest = '' where jobseeker_id = any(array[?]::uuid[])", [
      gone.map(({ id }) => id),
    ]);
  return gone.length;
}
