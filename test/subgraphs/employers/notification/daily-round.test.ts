import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clock } from '../../../../runtime/clock.js';
import { remind } from '../../../../subgraphs/employers/notification/daily-round.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const statements: string[] = [];
let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => graph?.close());

/** Gold employers that were never visited, each with an overdue task, plan and licence meeting and an agreement that is over. */
async function neglected(from: number, to: number): Promise<void> {
  const series = `generate_series(${from}, ${to - 1}) n`;
  const id = (family: string) => `('${family}-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
  const employer = id('e0000000');
  await graph.query(
    `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, tier, is_key_account, lwa, registered_at, version, portfolio_id)
     select ${employer}, 'WBS-N' || n, 'rijnmond', 'Vergeten ' || n, 'DIRECT_EMPLOYER', 'CUSTOMER', 'GOLD', false, '{}', '2025-01-01', 1,
       (select id from employers.portfolio where name = 'Zorg') from ${series}`,
  );
  await graph.query(
    `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from)
     select ${id('a0000000')}, ${employer}, 'prof-09', 'rijnmond', true, '2025-01-01' from ${series}`,
  );
  await graph.query(
    `insert into employers.task (id, employer_id, title, due_on, owner_id, created_by_id, status)
     select ${id('b0000000')}, ${employer}, 'Bellen', '2026-01-10', 'prof-09', 'prof-09', 'OPEN' from ${series}`,
  );
  await graph.query(
    `insert into employers.account_plan (id, employer_id, version, status, owned_by_id, answers, drawn_up_on)
     select ${id('d0000000')}, ${employer}, 1, 'ACTIVE', 'prof-10', '{}', '2025-02-01' from ${series}`,
  );
  await graph.query(
    `insert into employers.licence (id, employer_id, name, valid_from, meeting_every_months, granted_by_id, granted_at, version)
     select ${id('f0000000')}, ${employer}, 'Meedenken', '2025-02-01', 3, 'prof-10', '2025-02-01', 1 from ${series}`,
  );
  await graph.query(
    `insert into employers.work_agreement (id, employer_id, kind, title, summary, party_ids, goals, valid_from, valid_until, registered_by_id, registered_at, version)
     select ${id('c1000000')}, ${employer}, 'COVENANT', 'Samen opleiden', 'Voor een jaar.', '{org-rotterdam}', '[]', '2025-01-01', '2026-01-01', 'prof-10', '2025-01-01', 1 from ${series}`,
  );
}

/** How many statements the round of a day comes to. */
async function round(day: string): Promise<number> {
  statements.length = 0;
  await remind({ clock: clock(`${day}T09:00:00Z`), database: graph.subgraph.database });
  return statements.length;
}

const told = async (from: number, to: number) => {
  const rows = await graph.query(
    `select n.kind, recipient_id as who, count(*)::int as n from employers.notification n join employers.employer e on e.id = n.employer_id
     where e.wbs_number = any($1) group by 1, 2 order by 1, 2`,
    [Array.from({ length: to - from }, (_, n) => `WBS-N${from + n}`)],
  );
  return rows.map(({ kind, who, n }) => [kind, who, n]);
};

test('R-098: a round takes as many statements for forty neglected employers as for one, and tells of each', async () => {
  // What is told of the demo's own employers has been told before.
  await round('2026-03-31');
  await neglected(0, 1);
  const one = await round('2026-04-01');
  await neglected(1, 41);
  const forty = await round('2026-04-02');
  expect(forty).toBe(one);
  const each = (n: number) => [
    ['AGREEMENT_EVALUATION_DUE', 'prof-09', n],
    // Beside the account holder: who holds the portfolio, its client team, and of a plan its owner.
    ['LICENCE_MEETING_DUE', 'prof-04', n],
    ['LICENCE_MEETING_DUE', 'prof-08', n],
    ['LICENCE_MEETING_DUE', 'prof-09', n],
    ['PLAN_REVIEW_DUE', 'prof-04', n],
    ['PLAN_REVIEW_DUE', 'prof-08', n],
    ['PLAN_REVIEW_DUE', 'prof-09', n],
    ['PLAN_REVIEW_DUE', 'prof-10', n],
    ['TASK_DUE', 'prof-09', n],
    ['VISIT_DUE', 'prof-04', n],
    ['VISIT_DUE', 'prof-09', n],
  ];
  expect(await told(1, 41)).toEqual(each(40));
  // The first was told of its task on both days, and of the rest once.
  expect(await told(0, 1)).toEqual(each(1).map((row) => (row[0] === 'TASK_DUE' ? ['TASK_DUE', 'prof-09', 2] : row)));
});

test('R-044: of what somebody left behind hears who goes on, once; and again each day that it is overdue', async () => {
  const id = 'b1000000-0000-4000-8000-000000000001';
  const agreementId = 'b1000000-0000-4000-8000-000000000002';
  // Nobody holds this account, so the lead of the team or a manager goes on.
  const employerId = 'e0000000-0000-4000-8000-000000000000';
  await graph.query("update employers.account_holdership set valid_until = '2026-04-02' where employer_id = $1", [
    employerId,
  ]);
  await graph.query(
    `insert into employers.task (id, employer_id, title, due_on, owner_id, created_by_id, status)
     values ($1, $2, 'Offerte sturen', '2026-04-10', 'prof-02', 'prof-02', 'OPEN')`,
    [id, employerId],
  );
  await graph.query(
    `insert into employers.work_agreement (id, employer_id, kind, title, summary, party_ids, goals, valid_from, valid_until, registered_by_id, registered_at, version)
     values ($1, $2, 'COVENANT', 'Verlaten', 'Voor een jaar.', '{org-rotterdam}', '[]', '2025-01-01', '2026-04-03', 'prof-02', '2025-01-01', 1)`,
    [agreementId, employerId],
  );
  const hears = async (subjectId: string) =>
    (
      await graph.query(
        'select recipient_id as who, title from employers.notification where subject_id = $1 order by at, recipient_id',
        [subjectId],
      )
    ).map(({ who, title }) => [who, title]);
  await round('2026-04-03');
  expect(await hears(id)).toEqual([]);
  await graph.query("update employers.professional set active = false, deputy_ids = '{prof-03}' where id = 'prof-02'");
  await round('2026-04-09');
  await round('2026-04-10');
  const left = 'Actie van Bilal Oosterhuis, die niet meer werkzaam is: Offerte sturen';
  const once = [
    ['prof-01', left],
    ['prof-03', left],
  ];
  expect(await hears(id)).toEqual(once);
  await round('2026-04-11');
  const late = 'Actie over tijd sinds vrijdag 10 april 2026: Offerte sturen';
  expect(await hears(id)).toEqual([...once, ['prof-01', late], ['prof-03', late]]);
  const over = (day: string) => `De werkafspraak ‘Verlaten’ is afgelopen op ${day} en nog niet geëvalueerd.`;
  const first = ['prof-01', 'prof-03'].map((who) => [who, over('vrijdag 3 april 2026')]);
  expect(await hears(agreementId)).toEqual(first);
  // it was extended, and is over again.
  await graph.query("update employers.work_agreement set valid_until = '2026-04-30' where id = $1", [agreementId]);
  await round('2026-04-30');
  expect(await hears(agreementId)).toEqual(first);
  await round('2026-05-01');
  expect(await hears(agreementId)).toEqual([
    ...first,
    ...['prof-01', 'prof-03'].map((who) => [who, over('donderdag 30 april 2026')]),
  ]);
});
