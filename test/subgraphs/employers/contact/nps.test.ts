import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Data } from '../../alone.js';
import { Temporal } from 'temporal-polyfill';
import { npsInvitationLetter } from '../../../../subgraphs/employers/contact/satisfaction/nps-invitation-letter.js';
import { Mail } from '../../../../subgraphs/employers/mail/mail.js';
import { BOLDERBAST, contactGraph, DAGOBERT, DONALD, JOYFLEX, TODAY, type ContactGraph } from './contact-graph.js';

let graph: ContactGraph;
beforeAll(async () => {
  graph = await contactGraph();
});
afterAll(() => graph.close());

const NONE = '00000000-0000-4000-8000-000000000000';
const fresh = async (changed: object = {}, as = 'accountmanager'): Promise<Data> =>
  (await graph.register(changed, { as })).contactMoment;
const survey = async (changed: object = {}, as?: string): Promise<string> => (await fresh(changed, as)).npsSurvey.id;
const daysAgo = (days: number) => Temporal.PlainDate.from(TODAY).subtract({ days }).toString();
const codes = (list: Data[]) => list.map((one) => one.code);

describe('R-246: invitations go out', () => {
  const mailOf = async (surveyId: string) => {
    const em = graph.subgraph.database.em();
    return em.findOne(Mail, { subjectId: surveyId });
  };
  const person = async (name: string, email: string | null, active = true): Promise<string> => {
    const id = randomUUID();
    await graph.query(
      `insert into employers.contact_person (id, employer_id, name, email, active, version) values ($1, $2, $3, $4, $5, 1)`,
      [id, DONALD, name, email, active],
    );
    return id;
  };

  test('by a mail to each who was there, works there and has an address, and one where an address is shared', async () => {
    const here = [await person('A. Blokland', 'a@donald.example'), await person('B. Zijlstra', 'b@donald.example')];
    const sharing = await person('C. Zwaan', ' A@Donald.example');
    const away = [await person('D. Prins', null), await person('E. Smit', 'e@donald.example', false)];
    const id = await survey({ participantIds: [...away, ...here] });
    const mails = async (of: string) =>
      graph.query('select id, recipient_ids from employers.mail where subject_id = $1 order by id', [of]);
    const apart = await mails(id);
    expect(apart.map((mail) => mail.recipient_ids)).toEqual(here.map((one) => [one]));
    const jobs = await graph.query(
      `select id from outbox.job where name = 'mail' and data->'data'->>'mailId' = any($1::text[])`,
      [apart.map((mail) => mail.id)],
    );
    expect(jobs).toHaveLength(2);
    expect(await mails(await survey({ participantIds: [here[0], sharing] }))).toHaveLength(1);
  });

  test('and no request can put the people of an employer into one mail', async () => {
    const two = graph.query(
      `insert into employers.mail (id, kind, subject_id, recipient_ids, requested_at, message_id)
       values (gen_random_uuid(), 'NPS_INVITATION', 'x', '{a,b}', now(), 'x')`,
    );
    await expect(two).rejects.toThrow(/invitations_go_apart/);
  });

  test('to the one who was there and has an address', async () => {
    const person = await graph.personOf(DONALD);
    const id = await survey({ participantIds: [person] });
    expect(await mailOf(id)).toMatchObject({ kind: 'NPS_INVITATION', recipientIds: [person] });
    expect(await mailOf(await survey())).toBeNull();
    expect((await graph.register({ typeNumber: 7, participantIds: [person] })).contactMoment.npsSurvey).toBeNull();
  });

  test('with the question and its reference and not our own subject, to be answered to whoever had the contact', async () => {
    const id = await survey({ participantIds: [await graph.personOf(DONALD)], subject: 'Ritten in de nacht' });
    const em = graph.subgraph.database.em();
    const mail = (await mailOf(id))!;
    expect(mail.requestedById).toBe('prof-01');
    expect(await npsInvitationLetter.addressees(em, mail)).toMatchObject([{ email: expect.stringContaining('@') }]);
    const letter = (await npsInvitationLetter.write(em, mail))!;
    expect(letter.subject).toMatch(/tevreden/);
    expect(letter.paragraphs.join('\n')).toMatch(/10 maart 2026.*0 .*10 .*Kenmerk: /s);
    expect(letter.paragraphs.join('\n')).not.toContain('Ritten in de nacht');
    expect(letter.paragraphs.join('\n')).toContain(id);
    await npsInvitationLetter.sent!(em, mail, new Date('2026-03-10T08:05:00Z'));
    // The mail to the next person does not make the question a later one.
    await npsInvitationLetter.sent!(em, mail, new Date('2026-03-10T09:00:00Z'));
    const { contactMoment } = await graph.data(`query ($id: ID!) { contactMoment(id: $id) { npsSurvey { sentAt } } }`, {
      id: (await graph.query('select contact_moment_id from employers.nps_survey where id = $1', [id]))[0]!
        .contact_moment_id,
    });
    expect(contactMoment.npsSurvey.sentAt).toBe('2026-03-10T08:05:00.000Z');
  });

  test('and not when it was answered, or has lapsed, before the mail left', async () => {
    const em = graph.subgraph.database.em();
    const person = await graph.personOf(DONALD);
    const answered = await survey({ participantIds: [person] });
    await graph.answer(answered, 8);
    expect(await npsInvitationLetter.write(em, (await mailOf(answered))!)).toBeNull();
    const moment = await fresh({ participantIds: [person] });
    await graph.correct({ id: moment.id, expectedVersion: 1, typeNumber: 7, reason: 'Verkeerd type.' });
    expect(await npsInvitationLetter.write(em, (await mailOf(moment.npsSurvey.id))!)).toBeNull();
  });
});

