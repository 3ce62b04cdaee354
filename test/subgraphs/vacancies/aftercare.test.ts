import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { contactPersons, planner } from '../../../demo/contact-persons.js';
import { vanGelderen } from '../../../demo/employers.js';
import { vacancyId } from '../../../demo/vacancies.js';
import type { Data } from '../alone.js';
import { vacanciesAlone, type VacanciesAlone } from './vacancies-alone.js';

let it: VacanciesAlone;
beforeAll(async () => {
  it = await vacanciesAlone();
});
afterAll(() => it?.close());

const PLAN = `aftercarePlan { intensity contactEveryWeeks until content contactFor { id } professional { id } agreedOn
  nextDue version log { id } }`;
const LOG = 'aftercareLog { id at by { id } withWhom text problem actionDueOn }';
const PAYLOAD = `placement { id ${PLAN} ${LOG} } notices { code message requirement severity }
  errors { code path message requirement currentVersion }`;
const AGREE = `mutation ($input: AgreeAftercareInput!) { agreeAftercare(input: $input) { ${PAYLOAD} } }`;
const WRITE = `mutation ($input: LogAftercareInput!) { logAftercare(input: $input) { ${PAYLOAD} } }`;

interface Work {
  startsOn: string;
  durationMonths: number | null;
  endedOn: string | null;
  regionId: string;
}

/** A placement at Van Gelderen, of a vacancy that prof-01 owns. */
async function placed(work: Partial<Work> = {}): Promise<string> {
  const { startsOn, durationMonths, endedOn, regionId }: Work = {
    startsOn: '2026-03-02',
    durationMonths: null,
    endedOn: null,
    regionId: 'rijnmond',
    ...work,
  };
  const id = randomUUID();
  await it.query(
    `insert into vacancies.placement (id, vacancy_id, employer_id, jobseeker_id, region_id, starts_on, registered_at,
       duration_months, target_group, ended_on)
     select $1, vacancy_id, employer_id, jobseeker_id, $2, $3, registered_at, $4, target_group, $5
     from vacancies.placement where vacancy_id = $6 and referral_id is not null`,
    [id, regionId, startsOn, durationMonths, endedOn, vacancyId(1)],
  );
  return id;
}

type Asked = { as?: string; idempotencyKey?: string };
const agree = async (input: Record<string, unknown>, asked?: Asked): Promise<Data> =>
  (await it.data(AGREE, { input: { intensity: 'REGULAR', ...input } }, asked)).agreeAftercare;
const agreed = async (input: Record<string, unknown>): Promise<Data> => {
  const { placement, errors } = await agree(input);
  expect(errors).toEqual([]);
  return placement.aftercarePlan;
};
const write = async (input: Record<string, unknown>, asked?: Asked): Promise<Data> =>
  (await it.data(WRITE, { input: { withWhom: 'de planner', text: 'Gebeld: het gaat goed.', ...input } }, asked))
    .logAftercare;
/** As if it had been logged then. */
const heard = (placementId: string, at: string, problem = false): Promise<unknown> =>
  it.query(
    `insert into vacancies.aftercare_entry (id, placement_id, at, by_id, with_whom, text, problem)
     values ($1, $2, $3, 'prof-01', 'de planner', 'Gebeld.', $4)`,
    [randomUUID(), placementId, at, problem],
  );
const planOf = async (id: string): Promise<Data> =>
  (await it.data(`query ($id: ID!) { placement(id: $id) { ${PLAN} } }`, { id })).placement.aftercarePlan;
const counts = async () =>
  (
    await it.query(
      `select (select count(*)::int from vacancies.aftercare_plan) as plans, (select sum(version)::int from vacancies.aftercare_plan) as versions,
        (select count(*)::int from vacancies.aftercare_entry) as entries, (select count(*)::int from vacancies.vacancy_log_entry) as lines,
        (select count(*)::int from outbox.job) as jobs`,
    )
  )[0];
const problemsAt = async (placementId: string): Promise<Data[]> =>
  (
    await it.query(
      "select name, data from outbox.job where data->>'type' = 'aftercare.problem' and data->'data'->>'placementId' = $1",
      [placementId],
    )
  ).map(({ name, data }) => ({ ...(data as object), consumer: name }));

