import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testCompanies, vanGelderen } from '../../../demo/employers.js';
import { jobseekerId } from '../../../demo/jobseekers.js';
import { vacancyId } from '../../../demo/vacancies.js';
import { gapsIn } from '../../../subgraphs/authorise.js';
import type { MatchProfile } from '../../../subgraphs/match-contract.js';
import { access } from '../../../subgraphs/vacancies/access.js';
import type { Alone, Data } from '../alone.js';
import { vacanciesAlone } from './vacancies-alone.js';

let vacancies: Alone;
const statements: string[] = [];
beforeAll(async () => {
  vacancies = await vacanciesAlone({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => vacancies.close());

/** The statements that the last question came to, with its answer. */
async function counted(question: () => Promise<Data>): Promise<{ answer: Data; count: number }> {
  statements.length = 0;
  const answer = await question();
  return { answer, count: statements.length };
}

const entities = (type: string, representations: object[], fields: string, as = 'accountmanager') =>
  vacancies.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`,
    { r: representations.map((one) => ({ __typename: type, ...one })) },
    { as },
  );

async function entity(type: string, representation: object, fields: string): Promise<Data> {
  const { data, errors } = await entities(type, [representation], fields);
  expect(errors).toBeUndefined();
  return data._entities[0];
}

test('every field has its rule of access', () => {
  expect(gapsIn(access, vacancies.subgraph.schema)).toEqual([]);
});

test('each demo employer has an open vacancy, and Van Gelderen asks for drivers', async () => {
  for (const { id } of testCompanies) {
    const answer = await entity('Employer', { id }, 'vacancies(filter: { status: [OPEN] }) { totalCount }');
    expect(answer.vacancies.totalCount).toBeGreaterThan(0);
  }
  const answer = await entity(
    'Employer',
    { id: vanGelderen.id },
    `openPositions
    vacancies(filter: { status: [OPEN] }) {
      totalCount edges { node { number title positions positionsFilled positionsOpen openedOn latestCloseOn daysLeft employer { id } } }
    }`,
  );
  expect(answer.vacancies.edges.map((edge: Data) => edge.node)).toEqual([
    expect.objectContaining({ number: 'V-000000003', positionsOpen: 2 }),
    {
      number: 'V-000000001',
      title: 'Chauffeur CE nationaal',
      positions: 3,
      positionsFilled: 1,
      positionsOpen: 2,
      openedOn: '2026-02-18',
      latestCloseOn: '2026-05-18',
      daysLeft: 60,
      employer: { id: vanGelderen.id },
    },
    expect.objectContaining({ title: 'Chauffeur C distributie', positionsOpen: 2 }),
  ]);
  expect(answer.openPositions).toBe(6);
});

test('a vacancy is found by id and by number, and neither nonsense nor nothing finds one', async () => {
  const found = await vacancies.data(
    `query ($id: ID!) {
      byId: vacancy(id: $id) { number region { id } owner { id } ownerTeam { id } submitter { id } clones { number } clonedFrom { number }
        workProfile { occupationCode occupationName drivingLicences minimumLevel hardRequirements { key trainable }
          competences { code name level weight essential trainable } languages { code speaking writing } fit affinities culture }
        conditions { hoursMin hoursMax contractType durationMonths sustainable startsOn irregularHours workPostcode } }
      byNumber: vacancy(number: "V-000000009") { id continuous clonedFrom { status clones { number } } conditions { sustainable } }
      nonsense: vacancy(id: "12") { id }
      nothing: vacancy { id }
    }`,
    { id: vacancyId(1) },
  );
  expect(found.byId).toMatchObject({
    number: 'V-000000001',
    region: { id: 'rijnmond' },
    owner: { id: 'prof-01' },
    ownerTeam: { id: 'team-logistiek' },
    workProfile: {
      occupationCode: '8332.2',
      drivingLicences: ['CE'],
      hardRequirements: [{ key: 'Code 95', trainable: true }],
      competences: expect.arrayContaining([
        {
          code: 24119,
          name: 'Instructies en procedures opvolgen',
          level: 3,
          weight: 2,
          essential: false,
          trainable: true,
        },
      ]),
      languages: [{ code: 'nld', speaking: 2, writing: null }],
      fit: 'FITTING',
    },
    conditions: {
      hoursMin: 36,
      hoursMax: 48,
      contractType: 'B',
      durationMonths: 12,
      sustainable: true,
      startsOn: '2026-04-09',
    },
  });
  expect(found.byNumber).toEqual({
    id: vacancyId(9),
    continuous: true,
    clonedFrom: { status: 'EXPIRED', clones: [{ number: 'V-000000009' }] },
    conditions: { sustainable: false },
  });
  expect([found.nonsense, found.nothing]).toEqual([null, null]);
});

describe('lists', () => {
  const list = 'totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { id openedOn } }';

  test('pages follow each other without a gap or a repetition, newest first, also when a vacancy comes in between', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const answer: Data = await vacancies.data(`query ($a: String) { vacancies(first: 5, after: $a) { ${list} } }`, {
        a: after,
      });
      seen.push(...answer.vacancies.edges.map((edge: Data) => edge.node.id));
      expect(answer.vacancies.pageInfo.hasPreviousPage).toBe(after !== null);
      after = answer.vacancies.pageInfo.hasNextPage ? answer.vacancies.pageInfo.endCursor : null;
      if (pages === 0) {
        await vacancies.query(`update vacancies.vacancy set opened_on = opened_on + 1 where id = '${seen[0]}'`);
      }
      pages += 1;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(27);
    expect(pages).toBe(6);
    await vacancies.query(`update vacancies.vacancy set opened_on = opened_on - 1 where id = '${seen[0]}'`);
  });

  test.each<[string, object, string[]]>([
    ['words of the title', { text: 'chauffeurs distributie' }, ['Chauffeur C distributie']],
    ['the number', { text: 'v-000000008' }, ['Administratief medewerker planning']],
    [
      'region and status',
      { filter: { regionIds: ['midden-utrecht'], status: ['OPEN'] } },
      ['Administratief medewerker planning', 'Schoonmaker kantoren'],
    ],
    ['kind', { filter: { kinds: ['FUTURE'] } }, ['Chauffeur cliëntenvervoer']],
    [
      'occupation group',
      { filter: { occupationCodes: ['8332'], status: ['OPEN'] } },
      ['Chauffeur CE versvervoer', 'Chauffeur CE nationaal', 'Chauffeur C distributie'],
    ],
    ['occupation', { filter: { occupationCodes: ['8332.1'] } }, ['Chauffeur C distributie']],
    [
      'competence and employer',
      { filter: { competenceCodes: [24104], employerId: vanGelderen.id } },
      ['Logistiek medewerker / bijrijder', 'Chauffeur C distributie'],
    ],
    [
      'owner and closing date',
      { filter: { ownerId: 'prof-18', expiringBefore: '2026-04-20', status: ['OPEN'] } },
      ['Schoonmaker kantoren'],
    ],
    ['an employer that cannot be', { filter: { employerId: 'x' } }, []],
    ['no status at all', { filter: { status: [] } }, []],
    ['words with a quote', { text: "' or 1=1 --" }, []],
    [
      'signs that mean something to a database',
      { text: String.raw`chauffeur? $1 \\' :x ??`, filter: { ownerId: "a'?" } },
      [],
    ],
  ])('are narrowed by %s', async (_what, variables, titles) => {
    const answer = await vacancies.data(
      'query ($text: String, $filter: VacancyFilter) { vacancies(text: $text, filter: $filter) { totalCount edges { node { title } } } }',
      variables as Record<string, unknown>,
    );
    expect(answer.vacancies.edges.map((edge: Data) => edge.node.title)).toEqual(titles);
    expect(answer.vacancies.totalCount).toBe(titles.length);
  });

  test.each([
    ['first: 0', 'kies 1 tot en met 100'],
    ['first: 101', 'kies 1 tot en met 100'],
    ['after: "x"', 'Ongeldige waarde voor after'],
    [`after: "${Buffer.from('["a","b"]').toString('base64url')}"`, 'Ongeldige waarde voor after'],
  ])('refuse %s', async (args, message) => {
    const { errors } = await vacancies.ask(`{ vacancies(${args}) { totalCount } }`);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  test('of 50 employers, with their totals and placements, are read in two statements each', async () => {
    const ids = [vanGelderen, ...testCompanies].map(({ id }) => id);
    while (ids.length < 50) ids.push(crypto.randomUUID());
    const one = await counted(() =>
      entities(
        'Employer',
        ids.map((id) => ({ id })),
        `vacancies(first: 2) { ${list} }`,
      ),
    );
    expect(one.answer.errors).toBeUndefined();
    expect(one.answer.data._entities).toHaveLength(50);
    expect(one.answer.data._entities[0].vacancies).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: true } });
    expect(one.answer.data._entities[0].vacancies.edges).toHaveLength(2);
    expect(one.answer.data._entities[49].vacancies).toMatchObject({ totalCount: 0, edges: [] });
    expect(one.count).toBeLessThanOrEqual(2);

    const all = await counted(() =>
      entities(
        'Employer',
        ids.map((id) => ({ id })),
        `openPositions vacancies { edges { node { positionsOpen clonedFrom { id } clones { id } referrals { id steps { at } } placements { id referral { id } } } } }
        placements(from: "2018-01-01") { totalCount edges { node { vacancy { title } } } }`,
      ),
    );
    expect(all.answer.errors).toBeUndefined();
    // vacancies 2, open positions, filled, clones, origins, referrals, steps, placements of vacancies, pages of placements 2
    expect(all.count).toBeLessThanOrEqual(12);
  });
});

