import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { planGaps } from '../../../../subgraphs/employers/plan/account-plan/plan-gaps.js';
import { Employer } from '../../../../subgraphs/employers/dossier/employer.js';
import { remind } from '../../../../subgraphs/employers/notification/daily-round.js';
import { nextReviewDue } from '../../../../subgraphs/employers/plan/account-plan/next-review.js';
import { takeInEvent } from '../../../../subgraphs/employers/timeline/take-in-event.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { movableClock } from '../ownership/movable-clock.js';

const time = movableClock('2025-08-31');
let one: EmployersAlone;
beforeAll(async () => {
  one = await employersAlone({ clock: time });
});
afterAll(() => one?.close());

/** Held by prof-04 (municipal), without a plan in the demo data. */
const { id: employerId } = testCompanies.find(({ kvkNumber }) => kvkNumber === '68750110')!;
const keyAccount = testCompanies.find(({ kvkNumber }) => kvkNumber === '69599068')!;
const PLAN = `plan { id version revision status conclusions drawnUpOn lastReviewedOn nextReviewDue overdue ownedBy { id }
  goals { id title measure target actual dueOn status version } reviews { on outcome changed by { id } }
  sections { kind items { key value filledFrom neverTyped mark note checks { key yes note } } } }
  notices { code } errors { code path message requirement currentVersion }`;
const mutation = (name: string, type: string) => `mutation ($input: ${type}!) { ${name}(input: $input) { ${PLAN} } }`;
const send = async (name: string, type: string, input: object, as: string): Promise<Data> =>
  (await one.data(mutation(name, type), { input }, { as }))[name];
const save = (input: object, as = 'municipal') =>
  send('saveAccountPlan', 'AccountPlanInput', { employerId, items: [], ...input }, as);
const review = (input: object, as = 'municipal') =>
  send(
    'reviewAccountPlan',
    'ReviewAccountPlanInput',
    { outcome: 'Het plan loopt goed.', changed: false, ...input },
    as,
  );
const close = (input: object, as = 'municipal') =>
  send('closeAccountPlan', 'CloseAccountPlanInput', { reason: 'De werkgever stopt ermee.', ...input }, as);
const updateGoal = async (input: object, as = 'municipal'): Promise<Data> =>
  (
    await one.data(
      `mutation ($input: UpdatePlanGoalInput!) { updatePlanGoal(input: $input) {
        goal { id actual dueOn status version } errors { code path currentVersion } } }`,
      { input },
      { as },
    )
  ).updatePlanGoal;
const row = (plan: Data, key: string): Data =>
  plan.sections.flatMap((s: Data) => s.items).find((item: Data) => item.key === key);
const counted = async () =>
  (
    await one.query(`select (select count(*) from employers.account_plan)::int as plans,
      (select count(*) from employers.plan_goal)::int as goals, (select count(*) from employers.plan_review)::int as reviews,
      (select count(*) from employers.work_agreement)::int as agreements,
      (select count(*) from employers.timeline_entry)::int as lines`)
  )[0];
/** The newest plan of the employer as it stands. */
const newest = async (): Promise<Data> =>
  (
    await one.data(
      'query ($id: ID!) { employer(id: $id) { accountPlanHistory { id version revision status goals { id title version } } } }',
      { id: employerId },
    )
  ).employer.accountPlanHistory[0];

