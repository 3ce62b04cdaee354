import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';
import { SAME_SUBJECT } from '../../contact/correction/merge-proposal.js';
import type { Reviewed } from '../../plan/account-plan/next-review.js';

/** Of dossiers that were not merged into another. */
const OF_REGION = 'join employer e on e.id = m.employer_id and e.region_id = ? and e.merged_into_id is null';

/** The running plans of the employers of a region, as they counted on a day. */
export const plansOfRegion = (
  em: EntityManager,
  regionId: string,
  onDate: string,
): Promise<(Reviewed & { employerId: string })[]> =>
  prepared(
    em,
    `select m.employer_id as "employerId", m.drawn_up_on::text as "drawnUpOn", m.last_reviewed_on::text as "lastReviewedOn"
     from account_plan m ${OF_REGION}
     where m.status in ('ACTIVE', 'UNDER_REVIEW') and coalesce(m.last_reviewed_on, m.drawn_up_on) <= ?`,
    [regionId, onDate],
  );

/** The employers of a region whose last contact up to `onDate` was from `from` on and before `until`. */
export const lastContactsBetween = (
  em: EntityManager,
  regionId: string,
  { from, until, onDate }: { from: string; until: string; onDate: string },
): Promise<{ employerId: string; on: string }[]> =>
  prepared(
    em,
    `select m.employer_id as "employerId", max(m.occurred_on)::text as on from contact_moment m ${OF_REGION}
     where m.occurred_on >= ? and m.occurred_on <= ? group by 1 having max(m.occurred_on) < ?::date`,
    [regionId, from, onDate, until],
  );

/**
 * The employers of a region with two contacts on one subject in the year up to `onDate`, more than `above` and at most
 * `upTo` days apart: of each the last two.
 */
export const contactsApart = (
  em: EntityManager,
  regionId: string,
  { above, upTo, onDate }: { above: number; upTo: number; onDate: string },
): Promise<{ employerId: string; earlier: string; later: string }[]> =>
  prepared(
    em,
    `select distinct on (m.employer_id) m.employer_id as "employerId", o.occurred_on::text as earlier, m.occurred_on::text as later
     from contact_moment m ${OF_REGION}
     join contact_moment o on o.employer_id = m.employer_id and o.merged_into_id is null
       and o.occurred_on >= m.occurred_on - ?::int and o.occurred_on < m.occurred_on - ?::int
       and similarity(m.subject, o.subject)::float8 >= ?
     where m.merged_into_id is null and m.occurred_on <= ? and m.occurred_on > ?
     order by m.employer_id, m.occurred_on desc, o.occurred_on desc`,
    [regionId, upTo, above, SAME_SUBJECT, onDate, Temporal.PlainDate.from(onDate).subtract({ months: 12 }).toString()],
  );