describe('R-092: an employer is left alone for the days that its region chose', () => {
  const invite = async (daysBack: number) => {
    const id = await survey({ employerId: JOYFLEX });
    await graph.query(`update employers.nps_survey set invited_at = $2 where employer_id = $1`, [
      JOYFLEX,
      `${daysAgo(daysBack)}T22:59:00Z`,
    ]);
    return id;
  };
  beforeAll(() =>
    graph.query(`update employers.region_agreements set nps_quiet_days = 30 where region_id = 'midden-utrecht'`),
  );

  test.each([
    // 22:59 UTC in winter is still that day in the Netherlands.
    [29, false],
    [30, true],
    [31, true],
  ])('asked %d days ago, it is asked again: %s', async (daysBack, asked) => {
    await invite(40);
    await invite(daysBack);
    const { contactMoment, notices } = await graph.register({ employerId: JOYFLEX });
    expect(contactMoment.npsSurvey !== null).toBe(asked);
    expect(codes(notices)).toEqual(asked ? [] : ['NPS_QUIET_PERIOD']);
    await graph.query(`update employers.nps_survey set invited_at = '2025-01-01' where employer_id = $1`, [JOYFLEX]);
  });

  test('of ten contacts at once asks after one', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => graph.register({ employerId: JOYFLEX })));
    expect(all.filter((one) => one.contactMoment.npsSurvey)).toHaveLength(1);
  });

  test('a correction makes no survey that was held back, when the type stays', async () => {
    const moment = await fresh({ employerId: JOYFLEX });
    const { contactMoment } = await graph.correct({
      id: moment.id,
      expectedVersion: 1,
      medium: 'EMAIL',
      reason: 'Het was een mail.',
    });
    expect(contactMoment.npsSurvey).toBeNull();
  });

  test('in a region that chose no rest every contact asks', async () => {
    expect(await Promise.all([survey(), survey(), survey()])).toHaveLength(3);
  });
});

test('R-072: an event with three employers is three contact moments, and three surveys', async () => {
  const all = await Promise.all(
    [DONALD, BOLDERBAST, DAGOBERT].map((employerId) => fresh({ employerId, typeNumber: 8, medium: 'EVENT' })),
  );
  expect(new Set(all.map((moment) => moment.id)).size).toBe(3);
  expect(new Set(all.map((moment) => moment.npsSurvey.id)).size).toBe(3);
});