describe('the account plan, in order', () => {
  test('R-111: is not drawn up by whoever is not of the team', async () => {
    const before = await counted();
    expect(await save({}, 'accountmanager')).toMatchObject({
      plan: null,
      errors: [{ code: 'NOT_IN_CLIENT_TEAM', requirement: 'R-111', path: ['input', 'employerId'] }],
    });
    expect(await counted()).toEqual(before);
  });

  test('R-108, R-109: begins as a draft with two themes as goals; marks, notes and answers come back as they were', async () => {
    const marks = ['NONE', 'POSITIVE', 'NEGATIVE', 'SMILEY'];
    const keys = ['visionAndStrategy', 'objectivesAndAmbition', 'image', 'motivesToCooperate'];
    const items: object[] = keys.map((key, n) => ({
      section: 'ACCOUNT_PICTURE',
      key,
      value: `Tekst ${n}`,
      mark: marks[n],
      note: `Noot ${n}`,
    }));
    items.push({
      section: 'ACCOUNT_PICTURE',
      key: 'socialPicture',
      checks: [
        { key: 'talents', yes: true, note: 'Ziet wat iemand kan.' },
        { key: 'invests', yes: false },
      ],
    });
    const { plan, errors } = await save({ draft: true, items });
    expect(errors).toEqual([]);
    expect(plan).toMatchObject({
      version: 1,
      revision: 1,
      status: 'DRAFT',
      ownedBy: { id: 'prof-04' },
      overdue: false,
    });
    expect(plan.goals).toHaveLength(2);
    for (const [n, key] of keys.entries())
      expect(row(plan, key)).toMatchObject({ value: `Tekst ${n}`, mark: marks[n], note: `Noot ${n}` });
    expect(row(plan, 'socialPicture').checks).toEqual([
      { key: 'talents', yes: true, note: 'Ziet wat iemand kan.' },
      { key: 'diversity', yes: null, note: null },
      { key: 'adaptsJobs', yes: null, note: null },
      { key: 'invests', yes: false, note: null },
    ]);
  });

  test('R-100: set, it runs and is a work agreement on the dossier, and what was left out stayed', async () => {
    const draft = await newest();
    const { plan, errors } = await save({
      expectedVersion: 1,
      conclusions: 'Samen meer leerbanen maken.',
      goals: [
        { id: draft.goals[1].id, title: 'Tevredenheid omhoog', target: 8 },
        { title: 'Vijf plaatsingen', target: 5 },
      ],
    });
    expect(errors).toEqual([]);
    expect(plan).toMatchObject({
      id: draft.id,
      version: 1,
      revision: 2,
      status: 'ACTIVE',
      drawnUpOn: '2025-08-31',
      goals: [
        { id: draft.goals[1].id, title: 'Tevredenheid omhoog', target: 8, version: 2 },
        { title: 'Vijf plaatsingen' },
      ],
    });
    expect(row(plan, 'image')).toMatchObject({ value: 'Tekst 2', mark: 'NEGATIVE' });
    const { employer } = await one.data(
      `query ($id: ID!) { employer(id: $id) { workAgreements(kind: ACCOUNT_PLAN) { title validUntil subjectId }
        timeline(kinds: [PLAN]) { edges { node { title } } } } }`,
      { id: employerId },
    );
    expect(employer.workAgreements).toEqual([
      { title: expect.stringContaining('versie 1'), validUntil: null, subjectId: plan.id },
    ]);
    expect(employer.timeline.edges[0].node.title).toBe('Accountplan vastgesteld: versie 1.');
  });

  test('R-112: drawn up on 31 August it is due on 28 February, and overdue the day after', async () => {
    const { nextReviewDue } = (
      await one.data('query ($id: ID!) { employer(id: $id) { accountPlan { nextReviewDue } } }', { id: employerId })
    ).employer.accountPlan;
    expect(nextReviewDue).toBe('2026-02-28');
    const overdue = async () =>
      (await one.data('query ($id: ID!) { employer(id: $id) { accountPlan { overdue } } }', { id: employerId }))
        .employer.accountPlan.overdue;
    const told = async () => {
      await remind({ clock: time, database: one.subgraph.database });
      await remind({ clock: time, database: one.subgraph.database });
      const plan = await newest();
      return one.query(
        "select recipient_id from employers.notification where kind = 'PLAN_REVIEW_DUE' and subject_id = $1 and recipient_id = 'prof-04'",
        [plan.id],
      );
    };
    time.goTo('2026-02-27');
    expect(await told()).toEqual([]);
    time.goTo('2026-02-28');
    expect(await told()).toHaveLength(1);
    expect(await overdue()).toBe(false);
    time.goTo('2026-03-01');
    expect(await told()).toHaveLength(1);
    expect(await overdue()).toBe(true);
  });

  test('R-112: reviewed, the next half year counts from that day; what must change puts it under review', async () => {
    const { id } = await newest();
    const kept = await review({ planId: id, expectedVersion: 2 });
    expect(kept.plan).toMatchObject({
      status: 'ACTIVE',
      revision: 3,
      lastReviewedOn: '2026-03-01',
      nextReviewDue: '2026-09-01',
      overdue: false,
    });
    const changed = await review({ planId: id, expectedVersion: 3, changed: true, outcome: 'De doelen gaan omhoog.' });
    expect(changed.plan).toMatchObject({ status: 'UNDER_REVIEW', revision: 4 });
    expect(changed.plan.reviews.map((r: Data) => r.changed)).toEqual([true, false]);
  });

  test('R-113: saved again it is a next version and not a second plan; the goals go along with what was reached', async () => {
    const old = await newest();
    const goal = old.goals[0];
    expect(
      (await updateGoal({ id: goal.id, expectedVersion: goal.version, actual: 7, status: 'CLOSED' })).goal,
    ).toEqual({
      id: goal.id,
      actual: 7,
      dueOn: null,
      status: 'CLOSED',
      version: goal.version + 1,
    });
    const { plan } = await save({ expectedVersion: 4 });
    expect(plan).toMatchObject({
      version: 2,
      revision: 5,
      status: 'ACTIVE',
      conclusions: 'Samen meer leerbanen maken.',
      goals: [{ title: goal.title, actual: 7, status: 'CLOSED', version: 1 }, { title: 'Vijf plaatsingen' }],
    });
    expect(plan.goals[0].id).not.toBe(goal.id);
    const plans = await one.query(
      'select version, status from employers.account_plan where employer_id = $1 order by version',
      [employerId],
    );
    expect(plans).toEqual([
      { version: 1, status: 'CLOSED' },
      { version: 2, status: 'ACTIVE' },
    ]);
    const agreements = await one.query(
      "select valid_until::text from employers.work_agreement where employer_id = $1 and kind = 'ACCOUNT_PLAN' order by registered_at",
      [employerId],
    );
    expect(agreements).toEqual([{ valid_until: '2026-03-01' }, { valid_until: null }]);
    expect(await review({ planId: old.id, expectedVersion: 4 })).toMatchObject({ errors: [{ code: 'PLAN_CLOSED' }] });
    expect(await updateGoal({ id: goal.id, expectedVersion: goal.version + 1, actual: 8 })).toMatchObject({
      errors: [{ code: 'PLAN_CLOSED' }],
    });
  });

  test('R-113: of ten who save at once one succeeds', async () => {
    const saved = await Promise.all(Array.from({ length: 10 }, () => save({ expectedVersion: 5, draft: true })));
    expect(saved.filter(({ plan }) => plan)).toHaveLength(1);
    for (const { errors } of saved.filter(({ plan }) => !plan))
      expect(errors).toMatchObject([{ code: 'CONFLICT', currentVersion: 6 }]);
    const draft = await newest();
    expect(draft).toMatchObject({ version: 3, status: 'DRAFT' });
    expect(await review({ planId: draft.id, expectedVersion: 6 })).toMatchObject({
      errors: [{ code: 'PLAN_IS_DRAFT' }],
    });
  });

  test('R-106: shows the placements that the vacancies told of, by year', async () => {
    const told = (id: string, occurredOn: string) =>
      takeInEvent(one.subgraph.database.em(), {
        id,
        type: 'placement.registered',
        occurredOn,
        recordedAt: `${occurredOn}T10:00:00.000Z`,
        actorId: null,
        data: { employerId, vacancyId: id, placementId: id, targetGroup: 'WW', sustainable: true, teamIds: [] },
      });
    await told('c0000000-0000-4000-8000-000000000001', '2025-12-31');
    await told('c0000000-0000-4000-8000-000000000001', '2025-12-31');
    await told('c0000000-0000-4000-8000-000000000002', '2026-01-01');
    const { sections } = (
      await one.data(
        'query ($id: ID!) { employer(id: $id) { accountPlan { sections { items { key value filledFrom } } } } }',
        { id: employerId },
      )
    ).employer.accountPlan;
    expect(row({ sections }, 'placements')).toEqual({
      key: 'placements',
      value: '2024: 0, 2025: 1, 2026: 1',
      filledFrom: 'WBS',
    });
    expect(row({ sections }, 'companySize').filledFrom).toBe('KVK');
  });
});

