import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '../../../until.js';
import type { Data } from '../../alone.js';
import { BOLDERBAST, contactGraph, DONALD, SUMMARY, type ContactGraph } from './contact-graph.js';

let graph: ContactGraph;
beforeAll(async () => {
  graph = await contactGraph();
});
afterAll(() => graph.close());

const NEW_SUMMARY = 'Met de planner én de directeur besproken welke ritten er bijkomen en wie in beeld is.';
const reason = 'Verkeerd genoteerd.';
const fresh = async (changed: object = {}, as = 'accountmanager'): Promise<Data> =>
  (await graph.register(changed, { as })).contactMoment;
const correct = ({ id, version }: Data, changed: object, as = 'accountmanager') =>
  graph.correct({ id, expectedVersion: version, reason, ...changed }, { as });

describe('R-083: correcting a contact moment', () => {
  test('keeps the old text, with who changed what and why', async () => {
    const moment = await fresh({ subject: 'Ritten' });
    const person = await graph.personOf(DONALD);
    const { contactMoment, errors } = await correct(moment, {
      subject: ' Ritten en directie ',
      summary: NEW_SUMMARY,
      medium: 'COMPANY_VISIT',
      occurredOn: '2026-03-09',
      participantIds: [person, person],
    });
    expect(errors).toEqual([]);
    expect(contactMoment).toMatchObject({
      id: moment.id,
      version: 2,
      subject: 'Ritten en directie',
      summary: NEW_SUMMARY,
      medium: 'COMPANY_VISIT',
      category: 'VISIT',
      occurredOn: '2026-03-09',
      participants: [{ id: person }],
      registeredBy: { id: 'prof-01' },
    });
    expect(contactMoment.versions).toMatchObject([
      { number: 1, subject: 'Ritten', summary: SUMMARY, medium: 'PHONE', occurredOn: '2026-03-10', reason: null },
      {
        number: 2,
        subject: 'Ritten en directie',
        summary: NEW_SUMMARY,
        medium: 'COMPANY_VISIT',
        by: { id: 'prof-01' },
        reason,
      },
    ]);
  });

  test('again and again keeps every text', async () => {
    let moment = await fresh();
    for (let n = 2; n <= 6; n++) moment = (await correct(moment, { summary: `${SUMMARY} Versie ${n}.` })).contactMoment;
    expect(moment.versions.map((v: Data) => v.summary)).toEqual([
      SUMMARY,
      ...[2, 3, 4, 5, 6].map((n) => `${SUMMARY} Versie ${n}.`),
    ]);
  });

  test('tells the timeline, who registered it, and the figures', async () => {
    const moment = await fresh({ subject: 'Vergeten afspraak' });
    await correct(moment, { occurredOn: '2026-03-02' }, 'prof-04');
    const lines = await graph.query(
      `select title, actor_id from employers.timeline_entry where subject_id = $1 order by id`,
      [moment.id],
    );
    expect(lines).toEqual([
      { title: 'Dienstverlening - Werving, selectie en nazorg: Vergeten afspraak', actor_id: 'prof-01' },
      {
        title: 'Contactmoment gecorrigeerd: Vergeten afspraak (contact van 2 maart 2026, eerst 10 maart 2026)',
        actor_id: 'prof-04',
      },
    ]);
    const told = await graph.query(
      `select recipient_id from employers.notification where kind = 'CONTACT_CHANGED' and subject_id = $1`,
      [moment.id],
    );
    expect(told).toEqual([{ recipient_id: 'prof-01' }]);
    const event = (await graph.events('contact-moment.corrected')).find((e) => e.data.contactMomentId === moment.id)!;
    expect(event).toMatchObject({ occurredOn: '2026-03-02', actorId: 'prof-04' });
    expect(event.data).toEqual({
      employerId: DONALD,
      contactMomentId: moment.id,
      version: 2,
      typeNumber: 3,
      medium: 'PHONE',
      category: 'OTHER',
      teamId: 'team-logistiek',
      npsSurveyId: moment.npsSurvey.id,
      consulted: false,
    });
  });

  test('R-091: leaves it with the team that registered it, also when the registrar has moved on', async () => {
    const moment = await fresh({}, 'prof-02');
    await graph.query(`update employers.professional set team_id = 'team-zorg' where id = 'prof-02'`);
    await correct(moment, { medium: 'VIDEO_CALL' }, 'prof-02');
    const event = (await graph.events('contact-moment.corrected')).find((e) => e.data.contactMomentId === moment.id)!;
    expect(event.data.teamId).toBe('team-logistiek');
  });

  test('is for who registered it, the main holder and WBS support of the region', async () => {
    const moment = await fresh({}, 'prof-13');
    const codes: Record<string, string[]> = {};
    for (const as of ['prof-01', 'prof-18', 'prof-13', 'prof-04', 'prof-14']) {
      const { version } = await graph.moment(moment.id);
      const { errors } = await correct({ id: moment.id, version }, { summary: `${SUMMARY} Door ${as}.` }, as);
      codes[as] = errors.map((e: Data) => e.code);
    }
    expect(codes).toEqual({
      'prof-01': ['NOT_YOURS'],
      'prof-18': ['NOT_YOURS'],
      'prof-13': [],
      'prof-04': [],
      'prof-14': [],
    });
  });

  test('is not for WBS support of another region', async () => {
    const moment = await fresh({ employerId: BOLDERBAST });
    await graph.query(`update employers.employer set region_id = 'midden-utrecht' where id = $1`, [BOLDERBAST]);
    const { errors } = await correct(moment, { summary: NEW_SUMMARY }, 'prof-14');
    await graph.query(`update employers.employer set region_id = 'rijnmond' where id = $1`, [BOLDERBAST]);
    expect(errors).toMatchObject([{ code: 'OTHER_REGION', path: ['input', 'id'], requirement: 'R-083' }]);
  });

  test.each(['manager', 'admin', 'analyst'])(
    'R-004: who steers reads it and leaves it as it is: the %s corrects no contact moment',
    async (as) => {
      const moment = await fresh();
      await expect(correct(moment, { summary: NEW_SUMMARY }, as)).rejects.toThrow(/FORBIDDEN/);
      expect((await graph.moment(moment.id)).versions).toHaveLength(1);
    },
  );

  test('of ten at once succeeds once, and tells the others the version that stands', async () => {
    const moment = await fresh();
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) => correct(moment, { summary: `${SUMMARY} Poging ${n}.` })),
    );
    const errors = all.flatMap((one) => one.errors);
    expect(errors).toHaveLength(9);
    for (const error of errors) expect(error).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    expect((await graph.moment(moment.id)).versions).toHaveLength(2);
  });

  test('a kept text is changed by nobody', async () => {
    await expect(graph.query(`update employers.contact_moment_version set summary = 'weg'`)).rejects.toThrow(
      /append-only/,
    );
    await expect(graph.query('delete from employers.contact_moment_version')).rejects.toThrow(/append-only/);
  });

  test('a steward may mend the text of a type that is not theirs to use, and not choose that type', async () => {
    const moment = await fresh({ typeNumber: 10, subject: 'Social return in het contract' }, 'municipal');
    expect((await correct(moment, { summary: NEW_SUMMARY }, 'prof-14')).errors).toEqual([]);
    const other = await fresh({ typeNumber: 7 }, 'municipal');
    expect((await correct(other, { typeNumber: 10 }, 'prof-14')).errors).toMatchObject([
      { code: 'TYPE_NOT_FOR_ORGANISATION', requirement: 'R-074' },
    ]);
  });
});

