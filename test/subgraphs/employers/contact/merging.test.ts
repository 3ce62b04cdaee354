import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Data } from '../../alone.js';
import { BOLDERBAST, contactGraph, DONALD, SUMMARY, type ContactGraph } from './contact-graph.js';

let graph: ContactGraph;
beforeAll(async () => {
  graph = await contactGraph();
});
afterAll(() => graph.close());

const TOGETHER = 'In drie gesprekken met de planner besproken welke ritten erbij komen; twee kandidaten zijn in beeld.';
/** Moments on one subject that nobody else uses, at these days of March. */
async function moments(days: number[], changed: object = {}, as = 'accountmanager'): Promise<Data[]> {
  const subject = `Ritten ${randomUUID()}`;
  const made: Data[] = [];
  for (const day of days)
    made.push(
      (
        await graph.register(
          {
            subject,
            occurredOn: `2026-03-${String(day).padStart(2, '0')}`,
            summary: `${SUMMARY} Dag ${day}.`,
            ...changed,
          },
          { as },
        )
      ).contactMoment,
    );
  return made;
}
const merge = (into: Data, others: Data[], changed: object = {}, as = 'accountmanager') =>
  graph.merge(
    {
      intoId: into.id,
      expectedVersion: into.version,
      mergeIds: others.map((m) => m.id),
      summary: TOGETHER,
      ...changed,
    },
    { as },
  );
const listed = async (filter: object = {}) =>
  (
    await graph.data(
      `query ($id: ID!, $filter: ContactMomentFilter) { employer(id: $id) { contactMoments(first: 100, filter: $filter) { totalCount edges { node { id } } } } }`,
      { id: DONALD, filter },
    )
  ).employer.contactMoments;

