import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { vanGelderen, testCompanies } from '../../../../demo/employers.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let one: EmployersAlone;
let contactPersonId: string;
let strangerId: string;
const other = testCompanies[0]!.id;

beforeAll(async () => {
  one = await employersAlone();
  const personOf = async (employerId: string) =>
    (await one.query('select id from employers.contact_person where employer_id = $1 limit 1', [employerId]))[0]!
      .id as string;
  contactPersonId = await personOf(vanGelderen.id);
  strangerId = await personOf(other);
});
afterAll(() => one?.close());

const APPOINTMENT = `appointment { id title startsAt endsAt location sequence cancelled version
  attendees { id } contactPersons { id } organiser { id } employer { id } }
  notices { code message requirement } errors { code path message requirement currentVersion }`;
const PLAN = `mutation ($input: AppointmentInput!) { planAppointment(input: $input) { ${APPOINTMENT} } }`;
const CHANGE = `mutation ($input: ChangeAppointmentInput!) { changeAppointment(input: $input) { ${APPOINTMENT} } }`;
const CANCEL = `mutation ($input: CancelAppointmentInput!) { cancelAppointment(input: $input) { ${APPOINTMENT} } }`;

/** Hours of 2 June 2026 in which no other test plans anything, each used once. */
let hour = 0;
const nextHour = () => {
  const startsAt = new Date(Date.parse('2026-06-02T00:00:00Z') + hour++ * 3_600_000);
  return { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString() };
};
const input = (given: Record<string, unknown> = {}) => ({
  employerId: vanGelderen.id,
  title: 'Voortgang chauffeurs',
  ...nextHour(),
  location: 'Rotterdam',
  attendeeIds: ['prof-01', 'prof-02'],
  contactPersonIds: [contactPersonId],
  ...given,
});
const plan = async (given: Record<string, unknown> = {}, as = 'accountmanager'): Promise<Data> =>
  (await one.data(PLAN, { input: input(given) }, { as })).planAppointment;
const change = async (given: Record<string, unknown>, as = 'accountmanager'): Promise<Data> =>
  (await one.data(CHANGE, { input: given }, { as })).changeAppointment;
const cancel = async (given: Record<string, unknown>, as = 'accountmanager'): Promise<Data> =>
  (await one.data(CANCEL, { input: given }, { as })).cancelAppointment;
const told = (id: string) =>
  one.query('select kind, recipient_id from employers.notification where subject_id = $1 order by id', [id]);
const counted = async () =>
  (
    await one.query(
      `select (select count(*)::int from employers.appointment) as appointments,
        (select count(*)::int from employers.timeline_entry) as lines, (select count(*)::int from employers.notification) as told`,
    )
  )[0];