test('placements of 2018, 2019 and 2020 differ, and those of this year are there', async () => {
  const year = (y: number) => `y${y}: placements(from: "${y}-01-01", to: "${y}-12-31") { totalCount }`;
  const counts = async (id: string) => {
    const answer = await entity('Employer', { id }, [2018, 2019, 2020, 2026].map(year).join(' '));
    return Object.values(answer).map((connection) => (connection as Data).totalCount);
  };
  expect(await counts(testCompanies[0]!.id)).toEqual([2, 4, 3, 1]);
  expect(await counts(vanGelderen.id)).toEqual([5, 6, 4, 2]);
});

test('placements are listed by region, team and target group', async () => {
  const { placements, utrecht, agro, one } = await vacancies.data(`{
    placements(first: 1) { totalCount edges { node { id startsOn sustainable durationMonths targetGroup creditedTeams { id } employer { id } jobseeker { id } vacancy { title } referral { status decision { hired motivation } } } } }
    utrecht: placements(regionId: "midden-utrecht") { totalCount }
    agro: placements(teamId: "team-ag", targetGroup: WW) { edges { node { targetGroup creditedTeams { id } } } }
    one: placement(id: "x") { id }
  }`);
  expect(placements.totalCount).toBe(52);
  expect(placements.edges[0].node).toMatchObject({
    startsOn: '2026-03-06',
    sustainable: true,
    durationMonths: null,
    creditedTeams: [{ id: 'team-zorg' }],
    vacancy: { title: 'Helpende in de wijk' },
    referral: { status: 'ACCEPTED', decision: { hired: true } },
  });
  expect(utrecht.totalCount).toBe(7);
  expect(agro.edges.length).toBeGreaterThan(0);
  for (const { node } of agro.edges) {
    expect(node.targetGroup).toBe('WW');
    expect(node.creditedTeams.map((team: Data) => team.id)).toContain('team-ag');
  }
  expect(one).toBeNull();
});