describe('R-080: merging contact moments on one subject within a few days', () => {
  test('registering proposes it, and the moment itself keeps proposing', async () => {
    const [first, second] = await moments([2, 4]);
    expect((await graph.moment(second!.id)).mergeCandidates).toEqual([{ id: first!.id }]);
    expect((await graph.moment(first!.id)).mergeCandidates).toEqual([{ id: second!.id }]);
  });

  test('keeps every text, and lists and counts them as one', async () => {
    const [into, a, b] = await moments([2, 4, 7]);
    const before = await listed();
    const { contactMoment, errors, notices } = await merge(into!, [a!, b!]);
    expect([errors, notices]).toEqual([[], []]);
    expect(contactMoment).toMatchObject({ id: into!.id, version: 2, summary: TOGETHER, occurredOn: '2026-03-02' });
    expect(contactMoment.versions.map((v: Data) => [v.contactMoment.id, v.summary])).toEqual([
      [into!.id, `${SUMMARY} Dag 2.`],
      [a!.id, `${SUMMARY} Dag 4.`],
      [b!.id, `${SUMMARY} Dag 7.`],
      [into!.id, TOGETHER],
    ]);
    expect(contactMoment.versions.at(-1).reason).toMatch(/Samengevoegd: 3 contactmomenten/);
    const after = await listed();
    expect(after.totalCount).toBe(before.totalCount - 2);
    expect(after.edges.map((e: Data) => e.node.id)).not.toContain(a!.id);
    const all = await graph.data('{ contactMoments(first: 100) { edges { node { id } } } }');
    expect(all.contactMoments.edges.map((e: Data) => e.node.id)).not.toContain(b!.id);
    expect(await graph.moment(a!.id)).toMatchObject({ mergedInto: { id: into!.id }, mergeCandidates: [] });
    expect((await graph.moment(into!.id)).mergeCandidates).toEqual([]);
  });

  test('unites who was there, what it followed, and what came of it', async () => {
    const person = await graph.personOf(DONALD);
    const [earlier] = await moments([1]);
    const [into] = await moments([3]);
    const [other] = await moments([4], {
      participantIds: [person],
      relatedToIds: [earlier!.id, into!.id],
      followUps: [{ title: 'Opzet sturen', ownerId: 'prof-02' }],
      attachmentIds: [await graph.document(DONALD)],
      appointment: {
        title: 'Vervolg',
        startsAt: '2026-04-16T09:00:00Z',
        endsAt: '2026-04-16T10:00:00Z',
        attendeeIds: ['prof-01'],
      },
    });
    const { contactMoment, notices } = await merge(into!, [other!]);
    expect(contactMoment).toMatchObject({
      participants: [{ id: person }],
      relatedTo: [{ id: earlier!.id }],
      tasks: [{ id: other!.tasks[0].id }],
      attachments: [{ id: other!.attachments[0].id }],
      appointments: [{ id: other!.appointments[0].id }],
    });
    expect(notices.map((n: Data) => n.code)).toEqual(['SUBJECTS_DIFFER']);
  });

  test('what followed a merged moment follows the one that stays', async () => {
    const [into, other] = await moments([3, 4]);
    const later = (await graph.register({ relatedToIds: [other!.id, into!.id] })).contactMoment;
    await merge(into!, [other!]);
    expect((await graph.moment(later.id)).relatedTo).toEqual([{ id: into!.id }]);
  });

  test('into one that is merged itself later keeps every text too', async () => {
    const [a, b, c] = await moments([3, 4, 5]);
    const { contactMoment: ab } = await merge(b!, [a!]);
    const { contactMoment } = await merge(c!, [ab]);
    expect(contactMoment.versions.map((v: Data) => v.summary)).toEqual([
      `${SUMMARY} Dag 3.`,
      `${SUMMARY} Dag 4.`,
      `${SUMMARY} Dag 5.`,
      TOGETHER,
      TOGETHER,
    ]);
    expect(await graph.moment(a!.id)).toMatchObject({ mergedInto: { id: c!.id } });
  });

  test('tells the timeline, whoever registered one of them, and the figures', async () => {
    const [into] = await moments([3], {}, 'prof-02');
    const { contactMoment: other } = await graph.register({ subject: into!.subject, occurredOn: '2026-03-05' });
    await merge(into!, [other]);
    const [line] = await graph.query(
      `select title, kind, actor_id from employers.timeline_entry where subject_id = $1 order by id desc limit 1`,
      [into!.id],
    );
    expect(line).toEqual({
      title: `2 contactmomenten samengevoegd: ${into!.subject}`,
      kind: 'CONTACT',
      actor_id: 'prof-01',
    });
    expect(
      await graph.query(
        `select recipient_id from employers.notification where kind = 'CONTACT_CHANGED' and subject_id = $1`,
        [into!.id],
      ),
    ).toEqual([{ recipient_id: 'prof-02' }]);
    const events = await graph.events();
    expect(events.filter((e) => e.data.contactMomentId === other.id).map((e) => [e.type, e.data])).toContainEqual([
      'contact-moment.merged',
      { employerId: DONALD, contactMomentId: other.id, version: 2, intoId: into!.id },
    ]);
    expect(
      events.filter((e) => e.type === 'contact-moment.corrected' && e.data.contactMomentId === into!.id),
    ).toMatchObject([{ data: { version: 2, npsSurveyId: into!.npsSurvey.id } }]);
  });

  test.each([
    [[10, 5], []],
    [[5, 10], []],
    [[10, 4], ['OUTSIDE_WINDOW']],
    [[4, 10], ['OUTSIDE_WINDOW']],
    [[6, 1, 10], []],
  ])('of days %j of March is refused with %j', async (days, codes) => {
    const [into, ...others] = await moments(days);
    expect((await merge(into!, others)).errors.map((e: Data) => e.code)).toEqual(codes);
  });

  test('goes by the window that the region had on the day', async () => {
    await graph.query(
      `insert into employers.region_agreements (id, region_id, ownership_recent_contact_months, ownership_contact_scope, renewed_contact_months,
         vacancy_max_months, account_plan_review_months, contact_merge_window_days, valid_from, version)
       select gen_random_uuid(), region_id, ownership_recent_contact_months, ownership_contact_scope, renewed_contact_months,
         vacancy_max_months, account_plan_review_months, 1, '2026-03-06', 2 from employers.region_agreements where region_id = 'rijnmond'`,
    );
    const [before, b] = await moments([1, 5]);
    const [after, d] = await moments([6, 8]);
    expect((await graph.moment(after!.id)).mergeCandidates).toEqual([]);
    expect((await graph.moment(before!.id)).mergeCandidates).toEqual([{ id: b!.id }]);
    const codes = async (into: Data, other: Data) => (await merge(into, [other])).errors.map((e: Data) => e.code);
    expect(await codes(after!, d!)).toEqual(['OUTSIDE_WINDOW']);
    expect(await codes(before!, b!)).toEqual([]);
    await graph.query(`update employers.region_agreements set valid_from = '2099-01-01' where version = 2`);
  });

  test('of one moment into two at once succeeds once', async () => {
    const [a, b, c] = await moments([3, 4, 5]);
    const [one, other] = await Promise.all([merge(a!, [c!]), merge(b!, [c!])]);
    const errors = [...one.errors, ...other.errors];
    expect(errors.map((e: Data) => e.code)).toEqual(['MERGED']);
    const [x, y] = await moments([3, 4]);
    const both = await Promise.all([merge(x!, [y!]), merge(y!, [x!])]);
    expect(both.flatMap((m) => m.errors)).toHaveLength(1);
  });

  test('a contact that was merged still counts for who holds the account', async () => {
    const [into] = await moments([3], {}, 'prof-02');
    const { contactMoment: other } = await graph.register(
      { subject: into!.subject, occurredOn: '2026-03-08' },
      { as: 'prof-04' },
    );
    const ask = async () =>
      (
        await graph.data(
          `query ($id: ID!) { employer(id: $id) { ownershipDecision(candidateId: "prof-01", regionId: "rijnmond", onDate: "2026-03-08") { outcome lastContactOn } } }`,
          { id: DONALD },
        )
      ).employer.ownershipDecision;
    const before = await ask();
    await merge(into!, [other], {}, 'prof-04');
    expect(await ask()).toEqual(before);
    expect(before.lastContactOn).toBe('2026-03-08');
  });
});