describe('R-172: aftercare is agreed on', () => {
  test.each([
    ['CALL_NOW_AND_THEN', 13, '2026-06-09'],
    ['REGULAR', 4, '2026-04-07'],
  ])(
    '%s means every %d weeks unless agreed otherwise, from today when the work began before',
    async (intensity, weeks, nextDue) => {
      const placementId = await placed();
      expect(await agreed({ placementId, intensity })).toEqual({
        intensity,
        contactEveryWeeks: weeks,
        until: null,
        content: null,
        contactFor: null,
        professional: { id: 'prof-01' },
        agreedOn: '2026-03-10',
        nextDue,
        version: 1,
        log: [],
      });
    },
  );

  test('how intensive, how often, until when, what, for whom and by whom', async () => {
    const placementId = await placed({ startsOn: '2026-03-16' });
    const input = {
      placementId,
      intensity: 'STRUCTURAL_INTENSIVE',
      contactEveryWeeks: 1,
      until: '2026-09-16',
      content: '  Jobcoach op de werkvloer. ',
      contactForId: planner,
      professionalId: 'prof-03',
    };
    expect(await agreed(input)).toEqual({
      intensity: 'STRUCTURAL_INTENSIVE',
      contactEveryWeeks: 1,
      until: '2026-09-16',
      content: 'Jobcoach op de werkvloer.',
      contactFor: { id: planner },
      professional: { id: 'prof-03' },
      agreedOn: '2026-03-10',
      nextDue: '2026-03-23',
      version: 1,
      log: [],
    });
    const history = await it.query(
      "select operation, actor_id from vacancies.history where table_name = 'aftercare_plan' and after->>'placement_id' = $1",
      [placementId],
    );
    expect(history).toEqual([{ operation: 'insert', actor_id: 'prof-01' }]);
  });

  test('a change keeps what it does not name, and takes away what it names as empty', async () => {
    const placementId = await placed();
    await agreed({
      placementId,
      contactEveryWeeks: 2,
      until: '2026-12-31',
      content: 'Bellen.',
      professionalId: 'prof-03',
    });
    expect(await agreed({ placementId, expectedVersion: 1 })).toMatchObject({
      intensity: 'REGULAR',
      contactEveryWeeks: 2,
      until: '2026-12-31',
      content: 'Bellen.',
      professional: { id: 'prof-03' },
      version: 2,
    });
    const cleared = { contactEveryWeeks: null, until: null, content: null, professionalId: null };
    expect(await agreed({ placementId, expectedVersion: 2, ...cleared })).toMatchObject({
      contactEveryWeeks: 4,
      until: null,
      content: null,
      professional: { id: 'prof-01' },
      version: 3,
    });
  });

  test('another intensity comes with its own rhythm', async () => {
    const placementId = await placed();
    await agreed({ placementId, contactEveryWeeks: 2 });
    expect(await agreed({ placementId, intensity: 'CALL_NOW_AND_THEN' })).toMatchObject({ contactEveryWeeks: 13 });
  });

  test('at once, it is agreed once and changed once', async () => {
    const placementId = await placed();
    await Promise.all([agreed({ placementId }), agreed({ placementId, contactEveryWeeks: 1 })]);
    expect((await planOf(placementId)).version).toBe(2);
    const [{ n }] = (await it.query('select count(*)::int as n from vacancies.aftercare_plan where placement_id = $1', [
      placementId,
    ])) as [{ n: number }];
    expect(n).toBe(1);
  });

  test('of two who saw that there was none, the second is told that there is one now', async () => {
    const placementId = await placed();
    const both = await Promise.all([
      agree({ placementId, expectedVersion: 0 }),
      agree({ placementId, expectedVersion: 0 }),
    ]);
    expect(both.flatMap(({ errors }) => errors)).toMatchObject([
      { code: 'CONFLICT', path: ['input', 'expectedVersion'], currentVersion: 1 },
    ]);
  });

  test('a contact person who left meanwhile stays who was agreed on, and is not agreed on anew', async () => {
    const placementId = await placed();
    await agreed({ placementId, contactForId: planner });
    await it.query('update vacancies.known_contact_person set active = false where id = $1', [planner]);
    expect(await agreed({ placementId, contactEveryWeeks: 3 })).toMatchObject({ contactFor: { id: planner } });
    const { errors } = await agree({ placementId: await placed(), contactForId: planner });
    expect(errors).toMatchObject([{ code: 'CONTACT_PERSON_INACTIVE', path: ['input', 'contactForId'] }]);
    await it.query('update vacancies.known_contact_person set active = true where id = $1', [planner]);
  });

  test('R-044: who left is not put in charge of it', async () => {
    await it.query(
      "insert into vacancies.professional_left (id, active, version, known_at) values ('prof-77', false, 2, now())",
    );
    const { errors } = await agree({ placementId: await placed(), professionalId: 'prof-77' });
    expect(errors).toMatchObject([
      { code: 'PROFESSIONAL_LEFT', path: ['input', 'professionalId'], requirement: 'R-172' },
    ]);
  });

  const stranger = contactPersons.find(({ employerId }) => employerId !== vanGelderen.id)!.id;
  test.each<[string, Record<string, unknown>, string, string, Partial<Work>?]>([
    ['no placement', { placementId: randomUUID() }, 'UNKNOWN_PLACEMENT', 'placementId'],
    ['no id', { placementId: 'x' }, 'UNKNOWN_PLACEMENT', 'placementId'],
    ['another region', {}, 'OTHER_REGION', 'placementId', { regionId: 'midden-utrecht' }],
    ['work that ended', {}, 'PLACEMENT_ENDED', 'placementId', { endedOn: '2026-03-09' }],
    ['a colleague whom nobody knows', { professionalId: 'prof-9999' }, 'UNKNOWN_PROFESSIONAL', 'professionalId'],
    ['never any contact', { contactEveryWeeks: 0 }, 'OUT_OF_RANGE', 'contactEveryWeeks'],
    ['contact less than once a year', { contactEveryWeeks: 53 }, 'OUT_OF_RANGE', 'contactEveryWeeks'],
    ['intensive without a rhythm', { intensity: 'STRUCTURAL_INTENSIVE' }, 'REQUIRED', 'contactEveryWeeks'],
    ['an end before the work begins', { until: '2026-03-01' }, 'UNTIL_TOO_EARLY', 'until'],
    ['a blank content', { content: '  ' }, 'TOO_SHORT', 'content'],
    ['a content without end', { content: 'x'.repeat(2001) }, 'TOO_LONG', 'content'],
    ['a contact person of another employer', { contactForId: stranger }, 'UNKNOWN_CONTACT_PERSON', 'contactForId'],
    ['no contact person', { contactForId: 'x' }, 'UNKNOWN_CONTACT_PERSON', 'contactForId'],
    ['a blank professional', { professionalId: ' ' }, 'TOO_SHORT', 'professionalId'],
    ['a professional without end', { professionalId: 'x'.repeat(65) }, 'TOO_LONG', 'professionalId'],
    ['a version that never was', { expectedVersion: 3 }, 'CONFLICT', 'expectedVersion'],
  ])('is refused with %s, and nothing is written', async (...[, input, code, field, work]) => {
    const placementId = await placed(work);
    const before = await counts();
    const { placement, notices, errors } = await agree({ placementId, ...input });
    expect([placement, notices]).toEqual([null, []]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code, path: ['input', field] });
    expect(errors[0].message).toMatch(new RegExp(`${field}|contactpersoon|gewijzigd|geëindigd|laatste dag`, 'i'));
    expect(await counts()).toEqual(before);
  });

  test('everything at once is told at once', async () => {
    const { errors } = await agree({ placementId: 'x', contactEveryWeeks: 99, content: '', professionalId: '' });
    expect(errors.map(({ path }: Data) => path[1])).toEqual(['contactEveryWeeks', 'content', 'professionalId']);
  });
});