test('a referral bears the indication as it was, its steps, and the reasons of the employer', async () => {
  const { referrals } = await vacancies.data(
    `query ($v: ID!) { referrals(vacancyId: $v, status: REJECTED) {
      status discussedWithCandidateOn vacancy { number } jobseeker { id } referredBy { id } matchScoreAtReferral
      indicationSnapshot { takenAt benefit targetGroup inTargetGroupRegister sonarReference }
      steps { at status by { id } } decision { on hired motivation } } }`,
    { v: vacancyId(2) },
  );
  expect(referrals).toEqual([
    {
      status: 'REJECTED',
      discussedWithCandidateOn: '2026-02-10',
      vacancy: { number: 'V-000000002' },
      jobseeker: { id: jobseekerId(3) },
      referredBy: { id: 'prof-01' },
      matchScoreAtReferral: null,
      indicationSnapshot: {
        takenAt: '2026-02-08T09:00:00.000Z',
        benefit: 'WGA-uitkering',
        targetGroup: 'WGA',
        inTargetGroupRegister: null,
        sonarReference: 'SNR-000003',
      },
      steps: ['SELECTED', 'DISCUSSED', 'PRESENTED', 'REJECTED'].map((status) =>
        expect.objectContaining({ status, by: { id: 'prof-01' } }),
      ),
      decision: { on: '2026-02-21', hired: false, motivation: expect.stringContaining('middagritten') },
    },
  ]);
});

