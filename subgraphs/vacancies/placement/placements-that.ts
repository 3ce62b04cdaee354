import type { TargetGroup } from '../../target-group.js';
import { allOf, type Condition } from '../page-ids.js';

/** What a list of placements may be narrowed by. Dates `YYYY-MM-DD`, both included. */
export interface PlacementWishes {
  regionId?: string | null | undefined;
  /** A team credited with the placement. */
  teamId?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  targetGroup?: TargetGroup | null | undefined;
}

/** The wishes as one condition on the table `placement`. */
export function placementsThat({ regionId, teamId, from, to, targetGroup }: PlacementWishes): Condition {
  const conditions: Condition[] = [];
  const add = (sql: string, ...values: unknown[]) => conditions.push({ sql, values });
  if (regionId) add('region_id = ?', regionId);
  if (teamId) add('? in (submitter_team_id, owner_team_id, employer_owner_team_id)', teamId);
  if (from) add('starts_on >= ?::date', from);
  if (to) add('starts_on <= ?::date', to);
  if (targetGroup) add('target_group = ?', targetGroup);
  return allOf(conditions);
}
