import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** Rows of one kind that move to the kept dossier. */
export interface Moved {
  /** Table they stand in. */
  kind: string;
  count: number;
}

/** Tables whose rows say what a number or a register told of the merged dossier itself: they stay with it. */
export const STAYS: readonly string[] = [
  'register_record',
  'register_ask',
  'field_choice',
  'employer_search',
  'employer_key',
];

/** Who moves, to whom. */
interface Move {
  keepId: string;
  mergedIds: string[];
  /** Who and when, for what a row says of it. */
  today: string;
  now: Date;
}

const plainMove =
  (table: string) =>
  (em: EntityManager, { keepId, mergedIds }: Move): Promise<unknown> =>
    prepared(em, `update "${table}" set employer_id = ?::uuid where employer_id = any(?::uuid[])`, [keepId, mergedIds]);

/**
 * One main holder an employer, region and day (R-046): where the kept dossier has one, the one who comes along becomes
 * an account holder beside them. One row at a time, so that each sees those that came before.
 */
async function moveHolderships(em: EntityManager, { keepId, mergedIds }: Move): Promise<void> {
  const rows = await prepared<{ id: string }>(
    em,
    'select id from account_holdership where employer_id = any(?::uuid[]) order by is_main desc, valid_from, id',
    [mergedIds],
  );
  for (const { id } of rows)
    await prepared(
      em,
      `update account_holdership h set employer_id = ?::uuid, is_main = h.is_main and not gives.way,
         reason = case when gives.way then concat_ws(' ', h.reason, 'Was hoofd-accounthouder van ' ||
           (select wbs_number from employer where id = h.employer_id) || ' tot de samenvoeging.') else h.reason end
       from (select m.id, m.is_main and exists (select from account_holdership o where o.employer_id = ?::uuid and o.region_id = m.region_id
           and o.is_main and daterange(o.valid_from, o.valid_until, '[]') && daterange(m.valid_from, m.valid_until, '[]')) as way
         from account_holdership m where m.id = ?::uuid) gives
       where h.id = gives.id`,
      [keepId, keepId, id],
    );
}

/** One plan at a time (R-113): the running plan of the kept dossier goes on, that of a merged one is closed. Versions go on counting. */
async function movePlans(em: EntityManager, { keepId, mergedIds }: Move): Promise<void> {
  const rows = await prepared<{ id: string }>(
    em,
    `select p.id from account_plan p where employer_id = any(?::uuid[])
     order by status in ('ACTIVE', 'UNDER_REVIEW') desc, drawn_up_on, version, id`,
    [mergedIds],
  );
  for (const { id } of rows)
    await prepared(
      em,
      `update account_plan p set employer_id = ?::uuid,
         version = 1 + coalesce((select max(version) from account_plan where employer_id = ?::uuid), 0),
         status = case when p.status in ('ACTIVE', 'UNDER_REVIEW') and exists (
           select from account_plan where employer_id = ?::uuid and status in ('ACTIVE', 'UNDER_REVIEW')) then 'CLOSED' else p.status end
       where p.id = ?::uuid`,
      [keepId, keepId, keepId, id],
    );
}

/** Who asks for both dossiers asks once. */
async function moveRequests(em: EntityManager, move: Move): Promise<void> {
  const rows = await prepared<{ id: string }>(
    em,
    'select id from ownership_request where employer_id = any(?::uuid[]) order by requested_at, id',
    [move.mergedIds],
  );
  for (const { id } of rows)
    await prepared(
      em,
      `update ownership_request r set employer_id = ?::uuid, (status, answered_at, note) = (
         select case when again then 'WITHDRAWN' else r.status end, case when again then ?::timestamptz else r.answered_at end,
           case when again then 'Vervallen bij de samenvoeging: hetzelfde verzoek staat al open.' else r.note end
         from (select r.status = 'OPEN' and exists (select from ownership_request o where o.employer_id = ?::uuid and o.status = 'OPEN'
           and (o.region_id, o.candidate_id) = (r.region_id, r.candidate_id)) as again) known)
       where r.id = ?::uuid`,
      [move.keepId, move.now.toISOString(), move.keepId, id],
    );
}