const driver: MatchProfile = {
  regionId: 'rijnmond',
  occupations: [{ code: '8332.2', name: 'Chauffeur CE nationaal' }],
  competences: [{ code: 24119, name: 'Instructies en procedures opvolgen', mastery: 4 }],
  drivingLicences: ['CE'],
  skills: ['Code 95'],
  languages: [{ code: 'nld', speaking: 4, writing: 3 }],
  interests: ['vervoer', 'techniek'],
  education: [{ level: 3, diploma: true }],
  hoursMin: 36,
  hoursMax: 40,
  irregular: true,
  availableFrom: '2026-03-10',
};

describe('from the jobseeker', () => {
  const matches = `vacancyMatches(first: 5) { score vacancy { title region { id } status } developmentGap engineVersion
    blockers { criterion } parts { criterion weight points demanded offered verdict because } }`;

  test('matches are open vacancies of the own region, the best first, with the score explained', async () => {
    const { vacancyMatches } = await entity('Jobseeker', { id: jobseekerId(1), matchProfile: driver }, matches);
    expect(vacancyMatches[0].vacancy).toEqual({
      title: 'Chauffeur CE nationaal',
      region: { id: 'rijnmond' },
      status: 'OPEN',
    });
    expect(vacancyMatches.map((one: Data) => one.score)).toEqual(
      vacancyMatches.map((one: Data) => one.score).sort((a: number, b: number) => b - a),
    );
    for (const { score, parts, vacancy } of vacancyMatches) {
      expect(vacancy).toMatchObject({ region: { id: 'rijnmond' }, status: 'OPEN' });
      expect(parts.reduce((sum: number, part: Data) => sum + part.points, 0)).toBe(score);
    }
  });

  test('other regions are searched when asked, a lower score is left out, and without a profile there is none', async () => {
    const fields = `elsewhere: vacancyMatches(regionIds: ["midden-utrecht"]) { vacancy { region { id } } }
      best: vacancyMatches(minScore: 80) { score }`;
    const found = await entity('Jobseeker', { id: jobseekerId(1), matchProfile: driver }, fields);
    for (const { vacancy } of found.elsewhere) expect(vacancy.region.id).toBe('midden-utrecht');
    expect(found.best.length).toBeGreaterThan(0);
    for (const { score } of found.best) expect(score).toBeGreaterThanOrEqual(80);
    expect(await entity('Jobseeker', { id: jobseekerId(1), matchProfile: null }, matches)).toEqual({
      vacancyMatches: [],
    });
  });

  test('of many jobseekers at once are found in two statements', async () => {
    const many = Array.from({ length: 20 }, (_, n) => ({
      id: jobseekerId(n + 1),
      matchProfile: { ...driver, hoursMin: n },
    }));
    const { answer, count } = await counted(() => entities('Jobseeker', many, 'vacancyMatches(first: 2) { score }'));
    expect(answer.errors).toBeUndefined();
    expect(count).toBe(2);
  });

  test('referrals under way and placements are told', async () => {
    const fields = 'referrals(activeOnly: true) { status vacancy { title } } placements { startsOn }';
    const interviewed = await entity('Jobseeker', { id: jobseekerId(1) }, fields);
    expect(interviewed.referrals).toEqual([{ status: 'INTERVIEW', vacancy: { title: 'Chauffeur CE nationaal' } }]);
    const placed = await entity('Jobseeker', { id: jobseekerId(7) }, fields);
    expect(placed.referrals).toEqual([]);
    expect(placed.placements[0]).toEqual({ startsOn: '2026-03-05' });
  });
});

