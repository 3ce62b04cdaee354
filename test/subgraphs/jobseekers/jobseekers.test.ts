import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jobseekerId } from '../../../demo/jobseekers.js';
import { gapsIn } from '../../../subgraphs/authorise.js';
import { access } from '../../../subgraphs/jobseekers/access.js';
import { openJobseekers } from '../../../subgraphs/jobseekers/open-jobseekers.js';
import type { MatchCriteria } from '../../../subgraphs/match-contract.js';
import { alone, type Alone, type Data } from '../alone.js';

let jobseekers: Alone;
const statements: string[] = [];
beforeAll(async () => {
  jobseekers = await alone(openJobseekers, { onStatement: (sql) => statements.push(sql) });
});
afterAll(() => jobseekers.close());

const codes = (answer: Data) => answer.errors?.map((error: Data) => error.extensions.code);
const entities = (type: string, representations: object[], fields: string, as = 'matchmaker') =>
  jobseekers.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`,
    { r: representations.map((one) => ({ __typename: type, ...one })) },
    { as },
  );
/** What is on record of a jobseeker, the last first. */
const onRecord = async (n: number): Promise<Data[]> =>
  jobseekers.query(
    'select by_id, action, purpose, fields from jobseekers.processing_record where jobseeker_id = $1 order by at desc, action',
    [jobseekerId(n)],
  );

test('every field has its rule of access', () => {
  expect(gapsIn(access, jobseekers.subgraph.schema)).toEqual([]);
});

test('a jobseeker is found by id and by Sonar reference, with what mediation needs', async () => {
  const answer = await jobseekers.data(
    `query ($id: ID!) {
      jobseeker(id: $id) {
        id sonarId birthYear postcodeArea region { id } caseManager { id } targetGroup unemployedSince unemploymentPhase
        benefits { kind law targetGroup from until source }
        availability { from hoursMin hoursMax irregular maxTravelKm transport adaptationNeeded }
        cv { occupationsSought { code name } experience { occupation { name } from until } education { level name diploma }
          competences { code name mastery assessedOn } skills interests drivingLicences languages { code speaking } presentation publishedOnWerkNl updatedAt }
      }
      bySonar: jobseeker(sonarId: "SNR-000002") { id }
      nonsense: jobseeker(id: "12") { id }
      nothing: jobseeker { id }
    }`,
    { id: jobseekerId(3) },
  );
  expect(answer.jobseeker).toMatchObject({
    sonarId: 'SNR-000003',
    birthYear: 1967,
    postcodeArea: '3201',
    region: { id: 'rijnmond' },
    caseManager: { id: 'prof-03' },
    targetGroup: 'WGA',
    unemployedSince: '2025-02-03',
    unemploymentPhase: 'OVER_12_MONTHS',
    availability: {
      from: '2026-03-10',
      hoursMin: 20,
      hoursMax: 28,
      irregular: false,
      transport: ['auto', 'openbaar vervoer'],
    },
    cv: {
      occupationsSought: [
        { code: '8332.1', name: 'Chauffeur C distributie' },
        { code: '8322.1', name: 'Bestelwagenchauffeur' },
      ],
      drivingLicences: ['B', 'C', 'CE'],
      skills: ['Code 95', 'ADR'],
      publishedOnWerkNl: false,
    },
  });
  expect(answer.jobseeker.benefits.map((one: Data) => one.targetGroup).sort()).toEqual(['WGA', 'WW']);
  expect(answer.bySonar).toEqual({ id: jobseekerId(2) });
  expect([answer.nonsense, answer.nothing]).toEqual([null, null]);
});

describe('the list of jobseekers', () => {
  const ask = (args: string, as = 'matchmaker') =>
    jobseekers.ask(
      `{ jobseekers(purpose: "zoeken voor een vacature", ${args}) { totalCount pageInfo { hasNextPage endCursor } edges { node { sonarId targetGroup unemploymentPhase cv { drivingLicences } } } } }`,
      {},
      { as },
    );

  test('has at least six drivers of lorries, in both regions', async () => {
    const { data } = await ask('filter: { drivingLicences: ["C", "CE"] }');
    expect(data.jobseekers.totalCount).toBeGreaterThanOrEqual(6);
    for (const { node } of data.jobseekers.edges)
      expect(node.cv.drivingLicences.some((one: string) => ['C', 'CE'].includes(one))).toBe(true);
    const utrecht = await ask('filter: { drivingLicences: ["C"], regionIds: ["midden-utrecht"] }');
    expect(utrecht.data.jobseekers.edges.map((edge: Data) => edge.node.sonarId)).toEqual(['SNR-000018']);
  });

  test.each(['WAJONG', 'WGA', 'WW', 'WWB', 'OTHER'])(
    'narrowed to %s tells the same as the rule does',
    async (group) => {
      const { data } = await ask(`filter: { targetGroups: [${group}] }`);
      expect(data.jobseekers.totalCount).toBeGreaterThan(0);
      for (const { node } of data.jobseekers.edges) expect(node.targetGroup).toBe(group);
    },
  );

  test('narrowed to a phase of unemployment tells the same as the rule does, and all phases are everybody', async () => {
    let total = 0;
    for (const phase of ['BEFORE_UNEMPLOYMENT', 'MONTHS_0_3', 'MONTHS_3_6', 'MONTHS_6_12', 'OVER_12_MONTHS']) {
      const { data } = await ask(`filter: { phases: [${phase}] }`);
      for (const { node } of data.jobseekers.edges) expect(node.unemploymentPhase).toBe(phase);
      expect(data.jobseekers.totalCount).toBeGreaterThan(0);
      total += data.jobseekers.totalCount;
    }
    expect(total).toBe(24);
  });

  test.each([
    ['text: "glastuinbouw"', ['SNR-000012', 'SNR-000013']],
    ['text: "heftruckcertificaat"', ['SNR-000009', 'SNR-000016']],
    ['filter: { occupationCodes: ["6113"] }', ['SNR-000012', 'SNR-000013']],
    ['filter: { competenceCodes: [24103], regionIds: ["midden-utrecht"] }', ['SNR-000022']],
    ['filter: { availableFrom: "2020-01-01" }', []],
  ])('narrowed by %s', async (args, found) => {
    const { data } = await ask(args);
    expect(data.jobseekers.edges.map((edge: Data) => edge.node.sonarId)).toEqual(found);
  });

  test('comes in pages that join', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Data = await ask(`first: 10 ${after ? `after: "${after}"` : ''}`);
      expect(data.jobseekers.totalCount).toBe(24);
      seen.push(...data.jobseekers.edges.map((edge: Data) => edge.node.sonarId));
      after = data.jobseekers.pageInfo.hasNextPage ? data.jobseekers.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toHaveLength(24);
  });

  test('is refused without a purpose', async () => {
    const answer = await jobseekers.ask('{ jobseekers(purpose: " ") { totalCount } }', {}, { as: 'matchmaker' });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toContain('noem het doel');
  });
});

describe('personal data', () => {
  test('each reading is on record with who, what and why before it is told', async () => {
    const answer = await jobseekers.data(
      'query ($id: ID!) { jobseeker(id: $id) { name(purpose: "voordracht bij werkgever") targetGroup cv { skills } benefits { kind } } }',
      { id: jobseekerId(14) },
      { as: 'casemanager' },
    );
    expect(answer.jobseeker.name).toBe('Nour Alkhatibi');
    const records = (await onRecord(14)).filter(({ by_id }) => by_id === 'prof-03');
    expect(records).toHaveLength(2);
    expect(records).toEqual(
      expect.arrayContaining([
        { by_id: 'prof-03', action: 'inzien', purpose: 'voordracht bij werkgever', fields: ['name'] },
        {
          by_id: 'prof-03',
          action: 'inzien',
          purpose: 'arbeidsbemiddeling',
          fields: expect.arrayContaining(['targetGroup', 'cv', 'benefits']),
        },
      ]),
    );
    const { processingLog } = await jobseekers.data(
      'query ($id: ID!) { processingLog(jobseekerId: $id) { at by { id } action purpose fields } }',
      { id: jobseekerId(14) },
      { as: 'admin' },
    );
    expect(processingLog).toContainEqual({
      at: '2026-03-10T08:00:00.000Z',
      by: { id: 'prof-03' },
      action: 'inzien',
      purpose: 'voordracht bij werkgever',
      fields: ['name'],
    });
  });

  test('when it cannot be put on record, nothing is told', async () => {
    await jobseekers.query('alter table jobseekers.processing_record rename to kept');
    try {
      const answer = await jobseekers.ask(
        'query ($id: ID!) { jobseeker(id: $id) { sonarId name(purpose: "proef") birthYear } }',
        { id: jobseekerId(15) },
      );
      expect(answer.data.jobseeker).toEqual({ sonarId: 'SNR-000015', name: null, birthYear: null });
      expect(answer.errors).toHaveLength(2);
    } finally {
      await jobseekers.query('alter table jobseekers.kept rename to processing_record');
    }
  });

  test('a name is not told without a purpose', async () => {
    const answer = await jobseekers.ask('query ($id: ID!) { jobseeker(id: $id) { name(purpose: "") } }', {
      id: jobseekerId(15),
    });
    expect(answer.data.jobseeker).toEqual({ name: null });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
  });

  test('what was looked for is the purpose of what is then read', async () => {
    await jobseekers.data(
      '{ jobseekers(purpose: "selectie voor banenmarkt", text: "glastuinbouw") { edges { node { name(purpose: "uitnodigen") targetGroup } } } }',
      {},
      { as: 'matchmaker' },
    );
    const records = (await onRecord(12)).map(({ action, purpose, fields }) => [action, purpose, ...fields]);
    expect(records).toEqual(
      expect.arrayContaining([
        ['zoeken', 'selectie voor banenmarkt', 'zoekresultaat'],
        ['inzien', 'selectie voor banenmarkt', 'targetGroup'],
        ['inzien', 'uitnodigen', 'name'],
      ]),
    );
  });

  test('the record can be added to and not changed, not even by us', async () => {
    for (const change of [
      "update processing_record set purpose = 'anders'",
      'delete from processing_record',
      'truncate processing_record',
    ])
      await expect(jobseekers.subgraph.database.em().execute(change)).rejects.toThrow(/append-only|permission denied/);
    await expect(jobseekers.query("update jobseekers.processing_record set purpose = 'anders'")).rejects.toThrow(
      'append-only',
    );
  });

  test('there is no citizen service number anywhere', async () => {
    const tables = await jobseekers.query(
      'select row_to_json(j)::text as row from jobseekers.jobseeker j union all select row_to_json(c)::text from jobseekers.curriculum_vitae c',
    );
    const proof = (digits: string) =>
      [...digits].reduce((sum, digit, n) => sum + Number(digit) * (n === 8 ? -1 : 9 - n), 0) % 11 === 0;
    for (const { row } of tables)
      expect((String(row).match(/(?<![0-9a-f-])\d{9}(?![0-9a-f-])/g) ?? []).filter(proof)).toEqual([]);
  });
});

describe('who may see what', () => {
  test('an analyst sees no jobseeker', async () => {
    expect(codes(await jobseekers.ask('{ jobseeker(sonarId: "SNR-000001") { id } }', {}, { as: 'analyst' }))).toEqual([
      'FORBIDDEN',
    ]);
    expect(codes(await jobseekers.ask('{ jobseekers(purpose: "x") { totalCount } }', {}, { as: 'analyst' }))).toEqual([
      'FORBIDDEN',
    ]);
    expect(
      codes(
        await jobseekers.ask(
          'query ($id: ID!) { processingLog(jobseekerId: $id) { at } }',
          { id: jobseekerId(1) },
          { as: 'analyst' },
        ),
      ),
    ).toEqual(['FORBIDDEN']);
    const reached = await entities('Jobseeker', [{ id: jobseekerId(1) }], 'sonarId', 'analyst');
    expect(codes(reached)).toEqual(['FORBIDDEN']);
    expect(JSON.stringify(reached.data)).not.toContain('SNR');
  });

  test('management sees that there is a jobseeker, and not who', async () => {
    const answer = await jobseekers.ask(
      '{ jobseeker(sonarId: "SNR-000001") { sonarId name(purpose: "nieuwsgierig") cv { skills } } }',
      {},
      { as: 'manager' },
    );
    expect(answer.data.jobseeker).toEqual({ sonarId: 'SNR-000001', name: null, cv: null });
    expect(codes(answer)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});

const ceDriver: MatchCriteria = {
  regionId: 'rijnmond',
  occupation: { code: '8332.2', name: 'Chauffeur CE nationaal' },
  competences: [
    { code: 24119, name: 'Instructies en procedures opvolgen', level: 3, weight: 1, essential: false, trainable: true },
  ],
  drivingLicences: ['CE'],
  hardRequirements: [{ key: 'Code 95', description: 'Code 95', trainable: true }],
  languages: [{ code: 'nld', speaking: 2, writing: null }],
  affinities: ['vervoer'],
  hoursMin: 36,
  hoursMax: 48,
  irregularHours: true,
  minimumLevel: 3,
  startsOn: '2026-04-01',
};

describe('from the vacancy', () => {
  const fields = `candidateMatches(first: 3) { score jobseeker { sonarId targetGroup } developmentGap blockers { criterion }
    parts { criterion verdict because weight points demanded offered } engineVersion }`;
  const vacancy = (criteria: unknown, n = 1) => ({
    id: `00000000-0000-4000-8000-00000000000${n}`,
    matchCriteria: criteria,
  });

  test('the best candidates come first, explained, and are on record', async () => {
    const { data, errors } = await entities('Vacancy', [vacancy(ceDriver)], fields);
    expect(errors).toBeUndefined();
    const { candidateMatches } = data._entities[0];
    expect(candidateMatches).toHaveLength(3);
    expect(candidateMatches[0]).toMatchObject({
      score: 100,
      jobseeker: { sonarId: 'SNR-000001', targetGroup: 'WW' },
      blockers: [],
      developmentGap: [],
    });
    for (const { score, parts } of candidateMatches)
      expect(parts.reduce((sum: number, part: Data) => sum + part.points, 0)).toBe(score);
    expect((await onRecord(1)).map(({ action, fields }) => [action, ...fields])).toEqual(
      expect.arrayContaining([
        ['matchen', 'matchProfile'],
        ['inzien', 'targetGroup'],
      ]),
    );
  });

  test('who must learn something is left out when asked, other regions are searched when asked, low scores are left out', async () => {
    const { data } = await entities(
      'Vacancy',
      [vacancy(ceDriver)],
      `ready: candidateMatches(includeDevelopable: false, first: 100) { developmentGap }
      all: candidateMatches(first: 100) { score developmentGap }
      utrecht: candidateMatches(regionIds: ["midden-utrecht"]) { jobseeker { sonarId region { id } } }
      good: candidateMatches(minScore: 90) { score }`,
    );
    const { ready, all, utrecht, good } = data._entities[0];
    expect(ready.length).toBeGreaterThan(0);
    expect(ready.every((one: Data) => one.developmentGap.length === 0)).toBe(true);
    expect(all.some((one: Data) => one.developmentGap.length > 0)).toBe(true);
    expect(utrecht[0].jobseeker).toEqual({ sonarId: 'SNR-000018', region: { id: 'midden-utrecht' } });
    expect(good.every((one: Data) => one.score >= 90)).toBe(true);
    expect(all.length).toBeGreaterThan(good.length);
  });

  test('without criteria there is no answer, and criteria of another shape are an error of this field alone', async () => {
    const { data, errors } = await entities(
      'Vacancy',
      [vacancy(null), vacancy({ regionId: 1 }, 2)],
      'candidateMatches { score }',
    );
    expect(data._entities).toEqual([{ candidateMatches: null }, { candidateMatches: null }]);
    expect(errors).toHaveLength(1);
  });

  test('25 vacancies are matched in three statements and two for the record', async () => {
    const many = Array.from({ length: 25 }, (_, n) => ({
      ...vacancy({ ...ceDriver, hoursMin: n }),
      id: crypto.randomUUID(),
    }));
    statements.length = 0;
    const { data, errors } = await entities('Vacancy', many, fields);
    expect(errors).toBeUndefined();
    expect(data._entities).toHaveLength(25);
    // candidates, jobseekers, CVs; on record as matched; benefits for the target group; on record as seen
    expect(statements).toHaveLength(6);
  });

  test('who is not open to mediation is not matched', async () => {
    await jobseekers.query('update jobseekers.jobseeker set open_to_mediation = false where id = $1', [jobseekerId(1)]);
    const { data } = await entities('Vacancy', [vacancy(ceDriver)], fields);
    expect(data._entities[0].candidateMatches.map((one: Data) => one.jobseeker.sonarId)).not.toContain('SNR-000001');
    const own = await entities('Jobseeker', [{ id: jobseekerId(1) }, { id: jobseekerId(2) }], 'matchProfile');
    expect(own.data._entities).toEqual([
      { matchProfile: null },
      { matchProfile: expect.objectContaining({ regionId: 'rijnmond' }) },
    ]);
    await jobseekers.query('update jobseekers.jobseeker set open_to_mediation = true where id = $1', [jobseekerId(1)]);
  });
});

test('50 jobseekers are read in one statement, and their groups and CVs in one each', async () => {
  const many = Array.from({ length: 50 }, (_, n) => ({ id: jobseekerId(n + 1) }));
  statements.length = 0;
  const { data, errors } = await entities('Jobseeker', many, 'sonarId targetGroup cv { skills }');
  expect(errors).toBeUndefined();
  expect(data._entities.filter(Boolean)).toHaveLength(24);
  // jobseekers, benefits, CVs, on record
  expect(statements).toHaveLength(4);
});
