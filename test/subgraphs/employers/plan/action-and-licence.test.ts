import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { remind } from '../../../../subgraphs/employers/notification/daily-round.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { movableClock } from '../ownership/movable-clock.js';

const time = movableClock('2026-02-01');
let one: EmployersAlone;
beforeAll(async () => {
  one = await employersAlone({ clock: time });
});
afterAll(() => one?.close());

/** Held by prof-01 (accountmanager), without a plan of action or a licence in the demo data. */
const { id: employerId } = testCompanies.find(({ kvkNumber }) => kvkNumber === '69599084')!;
const ERRORS = 'errors { code path message requirement currentVersion }';
const LICENCE = `licence { id name scope validFrom validUntil meetingEveryMonths nextMeetingDue endReason version grantedBy { id }
  meetings { on report by { id } contactMoment { id } attachments { id } } } ${ERRORS}`;
const NOTE = `note { id at text bottleneck solvedAt solution by { id } solvedBy { id } employer { id } } ${ERRORS}`;
const send = async (name: string, type: string, fields: string, input: object, as = 'accountmanager'): Promise<Data> =>
  (await one.data(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, { input }, { as }))[name];
const savePlan = (input: object, as?: string) =>
  send(
    'savePlanOfAction',
    'PlanOfActionInput',
    `planOfAction { id text version savedBy { id } employer { id } progress { text } } ${ERRORS}`,
    { employerId, text: 'Eerst kennismaken op de werkvloer.', ...input },
    as,
  );
const addProgress = (input: object, as?: string) =>
  send('addProgress', 'ProgressInput', NOTE, { employerId, text: 'De werkgever groeit.', ...input }, as);
const solve = (input: object, as?: string) =>
  send('solveBottleneck', 'SolveBottleneckInput', NOTE, { solution: 'Er rijdt nu een bus.', ...input }, as);
const grant = (input: object, as?: string) =>
  send(
    'grantLicence',
    'LicenceInput',
    LICENCE,
    { employerId, name: 'Leerbedrijf', validFrom: '2026-01-01', ...input },
    as,
  );
const end = (input: object, as?: string) =>
  send(
    'endLicence',
    'EndLicenceInput',
    LICENCE,
    { expectedVersion: 1, until: '2026-06-30', reason: 'De opleiding is gestopt.', ...input },
    as,
  );
const meet = (input: object, as?: string) =>
  send(
    'reportLicenceMeeting',
    'LicenceMeetingInput',
    LICENCE,
    { report: 'De begeleiding loopt zoals afgesproken.', ...input },
    as,
  );
const counted = async () =>
  (
    await one.query(`select (select count(*) from employers.plan_of_action)::int as plans,
      (select count(*) from employers.progress_note)::int as notes, (select count(*) from employers.licence)::int as licences,
      (select count(*) from employers.licence_meeting)::int as meetings,
      (select count(*) from employers.timeline_entry)::int as lines`)
  )[0];
const threads = async (): Promise<Data[]> =>
  (
    await one.data(
      'query ($id: ID!) { employer(id: $id) { approachAdvice(byId: "prof-01", purpose: SERVICE) { openThreads { kind title subjectId } } } }',
      { id: employerId },
    )
  ).employer.approachAdvice.openThreads;
const lines = async (subjectId: string) =>
  (
    await one.query('select kind, title from employers.timeline_entry where subject_id = $1 order by at', [subjectId])
  ).map(({ kind, title }) => [kind, title]);

