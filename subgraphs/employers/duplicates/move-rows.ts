import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import { endDoubles } from '../ownership/end-doubles.js';
import { keepWhereItStood } from '../ownership/decision/keep-where-it-stood.js';
import { moveHolderships } from '../ownership/move-holderships.js';
import type { MergeReport } from './employer-merge.js';
import { oneByOne, type Done, type Move } from './one-by-one.js';

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

const plainMove =
  (table: string) =>
  async (em: EntityManager, { keepId, mergedIds }: Move): Promise<Done> => {
    const [moved] = await prepared<{ count: number }>(
      em,
      `with moved as (update "${table}" set employer_id = ?::uuid where employer_id = any(?::uuid[]) returning 1)
       select count(*)::int as count from moved`,
      [keepId, mergedIds],
    );
    return { count: moved!.count, clashes: [] };
  };

/** One plan at a time: the running plan of the kept dossier goes on, that of a merged one is closed. Versions go on counting. */
async function movePlans(em: EntityManager, { keepId, mergedIds }: Move): Promise<Done> {
  const rows = await prepared<{ id: string }>(
    em,
    `select p.id from account_plan p where employer_id = any(?::uuid[])
     order by status in ('ACTIVE', 'UNDER_REVIEW') desc, drawn_up_on, version, id`,
    [mergedIds],
  );
  return oneByOne('RUNNING_PLAN', rows, (id) =>
    prepared(
      em,
      `update account_plan p set employer_id = ?::uuid, version = 1 + before.newest,
         status = case when before.closes then 'CLOSED' else p.status end
       from (
         select m.id, e.wbs_number, m.status in ('ACTIVE', 'UNDER_REVIEW') and exists (
             select from account_plan where employer_id = ?::uuid and status in ('ACTIVE', 'UNDER_REVIEW')) as closes,
           (select coalesce(max(version), 0) from account_plan where employer_id = ?::uuid) as newest
         from account_plan m join employer e on e.id = m.employer_id where m.id = ?::uuid
       ) before
       where p.id = before.id
       returning case when before.closes then 'Het lopende accountplan van ' || before.wbs_number || ' wordt afgesloten: dat van het andere dossier loopt door.' end as message`,
      [keepId, keepId, keepId, id],
    ),
  );
}

/** Who asks for both dossiers asks once. */
async function moveRequests(em: EntityManager, move: Move): Promise<Done> {
  const rows = await prepared<{ id: string }>(
    em,
    'select id from ownership_request where employer_id = any(?::uuid[]) order by requested_at, id',
    [move.mergedIds],
  );
  return oneByOne('OPEN_REQUEST', rows, (id) =>
    prepared(
      em,
      `update ownership_request r set employer_id = ?::uuid, status = case when known.again then 'WITHDRAWN' else r.status end,
         answered_at = case when known.again then ?::timestamptz else r.answered_at end,
         note = case when known.again then 'Vervallen bij de samenvoeging: hetzelfde verzoek staat al open.' else r.note end
       from (
         select m.id, e.wbs_number, p.name, m.status = 'OPEN' and exists (select from ownership_request o where o.employer_id = ?::uuid and o.status = 'OPEN'
           and (o.region_id, o.candidate_id) = (m.region_id, m.candidate_id)) as again
         from ownership_request m join employer e on e.id = m.employer_id join professional p on p.id = m.candidate_id where m.id = ?::uuid
       ) known
       where r.id = known.id
       returning case when known.again then 'Het verzoek van ' || known.name || ' bij ' || known.wbs_number || ' vervalt: bij het andere dossier staat hetzelfde open.' end as message`,
      [move.keepId, move.now.toISOString(), move.keepId, id],
    ),
  );
}