describe('bad input is refused, and nothing is written', () => {
  const item = (given: object) => ({ items: [{ section: 'ACCOUNT_PICTURE', key: 'image', ...given }] });
  test.each([
    ['an employer from nowhere', { employerId: 'x' }, 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
    [
      'an employer of another region',
      { employerId: testCompanies.find((e) => e.regionId !== 'rijnmond')!.id },
      'NOT_IN_CLIENT_TEAM',
      ['input', 'employerId'],
    ],
    ['a stale version', { expectedVersion: 5 }, 'CONFLICT', ['input', 'expectedVersion']],
    ['no version', { expectedVersion: null }, 'CONFLICT', ['input', 'expectedVersion']],
    ['a row that the form has not', item({ key: 'imago' }), 'UNKNOWN_ROW', ['input', 'items', '0', 'key']],
    ['a row of another section', item({ section: 'THEMES' }), 'OTHER_SECTION', ['input', 'items', '0', 'section']],
    [
      'a question that the row has not',
      item({ checks: [{ key: 'talents', yes: true }] }),
      'UNKNOWN_CHECK',
      ['input', 'items', '0', 'checks', '0', 'key'],
    ],
    ['too long a text', item({ value: 'x'.repeat(4001) }), 'TOO_LONG', ['input', 'items', '0', 'value']],
    ['too long a note', item({ note: 'x'.repeat(1001) }), 'TOO_LONG', ['input', 'items', '0', 'note']],
    [
      'counted placements',
      item({ section: 'RELATION_WITH_WSP', key: 'placements', value: '99' }),
      'NOT_TYPED',
      ['input', 'items', '0', 'value'],
    ],
    [
      'a row given twice',
      { items: [...item({}).items, ...item({}).items] },
      'GIVEN_TWICE',
      ['input', 'items', '1', 'key'],
    ],
    ['a goal without a name', { goals: [{ title: ' ' }] }, 'TOO_SHORT', ['input', 'goals', '0', 'title']],
    [
      'a goal below nothing',
      { goals: [{ title: 'Plaatsen', target: -1 }] },
      'OUT_OF_RANGE',
      ['input', 'goals', '0', 'target'],
    ],
    [
      'a goal of another plan',
      { goals: [{ id: 'a1000000-0000-4000-8000-000000000001', title: 'Plaatsen' }] },
      'UNKNOWN_GOAL',
      ['input', 'goals', '0', 'id'],
    ],
    [
      'too many goals',
      { goals: Array.from({ length: 21 }, (_, n) => ({ title: `Doel ${n}` })) },
      'TOO_MANY',
      ['input', 'goals'],
    ],
    ['too long conclusions', { conclusions: 'x'.repeat(3001) }, 'TOO_LONG', ['input', 'conclusions']],
    [
      'a document from nowhere',
      { attachmentIds: ['b0000000-0000-4000-8000-00000000ffff'] },
      'UNKNOWN_ATTACHMENT',
      ['input', 'attachmentIds', '0'],
    ],
    [
      'a document with a draft',
      { draft: true, attachmentIds: ['b0000000-0000-4000-8000-00000000ffff'] },
      'DRAFT',
      ['input', 'attachmentIds'],
    ],
  ])('saving with %s', async (_, wrong, code, path) => {
    const before = await counted();
    expect(await save({ expectedVersion: 6, ...wrong })).toMatchObject({ plan: null, errors: [{ code, path }] });
    expect(await counted()).toEqual(before);
  });

  test.each([
    ['a plan from nowhere', { planId: 'x' }, 'UNKNOWN_PLAN', ['input', 'planId']],
    ['a stale version', { expectedVersion: 1 }, 'CONFLICT', ['input', 'expectedVersion']],
    ['nothing said', { outcome: 'Goed', reason: 'Weg' }, 'TOO_SHORT', null],
    [
      'a plan of another team',
      { planId: 'a0000000-0000-4000-8000-000000000003' },
      'NOT_IN_CLIENT_TEAM',
      ['input', 'planId'],
    ],
  ])('reviewing and closing with %s', async (_, wrong: Record<string, unknown>, code, path) => {
    const running = (
      await one.data('query ($id: ID!) { employer(id: $id) { accountPlan { id revision } } }', { id: employerId })
    ).employer.accountPlan;
    const before = await counted();
    const { outcome = 'Het plan loopt goed.', reason = 'De werkgever stopt ermee.', ...at } = wrong;
    const input = { planId: running.id, expectedVersion: running.revision, ...at };
    const refusal = (field: string) => ({ plan: null, errors: [{ code, path: path ?? ['input', field] }] });
    expect(await review({ ...input, outcome })).toMatchObject(refusal('outcome'));
    expect(await close({ ...input, reason })).toMatchObject(refusal('reason'));
    expect(await counted()).toEqual(before);
  });

  test.each([
    ['a goal from nowhere', { id: 'x' }, 'UNKNOWN_GOAL', ['input', 'id']],
    ['a stale version', { expectedVersion: 9 }, 'CONFLICT', ['input', 'expectedVersion']],
    ['less than nothing', { actual: -1 }, 'OUT_OF_RANGE', ['input', 'actual']],
    ['no status', { status: null }, 'NOT_EMPTY', ['input', 'status']],
    ['a goal of another team', { id: 'a1000000-0000-4000-8000-000000000001' }, 'NOT_IN_CLIENT_TEAM', ['input', 'id']],
  ])('updating a goal with %s', async (_, wrong, code, path) => {
    const { goals } = await newest();
    expect(await updateGoal({ id: goals[0].id, expectedVersion: goals[0].version, ...wrong })).toMatchObject({
      goal: null,
      errors: [{ code, path }],
    });
  });
});

test('closing a plan ends its agreement, and a later plan is a next version', async () => {
  const running = (
    await one.data('query ($id: ID!) { employer(id: $id) { accountPlan { id revision } } }', { id: employerId })
  ).employer.accountPlan;
  expect((await close({ planId: running.id, expectedVersion: running.revision })).plan.status).toBe('CLOSED');
  const open = await one.query(
    "select id from employers.work_agreement where employer_id = $1 and kind = 'ACCOUNT_PLAN' and valid_until is null",
    [employerId],
  );
  expect(open).toEqual([]);
});

test('R-035, R-040: a key account without a plan and an employer without a profile are told of; a whole one is not', async () => {
  const em = one.subgraph.database.em();
  const gaps = async (id: string) =>
    (await planGaps(em, await em.findOneOrFail(Employer, { id }, { disableIdentityMap: true }), time.today())).map(
      ({ code }) => code,
    );
  expect(await gaps(keyAccount.id)).toEqual(['KEY_ACCOUNT_WITHOUT_PLAN', 'WITHOUT_PROFILE']);
  expect(await gaps(vanGelderen.id)).toEqual([]);
  await one.query('update employers.account_holdership set valid_until = valid_from where employer_id = $1', [
    keyAccount.id,
  ]);
  await one.query('update employers.employer set portfolio_id = null where id = $1', [keyAccount.id]);
  expect(await gaps(keyAccount.id)).toContain('KEY_ACCOUNT_WITHOUT_TEAM');
});

test('R-133: no mutation takes the plan of one employer to another', () => {
  const mutations = one.subgraph.schema.getMutationType()!.getFields();
  expect(Object.keys(mutations).filter((name) => /copy|clone|duplicate.*plan/i.test(name))).toEqual([]);
  const input = one.subgraph.schema.getType('AccountPlanInput') as unknown as { getFields(): object };
  expect(Object.keys(input.getFields())).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/plan|source|from/i)]),
  );
});