describe('R-068: an answer is followed up', () => {
  const told = async (id: string) =>
    (
      await graph.query(
        `select recipient_id from employers.notification where kind = 'NPS_FEEDBACK' and subject_id = $1`,
        [id],
      )
    ).map((row) => row.recipient_id);
  const tasks = (id: string) =>
    graph.query(`select title, owner_id, due_on::text as due, status from employers.task where subject_id = $1`, [id]);

  test.each([0, 6])(
    'a %d tells the main holder and whoever had the contact, and asks for a talk within a week',
    async (score) => {
      const id = await survey({}, 'prof-02');
      await graph.answer(id, score);
      expect((await told(id)).sort()).toEqual(['prof-02', 'prof-04']);
      expect(await tasks(id)).toEqual([
        { title: `Werkgever bellen over het cijfer ${score}`, owner_id: 'prof-04', due: '2026-03-17', status: 'OPEN' },
      ]);
    },
  );

  test.each([7, 8, 9, 10])('a %d asks for nothing', async (score) => {
    const id = await survey();
    await graph.answer(id, score);
    expect([await told(id), await tasks(id)]).toEqual([[], []]);
  });

  test('without a main holder it is for whoever had the contact', async () => {
    await graph.query(`update employers.account_holdership set valid_until = '2026-03-09' where employer_id = $1`, [
      BOLDERBAST,
    ]);
    const id = await survey({ employerId: BOLDERBAST }, 'prof-02');
    await graph.answer(id, 3);
    expect(await tasks(id)).toMatchObject([{ owner_id: 'prof-02' }]);
  });

  test('by a contact moment of type 4, which the survey then names', async () => {
    const moment = await fresh();
    const id = moment.npsSurvey.id;
    await graph.answer(id, 4, { comment: 'Het duurde te lang.' });
    const followUp = await graph.register({ typeNumber: 4, followUpToSurveyId: id });
    expect([followUp.errors, followUp.notices]).toEqual([[], []]);
    expect(followUp.contactMoment).toMatchObject({ npsSurvey: null, followUpToSurvey: { id } });
    const { contactMoment } = await graph.data(
      'query ($id: ID!) { contactMoment(id: $id) { npsSurvey { followUp { id } } } }',
      { id: moment.id },
    );
    expect(contactMoment.npsSurvey.followUp).toEqual({ id: followUp.contactMoment.id });
  });

  test('type 4 without a survey, or of one without an answer, is noticed', async () => {
    expect(codes((await graph.register({ typeNumber: 4 })).notices)).toEqual(['NO_SURVEY_NAMED']);
    const followUpToSurveyId = await survey();
    expect(codes((await graph.register({ typeNumber: 4, followUpToSurveyId })).notices)).toEqual([
      'SURVEY_NOT_ANSWERED',
    ]);
    const elsewhere = await survey({ employerId: BOLDERBAST });
    expect(codes((await graph.register({ typeNumber: 4, followUpToSurveyId: elsewhere })).errors)).toEqual([
      'UNKNOWN_SURVEY',
    ]);
  });

  test('and the action that asked for the talk is done by it, and not by a contact of before the answer', async () => {
    const id = await survey({}, 'prof-02');
    await graph.answer(id, 4);
    const statusOf = async () => (await tasks(id)).map((task) => task.status);
    const asked = { typeNumber: 4, followUpToSurveyId: id };
    await graph.register({ ...asked, occurredOn: '2026-03-09' });
    expect(await statusOf()).toEqual(['OPEN']);
    await graph.register(asked);
    expect(await statusOf()).toEqual(['DONE']);
    const [task] = await graph.query(
      'select id, completed_at is not null as completed from employers.task where subject_id = $1',
      [id],
    );
    expect(task!.completed).toBe(true);
    const closed = `select recipient_id from employers.notification where kind = 'TASK_CLOSED' and subject_id = $1`;
    expect(await graph.query(closed, [task!.id])).toEqual([{ recipient_id: 'prof-04' }]);
    await graph.register(asked);
    expect(await graph.query(closed, [task!.id])).toHaveLength(1);
  });

  test('a follow-up on a day before the answer is noticed; on the day itself it is none', async () => {
    const id = await survey();
    await graph.answer(id, 4);
    const asked = { typeNumber: 4, followUpToSurveyId: id };
    expect(codes((await graph.register({ ...asked, occurredOn: '2026-03-09' })).notices)).toEqual([
      'BEFORE_THE_ANSWER',
    ]);
    expect(codes((await graph.register(asked)).notices)).toEqual([]);
  });

  test('a survey that lapsed is followed up by nothing', async () => {
    const lapsed = await fresh();
    await graph.correct({ id: lapsed.id, typeNumber: 7, reason: 'Verkeerd type.' });
    const { errors } = await graph.register({ typeNumber: 4, followUpToSurveyId: lapsed.npsSurvey.id });
    expect(errors).toMatchObject([{ code: 'SURVEY_WITHDRAWN', path: ['input', 'followUpToSurveyId'] }]);
  });

  test('a merged follow-up is named as the moment it lives on in', async () => {
    const moment = await fresh();
    await graph.answer(moment.npsSurvey.id, 2);
    const asked = { typeNumber: 4, followUpToSurveyId: moment.npsSurvey.id };
    const [into, other] = [await fresh({ typeNumber: 7 }), await fresh(asked)];
    const { contactMoment } = await graph.merge({
      intoId: into.id,
      expectedVersion: 1,
      mergeIds: [other.id],
      summary: 'Samen besproken wat er misging en wat wij eraan doen voor de werkgever.',
    });
    expect(contactMoment.followUpToSurvey).toEqual({ id: moment.npsSurvey.id });
    const found = await graph.data('query ($id: ID!) { contactMoment(id: $id) { npsSurvey { followUp { id } } } }', {
      id: moment.id,
    });
    expect(found.contactMoment.npsSurvey.followUp).toEqual({ id: into.id });
  });
});

