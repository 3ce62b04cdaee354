import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { daysBefore, testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const TODAY = '2026-03-10';
const byKvk = (kvk: string) => testCompanies.find((e) => e.kvkNumber === kvk)!.id;
const SUMMARY = 'Met de planner besproken welke ritten er bijkomen en wie daarvoor in beeld is.';
let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph.close());

const REGISTER = `mutation ($in: RegisterContactMomentInput!) { registerContactMoment(input: $in) {
  contactMoment { id version occurredOn recordedAt medium category type { number } registeredBy { name } participants { name }
    relatedTo { id } npsSurvey { id note score group invitedAt } tasks { title dueOn status subjectType owner { name } createdBy { id } employer { id } } }
  notices { code message requirement severity }
  errors { code message path requirement }
} }`;
const input = (changed: Record<string, unknown> = {}) => ({
  employerId: byKvk('68750110'),
  typeNumber: 3,
  medium: 'PHONE',
  subject: 'Uitbreiding van de ritten',
  summary: SUMMARY,
  occurredOn: TODAY,
  participantIds: [],
  ...changed,
});
const register = async (
  changed: Record<string, unknown> = {},
  options: { as?: string; idempotencyKey?: string } = {},
) => (await graph.data(REGISTER, { in: input(changed) }, options)).registerContactMoment;
const count = async (table: string) => Number((await graph.query(`select count(*) n from employers.${table}`))[0]!.n);
const events = async () =>
  (await graph.query(`select data from outbox.job where name = 'reporting' order by created_on, data->>'type'`)).map(
    (row) =>
      row.data as {
        type: string;
        occurredOn: string;
        recordedAt: string;
        actorId: string;
        data: Record<string, unknown>;
      },
  );

describe('the types of contact moment', () => {
  test('are the eleven of the source: five new, six existing; five with NPS, one with a note, five without', async () => {
    const { contactMomentTypes: types } = await graph.data(
      '{ contactMomentTypes { number name nameNl mutation npsSurvey municipalitiesOnly whenToUse whenToUseNl registeredByOwnRole validFrom validUntil } }',
    );
    const numbers = (field: string, value: unknown) =>
      types.filter((t: Record<string, unknown>) => t[field] === value).map((t: { number: number }) => t.number);
    expect(types.map((t: { number: number }) => t.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(numbers('mutation', 'NEW')).toEqual([1, 2, 3, 7, 8]);
    expect(numbers('mutation', 'EXISTING')).toEqual([4, 5, 6, 9, 10, 11]);
    expect(numbers('npsSurvey', 'YES')).toEqual([2, 3, 5, 6, 8]);
    expect(numbers('npsSurvey', 'YES_WITH_NOTE')).toEqual([9]);
    expect(numbers('npsSurvey', 'NO')).toEqual([1, 4, 7, 10, 11]);
    expect(numbers('municipalitiesOnly', true)).toEqual([10, 11]);
    expect(numbers('registeredByOwnRole', 'IAA_ADVISER')).toEqual([5, 6]);
    expect(numbers('registeredByOwnRole', 'LABOUR_EXPERT')).toEqual([7]);
  });

  test('are those of the day asked for', async () => {
    const { before, from } = await graph.data(
      '{ before: contactMomentTypes(onDate: "2019-12-31") { number } from: contactMomentTypes(onDate: "2020-01-01") { number } }',
    );
    expect(before).toEqual([]);
    expect(from).toHaveLength(11);
  });
});

describe('the demo data', () => {
  test("retells the source's two contact moments with the carrier", async () => {
    const { employer } = await graph.data(
      `query ($id: ID!) { employer(id: $id) { contactMoments(first: 5) { totalCount edges { node {
        occurredOn type { number nameNl npsSurvey } medium category subject registeredBy { name } participants { name }
        relatedTo { subject } tasks { title dueOn owner { name } } npsSurvey { score group comment } } } } } }`,
      { id: vanGelderen.id },
    );
    const nodes = employer.contactMoments.edges.map((e: { node: object }) => e.node);
    expect(employer.contactMoments.totalCount).toBe(5);
    expect(nodes[0]).toMatchObject({
      subject: 'Onderzoek aanbod chauffeurs C of CE',
      type: { number: 3 },
      medium: 'PHONE',
      category: 'OTHER',
      relatedTo: [{ subject: 'Voorstellen kandidaat-chauffeur' }],
      tasks: [{ dueOn: daysBefore(TODAY, -1), owner: { name: 'Bilal Oosterhuis' } }],
      participants: [{ name: 'Marjolein Vermeulen' }],
      npsSurvey: { score: null, group: null },
    });
    expect(nodes[2]).toMatchObject({
      subject: 'Opleidingstraject chauffeurs',
      type: { number: 2, npsSurvey: 'YES' },
      category: 'VISIT',
      npsSurvey: { score: 9, group: 'PROMOTER' },
    });
  });

  test('came with its events, recorded on the day itself', async () => {
    const all = await events();
    const kinds = (type: string) => all.filter((e) => e.type === type);
    expect(kinds('contact-moment.registered')).toHaveLength(await count('contact_moment'));
    expect(kinds('nps.invited')).toHaveLength(await count('nps_survey'));
    expect(kinds('nps.answered').map((e) => e.data.score)).toEqual(expect.arrayContaining([4, 9, 10]));
    expect(kinds('holdership.started')).toHaveLength(await count('account_holdership'));
    for (const { occurredOn, recordedAt } of kinds('contact-moment.registered'))
      expect(recordedAt.slice(0, 10)).toBe(occurredOn);
  });

  test('has promoters, passives and a detractor', async () => {
    const { employer } = await graph.data(
      `query ($id: ID!) { employer(id: $id) { npsSurveys(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { node { score group contactMoment { subject employer { id } } employer { id } } } } } }`,
      { id: byKvk('69599068') },
    );
    expect(employer.npsSurveys).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      edges: [{ node: { score: 4, group: 'DETRACTOR' } }, { node: { score: 8, group: 'PASSIVE' } }],
    });
    const next = await graph.data(
      `query ($id: ID!, $after: String) { employer(id: $id) { npsSurveys(first: 2, after: $after) { pageInfo { hasNextPage } edges { node { score } } } } }`,
      { id: byKvk('69599068'), after: employer.npsSurveys.pageInfo.endCursor },
    );
    expect(next.employer.npsSurveys).toEqual({ pageInfo: { hasNextPage: false }, edges: [{ node: { score: 9 } }] });
  });
});

