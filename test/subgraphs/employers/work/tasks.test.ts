import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { vanGelderen } from '../../../../demo/employers.js';
import { following } from '../../../../subgraphs/employers/work/task/set-task-status.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let one: EmployersAlone;
beforeAll(async () => {
  one = await employersAlone();
});
afterAll(() => one?.close());

const TASK = `task { id title description dueOn status kind referredTo completedAt mailedAt version
  owner { id } createdBy { id } employer { id } subjectType subjectId }
  notices { code } errors { code path message requirement currentVersion }`;
const PLAN = `mutation ($input: PlanTaskInput!) { planTask(input: $input) { ${TASK} } }`;
const UPDATE = `mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { ${TASK} } }`;
const STATUS = `mutation ($input: SetTaskStatusInput!) { setTaskStatus(input: $input) { ${TASK} } }`;

const input = { title: 'Werkgever bellen', ownerId: 'prof-02', employerId: vanGelderen.id };
const plan = async (given: Record<string, unknown> = {}, as = 'accountmanager') =>
  (await one.data(PLAN, { input: { ...input, ...given } }, { as })).planTask;
const setStatus = async (id: string, status: string, as = 'matchmaker', expectedVersion?: number) =>
  (await one.data(STATUS, { input: { id, status, expectedVersion } }, { as })).setTaskStatus;
const notificationsOf = (recipient: string, subjectId: string) =>
  one.query('select kind, title from employers.notification where recipient_id = $1 and subject_id = $2 order by id', [
    recipient,
    subjectId,
  ]);
const counts = async () =>
  (
    await one.query(
      `select (select count(*)::int from employers.task) as tasks, (select count(*)::int from employers.mail) as mails,
        (select count(*)::int from employers.timeline_entry) as lines, (select count(*)::int from employers.notification) as told`,
    )
  )[0];

