import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { jobseekerId } from '../../../../demo/jobseekers.js';
import type { FAULT_KINDS } from '../../../../adapters/fake-faults.js';
import { quickest } from '../../../quickest.js';
import type { Data } from '../../alone.js';
import { jobseekersAlone, movable, REGISTER, UWV, type JobseekersAlone } from '../jobseekers-alone.js';

type Kind = (typeof FAULT_KINDS)[number];

/** Short enough to wait for, long enough for a busy machine to answer within. */
const DEADLINE_MS = 1_000;
const clock = movable();

let open: JobseekersAlone;
const statements: string[] = [];
beforeAll(async () => {
  open = await jobseekersAlone({
    deadlineMs: DEADLINE_MS,
    jobseekers: { clock },
    onStatement: (sql) => statements.push(sql),
  });
});
afterAll(() => open.close());
beforeEach(async () => void (await open.calls()));
afterEach(async () => {
  await open.sonar.lift();
  clock.at = '2026-03-10T09:00:00+01:00';
  // One good answer between two tests: failures that are counted across tests would open the breaker.
  await open.data('query ($id: ID!) { jobseeker(id: $id) { targetGroupRegister { registered } } }', {
    id: jobseekerId(2),
  });
});

const FIELDS = `id sonarId birthYear targetGroup unemploymentPhase cv { skills } region { id }
  benefits { law targetGroup from until source }
  benefitSituation { benefits { law } source retrievedAt freshness }
  targetGroupRegister { registered countsForJobAgreement countsUntil grounds { code name from until running } source checkedAt freshness }
  sources { source freshness retrievedAt message }
  provenance { field source freshness retrievedAt staleAfter conflicts { source value } }`;
const PERSON = `query ($id: ID!) { jobseeker(id: $id) { ${FIELDS} } }`;
const REFRESH =
  'mutation ($id: ID!) { refreshJobseeker(input: { id: $id }) { jobseeker { id } notices { code } errors { code } } }';
const read = async (n: number): Promise<Data> => (await open.data(PERSON, { id: jobseekerId(n) })).jobseeker;
const onRecord = (n: number, action: string) =>
  open.query('select purpose, fields from jobseekers.processing_record where jobseeker_id = $1 and action = $2', [
    jobseekerId(n),
    action,
  ]);

