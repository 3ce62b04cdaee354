import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { STAYS, TREATED } from '../../../../subgraphs/employers/duplicates/move-rows.js';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const [dagobert, donald, joyflex, bolderbast] = testCompanies.map(({ id }) => id) as [string, string, string, string];
const MERGE = `mutation ($input: MergeEmployersInput!) { mergeEmployers(input: $input) {
  employer { id wbsNumber version } dryRun moved { kind count } clashes { kind message } notices { code } errors { code message path currentVersion } } }`;
const reason = 'Blijkt hetzelfde bedrijf te zijn.';

let it: EmployersAlone;
const merge = async (input: Record<string, unknown>, as = 'manager') =>
  (await it.data(MERGE, { input: { reason, dryRun: false, ...input } }, { as })).mergeEmployers;

/** A dossier without KvK number, as if it had been registered. */
async function dossier(name: string, more: { parentId?: string; version?: number } = {}): Promise<string> {
  const id = randomUUID();
  await it.query(
    `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, lwa, registered_at, version, parent_id)
     values ($1, 'WBS-' || lpad(nextval('employers.wbs_number')::text, 7, '0'), 'rijnmond', $2, 'DIRECT_EMPLOYER', 'CUSTOMER', false, '{}', now(), 1, $3)`,
    [id, name, more.parentId ?? null],
  );
  return id;
}

const holder = (employerId: string, holderId: string, from: string, isMain = true) =>
  it.query(
    `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from) values ($1, $2, $3, 'rijnmond', $4, $5)`,
    [randomUUID(), employerId, holderId, isMain, from],
  );

const plan = (employerId: string, version: number, status = 'ACTIVE') =>
  it.query(
    `insert into employers.account_plan (id, employer_id, version, status, owned_by_id, answers, drawn_up_on) values ($1, $2, $3, $4, 'prof-01', '{}', '2026-01-05')`,
    [randomUUID(), employerId, version, status],
  );