/** A relation that both have stands once; one between the two has ended. What points at a merged dossier points at the kept one. */
async function moveRelations(em: EntityManager, { keepId, mergedIds, today }: Move): Promise<void> {
  const rows = await prepared<{ id: string }>(
    em,
    'select id from employer_relation where employer_id = any(?::uuid[]) or related_id = any(?::uuid[]) order by registered_at, id',
    [mergedIds, mergedIds],
  );
  for (const { id } of rows)
    await prepared(
      em,
      `update employer_relation r set employer_id = ends.a, related_id = ends.b,
         ended_on = case when ends.again then coalesce(r.ended_on, ?::date) else r.ended_on end,
         end_reason = case when ends.again then coalesce(r.end_reason, 'Samengevoegd.') else r.end_reason end
       from (
         select m.id, sides.*, sides.a = sides.b or exists (select from employer_relation o where o.id <> m.id and o.ended_on is null
           and (o.employer_id, o.related_id, o.kind) = (sides.a, sides.b, m.kind)) as again
         from employer_relation m cross join lateral (
           select case when m.employer_id = any(?::uuid[]) then ?::uuid else m.employer_id end as a,
             case when m.related_id = any(?::uuid[]) then ?::uuid else m.related_id end as b
         ) sides where m.id = ?::uuid
       ) ends where r.id = ends.id`,
      [today, mergedIds, keepId, mergedIds, keepId, id],
    );
}

/** One plan of action an employer: that of a merged dossier is added to the text of the kept one, and stands as it was in its own. */
async function movePlansOfAction(em: EntityManager, { keepId, mergedIds }: Move): Promise<void> {
  const rows = await prepared<{ id: string }>(
    em,
    'select id from plan_of_action where employer_id = any(?::uuid[]) order by saved_at, id',
    [mergedIds],
  );
  for (const { id } of rows) {
    const added = await prepared<{ id: string }>(
      em,
      `update plan_of_action k set version = k.version + 1, text = k.text || E'\\n\\nUit ' || e.wbs_number || ': ' || m.text
       from plan_of_action m join employer e on e.id = m.employer_id where k.employer_id = ?::uuid and m.id = ?::uuid returning k.id`,
      [keepId, id],
    );
    if (!added.length)
      await prepared(em, 'update plan_of_action set employer_id = ?::uuid where id = ?::uuid', [keepId, id]);
  }
}

/**
 * Tables in which a moved row could meet one of the kept dossier that may not stand beside it, and what is done then. A
 * test holds that every table with a constraint over `employer_id` is here or in STAYS.
 */
export const TREATED: Readonly<Record<string, (em: EntityManager, move: Move) => Promise<unknown>>> = {
  account_holdership: moveHolderships,
  account_plan: movePlans,
  ownership_request: moveRequests,
  employer_relation: moveRelations,
  plan_of_action: movePlansOfAction,
};

/** The tables of employers with an `employer_id`, by name. */
export async function tablesOfEmployers(em: EntityManager): Promise<string[]> {
  const rows = await prepared<{ name: string }>(
    em,
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = current_schema() and c.column_name = 'employer_id' and t.table_type = 'BASE TABLE' order by 1`,
    [],
  );
  return rows.map(({ name }) => name);
}

/** How many rows of each kind a merge moves; kinds without rows stay out. */
export async function countMoves(em: EntityManager, mergedIds: string[]): Promise<Moved[]> {
  const tables = (await tablesOfEmployers(em)).filter((table) => !STAYS.includes(table));
  const counts = await prepared<Moved>(
    em,
    `${tables.map((table) => `select '${table}' as kind, count(*)::int as count from "${table}" where employer_id = any(?::uuid[])`).join(' union all ')}
     union all select 'employer', count(*)::int from employer where parent_id = any(?::uuid[])`,
    [...tables.map(() => mergedIds), mergedIds],
  );
  return counts.filter(({ count }) => count > 0);
}

/** Points every row of the merged dossiers at the kept one, in the transaction of `em` (R-043). */
export async function moveRows(em: EntityManager, move: Move): Promise<void> {
  for (const table of await tablesOfEmployers(em))
    if (!STAYS.includes(table)) await (TREATED[table] ?? plainMove(table))(em, move);
}