describe('the next contact', () => {
  test.each<[string, Partial<Work>, Record<string, unknown>, string[], string | null]>([
    ['counts from the day of agreeing when the work began before', { startsOn: '2025-06-01' }, {}, [], '2026-03-24'],
    ['counts from the begin of work that is to begin', { startsOn: '2026-03-30' }, {}, [], '2026-04-13'],
    ['counts from the last contact', {}, {}, ['2026-03-03T10:00:00Z', '2026-03-06T10:00:00Z'], '2026-03-20'],
    ['counts from the day in the Netherlands', {}, {}, ['2026-03-05T23:30:00Z'], '2026-03-20'],
    ['may be overdue', {}, {}, ['2026-02-02T10:00:00Z'], '2026-02-16'],
    ['is on the last day of aftercare at the latest', {}, { until: '2026-03-24' }, [], '2026-03-24'],
    ['is not after the last day of aftercare', {}, { until: '2026-03-23' }, [], null],
    [
      'is not when aftercare is over, also when it was overdue',
      {},
      { until: '2026-03-09' },
      ['2026-02-02T10:00:00Z'],
      null,
    ],
    ['is not after the agreed end of the work', { startsOn: '2025-10-01', durationMonths: 5 }, {}, [], null],
    [
      'is after the agreed end of the work when that was agreed on',
      { startsOn: '2025-10-01', durationMonths: 5 },
      { until: '2026-06-01' },
      [],
      '2026-03-24',
    ],
    [
      'is on the last day of the work at the latest',
      { startsOn: '2025-09-25', durationMonths: 6 },
      {},
      [],
      '2026-03-24',
    ],
    ['is not after the work ends', { endedOn: '2026-03-20' }, { until: '2026-12-31' }, [], null],
    [
      'does not end with the agreed end when the work went on until later',
      { startsOn: '2025-09-01', durationMonths: 6, endedOn: '2026-03-31' },
      {},
      [],
      '2026-03-24',
    ],
  ])('%s', async (_, work, input, contacts, expected) => {
    const placementId = await placed(work);
    for (const at of contacts) await heard(placementId, at);
    expect((await agreed({ placementId, contactEveryWeeks: 2, ...input })).nextDue).toBe(expected);
  });

  test('moves on with every contact', async () => {
    const placementId = await placed();
    await heard(placementId, '2026-02-02T10:00:00Z');
    await agreed({ placementId, contactEveryWeeks: 2 });
    const { placement } = await write({ placementId });
    expect(placement.aftercarePlan.nextDue).toBe('2026-03-24');
  });
});

