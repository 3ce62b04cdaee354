import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** Two things that cannot stand side by side in one dossier, and what a merge makes of them. */
export interface Clash {
  kind: string;
  message: string;
}

const QUERIES: readonly { kind: string; sql: string }[] = [
  {
    kind: 'MAIN_HOLDER',
    sql: `select distinct p.name || ' (' || e.wbs_number || ') wordt accounthouder naast hoofd-accounthouder ' || q.name || '.' as message
      from account_holdership m join employer e on e.id = m.employer_id join professional p on p.id = m.holder_id
      join account_holdership o on o.is_main and o.region_id = m.region_id and o.employer_id = ?::uuid
        and daterange(o.valid_from, o.valid_until, '[]') && daterange(m.valid_from, m.valid_until, '[]')
      join professional q on q.id = o.holder_id
      where m.is_main and m.employer_id = any(?::uuid[])`,
  },
  {
    kind: 'RUNNING_PLAN',
    sql: `select 'Het lopende accountplan van ' || e.wbs_number || ' wordt afgesloten: dat van het andere dossier loopt door.' as message
      from account_plan m join employer e on e.id = m.employer_id
      where exists (select from account_plan where employer_id = ?::uuid and status in ('ACTIVE', 'UNDER_REVIEW'))
        and m.employer_id = any(?::uuid[]) and m.status in ('ACTIVE', 'UNDER_REVIEW')`,
  },
  {
    kind: 'OPEN_REQUEST',
    sql: `select 'Het verzoek van ' || p.name || ' bij ' || e.wbs_number || ' vervalt: bij het andere dossier staat hetzelfde open.' as message
      from ownership_request m join employer e on e.id = m.employer_id join professional p on p.id = m.candidate_id
      join ownership_request o on o.employer_id = ?::uuid and o.status = 'OPEN' and (o.region_id, o.candidate_id) = (m.region_id, m.candidate_id)
      where m.employer_id = any(?::uuid[]) and m.status = 'OPEN'`,
  },
  {
    kind: 'KVK_NUMBER',
    sql: `select 'De dossiers hebben verschillende KvK-nummers (' || k.kvk_number || ' en ' || e.kvk_number || '): ga na of het één werkgever is.' as message
      from employer k join employer e on e.kvk_number <> k.kvk_number where k.id = ?::uuid and e.id = any(?::uuid[])`,
  },
];

/** What a merge of these dossiers would have to settle, one line each. */
export async function findClashes(em: EntityManager, keepId: string, mergedIds: string[]): Promise<Clash[]> {
  const clashes: Clash[] = [];
  for (const { kind, sql } of QUERIES)
    for (const { message } of await prepared<{ message: string }>(em, sql, [keepId, mergedIds]))
      clashes.push({ kind, message });
  return clashes;
}