describe('the plan of action', () => {
  test('R-103: is written once, changed with its version, and stands on the dossier with progress in order', async () => {
    const first = await savePlan({});
    expect(first).toMatchObject({ planOfAction: { version: 1, savedBy: { id: 'prof-01' } }, errors: [] });
    const second = await savePlan({ expectedVersion: 1, text: 'Daarna vijf proefplaatsingen.' });
    expect(second.planOfAction).toMatchObject({ id: first.planOfAction.id, version: 2 });
    for (const text of ['Eerste gesprek gevoerd.', 'Tweede gesprek gevoerd.', 'Derde gesprek gevoerd.'])
      expect((await addProgress({ text }, 'matchmaker')).errors).toEqual([]);
    const { planOfAction } = (
      await one.data('query ($id: ID!) { employer(id: $id) { planOfAction { text progress { text by { id } } } } }', {
        id: employerId,
      })
    ).employer;
    expect(planOfAction).toEqual({
      text: 'Daarna vijf proefplaatsingen.',
      progress: ['Eerste', 'Tweede', 'Derde'].map((n) => ({ text: `${n} gesprek gevoerd.`, by: { id: 'prof-02' } })),
    });
    const past = await one.query(
      "select after->>'text' as text from employers.history where record_id = $1 order by id",
      [first.planOfAction.id],
    );
    expect(past).toHaveLength(2);
  });

  test('R-042: a development is shown on the timeline', async () => {
    const { note } = await addProgress({ text: 'De werkgever\nopent een tweede vestiging.' });
    expect(await lines(note.id)).toEqual([['PLAN', 'Voortgang: De werkgever opent een tweede vestiging.']]);
  });

  test('R-087: a bottleneck is an open thread until it is solved, once, and the account holder hears of it', async () => {
    const { note } = await addProgress({ text: 'Er rijdt geen bus naar het terrein.', bottleneck: true }, 'matchmaker');
    expect(await threads()).toContainEqual({ kind: 'BOTTLENECK', title: note.text, subjectId: note.id });
    const told = () =>
      one.query("select recipient_id from employers.notification where subject_id = $1 and kind = 'PLAN_CHANGED'", [
        note.id,
      ]);
    expect((await told()).map(({ recipient_id }) => recipient_id)).toContain('prof-01');
    const solved = await solve({ id: note.id });
    expect(solved.note).toMatchObject({ solution: 'Er rijdt nu een bus.', solvedBy: { id: 'prof-01' } });
    expect((await threads()).map(({ subjectId }) => subjectId)).not.toContain(note.id);
    expect(await solve({ id: note.id })).toMatchObject({ note: null, errors: [{ code: 'ALREADY_SOLVED' }] });
  });

  test('R-060: the account plan that runs is an open thread too', async () => {
    expect((await threads()).map(({ kind }) => kind)).toContain('PLAN');
  });

  test.each([
    ['no dossier', { employerId: 'x' }, 'accountmanager', 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
    ['somebody of another team', {}, 'municipal', 'NOT_IN_CLIENT_TEAM', ['input', 'employerId']],
    ['a stale version', { expectedVersion: 1 }, 'accountmanager', 'CONFLICT', ['input', 'expectedVersion']],
    ['no version', {}, 'accountmanager', 'CONFLICT', ['input', 'expectedVersion']],
    ['no text', { expectedVersion: 2, text: 'kort' }, 'accountmanager', 'TOO_SHORT', ['input', 'text']],
    [
      'too long a text',
      { expectedVersion: 2, text: 'x'.repeat(8001) },
      'accountmanager',
      'TOO_LONG',
      ['input', 'text'],
    ],
  ])('with %s is refused, and nothing is written', async (_, wrong, as, code, path) => {
    const before = await counted();
    expect(await savePlan(wrong, as)).toMatchObject({ planOfAction: null, errors: [{ code, path }] });
    expect(await counted()).toEqual(before);
  });

  test('progress and solutions of nothing, or too short or long, are refused', async () => {
    const progress = (await addProgress({})).note.id;
    const before = await counted();
    const at = (code: string, field: string) => ({ note: null, errors: [{ code, path: ['input', field] }] });
    expect(await addProgress({ employerId: 'x' })).toMatchObject(at('UNKNOWN_EMPLOYER', 'employerId'));
    expect(await addProgress({ text: 'kort' })).toMatchObject(at('TOO_SHORT', 'text'));
    expect(await addProgress({ text: 'x'.repeat(4001) })).toMatchObject(at('TOO_LONG', 'text'));
    expect(await solve({ id: 'x' })).toMatchObject(at('UNKNOWN_BOTTLENECK', 'id'));
    expect(await solve({ id: progress })).toMatchObject(at('NO_BOTTLENECK', 'id'));
    expect(await counted()).toEqual(before);
  });
});

describe('a licence', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = (await grant({ meetingEveryMonths: 3, scope: 'Praktijkopleiding' })).licence);
  });

  test('R-104: with a meeting reported on 1 February and one every 3 months, the next is due on 1 May', async () => {
    const licences = 'query ($id: ID!) { employer(id: $id) { licences { id nextMeetingDue version } } }';
    expect((await one.data(licences, { id: employerId })).employer.licences).toEqual([
      { id, nextMeetingDue: '2026-04-01', version: 1 },
    ]);
    const { licence } = await meet({ licenceId: id, on: '2026-02-01' }, 'matchmaker');
    expect(licence).toMatchObject({
      nextMeetingDue: '2026-05-01',
      meetings: [{ on: '2026-02-01', by: { id: 'prof-02' } }],
    });
    expect(await lines(id)).toEqual([
      ['LICENCE', 'Licentie vastgelegd: Leerbedrijf.'],
      ['LICENCE', 'Overleg over licentie Leerbedrijf.'],
    ]);
  });

  test('R-104: a meeting that is reported late does not move the next one back', async () => {
    const { licence } = await meet({ licenceId: id, on: '2026-01-15' });
    expect(licence.nextMeetingDue).toBe('2026-05-01');
    expect(licence.meetings.map((m: Data) => m.on)).toEqual(['2026-02-01', '2026-01-15']);
  });

  test('R-104: the team hears of a meeting from the day it is due, once per due date', async () => {
    const told = async () => {
      await remind({ clock: time, database: one.subgraph.database });
      await remind({ clock: time, database: one.subgraph.database });
      return one.query(
        "select occasion from employers.notification where kind = 'LICENCE_MEETING_DUE' and subject_id = $1 and recipient_id = 'prof-01' order by at",
        [id],
      );
    };
    time.goTo('2026-04-30');
    expect(await told()).toHaveLength(0);
    time.goTo('2026-05-01');
    expect(await told()).toHaveLength(1);
    time.goTo('2026-05-10');
    expect(await told()).toHaveLength(1);
    await meet({ licenceId: id, on: '2026-05-10' });
    time.goTo('2026-08-10');
    expect(await told()).toHaveLength(2);
  });

  test('R-104: a meeting may name the contact moment it was, of this employer', async () => {
    const [moment] = await one.query('select id from employers.contact_moment where employer_id = $1 limit 1', [
      employerId,
    ]);
    const { licence, errors } = await meet({ licenceId: id, on: '2026-06-01', contactMomentId: moment!.id });
    expect(errors).toEqual([]);
    expect(licence.meetings[0].contactMoment).toEqual({ id: moment!.id });
  });

  test.each([
    ['no dossier', { employerId: 'x' }, 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
    [
      'an employer of another team',
      { employerId: testCompanies.find((e) => e.regionId !== 'rijnmond')!.id },
      'NOT_IN_CLIENT_TEAM',
      ['input', 'employerId'],
    ],
    ['no name', { name: ' ' }, 'TOO_SHORT', ['input', 'name']],
    ['the name of one that runs', { name: 'LEERBEDRIJF' }, 'LICENCE_EXISTS', ['input', 'name']],
    ['too long a scope', { name: 'Andere', scope: 'x'.repeat(501) }, 'TOO_LONG', ['input', 'scope']],
    [
      'an end before its begin',
      { name: 'Andere', validUntil: '2025-12-31' },
      'ENDS_TOO_EARLY',
      ['input', 'validUntil'],
    ],
    [
      'a meeting every 0 months',
      { name: 'Andere', meetingEveryMonths: 0 },
      'OUT_OF_RANGE',
      ['input', 'meetingEveryMonths'],
    ],
    [
      'a meeting every 61 months',
      { name: 'Andere', meetingEveryMonths: 61 },
      'OUT_OF_RANGE',
      ['input', 'meetingEveryMonths'],
    ],
  ])('with %s is refused, and nothing is written', async (_, wrong, code, path) => {
    const before = await counted();
    expect(await grant(wrong)).toMatchObject({ licence: null, errors: [{ code, path }] });
    expect(await counted()).toEqual(before);
  });

  test.each([
    ['of no licence', { licenceId: 'x' }, 'UNKNOWN_LICENCE', ['input', 'licenceId']],
    ['in the future', { on: '2026-08-11' }, 'OUT_OF_RANGE', ['input', 'on']],
    ['before the licence', { on: '2025-12-31' }, 'OUT_OF_RANGE', ['input', 'on']],
    ['reported before', { on: '2026-05-10' }, 'ALREADY_REPORTED', ['input', 'on']],
    ['without a report', { report: 'Goed.' }, 'TOO_SHORT', ['input', 'report']],
    ['in no contact moment', { contactMomentId: 'x' }, 'UNKNOWN_CONTACT_MOMENT', ['input', 'contactMomentId']],
    [
      'with a document from nowhere',
      { attachmentIds: ['b0000000-0000-4000-8000-00000000ffff'] },
      'UNKNOWN_ATTACHMENT',
      ['input', 'attachmentIds', '0'],
    ],
  ])('a meeting %s is refused, and nothing is written', async (_, wrong, code, path) => {
    const before = await counted();
    expect(await meet({ licenceId: id, on: '2026-03-01', ...wrong })).toMatchObject({
      licence: null,
      errors: [{ code, path }],
    });
    expect(await counted()).toEqual(before);
  });

  test('a contact moment of another employer is not that of a meeting', async () => {
    const [other] = await one.query('select id from employers.contact_moment where employer_id = $1 limit 1', [
      vanGelderen.id,
    ]);
    expect(await meet({ licenceId: id, on: '2026-03-01', contactMomentId: other!.id })).toMatchObject({
      errors: [{ code: 'UNKNOWN_CONTACT_MOMENT' }],
    });
  });

  test('R-104: ends with a reason, on a day within it, after which no meeting is due; then its name is free', async () => {
    const at = (code: string, field: string) => ({ licence: null, errors: [{ code, path: ['input', field] }] });
    expect(await end({ licenceId: id }, 'municipal')).toMatchObject(at('NOT_IN_CLIENT_TEAM', 'licenceId'));
    expect(await end({ licenceId: 'x' })).toMatchObject(at('UNKNOWN_LICENCE', 'licenceId'));
    expect(await end({ licenceId: id, expectedVersion: 2 })).toMatchObject(at('CONFLICT', 'expectedVersion'));
    expect(await end({ licenceId: id, until: '2025-12-31' })).toMatchObject(at('OUT_OF_RANGE', 'until'));
    expect(await end({ licenceId: id, reason: 'Weg' })).toMatchObject(at('TOO_SHORT', 'reason'));
    expect(await end({ licenceId: id, until: '2026-05-31' })).toMatchObject(at('MEETING_LATER', 'until'));
    const { licence } = await end({ licenceId: id });
    expect(licence).toMatchObject({ validUntil: '2026-06-30', nextMeetingDue: null, version: 2 });
    expect((await grant({ validFrom: '2026-07-01' })).errors).toEqual([]);
  });
});

test('an analyst sees that there is a licence, and not what was said', async () => {
  const query = (fields: string) => `query ($id: ID!) { employer(id: $id) { ${fields} } }`;
  const { employer } = await one.data(
    query('licences { name nextMeetingDue }'),
    { id: vanGelderen.id },
    { as: 'analyst' },
  );
  expect(employer.licences).toHaveLength(1);
  for (const fields of ['licences { meetings { report } }', 'planOfAction { text }', 'progress { text }'])
    expect(
      (await one.ask(query(fields), { id: vanGelderen.id }, { as: 'analyst' })).errors?.[0]?.extensions,
    ).toMatchObject({
      code: 'FORBIDDEN',
    });
});