describe('what is due', () => {
  const due = async (args = '', as = 'accountmanager'): Promise<string[]> =>
    (await it.data(`{ aftercareDue${args} { id } }`, {}, { as })).aftercareDue.map(({ id }: Data) => id);

  test('is listed with what is due first standing first, of one professional or of the own regions', async () => {
    const byWhom = 'prof-55';
    const made: Record<string, string> = {};
    for (const [name, contact, work] of [
      ['today', '2026-02-24', {}],
      ['tomorrow', '2026-02-25', {}],
      ['long ago', '2026-01-06', {}],
      ['over', '2026-01-06', { startsOn: '2025-10-01', durationMonths: 5 }],
      ['elsewhere', '2026-01-07', { regionId: 'midden-utrecht' }],
    ] as [string, string, Partial<Work>][]) {
      const id = await placed(work);
      made[name] = id;
      await heard(id, `${contact}T10:00:00Z`);
      await it.query(
        `insert into vacancies.aftercare_plan (id, placement_id, intensity, contact_every_weeks, professional_id, agreed_on)
         values ($1, $2, 'REGULAR', 2, $3, '2026-01-01')`,
        [randomUUID(), id, byWhom],
      );
    }
    const mine = (ids: string[]) => ids.map((id) => Object.keys(made).find((name) => made[name] === id) ?? 'other');
    const of = `professionalId: "${byWhom}"`;
    expect(mine(await due(`(${of})`))).toEqual(['long ago', 'elsewhere', 'today']);
    expect(mine(await due(`(${of}, before: "2026-03-12")`))).toEqual(['long ago', 'elsewhere', 'today', 'tomorrow']);
    expect(mine(await due(`(${of}, before: "2026-03-10")`))).toEqual(['long ago', 'elsewhere']);
    expect(await due('(professionalId: "prof-00")')).toEqual([]);
    const region = mine(await due());
    expect(region.filter((name) => name !== 'other')).toEqual(['long ago', 'today']);
    expect(mine(await due('', 'prof-18'))).toContain('elsewhere');
  });

  test('of the demo, there is something to do in Rijnmond', async () => {
    const { aftercareDue } = await it.data('{ aftercareDue { vacancy { number } aftercarePlan { nextDue } } }');
    expect(aftercareDue).toContainEqual({
      vacancy: { number: 'V-000000005' },
      aftercarePlan: { nextDue: '2026-03-08' },
    });
  });

  test('is a hundred at most', async () => {
    const regionId = 'limburg';
    await it.query(
      `with one as (
         insert into vacancies.placement (id, vacancy_id, employer_id, jobseeker_id, region_id, starts_on, registered_at, target_group)
         select gen_random_uuid(), vacancy_id, employer_id, jobseeker_id, $1, '2026-01-01', registered_at, target_group
         from vacancies.placement, generate_series(1, 101) where vacancy_id = $2 and referral_id is not null returning id
       ) insert into vacancies.aftercare_plan (id, placement_id, intensity, contact_every_weeks, professional_id, agreed_on)
       select gen_random_uuid(), id, 'REGULAR', 2, 'prof-56', '2026-01-01' from one`,
      [regionId, vacancyId(1)],
    );
    expect(await due('(professionalId: "prof-56")')).toHaveLength(100);
  });
});

