import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/**
 * Ends, after a merge, what somebody holds twice of one account in a region: who held both dossiers stays holder once, as
 * main holder before beside one, and for the longest. As when a holdership is removed, its last day is
 * yesterday, or today when it began today.
 */
export const endDoubles = (
  em: EntityManager,
  { keepId, today, now }: { keepId: string; today: string; now: Date },
): Promise<unknown> =>
  prepared(
    em,
    `update account_holdership h set valid_until = greatest(h.valid_from, ?::date - 1), ended_at = ?::timestamptz,
       ended_by_id = nullif(current_setting('werkgraaf.actor', true), ''), end_reason = 'Hield beide dossiers; die zijn samengevoegd.'
     from (
       select id, row_number() over (partition by region_id, holder_id order by is_main desc, valid_from, id) as place
       from account_holdership where employer_id = ?::uuid and valid_until is null
     ) numbered where h.id = numbered.id and numbered.place > 1`,
    [today, now.toISOString(), keepId],
  );