test('R-101: the demo’s whole plan is filled in on every row, and is a work agreement', async () => {
  const { employer } = await one.data(
    `query ($id: ID!) { employer(id: $id) { workAgreements(kind: ACCOUNT_PLAN) { subjectType subjectId }
      accountPlan { id sections { items { key value } } } } }`,
    { id: vanGelderen.id },
  );
  const empty = employer.accountPlan.sections.flatMap((s: Data) => s.items).filter((item: Data) => !item.value);
  // The carrier has no number at KvK, and has not answered a survey in the last twelve months.
  expect(empty.map((item: Data) => item.key).sort()).toEqual(['kvkNumber']);
  expect(employer.workAgreements).toEqual([{ subjectType: 'AccountPlan', subjectId: employer.accountPlan.id }]);
});

test('R-108: of a goal, what is left out stays and null makes empty; its last day is not written over unread', async () => {
  const employerId = vanGelderen.id;
  const plan = (
    await one.data('query ($id: ID!) { employer(id: $id) { accountPlan { revision goals { id title version } } } }', {
      id: employerId,
    })
  ).employer.accountPlan;
  const [first, second] = plan.goals;
  const as = 'accountmanager';
  const before = { title: first.title, measure: 'proefplaatsingen', target: 5 };
  const draft = async (input: object): Promise<Data> => save({ employerId, draft: true, ...input }, as);
  const { plan: drawn } = await draft({
    expectedVersion: plan.revision,
    goals: [
      { id: first.id, ...before },
      { id: second.id, title: second.title, target: 3 },
    ],
  });
  const [mine, other] = drawn.goals;
  const dated = await updateGoal({ id: mine.id, expectedVersion: mine.version, dueOn: '2026-06-30' }, as);
  expect(dated.errors).toEqual([]);
  const unread = await draft({ expectedVersion: drawn.revision, goals: [{ ...before, id: mine.id, dueOn: null }] });
  expect(unread).toMatchObject({ plan: null, errors: [{ code: 'CONFLICT', currentVersion: drawn.revision + 1 }] });
  const { plan: saved } = await draft({
    expectedVersion: drawn.revision + 1,
    goals: [
      { id: mine.id, title: first.title },
      { id: other.id, title: second.title, target: null },
    ],
  });
  expect(saved.goals).toMatchObject([{ ...before, dueOn: '2026-06-30' }, { target: null }]);
});

test('R-012, R-112: the region of the employer settles when its plan is reviewed, wherever its leader works first', async () => {
  await one.query("update employers.professional set region_ids = '{midden-utrecht,rijnmond}' where id = 'prof-01'");
  await one.query(
    `insert into employers.region_agreements select (jsonb_populate_record(r, jsonb_build_object(
       'id', gen_random_uuid(), 'version', 99, 'valid_from', '2019-01-01', 'account_plan_review_months', 1))).*
     from employers.region_agreements r where region_id = 'midden-utrecht' limit 1`,
  );
  const [employer] = (
    await one.query(
      "select employer_id from employers.account_plan where owned_by_id = 'prof-01' and status = 'ACTIVE'",
    )
  ).map(({ employer_id }) => employer_id);
  const { accountPlan } = (
    await one.data(
      'query ($id: ID!) { employer(id: $id) { accountPlan { drawnUpOn lastReviewedOn nextReviewDue } } }',
      { id: employer },
    )
  ).employer;
  const from = accountPlan.lastReviewedOn ?? accountPlan.drawnUpOn;
  expect(accountPlan.nextReviewDue).toBe(nextReviewDue({ drawnUpOn: from }, 6));
});