test('a professional has the vacancies that they own', async () => {
  const { ownedVacancies } = await entity('Professional', { id: 'prof-13' }, 'ownedVacancies(status: OPEN) { title }');
  expect(ownedVacancies.map((one: Data) => one.title)).toEqual([
    'Chauffeur CE versvervoer',
    'Orderpicker versproducten',
    'Medewerker glastuinbouw',
  ]);
});

describe('who may see what', () => {
  const codes = (answer: Data) => answer.errors?.map((error: Data) => error.extensions.code);

  test('an analyst sees vacancies and no people', async () => {
    const seen = await entities(
      'Employer',
      [{ id: vanGelderen.id }],
      'openPositions vacancies { totalCount }',
      'analyst',
    );
    expect(seen.errors).toBeUndefined();
    const hidden = await entities(
      'Jobseeker',
      [{ id: jobseekerId(1), matchProfile: driver }],
      'vacancyMatches { score } referrals { id }',
      'analyst',
    );
    expect(hidden.data._entities[0]).toEqual({ vacancyMatches: null, referrals: null });
    expect(codes(hidden)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(codes(await vacancies.ask('{ placements { totalCount } }', {}, { as: 'analyst' }))).toEqual(['FORBIDDEN']);
  });

  test('management sees placements without the people', async () => {
    const answer = await vacancies.ask(
      '{ placements(first: 1) { edges { node { startsOn jobseeker { id } } } } }',
      {},
      { as: 'manager' },
    );
    expect(answer.data.placements.edges[0].node).toEqual({ startsOn: '2026-03-06', jobseeker: null });
    expect(codes(answer)).toEqual(['FORBIDDEN']);
  });

  test('who did not log in sees nothing', async () => {
    expect(codes(await vacancies.ask('{ vacancies { totalCount } }', {}, { as: null }))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('what the demo data tell', () => {
  test('each vacancy, end and placement is an event with the day on which it happened', async () => {
    const jobs = (await vacancies.query("select data from outbox.job where name = 'reporting'")).map(
      ({ data }) => data as Data,
    );
    const of = (type: string) => jobs.filter((job) => job.type === type);
    expect(of('vacancy.opened')).toHaveLength(27);
    expect(of('vacancy.closed')).toHaveLength(17);
    const placed = of('placement.registered').filter(({ data }) => data.employerId === testCompanies[0]!.id);
    const perYear = (year: string) => placed.filter(({ occurredOn }) => occurredOn.startsWith(year)).length;
    expect(['2018', '2019', '2020', '2026'].map(perYear)).toEqual([2, 4, 3, 1]);
    expect(placed[0].data).toMatchObject({
      placementId: expect.any(String),
      sustainable: expect.any(Boolean),
      teamIds: ['team-ag'],
    });
  });

  test('no vacancy stays open longer than a quarter, and nobody starts before the vacancy', async () => {
    const open = await vacancies.query(
      "select opened_on, closes_on from vacancies.vacancy where status = 'OPEN' and closes_on > opened_on + interval '3 months'",
    );
    expect(open).toEqual([]);
    const early = await vacancies.query(
      'select p.id from vacancies.placement p join vacancies.vacancy v on v.id = p.vacancy_id where p.starts_on < v.opened_on',
    );
    expect(early).toEqual([]);
  });

  test('every record has its history, and none may be deleted', async () => {
    const [{ n }] = (await vacancies.query(
      "select count(*)::int as n from vacancies.history where table_name = 'vacancy' and operation = 'insert'",
    )) as [{ n: number }];
    expect(n).toBe(27);
    await expect(vacancies.subgraph.database.em().execute('delete from placement')).rejects.toThrow(
      'permission denied',
    );
  });
});