describe('the survey of merged moments', () => {
  const surveysOf = async (...all: Data[]) =>
    graph.query(
      'select id, contact_moment_id as of, withdrawn_at is not null as lapsed from employers.nps_survey where id = any($1)',
      [all.map((m) => m.npsSurvey.id)],
    );

  test('is the one of the moment that stays; the other lapses', async () => {
    const [into, other] = await moments([3, 4]);
    const { contactMoment } = await merge(into!, [other!]);
    expect(contactMoment.npsSurvey.id).toBe(into!.npsSurvey.id);
    expect((await surveysOf(other!))[0]).toMatchObject({ lapsed: true });
    expect((await graph.events('nps.withdrawn')).map((e) => e.data.surveyId)).toContain(other!.npsSurvey.id);
  });

  test('is an answered one before an unanswered one', async () => {
    const [into, other] = await moments([3, 4]);
    await graph.answer(other!.npsSurvey.id, 8);
    const { contactMoment } = await merge(into!, [other!]);
    expect(contactMoment.npsSurvey).toMatchObject({ id: other!.npsSurvey.id, score: 8 });
    expect((await surveysOf(into!))[0]).toMatchObject({ lapsed: true });
  });

  test('of two answers the other stays with the moment it was about', async () => {
    const [into, other] = await moments([3, 4]);
    await graph.answer(into!.npsSurvey.id, 9);
    await graph.answer(other!.npsSurvey.id, 7);
    expect((await merge(into!, [other!])).contactMoment.npsSurvey.score).toBe(9);
    expect((await surveysOf(other!))[0]).toMatchObject({ of: other!.id, lapsed: false });
    expect((await graph.moment(other!.id)).npsSurvey.score).toBe(7);
  });

  test('comes along when only the merged moment had one', async () => {
    const [into] = await moments([3], { typeNumber: 7 });
    const other = (await graph.register({ subject: into!.subject, occurredOn: '2026-03-04' })).contactMoment;
    expect((await merge(into!, [other])).contactMoment.npsSurvey.id).toBe(other.npsSurvey.id);
  });
});