describe('what the registers tell', () => {
  test('of a Wajonger who counts for the banenafspraak, asked once of each', async () => {
    expect(await read(6)).toMatchObject({
      targetGroup: 'WAJONG',
      benefits: [{ law: 'WAJ', targetGroup: 'WAJONG', from: '2019-07-01', until: null, source: 'UWV' }],
      benefitSituation: {
        benefits: [{ law: 'WAJ' }],
        source: 'UWV',
        freshness: 'FRESH',
        retrievedAt: '2026-03-10T08:00:00.000Z',
      },
      targetGroupRegister: {
        registered: true,
        countsForJobAgreement: true,
        countsUntil: null,
        grounds: [{ code: '01', name: null, from: '2019-07-01', until: null, running: true }],
        source: 'DOELGROEPENREGISTER',
        checkedAt: '2026-03-10T08:00:00.000Z',
        freshness: 'FRESH',
      },
      sources: [
        {
          source: 'SONAR',
          freshness: 'UNAVAILABLE',
          retrievedAt: null,
          message: 'Sonar is voor deze werkzoekende nog niet gevraagd.',
        },
        { source: 'DOELGROEPENREGISTER', freshness: 'FRESH', message: null },
        { source: 'UWV', freshness: 'FRESH', message: null },
      ],
      provenance: [
        { field: 'benefits', source: 'UWV', freshness: 'FRESH', staleAfter: '2026-03-11T08:00:00.000Z', conflicts: [] },
        { field: 'targetGroupRegister', source: 'DOELGROEPENREGISTER', freshness: 'FRESH', conflicts: [] },
      ],
    });
    expect(await open.calls()).toEqual({ [REGISTER]: 1, [UWV]: 1 });
  });

  test('being in the register is not counting: whether somebody counts is not told, and that is no no', async () => {
    const { targetGroupRegister, benefits } = await read(13);
    expect(targetGroupRegister).toMatchObject({
      registered: true,
      countsForJobAgreement: null,
      grounds: [{ code: '07', from: '2021-11', running: true }],
    });
    expect(benefits).toEqual([{ law: 'WAJ', targetGroup: 'WAJONG', from: '2021-11-01', until: null, source: 'UWV' }]);
  });

  test('of whom the register holds nothing is not in it; what it says no word of stays unknown', async () => {
    const { targetGroupRegister, benefits } = await read(24);
    expect(targetGroupRegister).toMatchObject({ registered: false, countsForJobAgreement: null, grounds: [] });
    // Nobody pays this jobseeker; that the municipality wrote down is not UWV's to deny.
    expect(benefits).toEqual([expect.objectContaining({ targetGroup: 'OTHER', source: 'MANUAL' })]);
  });

  test('takes the place of what was typed in of UWV’s own laws, and leaves what only the municipality knows', async () => {
    expect((await read(3)).benefits.map(({ law, source }: Data) => [law, source])).toEqual(
      expect.arrayContaining([
        ['WGA', 'UWV'],
        ['WW', 'UWV'],
      ]),
    );
    expect((await read(3)).benefits).toHaveLength(2);
    expect((await read(4)).benefits).toEqual([
      expect.objectContaining({ law: 'Participatiewet', targetGroup: 'WWB', source: 'MANUAL' }),
    ]);
  });

  test('benefits are of the day that is asked about', async () => {
    const onDay = async (day: string) =>
      (
        await open.data(
          'query ($id: ID!, $day: Date) { jobseeker(id: $id) { benefits(onDate: $day) { law until } } }',
          {
            id: jobseekerId(15),
            day,
          },
        )
      ).jobseeker.benefits;
    expect(await onDay('2026-03-10')).toEqual([{ law: 'WW', until: null }]);
    expect(await onDay('2024-08-31')).toEqual([{ law: 'ZW', until: '2024-08-31' }]);
    expect(await onDay('2024-09-01')).toEqual([]);
  });

  test('reading writes nothing down but that it was read, and each question is on record before it goes out', async () => {
    const before = await open.query('select * from jobseekers.source_record');
    await open.data(
      'query ($id: ID!) { jobseeker(id: $id) { targetGroupRegister(purpose: "indicatie nagaan") { registered } } }',
      { id: jobseekerId(10) },
      { as: 'casemanager' },
    );
    expect(await open.query('select * from jobseekers.source_record')).toEqual(before);
    expect(await onRecord(10, 'opvragen')).toEqual([{ purpose: 'indicatie nagaan', fields: ['DOELGROEPENREGISTER'] }]);
    expect(await onRecord(10, 'inzien')).toEqual([{ purpose: 'indicatie nagaan', fields: ['targetGroupRegister'] }]);
    await open.query('alter table jobseekers.processing_record rename to kept');
    await open.calls();
    try {
      const { data, errors } = await open.ask(PERSON, { id: jobseekerId(10) });
      expect(data.jobseeker ?? {}).not.toMatchObject({ targetGroupRegister: expect.anything() });
      expect(errors?.length).toBeGreaterThan(0);
      expect(await open.calls()).toEqual({});
    } finally {
      await open.query('alter table jobseekers.kept rename to processing_record');
    }
  });

  test.each([
    'targetGroupRegister(purpose: " ") { source }',
    'benefitSituation(purpose: " ") { source }',
    'sources(purpose: " ") { source }',
    'provenance(purpose: " ") { field }',
  ])('is not told without a purpose: %s', async (field) => {
    const { data, errors } = await open.ask(
      `query ($id: ID!) { jobseeker(id: $id) { sonarId benefits { law } ${field} } }`,
      {
        id: jobseekerId(6),
      },
    );
    expect(data.jobseeker).toMatchObject({ sonarId: 'SNR-000006', benefits: [{ law: 'WAJ' }] });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('is not asked of who has no business with it', async () => {
    const { data, errors } = await open.ask(
      'query ($id: ID!) { jobseeker(id: $id) { sonarId targetGroupRegister { registered } benefitSituation { source } sources { source } } }',
      { id: jobseekerId(6) },
      { as: 'manager' },
    );
    expect(data.jobseeker).toEqual({
      sonarId: 'SNR-000006',
      targetGroupRegister: null,
      benefitSituation: null,
      sources: null,
    });
    expect(new Set(errors!.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    expect(await open.calls()).toEqual({});
  });
});

describe('a list', () => {
  let hasty: JobseekersAlone;
  beforeAll(async () => {
    hasty = open;
    // So many at once take longer on a busy machine than one does.
    open = await jobseekersAlone({
      deadlineMs: 60_000,
      jobseekers: { clock },
      onStatement: (sql) => statements.push(sql),
    });
  });
  afterAll(async () => {
    await open.close();
    open = hasty;
  });

  const LIST = (first: number, fields: string) =>
    `{ jobseekers(purpose: "lijst", first: ${first}) { edges { node { ${fields} } } } }`;

  test('of 24 asks each service once per person, and of what is written down alone it asks nobody', async () => {
    statements.length = 0;
    const { jobseekers } = await open.data(
      LIST(25, 'targetGroupRegister { registered } benefits { law } sources { source }'),
    );
    expect(jobseekers.edges).toHaveLength(24);
    expect(await open.calls()).toEqual({ [REGISTER]: 24, [UWV]: 24 });
    // However many people: the page, who they are, their benefits, numbers, records and profiles, and what is on record.
    expect(statements.length).toBeLessThan(14);
    await open.data(LIST(25, 'targetGroup unemploymentPhase availability { from } cv { skills }'));
    expect(await open.calls()).toEqual({});
  });

  test('of more people than one request may look up tells of the others that they were not asked', async () => {
    const ids = [...Array.from({ length: 24 }, (_, n) => jobseekerId(n + 1))];
    const copies = 3;
    for (let n = 1; n <= copies; n++)
      await open.query(
        `insert into jobseekers.jobseeker (id, sonar_id, name, region_id, open_to_mediation, transport)
         values ($1, $2, 'Verzonnen Extra', 'rijnmond', true, '{}')`,
        [jobseekerId(100 + n), `SNR-9${n}`],
      );
    const { Bsn } = await import('../../../../adapters/sonar/bsn.js');
    const { keepPersonNumber } = await import('../../../../subgraphs/jobseekers/personal-data/keep-person-number.js');
    const { personNumbers } = await import('../../../../subgraphs/jobseekers/personal-data/person-numbers.js');
    const { DEVELOPMENT_PERSON_NUMBER_KEY: key } =
      await import('../../../../subgraphs/jobseekers/personal-data/person-number-keys.js');
    const extra = ['999990019', '999990020', '999990032'];
    await open.subgraph.database.em().transactional(async (em) => {
      for (let n = 1; n <= copies; n++)
        await keepPersonNumber(em, personNumbers([key]), jobseekerId(100 + n), Bsn.of(extra[n - 1]!));
    });
    const all = [...ids, ...[1, 2, 3].map((n) => jobseekerId(100 + n))];
    const { data, errors } = await open.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Jobseeker { targetGroupRegister { registered } sources { source message } } } }',
      { r: all.map((id) => ({ __typename: 'Jobseeker', id })) },
    );
    expect(await open.calls()).toEqual({ [REGISTER]: 25, [UWV]: 25 });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED', 'LIMIT_EXCEEDED']);
    expect(data._entities.slice(0, 25).every((one: Data) => one.targetGroupRegister !== null)).toBe(true);
    expect(data._entities.at(-1)).toMatchObject({ targetGroupRegister: null });
    expect(data._entities.at(-1).sources[1].message).toContain('hoogstens 25 personen');
  });

  test('matching asks no register about anybody', async () => {
    const criteria = {
      regionId: 'rijnmond',
      occupation: { code: '8332.2', name: 'Chauffeur' },
      competences: [],
      drivingLicences: ['C'],
      hardRequirements: [],
      languages: [],
      affinities: [],
      hoursMin: null,
      hoursMax: null,
      irregularHours: null,
      minimumLevel: null,
      startsOn: null,
    };
    const { data } = await open.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Vacancy { candidateMatches { score jobseeker { sonarId targetGroup } } } } }',
      { r: [{ __typename: 'Vacancy', id: jobseekerId(1), matchCriteria: criteria }] },
    );
    expect(data._entities[0].candidateMatches.length).toBeGreaterThan(3);
    expect(await open.calls()).toEqual({});
  });
});