/** Rows of every table, but for what a merge itself writes. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await it.query(
    `select table_name as name from information_schema.tables where table_schema = 'employers' and table_type = 'BASE TABLE'
     and table_name not in ('history', 'employer_merge', 'answered_write', 'notification', 'timeline_entry', 'search_word', 'employer_key', 'moved_record')`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables)
    counts[name as string] = Number((await it.query(`select count(*) as n from employers."${name}"`))[0]!.n);
  return counts;
}

beforeAll(async () => {
  it = await employersAlone();
});
afterAll(() => it?.close());

test('every table with an employer knows what a merge does with its rows', async () => {
  const constrained = await it.query(
    `select distinct c.relname as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'employer_id'
     where n.nspname = 'employers' and (i.indisunique or i.indisexclusion) and a.attnum = any(i.indkey::int[])`,
  );
  const names = constrained.map(({ name }) => name as string);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !STAYS.includes(name) && !TREATED[name])).toEqual([]);
  const unguarded = await it.query(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'employers' and column_name = 'employer_id' and table_type = 'BASE TABLE' and c.table_name not in ('employer_search', 'employer_key')
       and not exists (select from pg_trigger g where g.tgname = 'merged_dossier' and g.tgrelid = format('employers.%I', c.table_name)::regclass)`,
  );
  expect(unguarded).toEqual([]);
  const pointing = await it.query(
    `select k.conrelid::regclass::text || '.' || a.attname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.confrelid = 'employers.employer'::regclass and a.attname <> 'employer_id' order by 1`,
  );
  expect(pointing.map(({ name }) => name)).toEqual([
    'employers.employer.merged_into_id',
    'employers.employer.parent_id',
    'employers.employer_merge.kept_id',
    'employers.employer_relation.related_id',
    // Where a record stood before.
    'employers.moved_record.from_id',
    // Where words are found; whoever was merged is left out of what is found (see the test of search below).
    'employers.search_posting.searched_id',
  ]);
});

describe('R-043: duplicates', () => {
  test('dossiers of one name in one place are shown with why, from both sides and as a pair', async () => {
    const a = await dossier('Bakkerij De Gouden Aar B.V.');
    const b = await dossier('Stichting Bakkerij de Góuden Aar');
    for (const [id, number] of [
      [a, '000-7770011'],
      [b, '000-777 00 11'],
    ])
      await it.query(
        `insert into employers.contact_person (id, employer_id, name, phone, active, version) values ($1, $2, 'Truus Testman', $3, true, 1)`,
        [randomUUID(), id, number],
      );
    const { employer, duplicateEmployers } = await it.data(
      `query ($id: ID!) { employer(id: $id) { duplicates { score because employer { id } } }
        duplicateEmployers(regionId: "rijnmond") { score first { id } second { id } } }`,
      { id: a },
    );
    expect(employer.duplicates[0]).toMatchObject({ score: 0.95, employer: { id: b } });
    expect(employer.duplicates[0].because.join(' ')).toMatch(/Zelfde naam.*telefoonnummer/);
    expect(
      duplicateEmployers.map((p: { first: { id: string }; second: { id: string } }) =>
        [p.first.id, p.second.id].sort(),
      ),
    ).toContainEqual([a, b].sort());
    await merge({ keepId: a, mergeIds: [b] });
    const after = await it.data(
      `query ($id: ID!) { employer(id: $id) { duplicates { score } } duplicateEmployers { score first { id } } }`,
      { id: a },
    );
    expect(after.employer.duplicates).toEqual([]);
    expect(after.duplicateEmployers.filter((p: { first: { id: string } }) => p.first.id === a)).toEqual([]);
  });

  test.each([{ minScore: 0 }, { minScore: 1.1 }, { first: 0 }, { first: 101 }])('%j is refused', async (args) => {
    const { errors } = await it.ask(
      'query ($minScore: Float, $first: Int) { duplicateEmployers(minScore: $minScore, first: $first) { score } }',
      args,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: Object.keys(args)[0] });
  });
});

describe('R-043: merging keeps all, in one dossier', () => {
  test('a dry run tells what moves and clashes and writes nothing; the merge does just that', async () => {
    const before = await rowCounts();
    const dry = await merge({ keepId: vanGelderen.id, mergeIds: [donald], dryRun: true });
    expect(dry).toMatchObject({ dryRun: true, errors: [], employer: { id: vanGelderen.id } });
    expect(dry.moved.length).toBeGreaterThan(3);
    expect(dry.clashes.map(({ kind }: { kind: string }) => kind)).toContain('MAIN_HOLDER');
    expect(await rowCounts()).toEqual(before);
    expect(await it.query('select * from employers.employer_merge where $1 = any(merged_ids)', [donald])).toEqual([]);

    const lines = `query ($id: ID!) { employer(id: $id) { timeline(first: 100) { totalCount edges { node { id title } } } contactMoments { totalCount } } }`;
    const [kept, gone] = [
      (await it.data(lines, { id: vanGelderen.id })).employer,
      (await it.data(lines, { id: donald })).employer,
    ];
    const done = await merge({ keepId: vanGelderen.id, mergeIds: [donald], expectedVersion: dry.employer.version });
    expect(done).toMatchObject({ dryRun: false, errors: [], moved: dry.moved, clashes: dry.clashes });
    expect(await rowCounts()).toEqual(before);

    const now = (await it.data(lines, { id: vanGelderen.id })).employer;
    expect(now.timeline.totalCount).toBe(kept.timeline.totalCount + gone.timeline.totalCount + 1);
    expect(now.contactMoments.totalCount).toBe(kept.contactMoments.totalCount + gone.contactMoments.totalCount);
    const ids = now.timeline.edges.map(({ node }: { node: { id: string } }) => node.id);
    for (const { node } of [...kept.timeline.edges, ...gone.timeline.edges]) expect(ids).toContain(node.id);
  });

  test('the merged dossier leaves search; its numbers give the kept one, its id tells where it went', async () => {
    const found = await it.data(
      `query ($id: ID!) { employer(id: $id) { id mergedInto { id } } byWbs: employer(wbsNumber: "WBS-0000003") { id }
        byKvk: employer(kvkNumber: "68750110") { id } employers(text: "Donald") { edges { node { id } } }
        numbered: employers(text: "WBS-0000003") { edges { node { id } } } }`,
      { id: donald },
    );
    expect(found.employer).toEqual({ id: donald, mergedInto: { id: vanGelderen.id } });
    expect([found.byWbs.id, found.byKvk.id]).toEqual([vanGelderen.id, vanGelderen.id]);
    expect(found.employers.edges.map(({ node }: { node: { id: string } }) => node.id)).not.toContain(donald);
    expect(found.numbered.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([vanGelderen.id]);
  });

  test.each([
    ['updateEmployer', 'UpdateEmployerInput', { id: donald, sector: 'Anders' }, ['input', 'id']],
    ['saveContactPerson', 'ContactPersonInput', { employerId: donald, name: 'Piet Proef' }, ['input', 'employerId']],
    [
      'planTask',
      'PlanTaskInput',
      { employerId: donald, title: 'Bel terug', ownerId: 'prof-01', dueOn: '2026-04-01' },
      ['input', 'employerId'],
    ],
    [
      'grantLicence',
      'LicenceInput',
      { employerId: donald, name: 'Leerbedrijf', validFrom: '2026-01-01' },
      ['input', 'employerId'],
    ],
    [
      'savePlanOfAction',
      'PlanOfActionInput',
      { employerId: donald, text: 'Samen optrekken.' },
      ['input', 'employerId'],
    ],
    [
      'assessPyramid',
      'PyramidInput',
      { employerId: donald, politicallySensitive: false, reliable: true, softFilter: [] },
      ['input', 'employerId'],
    ],
    [
      'chooseEmployerTile',
      'ChooseEmployerTileInput',
      { employerId: donald, tile: 'AFTERCARE' },
      ['input', 'employerId'],
    ],
  ])('%s on a merged dossier is refused, naming where it went', async (mutation, type, input, path) => {
    const before = await rowCounts();
    const answer = await it.data(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { code message path } } }`,
      { input },
    );
    expect(answer[mutation].errors).toEqual([
      { code: 'EMPLOYER_MERGED', message: expect.stringContaining('WBS-0000001') as never, path },
    ]);
    expect(await rowCounts()).toEqual(before);
  });

  test('overlapping main holders stand side by side, plans go on as versions, one of them running', async () => {
    const [a, b] = [await dossier('Houder Een'), await dossier('Houder Twee')];
    await holder(a, 'prof-08', '2025-06-01');
    await holder(b, 'prof-09', '2025-01-01');
    await plan(a, 1);
    await plan(b, 1, 'CLOSED');
    await plan(b, 2);
    const { errors, notices } = await merge({ keepId: a, mergeIds: [b] });
    expect(errors).toEqual([]);
    expect(notices.map(({ code }: { code: string }) => code).sort()).toEqual([
      'MERGE_MAIN_HOLDER',
      'MERGE_RUNNING_PLAN',
    ]);
    expect(
      await it.query(
        'select holder_id, is_main, reason from employers.account_holdership where employer_id = $1 order by 1',
        [a],
      ),
    ).toEqual([
      { holder_id: 'prof-08', is_main: true, reason: null },
      { holder_id: 'prof-09', is_main: false, reason: expect.stringContaining('Was hoofd-accounthouder van WBS-') },
    ]);
    expect(
      await it.query('select version, status from employers.account_plan where employer_id = $1 order by 1', [a]),
    ).toEqual([
      { version: 1, status: 'ACTIVE' },
      { version: 2, status: 'CLOSED' },
      { version: 3, status: 'CLOSED' },
    ]);
  });

  describe('R-046: who is main holder today of either dossier stays it', () => {
    const ended = async (employerId: string, holderId: string, from: string, until: string) => {
      await holder(employerId, holderId, from);
      await it.query(
        `update employers.account_holdership set valid_until = $3, recorded_at = '2025-01-01', ended_at = $3::date, end_reason = 'Ander werk.'
         where employer_id = $1 and holder_id = $2 and valid_until is null`,
        [employerId, holderId, until],
      );
    };
    const mains = (employerId: string) =>
      it.query(
        `select holder_id as who, is_main as main, valid_from::text as "from", valid_until::text as until from employers.account_holdership
         where employer_id = $1 order by valid_from, is_main, holder_id`,
        [employerId],
      );
    const wbsOf = async (id: string) =>
      (await it.query('select wbs_number as n from employers.employer where id = $1', [id]))[0]!.n as string;
    const tried = async (keepId: string, mergeIds: string[]) => {
      const dry = await merge({ keepId, mergeIds, dryRun: true });
      const done = await merge({ keepId, mergeIds });
      expect({ ...done, dryRun: true, notices: [], employer: dry.employer }).toEqual(dry);
      expect(done.errors).toEqual([]);
      return done.clashes.filter(({ kind }: { kind: string }) => kind === 'MAIN_HOLDER') as { message: string }[];
    };

    // Today is 10 March 2026.
    test.each<[string, string, string, string]>([
      ['whose time lay within that of the other', '2025-06-01', '2025-08-31', '1 september 2025'],
      ['who ended yesterday', '2024-01-01', '2026-03-09', '10 maart 2026'],
      ['who is main today for the last day', '2024-01-01', '2026-03-10', '11 maart 2026'],
    ])('beside an ended one %s', async (_, from, until, day) => {
      const [a, b] = [await dossier(`Eind ${day} een`), await dossier(`Eind ${day} twee`)];
      await ended(a, 'prof-08', from, until);
      await holder(b, 'prof-09', '2025-01-01');
      const [told, ...more] = await tried(a, [b]);
      expect(more).toEqual([]);
      expect(told!.message).toMatch(
        new RegExp(
          `\\(${await wbsOf(b)}\\) blijft hoofd-accounthouder, vanaf ${day}: tot die dag staat .* als hoofd-accounthouder\\.`,
        ),
      );
      const after = await mains(a);
      expect(after).toHaveLength(3);
      expect(after.filter(({ main }) => main)).toEqual([
        { who: 'prof-08', main: true, from, until },
        { who: 'prof-09', main: true, from: expect.any(String), until: null },
      ]);
      expect(after.filter(({ main }) => !main)).toEqual([{ who: 'prof-09', main: false, from: '2025-01-01', until }]);
      const { employer } = await it.data(
        'query ($id: ID!) { employer(id: $id) { mainAccountHolder(regionId: "rijnmond") { holder { id } } } }',
        { id: a },
      );
      expect(employer.mainAccountHolder.holder.id).toBe(until === '2026-03-10' ? 'prof-08' : 'prof-09');
    });

    test('also who ends today, and who was main of the other before', async () => {
      const [a, b] = [await dossier('Zelfde Een'), await dossier('Zelfde Twee')];
      await ended(a, 'prof-09', '2025-06-01', '2025-08-31');
      await ended(b, 'prof-09', '2025-01-01', '2026-03-10');
      const [told] = await tried(a, [b]);
      expect(told!.message).toContain('gaat vanaf 1 september 2025 verder');
      expect((await mains(a)).filter(({ main }) => main)).toEqual([
        { who: 'prof-09', main: true, from: '2025-06-01', until: '2025-08-31' },
        { who: 'prof-09', main: true, from: '2025-09-01', until: '2026-03-10' },
      ]);
      const ends = await it.query(
        "select end_reason from employers.account_holdership where employer_id = $1 and valid_until = '2026-03-10' and is_main",
        [a],
      );
      expect(ends).toEqual([{ end_reason: 'Ander werk.' }]);
    });

    test('the ended one may come along as well, before or after', async () => {
      const [a, b, c] = [await dossier('Mee Een'), await dossier('Mee Twee'), await dossier('Mee Drie')];
      await ended(b, 'prof-08', '2025-01-01', '2025-08-31');
      await holder(c, 'prof-09', '2025-06-01');
      await tried(a, [b, c]);
      expect((await mains(a)).filter(({ main, until }) => main && until === null)).toMatchObject([{ who: 'prof-09' }]);
    });

    test('one who had ended before today gives way for all of the time, as before', async () => {
      const [a, b] = [await dossier('Voorbij Een'), await dossier('Voorbij Twee')];
      await ended(a, 'prof-08', '2025-06-01', '2025-08-31');
      await ended(b, 'prof-09', '2025-01-01', '2026-03-09');
      expect((await tried(a, [b]))[0]!.message).toContain('wordt accounthouder naast');
      expect(await mains(a)).toHaveLength(2);
    });

    test('what was known of who held the merged dossier is answered as it was', async () => {
      const [a, b] = [await dossier('Bekend Een'), await dossier('Bekend Twee')];
      await ended(a, 'prof-08', '2025-06-01', '2025-08-31');
      await holder(b, 'prof-09', '2025-01-01');
      await it.query("update employers.account_holdership set recorded_at = '2025-01-01' where employer_id = $1", [b]);
      const asked = `query ($id: ID!) { employer(id: $id) { ownershipDecision(candidateId: "prof-10", regionId: "rijnmond", onDate: "2026-03-09", knownAt: "2026-03-10T00:00:00Z") {
        outcome currentHolder { id } } } }`;
      const before = (await it.data(asked, { id: b })).employer.ownershipDecision;
      expect(before.currentHolder).toEqual({ id: 'prof-09' });
      await tried(a, [b]);
      expect((await it.data(asked, { id: b })).employer.ownershipDecision).toEqual(before);
    });
  });

  test('R-043: a dry run of several dossiers tells just what the merge then does, also between the merged themselves', async () => {
    const [a, b, c] = [await dossier('Drie Een'), await dossier('Drie Twee'), await dossier('Drie Drie')];
    const top = await dossier('Concern van Drie');
    const supplier = await dossier('Leverancier van Drie');
    await it.query('update employers.employer set parent_id = $2 where id = $1', [b, top]);
    await it.query(
      "update employers.employer set relation_status = 'NOT_APPROACHABLE', is_key_account = true where id = $1",
      [c],
    );
    await holder(b, 'prof-08', '2025-06-01');
    await holder(c, 'prof-09', '2025-01-01');
    await plan(b, 1);
    await plan(c, 1);
    const relate = (from: string, to: string) =>
      it.query(
        `insert into employers.employer_relation (id, employer_id, related_id, kind, registered_at, registered_by_id, version)
         values ($1, $2, $3, 'SUPPLIER_OF', now(), 'prof-01', 1)`,
        [randomUUID(), from, to],
      );
    await relate(supplier, b);
    await relate(supplier, c);
    await relate(b, c);
    for (const [id, from] of [
      [b, 'Bakker'],
      [c, 'Slager'],
    ])
      await it.query(
        `insert into employers.plan_of_action (id, employer_id, text, saved_at, saved_by_id, version) values ($1, $2, $3, now(), 'prof-01', 1)`,
        [randomUUID(), id, `Aanpak van de ${from}.`],
      );
    const counted = async () => (await it.query('select count(*)::int as n from employers.history'))[0]!.n;
    const before = await counted();
    const dry = await merge({ keepId: a, mergeIds: [b, c], dryRun: true });
    expect(await counted()).toBe(before);
    const done = await merge({ keepId: a, mergeIds: [b, c] });
    expect({ moved: dry.moved, clashes: dry.clashes }).toEqual({ moved: done.moved, clashes: done.clashes });
    expect([dry.errors, done.errors]).toEqual([[], []]);
    const wbs = (id: string) => it.query('select wbs_number as n from employers.employer where id = $1', [id]);
    const [[ofB], [ofC]] = [await wbs(b), await wbs(c)];
    expect(done.moved).toEqual([
      { kind: 'account_holdership', count: 2 },
      { kind: 'account_plan', count: 2 },
      { kind: 'employer_relation', count: 3 },
      { kind: 'plan_of_action', count: 1 },
    ]);
    expect(done.clashes).toEqual([
      {
        kind: 'NOT_TAKEN_OVER',
        message: `Van ${ofC!.n} gaat niet mee: relatiestatus (niet benaderen), keyaccount (ja). Neem over wat klopt, of laat dat dossier blijven.`,
      },
      {
        kind: 'MAIN_HOLDER',
        message: expect.stringMatching(`${ofB!.n}.* wordt accounthouder naast hoofd-accounthouder`),
      },
      { kind: 'RUNNING_PLAN', message: expect.stringContaining(' wordt afgesloten') },
      {
        kind: 'RELATION',
        message: 'De relatie met Leverancier van Drie staat er al: die van het andere dossier eindigt.',
      },
      { kind: 'RELATION', message: 'De relatie tussen de dossiers zelf eindigt.' },
      { kind: 'PLAN_OF_ACTION', message: expect.stringContaining(String(ofC!.n)) },
    ]);
    expect(
      await it.query('select is_main from employers.account_holdership where employer_id = $1 order by 1', [a]),
    ).toEqual([{ is_main: false }, { is_main: true }]);
    expect(
      await it.query("select 1 from employers.account_plan where employer_id = $1 and status = 'ACTIVE'", [a]),
    ).toHaveLength(1);
    // What stood above a merged dossier goes on to tell of it.
    expect(await it.query('select parent_id from employers.employer where id = $1', [a])).toEqual([{ parent_id: top }]);
  });

  test('R-043: what stood above both cannot stay, and numbers of two companies among the merged are told', async () => {
    const [p, q] = [await dossier('Concern P'), await dossier('Concern Q')];
    const a = await dossier('Onder P', { parentId: p });
    const b = await dossier('Onder Q', { parentId: q });
    const below = await dossier('Onder A', { parentId: a });
    const c = await dossier('Onder die onder A', { parentId: below });
    await it.query("update employers.employer set kvk_number = '11110001' where id = $1", [b]);
    await it.query("update employers.employer set kvk_number = '11110002' where id = $1", [c]);
    const { clashes, errors } = await merge({ keepId: a, mergeIds: [b, c] });
    expect(errors).toEqual([]);
    expect(clashes.map(({ kind }: { kind: string }) => kind)).toEqual([
      'KVK_NUMBER',
      'NOT_TAKEN_OVER',
      'NOT_TAKEN_OVER',
      'CONCERN',
    ]);
    expect(clashes[3].message).toContain('Concern Q');
    const parents = await it.query('select id, parent_id from employers.employer where id = any($1)', [[a, below]]);
    expect(Object.fromEntries(parents.map(({ id, parent_id }) => [id, parent_id]))).toEqual({ [a]: p, [below]: a });
  });

  test('after a merge the plan that runs is gone on from, not the newer one of the other dossier', async () => {
    const [a, b] = [await dossier('Plan Blijft'), await dossier('Plan Sluit')];
    await holder(a, 'prof-08', '2025-06-01');
    await plan(a, 1);
    await plan(b, 1);
    await it.query('update employers.account_plan set revision = 7 where employer_id = $1', [b]);
    await it.query(
      `insert into employers.plan_goal (id, plan_id, position, title, status)
       select gen_random_uuid(), id, 1, 'Doel van ' || employer_id, 'ACTIVE' from employers.account_plan where employer_id = any($1)`,
      [[a, b]],
    );
    expect((await merge({ keepId: a, mergeIds: [b] })).errors).toEqual([]);
    const { employer } = await it.data('query ($id: ID!) { employer(id: $id) { accountPlan { revision } } }', {
      id: a,
    });
    const { saveAccountPlan } = await it.data(
      `mutation ($input: AccountPlanInput!) { saveAccountPlan(input: $input) { plan { version goals { title } } errors { code } } }`,
      { input: { employerId: a, items: [], expectedVersion: employer.accountPlan.revision } },
      { as: 'prof-08' },
    );
    expect(saveAccountPlan).toEqual({ plan: { version: 3, goals: [{ title: `Doel van ${a}` }] }, errors: [] });
  });

  test('a request that lapsed at the merge is answered no more, and says so', async () => {
    const [a, b] = [await dossier('Verzoek Een'), await dossier('Verzoek Twee')];
    await holder(a, 'prof-08', '2025-06-01');
    const [stays, lapses] = [randomUUID(), randomUUID()];
    for (const [id, employerId] of [
      [stays, a],
      [lapses, b],
    ])
      await it.query(
        `insert into employers.ownership_request (id, employer_id, region_id, candidate_id, as_main, reason, requested_at, expires_on, status)
         values ($1, $2, 'rijnmond', 'prof-10', false, 'Ik ken ze goed.', '2026-03-09T08:00Z', '2026-03-23', 'OPEN')`,
        [id, employerId],
      );
    expect((await merge({ keepId: a, mergeIds: [b] })).errors).toEqual([]);
    const { answerOwnershipRequest } = await it.data(
      `mutation { answerOwnershipRequest(input: { requestId: "${lapses}", agree: true }) { errors { code message } } }`,
      {},
      { as: 'prof-08' },
    );
    expect(answerOwnershipRequest.errors).toEqual([
      { code: 'ALREADY_ANSWERED', message: expect.stringMatching(/ingetrokken\.$/) },
    ]);
  });

  test('a concern stays one line, also when the kept dossier stood below the merged one', async () => {
    const top = await dossier('Top');
    const b = await dossier('Midden', { parentId: top });
    const a = await dossier('Onder', { parentId: b });
    const child = await dossier('Kind', { parentId: b });
    expect((await merge({ keepId: a, mergeIds: [b] })).errors).toEqual([]);
    const parents = await it.query('select id, parent_id from employers.employer where id = any($1)', [[a, b, child]]);
    expect(Object.fromEntries(parents.map(({ id, parent_id }) => [id, parent_id]))).toEqual({
      [a]: top,
      [b]: null,
      [child]: a,
    });
    const between = await dossier('Tussen', { parentId: top });
    const low = await dossier('Laag', { parentId: between });
    expect((await merge({ keepId: low, mergeIds: [top] })).errors[0]).toMatchObject({ code: 'CONCERN_CIRCLE' });
  });

  test('bad input is refused with field and rule, and nothing is written', async () => {
    const [a, b] = [await dossier('Fout Een'), await dossier('Fout Twee')];
    const before = await rowCounts();
    const table: [Record<string, unknown>, string, string[], string?][] = [
      [{ mergeIds: [] }, 'OUT_OF_RANGE', ['input', 'mergeIds']],
      [{ mergeIds: Array.from({ length: 21 }, () => randomUUID()) }, 'OUT_OF_RANGE', ['input', 'mergeIds']],
      [{ mergeIds: [a] }, 'SAME_EMPLOYER', ['input', 'mergeIds']],
      [{ mergeIds: [b, b] }, 'SAME_EMPLOYER', ['input', 'mergeIds']],
      [{ reason: 'kort' }, 'TOO_SHORT', ['input', 'reason']],
      [{ reason: 'x'.repeat(1001) }, 'TOO_LONG', ['input', 'reason']],
      [{ keepId: 'geen-uuid' }, 'UNKNOWN_EMPLOYER', ['input', 'keepId']],
      [{ mergeIds: [randomUUID()] }, 'UNKNOWN_EMPLOYER', ['input', 'mergeIds']],
      [{ mergeIds: [donald] }, 'EMPLOYER_MERGED', ['input', 'mergeIds']],
      [{ keepId: donald }, 'EMPLOYER_MERGED', ['input', 'keepId']],
      [{ mergeIds: [joyflex] }, 'OTHER_REGION', ['input', 'mergeIds']],
      [{ expectedVersion: 7 }, 'CONFLICT', ['input', 'expectedVersion']],
      [{}, 'NOT_YOURS', ['input', 'keepId'], 'matchmaker'],
    ];
    for (const [input, code, path, as] of table)
      for (const dryRun of [true, false]) {
        const { errors, employer } = await merge({ keepId: a, mergeIds: [b], ...input, dryRun }, as);
        expect({ input, errors, employer }).toMatchObject({ errors: [{ code, path }], employer: null });
      }
    expect(await rowCounts()).toEqual(before);
  });

  test('of merges of one dossier at once one is done, and what is written meanwhile ends in the kept dossier or is refused', async () => {
    const gone = await dossier('Gelijktijdig');
    const targets = await Promise.all([1, 2, 3, 4].map((n) => dossier(`Doel ${n}`)));
    const SAVE = 'mutation ($input: ContactPersonInput!) { saveContactPerson(input: $input) { ok errors { code } } }';
    const [merges, saves] = await Promise.all([
      Promise.all(targets.map((keepId) => merge({ keepId, mergeIds: [gone] }))),
      Promise.all(
        Array.from({ length: 12 }, (_, n) => it.data(SAVE, { input: { employerId: gone, name: `Persoon ${n}` } })),
      ),
    ]);
    expect(merges.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(merges.flatMap(({ errors }) => errors).map(({ code }) => code)).toEqual(Array(3).fill('EMPLOYER_MERGED'));
    const stored = saves.filter(({ saveContactPerson }) => saveContactPerson.ok).length;
    for (const { saveContactPerson } of saves)
      if (!saveContactPerson.ok) expect(saveContactPerson.errors[0].code).toBe('EMPLOYER_MERGED');
    const kept = merges.find(({ errors }) => errors.length === 0)!.employer.id;
    expect(
      (
        await it.query(
          "select count(*)::int as n from employers.contact_person where employer_id = $1 and name like 'Persoon%'",
          [kept],
        )
      )[0]!.n,
    ).toBe(stored);
    expect(await it.query('select id from employers.contact_person where employer_id = $1', [gone])).toEqual([]);
  });

  test('an event of elsewhere about the merged dossier lands on the timeline of the kept one', async () => {
    await it.query(
      `insert into employers.timeline_entry (id, employer_id, at, recorded_at, kind, title, subject_type, subject_id)
       values ($1, $2, now(), now(), 'VACANCY', 'Laat bericht', 'Vacancy', 'v')`,
      [randomUUID(), donald],
    );
    expect(await it.query("select employer_id from employers.timeline_entry where title = 'Laat bericht'")).toEqual([
      { employer_id: vanGelderen.id },
    ]);
  });

  test('the event goes out, and asked again under one key the answer is the same', async () => {
    const [a, b] = [await dossier('Sleutel Een'), await dossier('Sleutel Twee')];
    await holder(b, 'prof-01', '2025-01-01');
    const input = { keepId: a, mergeIds: [b], reason, dryRun: false };
    const asked = { as: 'manager', idempotencyKey: 'merge-1' };
    const first = await it.data(MERGE, { input }, asked);
    expect(await it.data(MERGE, { input }, asked)).toEqual(first);
    expect(first.mergeEmployers.moved).toEqual([{ kind: 'account_holdership', count: 1 }]);
    const told = await it.query(
      "select data->'data' as data from outbox.job where name = 'reporting' and data->>'type' = 'employer.merged' and data->'data'->>'keepId' = $1",
      [a],
    );
    expect(told).toEqual([{ data: { employerId: a, keepId: a, mergedIds: [b] } }]);
    expect(
      await it.query(
        "select recipient_id from employers.notification where kind = 'DOSSIER_MERGED' and employer_id = $1",
        [a],
      ),
    ).toEqual([{ recipient_id: 'prof-01' }]);
    expect([dagobert, bolderbast]).toHaveLength(2);
  });
});
