import type { EntityManager } from '../../database.js';
import { unitGroup } from '../../match-comparisons.js';
import { licencesThatCover } from '../../match-licences.js';
import { readCursor } from '../../pages.js';
import type { JobseekerFilter } from './jobseeker-filter.js';
import { PRIORITY } from './target-group-of.js';

/** The rule of `target-group-of.ts` in SQL, so that a list can be narrowed by it. Takes: today, today, the priority. */
const TARGET_GROUP = `coalesce((
  select b.target_group from benefit b
  where b.jobseeker_id = j.id and b."from" <= ?::date and (b.until is null or b.until >= ?::date) and b.target_group <> 'OTHER'
  order by array_position(array[?]::text[], b.target_group) limit 1
), 'OTHER')`;

/** The rule of `unemployment-phase.ts` in SQL. Takes today four times. */
const PHASE = `case
  when j.unemployed_since is null or j.unemployed_since > ?::date then 'BEFORE_UNEMPLOYMENT'
  when j.unemployed_since + interval '3 months' > ?::date then 'MONTHS_0_3'
  when j.unemployed_since + interval '6 months' > ?::date then 'MONTHS_3_6'
  when j.unemployed_since + interval '12 months' > ?::date then 'MONTHS_6_12'
  else 'OVER_12_MONTHS' end`;

/** The ids on one page of jobseekers in order of Sonar reference (one more than `first`), and how many there are. */
export async function jobseekerIds(
  em: EntityManager,
  asked: {
    text?: string | null | undefined;
    filter?: JobseekerFilter | null | undefined;
    first: number;
    after?: string | null | undefined;
    today: string;
  },
): Promise<{ ids: string[]; totalCount: number }> {
  const { filter, today } = asked;
  const conditions = ['true'];
  const values: unknown[] = [];
  const add = (sql: string, ...more: unknown[]) => {
    conditions.push(`(${sql})`);
    values.push(...more);
  };
  const words = asked.text?.trim();
  if (words) add("cv.search @@ websearch_to_tsquery('dutch', ?)", words);
  if (filter?.regionIds) add('j.region_id = any(array[?]::text[])', filter.regionIds);
  if (filter?.targetGroups) add(`${TARGET_GROUP} = any(array[?]::text[])`, today, today, PRIORITY, filter.targetGroups);
  if (filter?.phases) add(`${PHASE} = any(array[?]::text[])`, today, today, today, today, filter.phases);
  if (filter?.occupationCodes) add('cv.occupation_groups && array[?]::text[]', filter.occupationCodes.map(unitGroup));
  if (filter?.competenceCodes) add('cv.competence_codes && array[?]::int[]', filter.competenceCodes);
  if (filter?.drivingLicences)
    add('cv.driving_licences && array[?]::text[]', filter.drivingLicences.flatMap(licencesThatCover));
  if (filter?.availableFrom) add('j.available_from <= ?::date', filter.availableFrom);
  const [place] = asked.after ? readCursor(asked.after, 1) : [''];
  const rows = await em.execute<{ total: number; id: string | null }[]>(
    `with matching as (
      select j.id, j.sonar_id from jobseeker j left join curriculum_vitae cv on cv.jobseeker_id = j.id
      where ${conditions.join(' and ')}
    )
    select t.total, m.id from (select count(*)::int as total from matching) t
    left join lateral (select * from matching where sonar_id > ? order by sonar_id limit ?) m on true
    order by m.sonar_id`,
    [...values, String(place), asked.first + 1],
  );
  return { ids: rows.flatMap(({ id }) => id ?? []), totalCount: rows[0]!.total };
}