describe('R-175: how the placement goes is written down', () => {
  test('with whom, what and by whom, the last standing first, with a plan or without', async () => {
    const placementId = await placed();
    await heard(placementId, '2026-03-05T10:00:00Z');
    const { placement, notices, errors } = await write({
      placementId,
      withWhom: ' de chauffeur ',
      text: ' Rijdt zelfstandig. ',
    });
    expect([notices, errors]).toEqual([[], []]);
    expect(placement.aftercarePlan).toBeNull();
    expect(placement.aftercareLog).toEqual([
      {
        id: expect.any(String),
        at: '2026-03-10T08:00:00.000Z',
        by: { id: 'prof-01' },
        withWhom: 'de chauffeur',
        text: 'Rijdt zelfstandig.',
        problem: false,
        actionDueOn: null,
      },
      expect.objectContaining({ at: '2026-03-05T10:00:00.000Z' }),
    ]);
    await agreed({ placementId });
    expect((await planOf(placementId)).log).toHaveLength(2);
    expect(await problemsAt(placementId)).toEqual([]);
  });

  test('R-079: it stands in the log of the vacancy too', async () => {
    const placementId = await placed();
    const text = 'De nieuwe route bevalt.';
    const { placement } = await write({ placementId, text });
    const lines = await it.query(
      'select vacancy_id, kind, text, by_id from vacancies.vacancy_log_entry where id = $1',
      [placement.aftercareLog[0].id],
    );
    expect(lines).toEqual([
      { vacancy_id: vacancyId(1), kind: 'AFTERCARE', text: `Met de planner: ${text}`, by_id: 'prof-01' },
    ]);
  });

  test('under one Idempotency-Key it is written once', async () => {
    const placementId = await placed();
    const asked = { idempotencyKey: 'nazorg-1' };
    const first = await write({ placementId, problem: true }, asked);
    expect(await write({ placementId, problem: true }, asked)).toEqual(first);
    expect(first.placement.aftercareLog).toHaveLength(1);
    expect(await problemsAt(placementId)).toHaveLength(1);
  });

  test('it stays as it was written', async () => {
    const em = it.subgraph.database.em();
    await expect(em.execute("update aftercare_entry set text = 'anders'")).rejects.toThrow('append-only');
    await expect(em.execute('delete from aftercare_entry')).rejects.toThrow('permission denied');
  });

  test('also after the work ended, for half a year', async () => {
    expect((await write({ placementId: await placed({ endedOn: '2025-09-10' }) })).errors).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, string, string, Partial<Work>?]>([
    ['no placement', { placementId: randomUUID() }, 'UNKNOWN_PLACEMENT', 'placementId'],
    ['no id', { placementId: 'x' }, 'UNKNOWN_PLACEMENT', 'placementId'],
    ['another region', {}, 'OTHER_REGION', 'placementId', { regionId: 'midden-utrecht' }],
    ['work that ended long ago', {}, 'PLACEMENT_ENDED', 'placementId', { endedOn: '2025-09-09' }],
    ['nobody', { withWhom: ' ' }, 'TOO_SHORT', 'withWhom'],
    ['too many people', { withWhom: 'x'.repeat(201) }, 'TOO_LONG', 'withWhom'],
    ['nothing', { text: ' ' }, 'TOO_SHORT', 'text'],
    ['a text without end', { text: 'x'.repeat(5001) }, 'TOO_LONG', 'text'],
  ])('is refused with %s, and nothing is written', async (...[, input, code, field, work]) => {
    const placementId = await placed(work);
    const before = await counts();
    const { placement, notices, errors } = await write({ placementId, problem: true, ...input });
    expect([placement, notices]).toEqual([null, []]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code, path: ['input', field] });
    expect(errors[0].message).toContain(field);
    expect(await counts()).toEqual(before);
  });
});

