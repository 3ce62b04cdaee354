import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../database.js';
import { CurriculumVitae, CurriculumVitaeSchema } from '../jobseeker/curriculum-vitae.js';
import { Jobseeker, JobseekerSchema } from '../jobseeker/jobseeker.js';
import { keepReadings } from '../personal-data/keep-readings.js';
import { MEDIATION } from '../personal-data/readings.js';
import { digestOf, type Taken } from './from-profile.js';

export interface TakenOver {
  added: number;
  updated: number;
  unchanged: number;
}

/** What is there of those who are taken over, locked until this is done. */
async function known(
  em: EntityManager,
  sonarIds: string[],
): Promise<Map<string, { id: string; digest: string | null }>> {
  const rows = await em.execute<{ id: string; sonar_id: string; digest: string | null }[]>(
    `select j.id, j.sonar_id, t.digest from jobseeker j left join taken_profile t on t.jobseeker_id = j.id
     where j.sonar_id = any(array[?]::text[]) order by j.id for update of j`,
    [sonarIds],
  );
  return new Map(rows.map(({ id, sonar_id, digest }) => [sonar_id, { id, digest }]));
}

/**
 * Writes down profiles of VUM: new jobseekers in this region, and what changed of those that are there, who stay in their
 * region. What was written is on record (R-249). Call it in a transaction.
 * @param by who takes over: a professional's id, or the name of a job
 */
export async function takeOverProfiles(
  em: EntityManager,
  profiles: readonly Taken[],
  { run, by, at }: { run: { id: string; region: { id: string } }; by: string; at: Date },
): Promise<TakenOver> {
  // A source may tell the same jobseeker under two pseudonyms: the last one counts.
  const each = [...new Map(profiles.map((profile) => [profile.sonarId, profile])).values()];
  if (!each.length) return { added: 0, updated: 0, unchanged: 0 };
  await em.execute("select set_config('werkgraaf.actor', ?, true)", [by]);
  const there = await known(
    em,
    each.map(({ sonarId }) => sonarId),
  );
  const seen = each.map((profile) => ({
    profile,
    id: there.get(profile.sonarId)?.id ?? randomUUID(),
    digest: digestOf(profile),
  }));
  const added = seen.filter(({ profile }) => !there.has(profile.sonarId));
  const updated = seen.filter(({ profile, digest }) => {
    const before = there.get(profile.sonarId);
    return before && before.digest !== digest;
  });
  await em.insertMany(
    JobseekerSchema,
    added.map(({ id, profile }) => ({
      ...profile.jobseeker,
      id,
      sonarId: profile.sonarId,
      regionId: run.region.id,
      name: null,
      birthYear: null,
      caseManagerId: null,
      unemployedSince: null,
    })),
  );
  const cvs = await em.find(
    CurriculumVitae,
    { jobseekerId: { $in: updated.map(({ id }) => id) } },
    { fields: ['jobseekerId'], disableIdentityMap: true },
  );
  const withCv = new Set(cvs.map(({ jobseekerId }) => jobseekerId));
  for (const { id, profile } of updated) {
    await em.nativeUpdate(Jobseeker, { id }, profile.jobseeker);
    if (withCv.has(id)) await em.nativeUpdate(CurriculumVitae, { jobseekerId: id }, { ...profile.cv, updatedAt: at });
  }
  await em.insertMany(
    CurriculumVitaeSchema,
    [...added, ...updated.filter(({ id }) => !withCv.has(id))].map(({ id, profile }) => ({
      ...profile.cv,
      id: randomUUID(),
      jobseekerId: id,
      updatedAt: at,
    })),
  );
  await em.execute(
    `insert into taken_profile (jobseeker_id, vum_id, digest, seen_at, seen_by)
     select r.id, r.vum_id, r.digest, ?::timestamptz, ?::uuid from jsonb_to_recordset(?::jsonb) as r (id uuid, vum_id text, digest text)
     on conflict (jobseeker_id) do update set vum_id = excluded.vum_id, digest = excluded.digest, seen_at = excluded.seen_at,
       seen_by = excluded.seen_by`,
    [at, run.id, JSON.stringify(seen.map(({ id, profile, digest }) => ({ id, vum_id: profile.vumId, digest })))],
  );
  const changed = [...added, ...updated];
  if (changed.length)
    await keepReadings(
      em,
      changed.map(({ id }) => ({ jobseekerId: id, action: 'overnemen', purpose: MEDIATION, fields: ['profiel'] })),
      { at, byId: by },
    );
  return { added: added.length, updated: updated.length, unchanged: each.length - changed.length };
}
