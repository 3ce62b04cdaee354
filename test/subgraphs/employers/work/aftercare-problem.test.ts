import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { clock } from '../../../../runtime/clock.js';
import { takeUpProblem } from '../../../../subgraphs/employers/work/task/take-up-problem.js';
import type { Event } from '../../../../subgraphs/events.js';
import { until } from '../../../until.js';
import { TEST_NOW, type Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let one: EmployersAlone;
beforeAll(async () => {
  one = await employersAlone();
});
afterAll(() => one?.close());

const [dagobert, , , bolderbast] = testCompanies.map(({ id }) => id) as [string, string, string, string];
type Problem = Event<'aftercare.problem'>;

/** A problem that prof-02 logged at Van Gelderen, where prof-01 does the aftercare. */
const problem = (data: Partial<Problem['data']> = {}, more: Partial<Problem> = {}): Problem => ({
  id: randomUUID(),
  type: 'aftercare.problem',
  occurredOn: '2026-03-10',
  recordedAt: '2026-03-10T08:00:00.000Z',
  actorId: 'prof-02',
  data: {
    employerId: vanGelderen.id,
    vacancyId: randomUUID(),
    number: 'V-000000001',
    placementId: randomUUID(),
    entryId: randomUUID(),
    professionalId: 'prof-01',
    regionId: 'rijnmond',
    ...data,
  },
  ...more,
});
const takeUp = (event: Event): Promise<void> =>
  one.subgraph.database.em().transactional((em) => takeUpProblem(em, clock(TEST_NOW), event));
const taskOf = async ({ data: { placementId } }: Problem): Promise<Data> =>
  (
    await one.query(
      `select id, employer_id, title, description, due_on::text, owner_id, created_by_id, status, subject_type, subject_id,
        version from employers.task where subject_id = $1`,
      [placementId],
    )
  )[0];
/** Whom the task of this problem was told to, in the order of their ids. */
const toldTo = async ({ data: { entryId } }: Problem): Promise<unknown[]> =>
  (await one.query('select recipient_id from employers.notification where subject_id = $1 order by 1', [entryId])).map(
    ({ recipient_id }) => recipient_id,
  );
const linesOf = async ({ data: { entryId } }: Problem) =>
  one.query('select employer_id, kind, title, actor_id from employers.timeline_entry where subject_id = $1', [entryId]);

describe('R-099: a problem in aftercare becomes a task', () => {
  test('of who does the aftercare, due within two working days, on the timeline and told of once', async () => {
    const told = problem();
    await takeUp(told);
    expect(await taskOf(told)).toEqual({
      id: told.data.entryId,
      employer_id: vanGelderen.id,
      title: 'Los het probleem in de nazorg op: plaatsing op vacature V-000000001',
      description: null,
      due_on: '2026-03-12',
      owner_id: 'prof-01',
      created_by_id: 'prof-02',
      status: 'OPEN',
      subject_type: 'Placement',
      subject_id: told.data.placementId,
      version: 1,
    });
    expect(await linesOf(told)).toEqual([
      {
        employer_id: vanGelderen.id,
        kind: 'TASK',
        title: 'Actie: Los het probleem in de nazorg op: plaatsing op vacature V-000000001',
        actor_id: 'prof-02',
      },
    ]);
    expect(await toldTo(told)).toEqual(['prof-01']);
  });

  test.each([
    ['Monday', '2026-03-09', '2026-03-11'],
    ['Tuesday', '2026-03-10', '2026-03-12'],
    ['Wednesday', '2026-03-11', '2026-03-13'],
    ['Thursday', '2026-03-12', '2026-03-16'],
    ['Friday', '2026-03-13', '2026-03-17'],
    ['Saturday', '2026-03-14', '2026-03-17'],
    ['Sunday', '2026-03-15', '2026-03-17'],
    ['Friday at the end of a month', '2026-02-27', '2026-03-03'],
  ])('logged on %s %s it is due on %s', async (_, occurredOn, dueOn) => {
    const told = problem({}, { occurredOn });
    await takeUp(told);
    expect((await taskOf(told)).due_on).toBe(dueOn);
  });

  test('it stands first in the work queue of its owner when it is due first, and can be done like any other', async () => {
    const told = problem({}, { occurredOn: '2025-12-01' });
    await takeUp(told);
    const { workQueue } = await one.data('{ workQueue { tasks { id dueOn employer { id } subjectType } } }');
    expect(workQueue.tasks[0]).toEqual({
      id: told.data.entryId,
      dueOn: '2025-12-03',
      employer: { id: vanGelderen.id },
      subjectType: 'Placement',
    });
    const done = await one.data(
      `mutation ($input: SetTaskStatusInput!) { setTaskStatus(input: $input) { task { status } errors { code } } }`,
      { input: { id: told.data.entryId, status: 'DONE', expectedVersion: 1 } },
    );
    expect(done.setTaskStatus).toEqual({ task: { status: 'DONE' }, errors: [] });
  });

  test('told twice, also at once, it is one task, one line and one notification', async () => {
    const told = problem();
    await Promise.all([takeUp(told), takeUp(told)]);
    await takeUp({ ...told, id: randomUUID() });
    expect(await one.query('select id from employers.task where id = $1', [told.data.entryId])).toHaveLength(1);
    expect(await linesOf(told)).toHaveLength(1);
    expect(await toldTo(told)).toEqual(['prof-01']);
  });

  test('told again after it was done, it stays done', async () => {
    const told = problem();
    await takeUp(told);
    await one.query("update employers.task set status = 'DONE', completed_at = now() where id = $1", [
      told.data.entryId,
    ]);
    await takeUp(told);
    expect(await taskOf(told)).toMatchObject({ status: 'DONE' });
  });

  test('it comes by the outbox', async () => {
    const { id, type, occurredOn, actorId, data, recordedAt } = problem();
    await one.subgraph.database
      .em()
      .transactional((em) =>
        one.outbox.publish(em, { id, type, occurredOn, actorId, data, recordedAt: new Date(recordedAt) }),
      );
    await until(
      async () => (await one.query('select id from employers.task where id = $1', [data.entryId])).length === 1,
    );
  });

  test('who logs a problem of the own aftercare is not told of it', async () => {
    const told = problem({}, { actorId: 'prof-01' });
    await takeUp(told);
    expect(await taskOf(told)).toMatchObject({ owner_id: 'prof-01', created_by_id: 'prof-01' });
    expect(await toldTo(told)).toEqual([]);
  });

  test('logged by somebody whom employers does not know, it is told to its owner all the same', async () => {
    const told = problem({}, { actorId: 'prof-99' });
    await takeUp(told);
    expect(await taskOf(told)).toMatchObject({ owner_id: 'prof-01', created_by_id: 'prof-01' });
    expect(await toldTo(told)).toEqual(['prof-01']);
  });

  test('of an employer without a dossier it is a task all the same', async () => {
    const told = problem({ employerId: randomUUID() });
    await takeUp(told);
    expect(await taskOf(told)).toMatchObject({ employer_id: null, owner_id: 'prof-01' });
    expect(await linesOf(told)).toEqual([]);
    expect(await toldTo(told)).toEqual(['prof-01']);
  });

  test.each([
    ['no entry', { entryId: undefined }],
    ['an entry that is no id', { entryId: 'x' }],
    ['no placement', { placementId: undefined }],
    ['no region', { regionId: undefined }],
  ])('with %s it is no event of ours, and nothing is written', async (_, data) => {
    const before = await one.query('select count(*) from employers.task');
    await expect(takeUp(problem(data as never))).rejects.toThrow('invalid');
    expect(await one.query('select count(*) from employers.task')).toEqual(before);
  });

  test('other events make no task', async () => {
    const before = await one.query('select count(*) from employers.task');
    await takeUp({ ...problem(), type: 'vacancy.logged' } as never);
    expect(await one.query('select count(*) from employers.task')).toEqual(before);
  });
});

describe('R-043: of a merged dossier', () => {
  test('the task stands on the dossier that was kept', async () => {
    const merged = randomUUID();
    await one.query(
      `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, lwa,
         registered_at, version, merged_into_id)
       values ($1, 'WBS-7777777', 'rijnmond', 'Dubbel bedrijf', 'DIRECT_EMPLOYER', 'CUSTOMER', false, '{}', now(), 1, $2)`,
      [merged, dagobert],
    );
    const told = problem({ employerId: merged, professionalId: 'prof-13' });
    await takeUp(told);
    expect(await taskOf(told)).toMatchObject({ employer_id: dagobert, owner_id: 'prof-13' });
    expect(await linesOf(told)).toMatchObject([{ employer_id: dagobert }]);
  });
});

describe('R-044: who did the aftercare and left', () => {
  const atWork = (active: boolean, ...ids: string[]) =>
    one.query('update employers.professional set active = $1 where id = any($2)', [active, ids]);
  beforeEach(() => one.query('update employers.professional set active = true'));
  afterAll(() => one.query('update employers.professional set active = true'));

  test('leaves the task to the main holder of the account in the region, who reads why', async () => {
    await atWork(false, 'prof-02');
    const told = problem({ professionalId: 'prof-02' }, { actorId: 'prof-04' });
    await takeUp(told);
    expect(await taskOf(told)).toMatchObject({
      owner_id: 'prof-01',
      description: 'Deze actie komt bij u: wie de nazorg deed, is niet meer werkzaam.',
    });
    expect(await toldTo(told)).toEqual(['prof-01']);
  });

  test('leaves it to another holder when the main holder left too', async () => {
    await atWork(false, 'prof-02', 'prof-12');
    const told = problem({ professionalId: 'prof-02', employerId: bolderbast });
    await takeUp(told);
    expect(await taskOf(told)).toMatchObject({ owner_id: 'prof-13' });
  });

  test('R-125: without a holder at work, leaves it to the lead of the team, and else to the managers of the region', async () => {
    await atWork(false, 'prof-02');
    const toLead = problem({ professionalId: 'prof-02', employerId: randomUUID() });
    await takeUp(toLead);
    expect(await taskOf(toLead)).toMatchObject({ owner_id: 'prof-01', employer_id: null });
    await atWork(false, 'prof-01');
    const toManager = problem({ professionalId: 'prof-02', employerId: randomUUID() });
    await takeUp(toManager);
    expect(await taskOf(toManager)).toMatchObject({ owner_id: 'prof-05' });
  });

  test('somebody whom employers never knew leaves it likewise', async () => {
    const told = problem({ professionalId: 'prof-99' });
    await takeUp(told);
    expect(await taskOf(told)).toMatchObject({ owner_id: 'prof-01' });
  });

  test('with nobody at work it fails and is tried again, rather than lying with nobody', async () => {
    await one.query('update employers.professional set active = false');
    const told = problem();
    await expect(takeUp(told)).rejects.toThrow('nobody at work');
    expect(await taskOf(told)).toBeUndefined();
  });

  test('R-059: of who is away, the deputies are told too', async () => {
    await one.query("update employers.professional set unavailable_until = '2026-03-20' where id = 'prof-01'");
    const told = problem({}, { actorId: 'prof-04' });
    await takeUp(told);
    expect(await taskOf(told)).toMatchObject({ owner_id: 'prof-01' });
    expect(await toldTo(told)).toEqual(['prof-01', 'prof-02']);
    await one.query("update employers.professional set unavailable_until = null where id = 'prof-01'");
  });
});