describe('correcting the type of a contact moment', () => {
  test('to one that asks for satisfaction makes a survey', async () => {
    const moment = await fresh({ typeNumber: 7 });
    const { contactMoment } = await correct(moment, { typeNumber: 3 });
    expect(contactMoment.npsSurvey).toMatchObject({ score: null });
    const event = (await graph.events('contact-moment.corrected')).find((e) => e.data.contactMomentId === moment.id)!;
    expect(event.data.npsSurveyId).toBe(contactMoment.npsSurvey.id);
  });

  test('to one that does not lets an unanswered survey lapse, and back makes a new one', async () => {
    const moment = await fresh({ typeNumber: 3 });
    const lapsed = moment.npsSurvey.id;
    const { contactMoment } = await correct(moment, { typeNumber: 7 });
    expect(contactMoment.npsSurvey).toBeNull();
    expect((await graph.events('nps.withdrawn')).map((e) => e.data.surveyId)).toContain(lapsed);
    expect((await graph.answer(lapsed, 9)).errors).toMatchObject([{ code: 'SURVEY_WITHDRAWN' }]);
    const again = (await correct(contactMoment, { typeNumber: 2 })).contactMoment;
    expect(again.npsSurvey).toMatchObject({ score: null });
    expect(again.npsSurvey.id).not.toBe(lapsed);
    const { employer } = await graph.data(
      'query ($id: ID!) { employer(id: $id) { npsSurveys(first: 100) { edges { node { id } } } } }',
      { id: DONALD },
    );
    const listed = employer.npsSurveys.edges.map((e: Data) => e.node.id);
    expect(listed).toContain(again.npsSurvey.id);
    expect(listed).not.toContain(lapsed);
  });

  test('keeps an answered survey whatever the type', async () => {
    const moment = await fresh({ typeNumber: 3 });
    await graph.answer(moment.npsSurvey.id, 9);
    const { contactMoment } = await correct(moment, { typeNumber: 7 });
    expect(contactMoment.npsSurvey).toMatchObject({ id: moment.npsSurvey.id, score: 9 });
  });

  test('from one that asks to another keeps the survey', async () => {
    const moment = await fresh({ typeNumber: 3 });
    expect((await correct(moment, { typeNumber: 2 })).contactMoment.npsSurvey.id).toBe(moment.npsSurvey.id);
  });

  test('to acquisition asks for the receipt', async () => {
    const moment = await fresh({ typeNumber: 7 });
    const { notices } = await correct(moment, { typeNumber: 1 });
    expect(notices.map((n: Data) => n.code)).toEqual(['NOT_CONSULTED', 'NOT_NEW_OR_RENEWED']);
  });
});