/** What each failure is called, whichever service it befalls; a reset may come before or after what can be read of it. */
const CODES: [Kind, string][] = [
  ['refuse', 'PARTNER_UNAVAILABLE'],
  ['reset', 'PARTNER_(MALFORMED|UNAVAILABLE)'],
  ['hang', 'PARTNER_UNAVAILABLE'],
  ['slow', 'PARTNER_UNAVAILABLE'],
  ['429', 'PARTNER_UNAVAILABLE'],
  ['500', 'PARTNER_UNAVAILABLE'],
  ['503', 'PARTNER_UNAVAILABLE'],
  ['html', 'PARTNER_MALFORMED'],
  ['truncated', 'PARTNER_MALFORMED'],
  ['schema', 'PARTNER_MALFORMED'],
  ['soap-fault', 'PARTNER_UNAVAILABLE'],
  ['ok-with-error', 'PARTNER_REFUSED'],
];

describe.each(CODES)('with %s', (kind, code) => {
  const INTACT = { sonarId: 'SNR-000006', birthYear: 2001, targetGroup: 'WAJONG', region: { id: 'rijnmond' } };

  test('what nobody told before is unknown and not false, and all else stays', async () => {
    await open.sonar.fault({ kind });
    let answer = {} as Awaited<ReturnType<typeof open.ask>>;
    const ask = async () => void (answer = await open.ask(PERSON, { id: jobseekerId(6) }));
    expect(await quickest(DEADLINE_MS + 1_000, ask)).toBeLessThan(DEADLINE_MS + 1_000);
    const { data, errors } = answer;
    expect(data.jobseeker).toMatchObject({
      ...INTACT,
      targetGroupRegister: null,
      // As it was typed in: the last that is known.
      benefits: [{ law: 'Wajong 2015', targetGroup: 'WAJONG', source: 'MANUAL' }],
      benefitSituation: { benefits: [{ law: 'Wajong 2015' }], source: 'MANUAL', retrievedAt: null, freshness: 'STALE' },
      provenance: [],
    });
    expect(data.jobseeker.cv.skills).toEqual([]);
    expect(
      data.jobseeker.sources.map(({ source, freshness, retrievedAt }: Data) => [source, freshness, retrievedAt]),
    ).toEqual([
      ['SONAR', 'UNAVAILABLE', null],
      ['DOELGROEPENREGISTER', 'UNAVAILABLE', null],
      ['UWV', 'UNAVAILABLE', null],
    ]);
    for (const { message } of data.jobseeker.sources) expect(message).toMatch(/\.$/);
    expect(errors!.map(({ path, extensions }) => [path!.join('.'), extensions.code, extensions.partner])).toEqual([
      ['jobseeker.targetGroupRegister', expect.stringMatching(new RegExp(`^${code}$`)), 'SONAR'],
    ]);
    expect(JSON.stringify({ data, errors })).not.toMatch(/127\.0\.0\.1|localhost|https?:|ECONN|undici|999991/);
    expect(JSON.stringify(data)).not.toContain('"registered":false');
  });

  test('what was told before stands in for it, with its age', async () => {
    const id = jobseekerId(13);
    expect((await open.data(REFRESH, { id })).refreshJobseeker).toEqual({ jobseeker: { id }, notices: [], errors: [] });
    clock.at = '2026-03-12T09:00:00+01:00';
    await open.sonar.fault({ kind });
    const { data, errors } = await open.ask(PERSON, { id });
    expect(errors).toBeUndefined();
    expect(data.jobseeker).toMatchObject({
      targetGroupRegister: {
        registered: true,
        countsForJobAgreement: null,
        checkedAt: '2026-03-10T08:00:00.000Z',
        freshness: 'STALE',
      },
      benefits: [{ law: 'WAJ', from: '2021-11-01', source: 'UWV' }],
      benefitSituation: { source: 'UWV', retrievedAt: '2026-03-10T08:00:00.000Z', freshness: 'STALE' },
    });
    const [sonar, register, uwv] = data.jobseeker.sources;
    expect(sonar).toMatchObject({ freshness: 'STALE', message: 'U ziet de gegevens van 10 maart 2026.' });
    for (const one of [register, uwv]) {
      expect(one).toMatchObject({ freshness: 'UNAVAILABLE', retrievedAt: '2026-03-10T08:00:00.000Z' });
      expect(one.message).toMatch(
        /(antwoordt nu niet|heeft de vraag geweigerd|gaf een onbruikbaar antwoord)\. U ziet de gegevens van 10 maart 2026\.$/,
      );
    }
    for (const { field, freshness, retrievedAt } of data.jobseeker.provenance)
      if (['benefits', 'targetGroupRegister'].includes(field))
        expect([freshness, retrievedAt]).toEqual(['STALE', '2026-03-10T08:00:00.000Z']);
  });
});