describe('R-099: a problem', () => {
  test('is told to employers with ids alone, and who logs it is told by when it is acted on', async () => {
    const placementId = await placed();
    await agreed({ placementId, professionalId: 'prof-02' });
    const { placement, notices, errors } = await write({ placementId, text: 'Ruzie in de ploeg.', problem: true });
    expect(errors).toEqual([]);
    expect(notices).toEqual([
      {
        code: 'TASK_PUT_OUT',
        message: 'Wie de nazorg doet, krijgt een actie: pak het probleem uiterlijk op 12 maart 2026 op.',
        requirement: 'R-099',
        severity: 'INFO',
      },
    ]);
    expect(placement.aftercareLog[0]).toMatchObject({ problem: true, actionDueOn: '2026-03-12' });
    expect(await problemsAt(placementId)).toEqual([
      expect.objectContaining({
        consumer: 'employers',
        occurredOn: '2026-03-10',
        recordedAt: '2026-03-10T08:00:00.000Z',
        actorId: 'prof-01',
        data: {
          employerId: vanGelderen.id,
          vacancyId: vacancyId(1),
          number: 'V-000000001',
          placementId,
          entryId: placement.aftercareLog[0].id,
          professionalId: 'prof-02',
          regionId: 'rijnmond',
        },
      }),
    ]);
    expect(JSON.stringify(await it.query('select data, output from outbox.job'))).not.toContain('Ruzie');
  });

  test('without a plan is for the owner of the vacancy', async () => {
    const placementId = await placed();
    await write({ placementId, problem: true }, { as: 'casemanager' });
    expect((await problemsAt(placementId))[0]).toMatchObject({
      actorId: 'prof-03',
      data: { professionalId: 'prof-01' },
    });
  });

  test.each([
    ['on Friday, just after midnight', '2026-03-12T23:30:00Z', '2026-03-17'],
    ['on Thursday evening', '2026-03-12T22:30:00Z', '2026-03-16'],
  ])('logged %s in the Netherlands is acted on by %s: %s', async (_, at, dueOn) => {
    const placementId = await placed();
    await heard(placementId, at, true);
    const { placement } = await it.data(`query ($id: ID!) { placement(id: $id) { ${LOG} } }`, { id: placementId });
    expect(placement.aftercareLog[0].actionDueOn).toBe(dueOn);
  });
});

describe('R-248: aftercare tells of a person', () => {
  const refused = (answer: Data): string[] =>
    (answer.errors ?? []).map(({ extensions }: Data) => extensions.code as string);

  test.each(['analyst', 'manager', 'prof-14'])('%s may not agree on it, log it or see what is due', async (as) => {
    const placementId = await placed();
    const input = { placementId, intensity: 'REGULAR' };
    expect(refused(await it.ask(AGREE, { input }, { as }))).toEqual(['FORBIDDEN']);
    const entry = { placementId, withWhom: 'de planner', text: 'Gebeld.' };
    expect(refused(await it.ask(WRITE, { input: entry }, { as }))).toEqual(['FORBIDDEN']);
    expect(refused(await it.ask('{ aftercareDue { id } }', {}, { as }))).toEqual(['FORBIDDEN']);
  });

  test('management sees the placement without its aftercare', async () => {
    const id = await placed();
    await agreed({ placementId: id, content: 'Jobcoach.' });
    const question = 'query ($id: ID!) { placement(id: $id) { startsOn aftercarePlan { content } } }';
    const answer = await it.ask(question, { id }, { as: 'manager' });
    expect(answer.data.placement).toEqual({ startsOn: '2026-03-02', aftercarePlan: null });
    expect(refused(answer)).toEqual(['FORBIDDEN']);
  });

  test('colleagues of another region read it, and do not write it', async () => {
    const placementId = await placed();
    await agreed({ placementId, content: 'Jobcoach.' });
    const { errors } = await write({ placementId }, { as: 'prof-18' });
    expect(errors).toMatchObject([{ code: 'OTHER_REGION' }]);
    const question = 'query ($id: ID!) { placement(id: $id) { aftercarePlan { content } } }';
    const { placement } = await it.data(question, { id: placementId }, { as: 'prof-18' });
    expect(placement.aftercarePlan).toEqual({ content: 'Jobcoach.' });
  });
});