describe('what a correction changes is held against the agreements again', () => {
  const codes = (list: Data[]) => list.map((n) => n.code);
  const followUpOf = async (momentId: string) =>
    (
      await graph.data('query ($id: ID!) { contactMoment(id: $id) { npsSurvey { followUp { id } } } }', {
        id: momentId,
      })
    ).contactMoment.npsSurvey.followUp;

  test('R-068: a contact that turns out to follow an answer names its survey, and no longer when it does not', async () => {
    const asked = await fresh({ typeNumber: 3 });
    const surveyId = asked.npsSurvey.id;
    await graph.answer(surveyId, 4);
    const moment = await fresh({ typeNumber: 7 });
    const unnamed = await correct(moment, { typeNumber: 4 });
    expect(codes(unnamed.notices)).toEqual(['NO_SURVEY_NAMED']);
    const named = await correct(unnamed.contactMoment, { followUpToSurveyId: surveyId });
    expect([named.errors, named.notices]).toEqual([[], []]);
    expect(named.contactMoment.followUpToSurvey).toEqual({ id: surveyId });
    const [task] = await graph.query('select status from employers.task where subject_id = $1', [surveyId]);
    expect(task).toEqual({ status: 'DONE' });
    expect(await followUpOf(asked.id)).toEqual({ id: moment.id });
    const other = await correct(named.contactMoment, { typeNumber: 7 });
    expect(other.contactMoment.followUpToSurvey).toBeNull();
    expect(await followUpOf(asked.id)).toBeNull();
  });

  test.each([
    ['a survey with another type', { typeNumber: 2 }, 'NOT_A_FOLLOW_UP'],
    ['its own survey', { typeNumber: 4 }, 'OWN_SURVEY'],
  ])('R-068: %s is refused', async (_, changed, code) => {
    const moment = await fresh({ typeNumber: 3 });
    const { errors } = await correct(moment, { ...changed, followUpToSurveyId: moment.npsSurvey.id });
    expect(errors).toMatchObject([{ code, path: ['input', 'followUpToSurveyId'], requirement: 'R-068' }]);
  });

  test('R-057: an acquisition that was on another day keeps no receipt of after it', async () => {
    const { consultBeforeApproach } = await graph.data(
      `mutation ($in: ConsultBeforeApproachInput!) { consultBeforeApproach(input: $in) { consultation { id } } }`,
      { in: { employerId: BOLDERBAST, purpose: 'ACQUISITION' } },
    );
    const moment = await fresh({ employerId: BOLDERBAST, typeNumber: 1 });
    expect(moment.consultationId).toBe(consultBeforeApproach.consultation.id);
    const { contactMoment, notices } = await correct(moment, { occurredOn: '2026-03-02' });
    expect(contactMoment.consultationId).toBeNull();
    expect(codes(notices)).toContain('NOT_CONSULTED');
  });

  test('R-080: a subject or day that comes near another contact is proposed for merging', async () => {
    const near = await fresh({ subject: 'Opleiding van bijrijders tot chauffeur' });
    const moment = await fresh({ occurredOn: '2026-02-02' });
    const renamed = await correct(moment, { subject: 'Opleiding van bijrijders tot chauffeurs' });
    expect(codes(renamed.notices)).toEqual([]);
    const moved = await correct(renamed.contactMoment, { occurredOn: '2026-03-09' });
    expect(moved.notices).toMatchObject([
      { code: 'SAME_SUBJECT_NEARBY', message: expect.not.stringContaining(near.id) },
    ]);
  });

  test('R-079: a report that comes to name a vacancy is noticed, and a medium that changes asks nothing', async () => {
    const moment = await fresh();
    const { contactMoment, notices } = await correct(moment, { summary: `${SUMMARY} Dit ging over vacature 12345.` });
    expect(codes(notices)).toEqual(['MAY_BELONG_IN_VACANCY_LOG']);
    expect((await correct(contactMoment, { medium: 'EMAIL' })).notices).toEqual([]);
  });
});