test('R-092: of two answers at once one is recorded, however the id is written', async () => {
  const id = await survey();
  const before = (await graph.events('nps.answered')).length;
  const answers = await Promise.all([id, id.toUpperCase(), id, id.toUpperCase()].map((of) => graph.answer(of, 9)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.flatMap(({ errors }) => codes(errors))).toEqual(Array(3).fill('ALREADY_ANSWERED'));
  expect((await graph.events('nps.answered')).length).toBe(before + 1);
});

test('a page of surveys goes on where the one before it ended, also when that survey lapsed since', async () => {
  const PAGE = `query ($id: ID!, $after: String) { employer(id: $id) { npsSurveys(first: 1, after: $after) {
    pageInfo { endCursor } edges { node { id } } } } }`;
  const pageOf = async (after: string | null) => (await graph.data(PAGE, { id: DAGOBERT, after })).employer.npsSurveys;
  const [older, newest] = [await survey({ employerId: DAGOBERT }), await fresh({ employerId: DAGOBERT })];
  await graph.query(`update employers.nps_survey set invited_at = invited_at + interval '1 minute' where id = $1`, [
    newest.npsSurvey.id,
  ]);
  const first = await pageOf(null);
  expect(first.edges[0].node.id).toBe(newest.npsSurvey.id);
  await graph.correct({ id: newest.id, typeNumber: 7, reason: 'Verkeerd type.' });
  expect((await pageOf(first.pageInfo.endCursor)).edges[0].node.id).toBe(older);
});

describe('bad input to recordNpsResponse is refused with its field and rule, and nothing is written', () => {
  test.each([
    ['-1', () => survey(), { score: -1 }, 'SCORE_OUT_OF_RANGE', 'score'],
    ['11', () => survey(), { score: 11 }, 'SCORE_OUT_OF_RANGE', 'score'],
    ['a long comment', () => survey(), { comment: 'x'.repeat(2001) }, 'TOO_LONG', 'comment'],
    ['tomorrow', () => survey(), { respondedOn: '2026-03-11' }, 'IN_THE_FUTURE', 'respondedOn'],
    ['before the invitation', () => survey(), { respondedOn: '2026-03-09' }, 'BEFORE_INVITATION', 'respondedOn'],
    ['an unknown survey', () => NONE, {}, 'UNKNOWN_SURVEY', 'surveyId'],
    ['no id', () => 'x', {}, 'UNKNOWN_SURVEY', 'surveyId'],
  ])('%s', async (_, of, more, code, field) => {
    const id = await of();
    const before = await graph.written();
    expect((await graph.answer(id, 8, more)).errors).toMatchObject([
      { code, path: ['input', field], requirement: field === 'comment' ? null : 'R-092' },
    ]);
    expect(await graph.written()).toEqual(before);
  });
  test('half a score does not come through the door', async () => {
    await expect(graph.answer(await survey(), 7.5)).rejects.toThrow(/score/);
  });
});

describe('R-246: responses come in', () => {
  test('in one file, each row for itself, the bad ones with their reason', async () => {
    const [a, b, c] = [await survey(), await survey(), await survey()];
    await graph.answer(c, 5);
    const lapsed = await fresh();
    await graph.correct({ id: lapsed.id, expectedVersion: 1, typeNumber: 7, reason: 'Verkeerd type.' });
    const result = await graph.importResponses([
      { surveyId: a, score: 9, comment: ' Fijn contact. ' },
      { surveyId: NONE, score: 9 },
      { surveyId: b, score: 11 },
      { surveyId: c, score: 6 },
      { surveyId: lapsed.npsSurvey.id, score: 6 },
      { surveyId: b, score: 3, respondedOn: TODAY },
      { surveyId: 'x', score: 3 },
    ]);
    expect(result).toMatchObject({ imported: 2, alreadyRecorded: 0, refused: 5, errors: [] });
    expect(
      result.rows.map((r: Data) => [r.row, r.outcome, r.errors.map((e: Data) => [e.code, e.path.join('.')])]),
    ).toEqual([
      [0, 'IMPORTED', []],
      [1, 'REFUSED', [['UNKNOWN_SURVEY', 'input.rows.1.surveyId']]],
      [2, 'REFUSED', [['SCORE_OUT_OF_RANGE', 'input.rows.2.score']]],
      [3, 'REFUSED', [['ALREADY_ANSWERED', 'input.rows.3.surveyId']]],
      [4, 'REFUSED', [['SURVEY_WITHDRAWN', 'input.rows.4.surveyId']]],
      [5, 'IMPORTED', []],
      [6, 'REFUSED', [['UNKNOWN_SURVEY', 'input.rows.6.surveyId']]],
    ]);
  });

  test('offered again they are left as they are: nothing is written twice', async () => {
    const rows = [
      { surveyId: await survey(), score: 9, comment: 'Fijn.' },
      { surveyId: await survey(), score: 2, respondedOn: TODAY },
    ];
    await graph
      .importResponses([...rows, rows[0]!])
      .then((result) => expect(result).toMatchObject({ imported: 2, alreadyRecorded: 1, refused: 0 }));
    const before = await graph.written();
    expect(await graph.importResponses(rows)).toMatchObject({ imported: 0, alreadyRecorded: 2, refused: 0 });
    expect(await graph.written()).toEqual(before);
    expect(await graph.importResponses([{ ...rows[0], comment: 'Anders.' }])).toMatchObject({ refused: 1 });
  });

  test('two files at once record each answer once', async () => {
    const rows = await Promise.all([1, 2, 3].map(async (n) => ({ surveyId: await survey(), score: n })));
    const before = (await graph.events('nps.answered')).length;
    const results = await Promise.all([graph.importResponses(rows), graph.importResponses([...rows].reverse())]);
    expect(results.map((r) => r.imported + r.alreadyRecorded)).toEqual([3, 3]);
    expect(results.reduce((sum, r) => sum + r.imported, 0)).toBe(3);
    expect((await graph.events('nps.answered')).length).toBe(before + 3);
  });

  test.each([[[]], [Array(501).fill({ surveyId: NONE, score: 1 })]])(
    'of none, or of too many, are refused',
    async (rows) => {
      expect(await graph.importResponses(rows)).toMatchObject({
        rows: [],
        errors: [{ code: 'OUT_OF_RANGE', path: ['input', 'rows'], requirement: 'R-246' }],
      });
    },
  );

  test('under a key the file is answered alike', async () => {
    const rows = [{ surveyId: await survey(), score: 9 }];
    const first = await graph.importResponses(rows, { idempotencyKey: 'file' });
    expect(await graph.importResponses(rows, { idempotencyKey: 'file' })).toEqual(first);
  });

  test('are not for an analyst', async () => {
    await expect(graph.importResponses([{ surveyId: NONE, score: 1 }], { as: 'analyst' })).rejects.toThrow(/FORBIDDEN/);
  });
});