/** A relation that both have stands once; one between the two has ended. What points at a merged dossier points at the kept one. */
async function moveRelations(em: EntityManager, { keepId, mergedIds, today }: Move): Promise<Done> {
  const rows = await prepared<{ id: string }>(
    em,
    'select id from employer_relation where employer_id = any(?::uuid[]) or related_id = any(?::uuid[]) order by registered_at, id',
    [mergedIds, mergedIds],
  );
  return oneByOne('RELATION', rows, (id) =>
    prepared(
      em,
      `update employer_relation r set employer_id = ends.a, related_id = ends.b,
         ended_on = case when ends.again then coalesce(r.ended_on, ?::date) else r.ended_on end,
         end_reason = case when ends.again then coalesce(r.end_reason, 'Samengevoegd.') else r.end_reason end
       from (
         select m.id, m.ended_on is null as stood, sides.*, sides.a = sides.b or exists (select from employer_relation o where o.id <> m.id and o.ended_on is null
           and (o.employer_id, o.related_id, o.kind) = (sides.a, sides.b, m.kind)) as again
         from employer_relation m cross join lateral (
           select case when m.employer_id = any(?::uuid[]) then ?::uuid else m.employer_id end as a,
             case when m.related_id = any(?::uuid[]) then ?::uuid else m.related_id end as b
         ) sides where m.id = ?::uuid
       ) ends where r.id = ends.id
       returning case when ends.stood and ends.again then case when ends.a = ends.b then 'De relatie tussen de dossiers zelf eindigt.'
         else 'De relatie met ' || (select name from employer where id = case when ends.a = ?::uuid then ends.b else ends.a end) || ' staat er al: die van het andere dossier eindigt.' end end as message`,
      [today, mergedIds, keepId, mergedIds, keepId, id, keepId],
    ),
  );
}

/** One plan of action an employer: that of a merged dossier is added to the text of the kept one, and stands as it was in its own. */
async function movePlansOfAction(em: EntityManager, { keepId, mergedIds }: Move): Promise<Done> {
  const rows = await prepared<{ id: string }>(
    em,
    'select id from plan_of_action where employer_id = any(?::uuid[]) order by saved_at, id',
    [mergedIds],
  );
  let count = 0;
  const { clashes } = await oneByOne('PLAN_OF_ACTION', rows, async (id) => {
    const added = await prepared<{ message: string }>(
      em,
      `update plan_of_action k set version = k.version + 1, text = k.text || E'\\n\\nUit ' || e.wbs_number || ': ' || m.text
       from plan_of_action m join employer e on e.id = m.employer_id where k.employer_id = ?::uuid and m.id = ?::uuid
       returning 'Het plan van aanpak van ' || e.wbs_number || ' wordt toegevoegd aan de tekst van dat van het dossier dat blijft.' as message`,
      [keepId, id],
    );
    if (!added.length) {
      count++;
      await prepared(em, 'update plan_of_action set employer_id = ?::uuid where id = ?::uuid', [keepId, id]);
    }
    return added;
  });
  return { count, clashes };
}

/**
 * Tables in which a moved row could meet one of the kept dossier that may not stand beside it, and what is done then. A
 * test holds that every table with a constraint over `employer_id` is here or in STAYS.
 */
export const TREATED: Readonly<Record<string, (em: EntityManager, move: Move) => Promise<Done>>> = {
  account_holdership: moveHolderships,
  account_plan: movePlans,
  ownership_request: moveRequests,
  employer_relation: moveRelations,
  plan_of_action: movePlansOfAction,
};

/** The tables of employers with an `employer_id`, by name. */
async function tablesOfEmployers(em: EntityManager): Promise<string[]> {
  const rows = await prepared<{ name: string }>(
    em,
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = current_schema() and c.column_name = 'employer_id' and t.table_type = 'BASE TABLE' order by 1`,
    [],
  );
  return rows.map(({ name }) => name);
}

/**
 * Points every row of the merged dossiers at the kept one, in the transaction of `em`.
 * @returns how many rows of each kind moved (kinds without rows stay out), and what was settled
 */
export async function moveRows(em: EntityManager, move: Move): Promise<MergeReport> {
  const report: MergeReport = { moved: [], clashes: [] };
  await keepWhereItStood(em, move);
  for (const table of await tablesOfEmployers(em)) {
    if (STAYS.includes(table)) continue;
    const { count, clashes } = await (TREATED[table] ?? plainMove(table))(em, move);
    if (count) report.moved.push({ kind: table, count });
    report.clashes.push(...clashes);
  }
  await endDoubles(em, move);
  return report;
}
