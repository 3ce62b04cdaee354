import { GraphQLError } from 'graphql';
import type { EntityManager } from '../../database.js';
import { unitGroup } from '../../match-comparisons.js';
import { licencesThatCover } from '../../match-licences.js';
import { readCursor } from '../../pages.js';
import { checkFilter } from './check-filter.js';
import type { JobseekerFilter } from './jobseeker-filter.js';
import { PRIORITY } from './target-group-of.js';

/** The rule of `target-group-of.ts` in SQL, so that a list can be narrowed by it. Takes: today, today, the priority. */
const TARGET_GROUP = `coalesce((
  select b.target_group from benefit b
  where b.jobseeker_id = j.id and b.withdrawn_at is null and b."from" <= ?::date and (b.until is null or b.until >= ?::date) and b.target_group <> 'OTHER'
  order by array_position(array[?]::text[], b.target_group) limit 1
), 'OTHER')`;

/** The rule of `unemployment-phase.ts` in SQL. Takes today four times. */
const PHASE = `case
  when j.unemployed_since is null or j.unemployed_since > ?::date then 'BEFORE_UNEMPLOYMENT'
  when j.unemployed_since + interval '3 months' > ?::date then 'MONTHS_0_3'
  when j.unemployed_since + interval '6 months' > ?::date then 'MONTHS_3_6'
  when j.unemployed_since + interval '12 months' > ?::date then 'MONTHS_6_12'
  else 'OVER_12_MONTHS' end`;

/** What was written down of the doelgroepregister; else what Sonar's profile says of it. Null: nothing is known. */
const REGISTERED = `coalesce((
  select case when r.told->'value' = 'null'::jsonb then false else (r.told->'value'->>'registered')::boolean end
  from source_record r where r.jobseeker_id = j.id and r.source = 'DOELGROEPENREGISTER'
), j.in_target_group_register)`;

/** The criteria of VUM that somebody's own words and papers answer to: absent answers to none. */
function criteriaOfVum(filter: JobseekerFilter, add: (sql: string, ...values: unknown[]) => void): void {
  const { allDrivingLicences, languages, contractTypes, occupationUris, irregular, officeHours } = filter;
  if (occupationUris?.length) add('cv.occupation_uris && array[?]::text[]', occupationUris);
  for (const licence of allDrivingLicences ?? [])
    add('cv.driving_licences && array[?]::text[]', licencesThatCover(licence));
  for (const { code, speaking, writing } of languages ?? [])
    add(
      `exists (select 1 from jsonb_to_recordset(cv.languages) as l (code text, speaking int, writing int)
        where l.code = ? and (?::int is null or l.speaking >= ?::int) and (?::int is null or l.writing >= ?::int))`,
      ...[code, speaking ?? null, speaking ?? null, writing ?? null, writing ?? null],
    );
  if (contractTypes?.length) add('j.contract_types && array[?]::text[]', contractTypes);
  if (typeof irregular === 'boolean') add('j.irregular = ?', irregular);
  if (typeof officeHours === 'boolean') add('j.office_hours = ?', officeHours);
  if (typeof filter.canWorkHours === 'number') add('j.hours_max >= ?', filter.canWorkHours);
  if (typeof filter.contentWithHours === 'number') add('j.hours_min <= ?', filter.contentWithHours);
}

/** The postcode area that is asked about. @throws GraphQLError BAD_USER_INPUT when nobody told us where it lies */
async function centreOf(em: EntityManager, postcode: string): Promise<string> {
  const pc4 = postcode.slice(0, 4);
  const known = await em.execute('select 1 from postcode_area where pc4 = ?', [pc4]);
  if (known.length) return pc4;
  throw new GraphQLError(`Ongeldige waarde voor filter.postcode: waar postcodegebied ${pc4} ligt, is niet bekend.`, {
    extensions: { code: 'BAD_USER_INPUT', argument: 'filter.postcode' },
  });
}

/** A jobseeker on a page, and how far from the postcode asked about; 0 when none was. */
export interface FoundJobseeker {
  id: string;
  km: number;
}

/**
 * Who stand on one page of jobseekers (one more than `first`), and how many there are: those nearest to the postcode asked
 * about first, else, and among equals, in order of Sonar reference.
 */
export async function jobseekerIds(
  em: EntityManager,
  asked: {
    text?: string | null | undefined;
    filter?: JobseekerFilter | null | undefined;
    first: number;
    after?: string | null | undefined;
    today: string;
  },
): Promise<{ found: FoundJobseeker[]; totalCount: number }> {
  const { filter, today } = asked;
  if (filter) checkFilter(filter);
  const centre = filter?.postcode ? await centreOf(em, filter.postcode) : null;
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
  if (typeof filter?.inTargetGroupRegister === 'boolean') add(`${REGISTERED} = ?`, filter.inTargetGroupRegister);
  if (filter) criteriaOfVum(filter, add);
  const [km, place] = asked.after ? readCursor(asked.after, 2) : [-1, ''];
  // Kept from being worked into the query, where distances would be reckoned once for each jobseeker.
  const near = `near as materialized (
    select a.pc4, kilometres(c.latitude, c.longitude, a.latitude, a.longitude) as km
    from postcode_area c, postcode_area a where c.pc4 = ?
  ),`;
  const rows = await em.execute<{ total: number; id: string | null; km: number }[]>(
    `with ${centre ? near : ''} matching as (
      select j.id, j.sonar_id, ${centre ? 'n.km' : '0::float8 as km'}
      from jobseeker j left join curriculum_vitae cv on cv.jobseeker_id = j.id
      ${centre ? 'join near n on n.pc4 = j.postcode_area and n.km <= ?' : ''}
      where ${conditions.join(' and ')}
    )
    select t.total, m.id, m.km from (select count(*)::int as total from matching) t
    left join lateral (
      select * from matching where (km, sonar_id) > (?::float8, ?) order by km, sonar_id limit ?
    ) m on true
    order by m.km, m.sonar_id`,
    [...(centre ? [centre, filter!.radiusKm] : []), ...values, Number(km), String(place), asked.first + 1],
  );
  return { found: rows.flatMap(({ id, km }) => (id ? { id, km } : [])), totalCount: rows[0]!.total };
}