describe('bad input to mergeContactMoments is refused with its field and rule, and nothing is written', () => {
  const NONE = '00000000-0000-4000-8000-000000000000';
  let into: Data;
  let other: Data;
  let elsewhere: Data;
  let gone: Data;
  beforeAll(async () => {
    const [a, b, c] = await moments([3, 4, 5]);
    [into, other] = [a!, b!];
    elsewhere = (await graph.register({ employerId: BOLDERBAST, occurredOn: '2026-03-04' })).contactMoment;
    gone = c!;
    into = (await merge(into, [gone])).contactMoment;
  });
  const CASES: [string, () => object, string, string][] = [
    ['nothing to merge', () => ({ mergeIds: [] }), 'OUT_OF_RANGE', 'input.mergeIds'],
    ['21 to merge', () => ({ mergeIds: Array(21).fill(NONE) }), 'OUT_OF_RANGE', 'input.mergeIds'],
    ['itself', () => ({ mergeIds: [other.id, into.id] }), 'SAME_MOMENT', 'input.mergeIds.1'],
    ['an unknown moment', () => ({ mergeIds: [other.id, NONE] }), 'UNKNOWN_CONTACT_MOMENT', 'input.mergeIds.1'],
    ['no id', () => ({ mergeIds: ['x'] }), 'UNKNOWN_CONTACT_MOMENT', 'input.mergeIds.0'],
    ['one of another employer', () => ({ mergeIds: [elsewhere.id] }), 'OTHER_EMPLOYER', 'input.mergeIds.0'],
    ['one that was merged', () => ({ mergeIds: [gone.id] }), 'MERGED', 'input.mergeIds.0'],
    ['into one that was merged', () => ({ intoId: gone.id, expectedVersion: 2 }), 'MERGED', 'input.intoId'],
    ['into an unknown one', () => ({ intoId: NONE }), 'UNKNOWN_CONTACT_MOMENT', 'input.intoId'],
    ['into no id', () => ({ intoId: 'x' }), 'UNKNOWN_CONTACT_MOMENT', 'input.intoId'],
    ['a stale version', () => ({ expectedVersion: 1 }), 'CONFLICT', 'input.expectedVersion'],
    ['a short report', () => ({ summary: 'Samen.' }), 'SUMMARY_TOO_SHORT', 'input.summary'],
    ['a copied mail', () => ({ summary: `Van: x\nAan: y\n${TOGETHER}` }), 'SUMMARY_IS_MAIL', 'input.summary'],
    ['a short subject', () => ({ subject: 'A' }), 'TOO_SHORT', 'input.subject'],
    ['a long subject', () => ({ subject: 'x'.repeat(201) }), 'TOO_LONG', 'input.subject'],
  ];
  test.each(CASES)('%s', async (_, changed, code, path) => {
    const before = await graph.written();
    const { contactMoment, errors } = await merge(into, [other], changed());
    expect(contactMoment).toBeNull();
    expect(errors.map((e: Data) => [e.code, e.path.join('.')])).toEqual([[code, path]]);
    expect(await graph.written()).toEqual(before);
  });

  test('somebody who registered none of them, and does not hold the account', async () => {
    expect((await merge(into, [other], {}, 'prof-03')).errors).toMatchObject([{ code: 'NOT_YOURS' }]);
  });

  test('correcting and mailing a merged moment', async () => {
    const correction = { id: gone.id, expectedVersion: 2, subject: 'Anders', reason: 'Verkeerd genoteerd.' };
    const [error, ...more] = (await graph.correct(correction)).errors;
    expect(more).toEqual([]);
    expect(error).toMatchObject({ code: 'MERGED', path: ['input', 'id'], message: expect.stringContaining('(id)') });
    expect(error.message).toContain(`"${into.subject}"`);
    expect(error.message).not.toContain(into.id);
    expect((await graph.mail({ id: gone.id, to: ['prof-02'] })).errors).toMatchObject([{ code: 'MERGED' }]);
  });
});