test('R-092: an answer that comes in while its contact is corrected is not lost', async () => {
  const moment = await fresh({ typeNumber: 3 });
  let correcting: Promise<Data> | undefined;
  await graph.subgraph.database.em().transactional(async (em) => {
    await em.execute(
      `update nps_survey set responded_at = now(), responded_on = '2026-03-10', score = 9 where id = ?`,
      [moment.npsSurvey.id],
    );
    correcting = correct(moment, { typeNumber: 7 });
    await until(
      async () =>
        (
          await graph.query(
            `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).length > 0,
    );
  });
  expect((await correcting!).contactMoment.npsSurvey).toMatchObject({ id: moment.npsSurvey.id, score: 9 });
  expect((await graph.events('nps.withdrawn')).map((e) => e.data.surveyId)).not.toContain(moment.npsSurvey.id);
});

describe('bad input to correctContactMoment is refused with its field and rule, and nothing is written', () => {
  let moment: Data;
  beforeAll(async () => {
    moment = await fresh({ subject: 'Om te corrigeren' });
  });
  const NONE = '00000000-0000-4000-8000-000000000000';
  const CASES: [string, () => Promise<object> | object, string, string][] = [
    ['nothing to correct', () => ({}), 'NOTHING_CHANGED', 'input'],
    ['what stands already', () => ({ subject: 'Om te corrigeren', typeNumber: 3 }), 'NOTHING_CHANGED', 'input'],
    ['nulls alone', () => ({ subject: null, summary: null, medium: null }), 'NOTHING_CHANGED', 'input'],
    ['no reason', () => ({ subject: 'Anders', reason: '' }), 'TOO_SHORT', 'input.reason'],
    ['a reason of 501 characters', () => ({ subject: 'Anders', reason: 'x'.repeat(501) }), 'TOO_LONG', 'input.reason'],
    ['a short subject', () => ({ subject: 'A' }), 'TOO_SHORT', 'input.subject'],
    ['a long subject', () => ({ subject: 'x'.repeat(201) }), 'TOO_LONG', 'input.subject'],
    ['a short report', () => ({ summary: 'Gebeld.' }), 'SUMMARY_TOO_SHORT', 'input.summary'],
    ['a copied mail', () => ({ summary: `From: x\nSubject: y\n${SUMMARY}` }), 'SUMMARY_IS_MAIL', 'input.summary'],
    ['type 12', () => ({ typeNumber: 12 }), 'UNKNOWN_TYPE', 'input.typeNumber'],
    ['tomorrow', () => ({ occurredOn: '2026-03-11' }), 'IN_THE_FUTURE', 'input.occurredOn'],
    ['before there were types', () => ({ occurredOn: '2019-12-31' }), 'TYPE_NOT_IN_FORCE', 'input.typeNumber'],
    [
      "another employer's person",
      async () => ({ participantIds: [await graph.personOf(BOLDERBAST)] }),
      'UNKNOWN_PARTICIPANT',
      'input.participantIds.0',
    ],
    ['an unknown moment', () => ({ id: NONE, subject: 'Anders' }), 'UNKNOWN_CONTACT_MOMENT', 'input.id'],
    ['no id', () => ({ id: 'x', subject: 'Anders' }), 'UNKNOWN_CONTACT_MOMENT', 'input.id'],
    ['a stale version', () => ({ expectedVersion: 99, subject: 'Anders' }), 'CONFLICT', 'input.expectedVersion'],
  ];
  test.each(CASES)('%s', async (_, changed, code, path) => {
    const asked = await changed();
    const before = await graph.written();
    const { contactMoment, errors } = await correct(moment, asked);
    expect(contactMoment).toBeNull();
    expect(errors.map((e: Data) => [e.code, e.path.join('.')])).toEqual([[code, path]]);
    expect(await graph.written()).toEqual(before);
  });

  test('the same key for something else is refused, and for the same is answered alike', async () => {
    const one = await fresh();
    const input = { id: one.id, expectedVersion: 1, subject: 'Eenmaal anders', reason };
    const first = await graph.correct(input, { idempotencyKey: 'correct' });
    expect(await graph.correct(input, { idempotencyKey: 'correct' })).toEqual(first);
    await expect(
      graph.correct({ ...input, reason: 'Een andere reden.' }, { idempotencyKey: 'correct' }),
    ).rejects.toThrow(/IDEMPOTENCY_KEY_REUSED/);
  });
});