describe('a list of contact moments', () => {
  const LIST = `query ($filter: ContactMomentFilter, $first: Int, $after: String, $team: ID, $region: ID) {
    contactMoments(filter: $filter, first: $first, after: $after, teamId: $team, regionId: $region) {
      totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { id subject occurredOn medium registeredBy { id } } } } }`;
  const list = async (variables: Record<string, unknown> = {}) => (await graph.data(LIST, variables)).contactMoments;

  test.each(['analyst'])('R-248: is not searched for words by the %s, who may not read them', async (as) => {
    const filter = { text: 'chauffeur' };
    await expect(graph.data(LIST, { filter }, { as })).rejects.toThrow(/FORBIDDEN/);
    const OF =
      'query ($id: ID!, $filter: ContactMomentFilter) { employer(id: $id) { contactMoments(filter: $filter) { totalCount } } }';
    await expect(graph.data(OF, { id: vanGelderen.id, filter }, { as })).rejects.toThrow(/FORBIDDEN/);
    const COUNT = '{ contactMoments(filter: { media: [PHONE] }) { totalCount } }';
    expect((await graph.data(COUNT, {}, { as })).contactMoments.totalCount).toBeGreaterThan(0);
  });

  test('gives every moment once, newest first, page by page', async () => {
    const total = await count('contact_moment');
    const seen: { id: string; occurredOn: string }[] = [];
    let after: string | null = null;
    do {
      const found: {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: { node: (typeof seen)[0] }[];
      } = await list({ first: 3, after });
      expect(found.totalCount).toBe(total);
      seen.push(...found.edges.map((e) => e.node));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen.map((m) => m.id)).size).toBe(total);
    expect(seen.map((m) => m.occurredOn)).toEqual(
      seen
        .map((m) => m.occurredOn)
        .sort()
        .reverse(),
    );
  });

  test.each([
    [{ types: [10] }, ['Invulling social return']],
    [{ types: [] }, []],
    [{ media: ['LETTER', 'EVENT'] }, ['Uitnodiging werkgeversbijeenkomst', 'Banenmarkt logistiek']],
    [{ category: 'UNCATEGORISED' }, ['Uitnodiging werkgeversbijeenkomst']],
    [{ category: 'VISIT', media: ['PHONE'] }, []],
    [{ by: ['prof-17'] }, ['Taken anders verdelen in de wijkzorg']],
    [{ text: 'CHAUFFEURS', from: daysBefore(TODAY, 30) }, ['Onderzoek aanbod chauffeurs C of CE']],
    [{ text: '65%' }, ['Opleidingstraject chauffeurs']],
    [{ to: daysBefore(TODAY, 310) }, ['Arrangement zorgassistenten', 'Kennismaking na verhuizing']],
  ])('is limited by %j', async (filter, subjects) => {
    const { edges, totalCount } = await list({ filter });
    expect(edges.map((e: { node: { subject: string } }) => e.node.subject)).toEqual(subjects);
    expect(totalCount).toBe(subjects.length);
  });

  test('of a team or region is of who registered it', async () => {
    const of = async (variables: object) => [
      ...new Set(
        (await list({ first: 100, ...variables })).edges.map(
          (e: { node: { registeredBy: { id: string } } }) => e.node.registeredBy.id,
        ),
      ),
    ];
    expect((await of({ team: 'team-logistiek' })).sort()).toEqual(['prof-01', 'prof-02']);
    expect(await of({ region: 'midden-utrecht' })).toEqual(['prof-18']);
    expect(await of({ region: 'atlantis' })).toEqual([]);
  });

  test('of an employer is paged by the same cursors', async () => {
    const query = `query ($id: ID!, $after: String) { employer(id: $id) { contactMoments(first: 2, after: $after, filter: { category: OTHER }) { totalCount pageInfo { hasNextPage endCursor } edges { node { subject } } } } }`;
    const first = (await graph.data(query, { id: vanGelderen.id })).employer.contactMoments;
    const second = (await graph.data(query, { id: vanGelderen.id, after: first.pageInfo.endCursor })).employer
      .contactMoments;
    expect([first.totalCount, second.totalCount]).toEqual([3, 3]);
    expect([...first.edges, ...second.edges].map((e: { node: { subject: string } }) => e.node.subject)).toEqual([
      'Onderzoek aanbod chauffeurs C of CE',
      'Voorstellen kandidaat-chauffeur',
      'Banenmarkt logistiek',
    ]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test('refuses a cursor or a page size that is none', async () => {
    expect((await graph.ask(LIST, { after: 'nonsense' })).errors?.[0]?.extensions).toMatchObject({ argument: 'after' });
    expect((await graph.ask(LIST, { first: 0 })).errors?.[0]?.extensions).toMatchObject({ argument: 'first' });
  });
});

test('one contact moment is found by its id, and none by another', async () => {
  const { contactMoments } = await graph.data('{ contactMoments(first: 1) { edges { node { id } } } }');
  const { id } = contactMoments.edges[0].node;
  const found = await graph.data(
    `query ($id: ID!) { contactMoment(id: $id) { id } none: contactMoment(id: "00000000-0000-4000-8000-000000000000") { id } wrong: contactMoment(id: "x") { id } }`,
    { id },
  );
  expect(found).toEqual({ contactMoment: { id }, none: null, wrong: null });
});

describe('registering a contact moment', () => {
  test('writes it with its survey, its follow-up and its events at once', async () => {
    const before = (await events()).length;
    const participant = (
      await graph.query(`select id from employers.contact_person where employer_id = $1`, [byKvk('68750110')])
    )[0]!.id;
    const { contactMoment, notices, errors } = await register({
      medium: 'VIDEO_CALL',
      participantIds: [participant],
      followUps: [{ title: 'Voorstel mailen', dueOn: '2026-03-17', ownerId: 'prof-04' }],
    });
    expect(errors).toEqual([]);
    expect(notices).toEqual([]);
    expect(contactMoment).toMatchObject({
      version: 1,
      occurredOn: TODAY,
      recordedAt: '2026-03-10T08:00:00.000Z',
      category: 'VISIT',
      type: { number: 3 },
      registeredBy: { name: 'Anouk Verstraten' },
      participants: [{ name: expect.any(String) }],
      npsSurvey: { note: null, score: null },
      tasks: [
        {
          title: 'Voorstel mailen',
          dueOn: '2026-03-17',
          status: 'OPEN',
          subjectType: 'ContactMoment',
          owner: { name: 'Dirk-Jan Meerkerk' },
          createdBy: { id: 'prof-01' },
          employer: { id: byKvk('68750110') },
        },
      ],
    });
    const told = (await events()).slice(before);
    expect(told.map((e) => [e.type, e.actorId])).toEqual([
      ['contact-moment.registered', 'prof-01'],
      ['nps.invited', 'prof-01'],
    ]);
    expect(told[0]!.data).toEqual({
      employerId: byKvk('68750110'),
      contactMomentId: contactMoment.id,
      typeNumber: 3,
      medium: 'VIDEO_CALL',
      category: 'VISIT',
      teamId: 'team-logistiek',
      npsSurveyId: contactMoment.npsSurvey.id,
      consulted: false,
    });
    const [kept] = await graph.query(`select actor_id, operation from employers.history where record_id = $1`, [
      contactMoment.id,
    ]);
    expect(kept).toEqual({ actor_id: 'prof-01', operation: 'insert' });
  });

  test.each([
    [1, false],
    [2, true],
    [4, false],
    [7, false],
    [8, true],
    [9, true],
  ])('of type %d asks for satisfaction: %s', async (typeNumber, asked) => {
    const { contactMoment } = await register({
      typeNumber,
      subject: `Van type ${typeNumber}`.padEnd(20, 'abcdefghi'[typeNumber % 9]),
    });
    expect(contactMoment.npsSurvey !== null).toBe(asked);
    if (typeNumber === 9) expect(contactMoment.npsSurvey.note).toMatch(/sterretje/);
  });

  test('is refused as a whole, every fault with its field and rule, and nothing is written', async () => {
    const before = [await count('contact_moment'), await count('task'), (await events()).length];
    const { contactMoment, errors } = await register({
      typeNumber: 10,
      subject: 'X',
      summary: 'Van: planning\nOnderwerp: ritten\nHallo',
      occurredOn: '2026-03-11',
      participantIds: ['c0000000-0000-4000-8000-000000000001', 'nobody'],
      relatedToIds: ['00000000-0000-4000-8000-000000000000'],
      followUps: [{ title: 'Ja', ownerId: 'prof-99', dueOn: '2026-03-01' }],
    });
    expect(contactMoment).toBeNull();
    expect(errors.map((e: { code: string; path: string[] }) => [e.code, e.path.join('.')])).toEqual([
      ['TYPE_NOT_FOR_ORGANISATION', 'input.typeNumber'],
      ['TOO_SHORT', 'input.subject'],
      ['SUMMARY_IS_MAIL', 'input.summary'],
      ['IN_THE_FUTURE', 'input.occurredOn'],
      ['UNKNOWN_PARTICIPANT', 'input.participantIds.0'],
      ['UNKNOWN_PARTICIPANT', 'input.participantIds.1'],
      ['UNKNOWN_CONTACT_MOMENT', 'input.relatedToIds.0'],
      ['TOO_SHORT', 'input.followUps.0.title'],
      ['UNKNOWN_OWNER', 'input.followUps.0.ownerId'],
      ['DUE_TOO_EARLY', 'input.followUps.0.dueOn'],
    ]);
    expect([await count('contact_moment'), await count('task'), (await events()).length]).toEqual(before);
  });

  test.each(['00000000-0000-4000-8000-000000000000', 'no id at all'])(
    'of employer %s is refused',
    async (employerId) => {
      const { errors } = await register({ employerId });
      expect(errors).toMatchObject([{ code: 'UNKNOWN_EMPLOYER', path: ['input', 'employerId'] }]);
    },
  );

  test('of type 10 is for municipalities', async () => {
    const changed = { typeNumber: 10, subject: 'Contract gladheidsbestrijding' };
    expect((await register(changed)).errors).toMatchObject([
      { code: 'TYPE_NOT_FOR_ORGANISATION', requirement: 'R-074' },
    ]);
    expect((await register(changed, { as: 'municipal' })).errors).toEqual([]);
  });

  test('of type 5 by an account manager is written with a notice, by the IAA adviser without', async () => {
    const changed = { typeNumber: 5, subject: 'Conceptadvies IAA' };
    expect((await register(changed)).notices).toMatchObject([{ code: 'REGISTERED_BY_OWN_ROLE', severity: 'WARNING' }]);
    expect((await register({ ...changed, subject: 'Gesprek met teamleiders' }, { as: 'prof-17' })).notices).toEqual([]);
  });

  test('an acquisition without consultation is written with a notice', async () => {
    const { notices, contactMoment } = await register({ typeNumber: 1, subject: 'Kwam binnenlopen' });
    expect(contactMoment).not.toBeNull();
    expect(notices).toMatchObject([
      { code: 'NOT_CONSULTED', requirement: 'R-057' },
      { code: 'NOT_NEW_OR_RENEWED', requirement: 'R-065' },
    ]);
  });

  describe('on the same subject', () => {
    const employerId = byKvk('90001354');
    const on = (occurredOn: string, subject: string) => register({ employerId, occurredOn, subject });
    beforeAll(async () => {
      await on('2026-02-10', 'Werving heftruckchauffeurs');
    });

    test('within five days is written with a notice that names the earlier one', async () => {
      const { notices, contactMoment } = await on('2026-02-15', 'Werving heftruckchauffeur');
      expect(contactMoment).not.toBeNull();
      expect(notices).toMatchObject([
        { code: 'SAME_SUBJECT_NEARBY', requirement: 'R-080', message: expect.stringContaining('10 februari 2026') },
      ]);
    });
    test('also when the other one is of a later day', async () => {
      expect((await on('2026-02-05', 'werving HEFTRUCKCHAUFFEURS')).notices).toHaveLength(1);
    });
    test('after the window is another matter', async () => {
      expect((await on('2026-02-22', 'Werving heftruckchauffeurs')).notices).toEqual([]);
    });
    test('at another employer is another matter', async () => {
      expect((await register({ occurredOn: '2026-02-10', subject: 'Werving heftruckchauffeurs' })).notices).toEqual([]);
    });
    test('another subject within the window is another matter', async () => {
      expect((await on('2026-02-11', 'Bezoek aan de kwekerij')).notices).toEqual([]);
    });
  });

  test('twice under one key is done once, and answered alike', async () => {
    const changed = { subject: 'Eenmalig gesprek', employerId: vanGelderen.id };
    const first = await register(changed, { idempotencyKey: 'once' });
    const before = await count('contact_moment');
    const second = await register(changed, { idempotencyKey: 'once' });
    expect(second).toEqual(first);
    expect(await count('contact_moment')).toBe(before);
  });

  test.each(['analyst', 'manager', 'admin'])('is not for the %s', async (as) => {
    const answer = await graph.ask(REGISTER, { in: input() }, { as });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('an analyst sees that there was contact, and not what was said', async () => {
  const seen = await graph.data(
    '{ contactMoments(first: 1) { edges { node { occurredOn medium type { nameNl } } } } }',
    {},
    { as: 'analyst' },
  );
  expect(seen.contactMoments.edges).toHaveLength(1);
  const { errors } = await graph.ask(
    '{ contactMoments(first: 1) { edges { node { summary } } } }',
    {},
    { as: 'analyst' },
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});

describe('answering an NPS survey', () => {
  const ANSWER = `mutation ($in: RecordNpsResponseInput!) { recordNpsResponse(input: $in) { ok npsSurvey { score group comment } errors { code path message } } }`;
  const answer = async (id: string, score: number) =>
    (await graph.data(ANSWER, { in: { surveyId: id, score, comment: 'Prima' } })).recordNpsResponse;
  const open = async () =>
    (await graph.query('select id from employers.nps_survey where responded_at is null limit 1'))[0]!.id as string;

  test('is done once, with its event', async () => {
    const id = await open();
    expect(await answer(id, 8)).toEqual({
      ok: true,
      npsSurvey: { score: 8, group: 'PASSIVE', comment: 'Prima' },
      errors: [],
    });
    expect(await answer(id, 9)).toMatchObject({
      ok: false,
      errors: [{ code: 'ALREADY_ANSWERED', path: ['input', 'surveyId'] }],
    });
    expect((await events()).filter((e) => e.type === 'nps.answered' && e.data.surveyId === id)).toMatchObject([
      { occurredOn: TODAY, data: { score: 8 } },
    ]);
  });

  test('of two answers at once takes one', async () => {
    const id = await open();
    const oks = (await Promise.all([answer(id, 1), answer(id, 10)])).map((a) => a.ok);
    expect(oks.sort()).toEqual([false, true]);
  });

  test.each([-1, 11])('with %d is refused', async (score) => {
    expect(await answer(await open(), score)).toMatchObject({
      ok: false,
      errors: [{ code: 'SCORE_OUT_OF_RANGE', path: ['input', 'score'] }],
    });
  });

  test('of an unknown survey is refused', async () => {
    expect(await answer('nothing', 5)).toMatchObject({ ok: false, errors: [{ code: 'UNKNOWN_SURVEY' }] });
  });
});
