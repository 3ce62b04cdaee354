import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { vanGelderen } from '../../../../demo/employers.js';
import { clock } from '../../../../runtime/clock.js';
import { remind } from '../../../../subgraphs/employers/notification/daily-round.js';
import { NotificationKind } from '../../../../subgraphs/employers/notification/notification.js';
import { notify } from '../../../../subgraphs/employers/notification/notify.js';
import { confirmationDue } from '../../../../subgraphs/employers/work/confirmation-due.js';
import { TEST_NOW, type Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let one: EmployersAlone;
beforeAll(async () => {
  one = await employersAlone();
});
afterAll(() => one?.close());

const READ = `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) {
  notifications { id readAt } errors { code path message } } }`;
const LIST = `query ($unreadOnly: Boolean!, $since: DateTime, $first: Int! = 50) {
  notifications(unreadOnly: $unreadOnly, since: $since, first: $first) { id kind title readAt at subjectType subjectId recipient { id } employer { id } } }`;
let subjects = 0;
const tell = (recipientId: string, title = 'Iets nieuws', now = TEST_NOW, occasion?: string) =>
  one.subgraph.database.em().transactional((em) =>
    notify(em, clock(now), {
      kind: NotificationKind.REGISTER_CHANGE,
      recipientIds: [recipientId],
      actorId: null,
      title,
      employerId: vanGelderen.id,
      subjectType: 'Employer',
      subjectId: occasion ? vanGelderen.id : `subject-${++subjects}`,
      ...(occasion ? { occasion } : {}),
    }),
  );
const list = async (as: string, given: Record<string, unknown> = {}): Promise<Data[]> =>
  (await one.data(LIST, { unreadOnly: true, ...given }, { as })).notifications;

describe('notifications', () => {
  test('R-098: are one’s own, newest first, until they are read', async () => {
    await tell('prof-05', 'Eerst', '2026-03-01T09:00:00Z');
    await tell('prof-05', 'Daarna', '2026-03-02T09:00:00Z');
    await tell('prof-06', 'Van een ander');
    const found = await list('manager');
    expect(found.map(({ title }) => title)).toEqual(['Daarna', 'Eerst']);
    expect(found[0]).toMatchObject({ recipient: { id: 'prof-05' }, employer: { id: vanGelderen.id }, readAt: null });
    const { markNotificationsRead } = await one.data(READ, { input: { ids: [found[0]!.id] } }, { as: 'manager' });
    expect(markNotificationsRead).toMatchObject({ notifications: [{ id: found[0]!.id }], errors: [] });
    expect((await list('manager')).map(({ title }) => title)).toEqual(['Eerst']);
    expect((await list('manager', { unreadOnly: false })).map(({ title }) => title)).toEqual(['Daarna', 'Eerst']);
  });

  test('R-098: are listed since a moment, and no more than asked for', async () => {
    for (const day of ['03', '04', '05']) await tell('prof-07', `Dag ${day}`, `2026-03-${day}T09:00:00Z`);
    expect((await list('admin', { since: '2026-03-04T09:00:00Z' })).map(({ title }) => title)).toEqual([
      'Dag 05',
      'Dag 04',
    ]);
    expect((await list('admin', { first: 1 })).map(({ title }) => title)).toEqual(['Dag 05']);
  });

  test('R-098: one occasion is told once, however often it is told', async () => {
    for (let time = 0; time < 3; time++) await tell('prof-06', 'Eén keer', TEST_NOW, '2026-03-10');
    expect((await list('analyst')).filter(({ title }) => title === 'Eén keer')).toHaveLength(1);
  });

  test('read once keep the time at which they were read', async () => {
    await tell('prof-06', 'Lezen');
    const [{ id }] = (await list('analyst')) as [Data];
    await one.data(READ, { input: { ids: [id] } }, { as: 'analyst' });
    await one.query("update employers.notification set read_at = '2026-03-01' where id = $1", [id]);
    const { markNotificationsRead } = await one.data(READ, { input: { ids: [id] } }, { as: 'analyst' });
    expect(markNotificationsRead.notifications[0].readAt).toMatch(/^2026-03-01|^2026-02-28/);
  });

  test('of somebody else are not marked, and nothing of one’s own with them', async () => {
    await tell('prof-05', 'Mijn eigen');
    await tell('prof-06', 'Van een ander');
    const [mine] = await list('manager');
    const [other] = await list('analyst');
    const { markNotificationsRead } = await one.data(
      READ,
      { input: { ids: [mine!.id, other!.id] } },
      { as: 'manager' },
    );
    expect(markNotificationsRead).toMatchObject({
      notifications: [],
      errors: [{ code: 'UNKNOWN_NOTIFICATION', path: ['input', 'ids', '1'] }],
    });
    expect((await list('manager')).some(({ id }) => id === mine!.id)).toBe(true);
  });

  test.each([
    ['none', [], 'OUT_OF_RANGE', ['input', 'ids']],
    ['too many', Array.from({ length: 501 }, () => vanGelderen.id), 'OUT_OF_RANGE', ['input', 'ids']],
    ['what is no id', ['x'], 'UNKNOWN_NOTIFICATION', ['input', 'ids', '0']],
  ])('marking %s is refused', async (_, ids, code, path) => {
    const { markNotificationsRead } = await one.data(READ, { input: { ids } });
    expect(markNotificationsRead.errors).toMatchObject([{ code, path }]);
  });

  test.each([0, 201])('a list of %s is refused', async (first) => {
    const { errors } = await one.ask(LIST, { unreadOnly: true, first });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
  });
});

describe('the reminders of a day', () => {
  const PLAN = `mutation ($input: PlanTaskInput!) { planTask(input: $input) { task { id } } }`;
  const at = (now: string) => remind({ clock: clock(now), database: one.subgraph.database });
  const due = (id: string) =>
    one.query(
      "select recipient_id, occasion, title from employers.notification where kind = 'TASK_DUE' and subject_id = $1 order by occasion, recipient_id",
      [id],
    );

  test('R-093: an overdue task is told of once a day, by however many processes, and not on its last day', async () => {
    const { task } = (
      await one.data(PLAN, { input: { title: 'Offerte nabellen', ownerId: 'prof-02', dueOn: '2026-03-11' } })
    ).planTask;
    await at('2026-03-11T09:00:00+01:00');
    expect(await due(task.id)).toEqual([]);
    await Promise.all([at('2026-03-12T09:00:00+01:00'), at('2026-03-12T17:00:00+01:00')]);
    expect(await due(task.id)).toMatchObject([
      { recipient_id: 'prof-02', title: 'Actie over tijd sinds woensdag 11 maart 2026: Offerte nabellen' },
    ]);
    await at('2026-03-13T09:00:00+01:00');
    expect(await due(task.id)).toHaveLength(2);
  });

  test('R-059: of an absent owner the deputies are told too; of a task that is done nobody is', async () => {
    await one.query(
      "update employers.professional set unavailable_until = '2026-04-01', deputy_ids = '{prof-03}' where id = 'prof-02'",
    );
    const plan = async (title: string) =>
      (await one.data(PLAN, { input: { title, ownerId: 'prof-02', dueOn: '2026-03-10' } })).planTask.task.id as string;
    const [open, done] = [await plan('Nog open'), await plan('Al klaar')];
    await one.data('mutation ($input: SetTaskStatusInput!) { setTaskStatus(input: $input) { errors { code } } }', {
      input: { id: done, status: 'DONE' },
    });
    await at('2026-03-14T09:00:00+01:00');
    expect((await due(open)).map((row) => row.recipient_id)).toEqual(['prof-02', 'prof-03']);
    expect(await due(done)).toEqual([]);
    await one.query(
      "update employers.professional set unavailable_until = null, deputy_ids = '{}' where id = 'prof-02'",
    );
  });

  test('R-102: the account holders are told, once, of an agreement that ended without an evaluation', async () => {
    const { registerWorkAgreement } = await one.data(
      'mutation ($input: WorkAgreementInput!) { registerWorkAgreement(input: $input) { agreement { id } errors { code } } }',
      {
        input: {
          employerId: vanGelderen.id,
          kind: 'COVENANT',
          title: 'Convenant logistiek',
          summary: 'Samen opleiden in de regio.',
          partyIds: ['org-rotterdam'],
          validFrom: '2025-01-01',
          validUntil: '2026-03-14',
        },
      },
      { as: 'municipal' },
    );
    const { id } = registerWorkAgreement.agreement;
    const told = () =>
      one.query(
        "select recipient_id from employers.notification where kind = 'AGREEMENT_EVALUATION_DUE' and subject_id = $1 order by recipient_id",
        [id],
      );
    await at('2026-03-14T09:00:00+01:00');
    expect(await told()).toEqual([]);
    for (const day of ['15', '16']) await at(`2026-03-${day}T09:00:00+01:00`);
    expect(await told()).toEqual([{ recipient_id: 'prof-01' }, { recipient_id: 'prof-02' }]);
  });

  test('R-056: who has not confirmed the own contact details for a year is asked to, once a month', async () => {
    await one.query(
      "update employers.professional set contact_details_confirmed_at = '2025-05-01T10:00:00Z' where id = 'prof-01'",
    );
    const told = async () =>
      (
        await one.query(
          "select occasion from employers.notification where kind = 'CONTACT_DETAILS_DUE' and recipient_id = 'prof-01' and occasion >= 'Professional prof-01 2026-04'",
        )
      ).length;
    await at('2026-04-30T09:00:00+02:00');
    expect(await told()).toBe(0);
    for (const day of ['2026-05-01', '2026-05-20', '2026-06-02']) await at(`${day}T09:00:00+02:00`);
    expect(await told()).toBe(2);
  });
});

test.each([
  ['never', null, '2026-03-10', true],
  ['a year ago less a day', '2025-03-11T09:00:00Z', '2026-03-10', false],
  ['a year ago to the day', '2025-03-10T09:00:00Z', '2026-03-10', true],
  ['on a leap day', '2024-02-29T09:00:00Z', '2025-02-28', true],
  ['on a leap day, the day before', '2024-02-29T09:00:00Z', '2025-02-27', false],
  ['late on the evening of 9 March, which is the 10th here', '2025-03-09T23:30:00Z', '2026-03-09', false],
])('R-056: contact details confirmed %s (%s) are due on %s: %s', (_, confirmed, today, due) => {
  expect(confirmationDue({ contactDetailsConfirmedAt: confirmed ? new Date(confirmed) : null }, today)).toBe(due);
});

describe('the work queue', () => {
  const QUEUE = `{ workQueue {
    tasks { title dueOn } tasksOfAbsent { title owner { id } } appointments { title } plansDue { id employer { id } }
    holdershipsAtRisk { holder { id } } agreementsToEvaluate { title } contactDetailsToConfirm { id } notifications { kind title } } }`;
  const queue = async (as: string): Promise<Data> => (await one.data(QUEUE, {}, { as })).workQueue;
  const PLAN = `mutation ($input: PlanTaskInput!) { planTask(input: $input) { task { id } } }`;

  test('R-008: a task put out by one appears in the queue of the other, with the notification of it', async () => {
    await one.data(PLAN, { input: { title: 'Van Anouk voor Bilal', ownerId: 'prof-02', dueOn: '2026-03-20' } });
    const { tasks, notifications } = await queue('matchmaker');
    expect(tasks).toContainEqual({ title: 'Van Anouk voor Bilal', dueOn: '2026-03-20' });
    expect(notifications).toContainEqual({ kind: 'TASK_ASSIGNED', title: 'Actie voor u: Van Anouk voor Bilal' });
    expect((await queue('accountmanager')).tasks.map((t: Data) => t.title)).not.toContain('Van Anouk voor Bilal');
  });

  test('R-059: who replaces somebody absent sees the tasks of that one, as long as the absence lasts', async () => {
    const absent = (until: string | null) =>
      one.query(
        "update employers.professional set unavailable_until = $1, deputy_ids = '{prof-03}' where id = 'prof-02'",
        [until],
      );
    await absent('2026-03-10');
    expect((await queue('casemanager')).tasksOfAbsent).toContainEqual({
      title: 'Van Anouk voor Bilal',
      owner: { id: 'prof-02' },
    });
    await absent('2026-03-09');
    expect((await queue('casemanager')).tasksOfAbsent).toEqual([]);
    await absent(null);
    expect((await queue('casemanager')).tasksOfAbsent).toEqual([]);
  });

  test('R-095: holds the appointments of today and the coming week that go on', async () => {
    const plan = async (title: string, startsAt: string) =>
      (
        await one.data(
          'mutation ($input: AppointmentInput!) { planAppointment(input: $input) { appointment { id } } }',
          {
            input: {
              title,
              startsAt,
              endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString(),
              attendeeIds: ['prof-12'],
            },
          },
        )
      ).planAppointment.appointment.id;
    await plan('Gisteren', '2026-03-09T22:00:00Z');
    await plan('Vannacht', '2026-03-09T23:00:00Z');
    await plan('Over een week', '2026-03-17T22:00:00Z');
    await plan('Te ver weg', '2026-03-17T23:00:00Z');
    const off = await plan('Afgezegd', '2026-03-12T09:00:00Z');
    await one.data(
      'mutation ($input: CancelAppointmentInput!) { cancelAppointment(input: $input) { errors { code } } }',
      { input: { id: off } },
    );
    const { appointments } = await queue('prof-12');
    expect(appointments.map((a: Data) => a.title)).toEqual(['Vannacht', 'Over een week']);
  });

  test('shows what threatens: plans to review, accounts that may be taken over, agreements to evaluate, own details', async () => {
    const { plansDue, holdershipsAtRisk, agreementsToEvaluate, contactDetailsToConfirm } =
      await queue('accountmanager');
    expect(plansDue.map((plan: Data) => plan.employer.id)).toEqual(
      (
        await one.query(
          "select employer_id from employers.account_plan where owned_by_id = 'prof-01' and status <> 'CLOSED' and coalesce(last_reviewed_on, drawn_up_on) + interval '6 months' <= '2026-03-24' order by coalesce(last_reviewed_on, drawn_up_on)",
        )
      ).map((row) => row.employer_id),
    );
    expect(plansDue.length).toBeGreaterThan(0);
    for (const { holder } of holdershipsAtRisk) expect(holder.id).toBe('prof-01');
    expect(Array.isArray(agreementsToEvaluate)).toBe(true);
    expect(contactDetailsToConfirm).toBeNull();
    expect((await queue('matchmaker')).contactDetailsToConfirm).toEqual({ id: 'prof-02' });
  });

  test('is not for an analyst', async () => {
    const { errors } = await one.ask(QUEUE, {}, { as: 'analyst' });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