describe('an appointment', () => {
  test('R-095: stands in the agenda of who is there and on the dossier, as one and the same', async () => {
    const { appointment, errors } = await plan();
    expect(errors).toEqual([]);
    expect(appointment).toMatchObject({
      title: 'Voortgang chauffeurs',
      sequence: 0,
      cancelled: false,
      version: 1,
      attendees: [{ id: 'prof-01' }, { id: 'prof-02' }],
      contactPersons: [{ id: contactPersonId }],
      organiser: { id: 'prof-01' },
      employer: { id: vanGelderen.id },
    });
    const { calendar, employer } = await one.data(
      `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
        calendar(professionalId: "prof-02", from: $from, to: $to) { id }
        employer(id: $id) { appointments(from: $from, to: $to) { id } } }`,
      { id: vanGelderen.id, from: appointment.startsAt, to: appointment.endsAt },
    );
    expect(calendar).toEqual([{ id: appointment.id }]);
    expect(employer.appointments).toEqual([{ id: appointment.id }]);
    expect(await told(appointment.id)).toEqual([{ kind: 'APPOINTMENT_PLANNED', recipient_id: 'prof-02' }]);
    expect(
      await one.query('select kind, title from employers.timeline_entry where subject_id = $1', [appointment.id]),
    ).toEqual([{ kind: 'APPOINTMENT', title: 'Voortgang chauffeurs: dinsdag 2 juni 2026 om 02:00' }]);
  });

  test('can be moved after one of who are there has left, who cannot be invited anew', async () => {
    const { appointment } = await plan({ attendeeIds: ['prof-01', 'prof-16'] });
    await one.query("update employers.professional set active = false where id = 'prof-16'");
    try {
      const moved = await change({ id: appointment.id, ...nextHour() });
      expect(moved).toMatchObject({ appointment: { sequence: 1 }, errors: [] });
      const { errors } = await change({ id: appointment.id, attendeeIds: ['prof-01', 'prof-16'] });
      expect(errors).toMatchObject([{ code: 'UNKNOWN_ATTENDEE', path: ['input', 'attendeeIds', '1'] }]);
    } finally {
      await one.query("update employers.professional set active = true where id = 'prof-16'");
    }
  });

  test('R-095: who is elsewhere at that time is a notice, and one after the other is none', async () => {
    const first = await plan({ attendeeIds: ['prof-04'] }, 'municipal');
    const { startsAt, endsAt } = first.appointment;
    const second = await plan({ attendeeIds: ['prof-04', 'prof-01'], startsAt, endsAt }, 'municipal');
    expect(second.errors).toEqual([]);
    expect(second.notices).toMatchObject([{ code: 'OVERLAPPING_APPOINTMENT', requirement: 'R-095' }]);
    expect(second.notices[0].message).toContain('Dirk-Jan Meerkerk');
    const after = await plan({ attendeeIds: ['prof-04'] }, 'municipal');
    expect(after.notices).toEqual([]);
  });

  test.each([
    ['2026-06-01', []],
    ['2026-06-02', ['Dirk-Jan Meerkerk is afwezig tot en met dinsdag 2 juni 2026.']],
  ])('R-059: with somebody who is away until %s, on 2 June, says so', async (until, messages) => {
    await one.query("update employers.professional set unavailable_until = $1 where id = 'prof-04'", [until]);
    const { appointment, notices } = await plan({ attendeeIds: ['prof-04'] }, 'municipal');
    expect(appointment.startsAt).toMatch(/^2026-06-02/);
    expect(notices.map((notice: Data) => notice.message)).toEqual(messages);
    await one.query("update employers.professional set unavailable_until = null where id = 'prof-04'");
  });

  test('R-095: one among colleagues has no employer', async () => {
    const { appointment, errors } = await plan({ employerId: null, contactPersonIds: null });
    expect(errors).toEqual([]);
    expect(appointment.employer).toBeNull();
  });

  const from = '2026-07-01T09:00:00Z';
  test.each([
    ['no title', { title: ' ' }, 'TOO_SHORT', ['input', 'title']],
    ['a title without end', { title: 'x'.repeat(201) }, 'TOO_LONG', ['input', 'title']],
    ['a place without end', { location: 'x'.repeat(201) }, 'TOO_LONG', ['input', 'location']],
    [
      'an end before its begin',
      { startsAt: from, endsAt: '2026-07-01T08:00:00Z' },
      'ENDS_TOO_EARLY',
      ['input', 'endsAt'],
    ],
    ['no length', { startsAt: from, endsAt: from }, 'ENDS_TOO_EARLY', ['input', 'endsAt']],
    ['more than 31 days', { startsAt: from, endsAt: '2026-08-02T09:00:00Z' }, 'TOO_LONG', ['input', 'endsAt']],
    ['nobody there', { attendeeIds: [] }, 'OUT_OF_RANGE', ['input', 'attendeeIds']],
    ['somebody unknown', { attendeeIds: ['prof-01', 'prof-99'] }, 'UNKNOWN_ATTENDEE', ['input', 'attendeeIds', '1']],
    ['no dossier', { employerId: 'x', contactPersonIds: [] }, 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
  ])('with %s is refused, and nothing is written', async (_, wrong, code, path) => {
    const before = await counted();
    const result = await plan(wrong);
    expect(result).toMatchObject({ appointment: null, errors: [{ code, path }] });
    expect(await counted()).toEqual(before);
  });

  test('with a contact person of another employer is refused', async () => {
    expect(await plan({ contactPersonIds: [contactPersonId, strangerId] })).toMatchObject({
      appointment: null,
      errors: [{ code: 'UNKNOWN_CONTACT_PERSON', path: ['input', 'contactPersonIds', '1'] }],
    });
  });

  test('asked for twice under one key is planned once', async () => {
    const asked = { input: input({ title: 'Eén keer plannen' }) };
    const first = await one.data(PLAN, asked, { idempotencyKey: 'appointment-1' });
    const second = await one.data(PLAN, asked, { idempotencyKey: 'appointment-1' });
    expect(second.planAppointment.appointment.id).toBe(first.planAppointment.appointment.id);
  });
});

describe('changing an appointment', () => {
  test('R-096: raises its sequence, keeps what is left out, and tells who is there and who no longer is', async () => {
    const { appointment } = await plan();
    const { startsAt, endsAt } = nextHour();
    const result = await change({
      id: appointment.id,
      expectedVersion: 1,
      startsAt,
      endsAt,
      attendeeIds: ['prof-01', 'prof-03'],
    });
    expect(result).toMatchObject({
      appointment: {
        sequence: 1,
        version: 2,
        title: 'Voortgang chauffeurs',
        location: 'Rotterdam',
        attendees: [{ id: 'prof-01' }, { id: 'prof-03' }],
      },
      errors: [],
    });
    expect(new Set(await told(appointment.id))).toEqual(
      new Set([
        { kind: 'APPOINTMENT_PLANNED', recipient_id: 'prof-02' },
        { kind: 'APPOINTMENT_PLANNED', recipient_id: 'prof-03' },
        { kind: 'APPOINTMENT_CANCELLED', recipient_id: 'prof-02' },
      ]),
    );
    await change({ id: appointment.id, title: 'Nog eens' });
    expect((await told(appointment.id)).filter((t) => t.kind === 'APPOINTMENT_CHANGED')).toEqual([
      { kind: 'APPOINTMENT_CHANGED', recipient_id: 'prof-03' },
    ]);
  });

  test('R-096: to what it was already changes nothing, and tells nobody', async () => {
    const { appointment } = await plan();
    const before = await counted();
    const { title, startsAt } = appointment;
    const same = { id: appointment.id, title: ` ${title} `, startsAt, attendeeIds: ['prof-01', 'prof-02', 'prof-01'] };
    expect(await change(same)).toMatchObject({ appointment: { sequence: 0, version: 1 }, errors: [] });
    expect(await counted()).toEqual(before);
  });

  test('R-044: of which all have left is for who takes up what its maker had in hand', async () => {
    const { appointment } = await plan({ contactPersonIds: [] });
    await one.query(
      "update employers.appointment set attendee_ids = '{prof-16}', organiser_id = 'prof-16' where id = $1",
      [appointment.id],
    );
    expect(await cancel({ id: appointment.id })).toMatchObject({ errors: [{ code: 'NOT_YOURS' }] });
    await one.query("update employers.professional set active = false where id = 'prof-16'");
    try {
      expect(await cancel({ id: appointment.id }, 'casemanager')).toMatchObject({ errors: [{ code: 'NOT_YOURS' }] });
      expect(await cancel({ id: appointment.id })).toMatchObject({ appointment: { cancelled: true }, errors: [] });
    } finally {
      await one.query("update employers.professional set active = true where id = 'prof-16'");
    }
  });

  test.each([
    ['to an empty title', { title: null }, 'NOT_EMPTY', ['input', 'title']],
    ['to nobody', { attendeeIds: [] }, 'OUT_OF_RANGE', ['input', 'attendeeIds']],
    ['to an end before its begin', { endsAt: '2020-01-01T00:00:00Z' }, 'ENDS_TOO_EARLY', ['input', 'endsAt']],
    ['from a stale version', { title: 'Nieuw', expectedVersion: 9 }, 'CONFLICT', ['input', 'expectedVersion']],
  ])('%s is refused, and its sequence stays', async (_, wrong, code, path) => {
    const { appointment } = await plan();
    expect(await change({ id: appointment.id, ...wrong })).toMatchObject({
      appointment: null,
      errors: [{ code, path }],
    });
    const [row] = await one.query('select sequence, version from employers.appointment where id = $1', [
      appointment.id,
    ]);
    expect(row).toEqual({ sequence: 0, version: 1 });
  });

  test('is for who is there or made it; others are refused', async () => {
    const { appointment } = await plan();
    expect(await change({ id: appointment.id, title: 'Van een ander' }, 'casemanager')).toMatchObject({
      errors: [{ code: 'NOT_YOURS' }],
    });
    expect(await change({ id: appointment.id, title: 'Van wie erbij is' }, 'matchmaker')).toMatchObject({ errors: [] });
  });
});

describe('calling an appointment off', () => {
  test('R-096: leaves it in agendas as cancelled, with a higher sequence, and tells who is there', async () => {
    const { appointment } = await plan();
    expect(await cancel({ id: appointment.id, expectedVersion: 1 })).toMatchObject({
      appointment: { cancelled: true, sequence: 1 },
      errors: [],
    });
    expect((await told(appointment.id)).at(-1)).toEqual({ kind: 'APPOINTMENT_CANCELLED', recipient_id: 'prof-02' });
    expect(await cancel({ id: appointment.id })).toMatchObject({ errors: [{ code: 'APPOINTMENT_CANCELLED' }] });
    expect(await change({ id: appointment.id, title: 'Toch' })).toMatchObject({
      errors: [{ code: 'APPOINTMENT_CANCELLED' }],
    });
    const again = await plan({ startsAt: appointment.startsAt, endsAt: appointment.endsAt });
    expect(again.notices).toEqual([]);
  });

  test.each(['b0000000-0000-4000-8000-00000000ffff', 'x'])('%s is unknown', async (id) => {
    expect(await cancel({ id })).toMatchObject({ errors: [{ code: 'UNKNOWN_APPOINTMENT', path: ['input', 'id'] }] });
  });
});

test.each([
  ['ends before it begins', '2026-03-10T00:00:00Z', '2026-03-09T00:00:00Z'],
  ['is longer than two years', '2026-03-10T00:00:00Z', '2029-03-10T00:00:00Z'],
])('an agenda that %s is refused', async (_, from, to) => {
  const { errors } = await one.ask(
    'query ($from: DateTime!, $to: DateTime!) { calendar(professionalId: "prof-01", from: $from, to: $to) { id } }',
    { from, to },
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'to' });
});