test('with one service silent, the other tells what it knows', async () => {
  await open.sonar.fault({ kind: '503', pathPrefix: `/suwibroker/soap/${REGISTER}` });
  const { data, errors } = await open.ask(PERSON, { id: jobseekerId(6) });
  expect(data.jobseeker).toMatchObject({ targetGroupRegister: null, benefits: [{ law: 'WAJ', source: 'UWV' }] });
  expect(data.jobseeker.sources.map(({ freshness }: Data) => freshness)).toEqual([
    'UNAVAILABLE',
    'UNAVAILABLE',
    'FRESH',
  ]);
  expect(errors).toHaveLength(1);
});

test('services are asked side by side: a person takes no longer than the slowest of them', async () => {
  await open.sonar.fault({ kind: 'hang' });
  const ask = () => open.ask(PERSON, { id: jobseekerId(9) });
  expect(await quickest(DEADLINE_MS * 1.8, ask)).toBeLessThan(DEADLINE_MS * 1.8);
});

test('what was written down less than a day ago is the answer, without asking; after a day it is asked again', async () => {
  const id = jobseekerId(1);
  await open.data(REFRESH, { id });
  await open.calls();
  clock.at = '2026-03-11T08:59:00+01:00';
  expect((await read(1)).sources.map(({ freshness }: Data) => freshness)).toEqual(['FRESH', 'FRESH', 'FRESH']);
  expect(await open.calls()).toEqual({});
  clock.at = '2026-03-11T09:00:00+01:00';
  const person = await read(1);
  expect(await open.calls()).toEqual({ [REGISTER]: 1, [UWV]: 1 });
  expect(person.benefitSituation).toMatchObject({ freshness: 'FRESH', retrievedAt: '2026-03-11T08:00:00.000Z' });
});

test('without a number nobody can be asked, and that is told without an error', async () => {
  await open.query(
    `insert into jobseekers.jobseeker (id, sonar_id, region_id, open_to_mediation, transport, in_target_group_register)
     values ($1, 'VUM-1', 'rijnmond', true, '{}', false)`,
    [jobseekerId(200)],
  );
  const person = await read(200);
  expect(person).toMatchObject({ targetGroupRegister: null, benefits: [], benefitSituation: null });
  expect(person.sources[1].message).toBe(
    'Het doelgroepregister kan niet worden gevraagd: het burgerservicenummer is niet bekend.',
  );
  expect(await open.calls()).toEqual({});
});