describe('a task', () => {
  test('R-008, R-093: put out to a colleague, it stands on the dossier and the timeline, and the colleague is told', async () => {
    const { task, errors } = await plan({ description: 'Over de nachtritten', dueOn: '2026-03-17' });
    expect(errors).toEqual([]);
    expect(task).toMatchObject({
      title: 'Werkgever bellen',
      description: 'Over de nachtritten',
      dueOn: '2026-03-17',
      status: 'OPEN',
      kind: 'ACTION',
      owner: { id: 'prof-02' },
      createdBy: { id: 'prof-01' },
      employer: { id: vanGelderen.id },
      version: 1,
    });
    expect(await notificationsOf('prof-02', task.id)).toEqual([
      { kind: 'TASK_ASSIGNED', title: 'Actie voor u: Werkgever bellen' },
    ]);
    expect(
      await one.query('select kind, title, actor_id from employers.timeline_entry where subject_id = $1', [task.id]),
    ).toEqual([{ kind: 'TASK', title: 'Actie: Werkgever bellen', actor_id: 'prof-01' }]);
  });

  test('R-093: for oneself, it tells nobody', async () => {
    const { task } = await plan({ ownerId: 'prof-01' });
    expect(await notificationsOf('prof-01', task.id)).toEqual([]);
  });

  test('R-041: a question that is referred on names to whom, and stands on the timeline as such', async () => {
    const { errors } = await plan({ kind: 'REFERRAL' });
    expect(errors).toMatchObject([{ code: 'REQUIRED', path: ['input', 'referredTo'], requirement: 'R-041' }]);
    const { task } = await plan({ kind: 'REFERRAL', referredTo: 'Economische Zaken', title: 'Vraag over uitbreiding' });
    expect(task).toMatchObject({ kind: 'REFERRAL', referredTo: 'Economische Zaken' });
    const [line] = await one.query('select title from employers.timeline_entry where subject_id = $1', [task.id]);
    expect(line!.title).toBe('Doorverwezen naar Economische Zaken: Vraag over uitbreiding');
  });

  test('R-094: with a mail, the request for it is written in the same transaction', async () => {
    const { task } = await plan({ mail: true });
    expect(
      await one.query(
        'select kind, recipient_ids, requested_by_id, settled_at from employers.mail where subject_id = $1',
        [task.id],
      ),
    ).toEqual([{ kind: 'TASK', recipient_ids: ['prof-02'], requested_by_id: 'prof-01', settled_at: null }]);
  });

  test.each([
    ['no title', { title: '  ' }, 'TOO_SHORT', ['input', 'title']],
    ['a title without end', { title: 'x'.repeat(201) }, 'TOO_LONG', ['input', 'title']],
    ['a description without end', { description: 'x'.repeat(2001) }, 'TOO_LONG', ['input', 'description']],
    ['an owner who does not exist', { ownerId: 'prof-99' }, 'UNKNOWN_OWNER', ['input', 'ownerId']],
    [
      'an employer without a dossier',
      { employerId: 'b0000000-0000-4000-8000-00000000ffff' },
      'UNKNOWN_EMPLOYER',
      ['input', 'employerId'],
    ],
    ['an id that is none', { employerId: 'x' }, 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
    ['a day in the past', { dueOn: '2026-03-09' }, 'DUE_TOO_EARLY', ['input', 'dueOn']],
    ['a subject half told', { subjectType: 'Vacancy' }, 'INVALID_SUBJECT', ['input', 'subjectId']],
    [
      'a subject of no type',
      { subjectType: 'vacature!', subjectId: vanGelderen.id },
      'INVALID_SUBJECT',
      ['input', 'subjectType'],
    ],
    [
      'a subject of a type that nobody knows',
      { subjectType: 'Foo', subjectId: vanGelderen.id },
      'INVALID_SUBJECT',
      ['input', 'subjectType'],
    ],
    [
      'a subject that is not there',
      { subjectType: 'ContactMoment', subjectId: vanGelderen.id },
      'UNKNOWN_SUBJECT',
      ['input', 'subjectId'],
    ],
    [
      'a subject whose id is none',
      { subjectType: 'Vacancy', subjectId: 'x' },
      'UNKNOWN_SUBJECT',
      ['input', 'subjectId'],
    ],
    ['a referral to nobody', { kind: 'REFERRAL', referredTo: 'x' }, 'TOO_SHORT', ['input', 'referredTo']],
  ])('with %s is refused, and nothing is written', async (_, wrong, code, path) => {
    const before = await counts();
    const { task, errors } = await plan({ ...wrong, mail: true });
    expect(task).toBeNull();
    expect(errors).toMatchObject([{ code, path }]);
    expect(errors[0].message).toMatch(/^[A-Za-z].{15,}\.$/);
    expect(await counts()).toEqual(before);
  });

  test('R-008: about a contact, an employer or a vacancy keeps what it is about', async () => {
    const [moment] = await one.query('select id from employers.contact_moment limit 1');
    for (const [subjectType, subjectId] of [
      ['ContactMoment', moment!.id],
      ['Employer', vanGelderen.id],
      ['Vacancy', '7e570000-0000-4000-8000-000000000001'],
    ])
      expect(await plan({ subjectType, subjectId })).toMatchObject({ errors: [], task: { subjectType, subjectId } });
  });

  test('half told what it is about, it is asked for in words that everybody knows', async () => {
    const { errors } = await plan({ subjectType: 'Vacancy' });
    expect(errors[0].message).toBe('Noem het kenmerk (subjectId) van waar de actie over gaat.');
  });

  test('missing what is required, or of a wrong type, is refused before anybody looks', async () => {
    for (const wrong of [{ ownerId: 'prof-02' }, { ...input, dueOn: 'morgen' }, { ...input, kind: 'WENS' }]) {
      const { errors } = await one.ask(PLAN, { input: wrong });
      expect(errors?.length).toBeGreaterThan(0);
    }
  });

  test.each([
    ['2026-03-09', true],
    ['2026-03-10', false],
    [null, false],
  ])('R-088: due on %s is overdue on 10 March 2026 while it is open: %s', async (dueOn, overdue) => {
    const { task } = await plan({ title: 'Binnen een week bellen' });
    await one.query('update employers.task set due_on = $1 where id = $2', [dueOn, task.id]);
    const read = async () =>
      (await one.data('{ workQueue { tasks { id overdue } } }', {}, { as: 'matchmaker' })).workQueue.tasks.find(
        ({ id }: Data) => id === task.id,
      );
    expect(await read()).toEqual({ id: task.id, overdue });
    await setStatus(task.id, 'DONE');
    expect(await read()).toBeUndefined();
  });

  test('asked for twice under one key is planned once', async () => {
    const asked = { input: { ...input, title: 'Eén keer' } };
    const first = await one.data(PLAN, asked, { idempotencyKey: 'task-1' });
    const second = await one.data(PLAN, asked, { idempotencyKey: 'task-1' });
    expect(second.planTask.task.id).toBe(first.planTask.task.id);
    expect(await one.query("select 1 from employers.task where title = 'Eén keer'")).toHaveLength(1);
  });

  test('may not be planned by an analyst', async () => {
    const { errors } = await one.ask(PLAN, { input }, { as: 'analyst' });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('the status of a task', () => {
  const all = Object.keys(following) as (keyof typeof following)[];
  const pairs = all.flatMap((from) => all.filter((to) => to !== from).map((to) => [from, to] as const));

  test.each(pairs)('R-093: %s to %s', async (from, to) => {
    const { task } = await plan();
    if (from !== 'OPEN') await setStatus(task.id, from);
    const result = await setStatus(task.id, to);
    if (following[from].includes(to as never)) {
      expect(result).toMatchObject({ task: { status: to }, errors: [] });
      expect(Boolean(result.task.completedAt)).toBe(to === 'DONE' || to === 'CANCELLED');
      expect(result.notices.map((n: { code: string }) => n.code)).toEqual(
        from === 'DONE' || from === 'CANCELLED' ? ['TASK_REOPENED'] : [],
      );
    } else {
      expect(result).toMatchObject({ task: null, errors: [{ code: 'INVALID_TRANSITION', path: ['input', 'status'] }] });
    }
  });

  test('once more the same changes nothing', async () => {
    const { task } = await plan();
    expect(await setStatus(task.id, 'OPEN')).toMatchObject({ task: { status: 'OPEN', version: 1 }, errors: [] });
  });

  test('R-093: done, it tells who put it out; opened again, it tells the other', async () => {
    const { task } = await plan();
    await setStatus(task.id, 'DONE');
    expect(await notificationsOf('prof-01', task.id)).toEqual([
      { kind: 'TASK_CLOSED', title: 'Actie klaar: Werkgever bellen' },
    ]);
    await setStatus(task.id, 'OPEN', 'accountmanager');
    expect((await notificationsOf('prof-02', task.id)).at(-1)).toEqual({
      kind: 'TASK_ASSIGNED',
      title: 'Actie weer open: Werkgever bellen',
    });
  });

  test('R-059: is for the owner, who put it out, and the deputy of an owner; others are refused', async () => {
    const { task } = await plan();
    expect(await setStatus(task.id, 'IN_PROGRESS', 'casemanager')).toMatchObject({
      task: null,
      errors: [{ code: 'NOT_YOURS', requirement: 'R-059' }],
    });
    await one.query("update employers.professional set deputy_ids = '{prof-03}' where id = 'prof-02'");
    expect(await setStatus(task.id, 'IN_PROGRESS', 'casemanager')).toMatchObject({ task: { status: 'IN_PROGRESS' } });
    await one.query("update employers.professional set deputy_ids = '{}' where id = 'prof-02'");
  });

  test('is refused for a stale version, with the current one', async () => {
    const { task } = await plan();
    await setStatus(task.id, 'IN_PROGRESS');
    expect(await setStatus(task.id, 'DONE', 'matchmaker', 1)).toMatchObject({
      errors: [{ code: 'CONFLICT', currentVersion: 2 }],
    });
  });

  test.each(['b0000000-0000-4000-8000-00000000ffff', 'x'])('of task %s is unknown', async (id) => {
    expect(await setStatus(id, 'DONE')).toMatchObject({ errors: [{ code: 'UNKNOWN_TASK', path: ['input', 'id'] }] });
  });
});

describe('the tasks of somebody who is not there', () => {
  const away = (id: string, until: string | null, deputies: string[] = []) =>
    one.query('update employers.professional set unavailable_until = $2, deputy_ids = $3 where id = $1', [
      id,
      until,
      deputies,
    ]);

  test.each([
    ['2026-03-09', []],
    ['2026-03-10', ['prof-14']],
    ['2026-03-20', ['prof-14']],
  ])(
    'R-059: away until %s on 10 March 2026, who puts out a task reads so, and %j are told too',
    async (until, told) => {
      await away('prof-13', until, ['prof-14']);
      const { task, notices } = await plan({ ownerId: 'prof-13' });
      expect(notices).toEqual(told.map(() => ({ code: 'COLLEAGUE_ABSENT' })));
      expect(await notificationsOf('prof-13', task.id)).toHaveLength(1);
      expect(await notificationsOf('prof-14', task.id)).toHaveLength(told.length);
      const handed = await plan({ ownerId: 'prof-01' });
      const { updateTask } = await one.data(UPDATE, { input: { id: handed.task.id, ownerId: 'prof-13' } });
      expect(updateTask.notices).toEqual(told.map(() => ({ code: 'COLLEAGUE_ABSENT' })));
      expect(await notificationsOf('prof-14', handed.task.id)).toHaveLength(told.length);
      await away('prof-13', null);
    },
  );

  test('R-044: of who left stand with who replaces them, and are carried on by them or by who holds the account', async () => {
    const { task } = await plan();
    await one.query("update employers.task set owner_id = 'prof-16', created_by_id = 'prof-16' where id = $1", [
      task.id,
    ]);
    await away('prof-16', null, ['prof-03']);
    const queue = async () =>
      (await one.data('{ workQueue { tasksOfAbsent { id } } }', {}, { as: 'casemanager' })).workQueue.tasksOfAbsent.map(
        ({ id }: Data) => id,
      );
    expect(await queue()).not.toContain(task.id);
    expect(await setStatus(task.id, 'IN_PROGRESS', 'accountmanager')).toMatchObject({
      errors: [{ code: 'NOT_YOURS' }],
    });
    await one.query("update employers.professional set active = false where id = 'prof-16'");
    try {
      expect(await queue()).toContain(task.id);
      expect(await setStatus(task.id, 'IN_PROGRESS', 'municipal')).toMatchObject({ errors: [{ code: 'NOT_YOURS' }] });
      expect(await setStatus(task.id, 'IN_PROGRESS', 'casemanager')).toMatchObject({ errors: [] });
      const { updateTask } = await one.data(UPDATE, { input: { id: task.id, ownerId: 'prof-01' } });
      expect(updateTask).toMatchObject({ task: { owner: { id: 'prof-01' } }, errors: [] });
    } finally {
      await one.query("update employers.professional set active = true, deputy_ids = '{}' where id = 'prof-16'");
    }
  });
});

describe('changing a task', () => {
  const update = async (given: Record<string, unknown>, as = 'accountmanager') =>
    (await one.data(UPDATE, { input: given }, { as })).updateTask;

  test('R-093: hands it to another, who is told; what is left out stays', async () => {
    const { task } = await plan({ description: 'Toelichting', dueOn: '2026-03-20' });
    const result = await update({ id: task.id, ownerId: 'prof-04', dueOn: '2026-03-25', expectedVersion: 1 });
    expect(result).toMatchObject({
      task: { owner: { id: 'prof-04' }, dueOn: '2026-03-25', description: 'Toelichting', version: 2 },
      errors: [],
    });
    expect(await notificationsOf('prof-04', task.id)).toHaveLength(1);
    expect((await notificationsOf('prof-02', task.id)).at(-1)).toEqual({
      kind: 'TASK_CLOSED',
      title: 'Actie overgedragen aan Dirk-Jan Meerkerk: Werkgever bellen',
    });
    expect(
      await one.query('select title from employers.timeline_entry where subject_id = $1 order by at, id', [task.id]),
    ).toEqual(expect.arrayContaining([{ title: 'Actie overgedragen aan Dirk-Jan Meerkerk: Werkgever bellen' }]));
  });

  test.each([
    ['an empty title', { title: null }, 'NOT_EMPTY', 'title'],
    ['a title that is too short', { title: 'a' }, 'TOO_SHORT', 'title'],
    ['nobody', { ownerId: null }, 'NOT_EMPTY', 'ownerId'],
    ['somebody unknown', { ownerId: 'prof-99' }, 'UNKNOWN_OWNER', 'ownerId'],
    ['a day in the past', { dueOn: '2020-01-01' }, 'DUE_TOO_EARLY', 'dueOn'],
    ['a stale version', { title: 'Nieuwe titel', expectedVersion: 7 }, 'CONFLICT', 'expectedVersion'],
  ])('to %s is refused', async (_, wrong, code, field) => {
    const { task } = await plan();
    expect(await update({ id: task.id, ...wrong })).toMatchObject({
      task: null,
      errors: [{ code, path: ['input', field] }],
    });
  });

  test('that is over is refused until it is opened again', async () => {
    const { task } = await plan();
    await setStatus(task.id, 'CANCELLED');
    expect(await update({ id: task.id, title: 'Toch anders' })).toMatchObject({ errors: [{ code: 'TASK_CLOSED' }] });
  });
});

describe('the tasks of an employer', () => {
  const LIST = `query ($status: TaskStatus, $first: Int, $after: String) { employer(id: "06b80e32-8b36-5c3d-bd04-b7d244558236") {
    tasks(status: $status, first: $first, after: $after) { totalCount edges { cursor node { title dueOn status } } pageInfo { hasNextPage endCursor } } } }`;
  const employerId = '06b80e32-8b36-5c3d-bd04-b7d244558236';

  test('stand in order of their day, without a day last, page by page', async () => {
    const days = ['2026-04-03', null, '2026-04-01', '2026-04-02', null];
    for (const [n, dueOn] of days.entries()) await plan({ employerId, title: `Actie ${n}`, dueOn });
    const seen: (string | null)[] = [];
    let after: string | null = null;
    for (let page = 0; page < 10; page++) {
      const { tasks }: Data = (await one.data(LIST, { first: 2, after, status: 'OPEN' })).employer;
      seen.push(...tasks.edges.map((edge: { node: { dueOn: string | null } }) => edge.node.dueOn));
      if (!tasks.pageInfo.hasNextPage) break;
      after = tasks.pageInfo.endCursor;
    }
    const dated = seen.filter((day) => day !== null);
    expect(dated).toEqual([...dated].sort());
    expect(seen.slice(dated.length).every((day) => day === null)).toBe(true);
    expect(seen.length).toBeGreaterThanOrEqual(days.length);
    expect((await one.data(LIST, { status: 'DONE' })).employer.tasks.totalCount).toBe(0);
  });
});
