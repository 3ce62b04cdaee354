import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { CustomerTier } from '../../../../subgraphs/employers/dossier/employer.js';
import { EmployerTile } from '../../../../subgraphs/employers/help/employer-tile.js';
import { remindOfVisits } from '../../../../subgraphs/employers/pyramid/remind-of-visits.js';
import { defaultSettings } from '../../../../subgraphs/employers/pyramid/pyramid-settings.js';
import { serviceLevel } from '../../../../subgraphs/employers/pyramid/service-level.js';
import { clock } from '../../../../runtime/clock.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { TEST_NOW } from '../../alone.js';

const employerId = vanGelderen.id;
let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone({
    with: {
      support: {
        email: 'vragen@support.example',
        phone: '000-5550000',
        manual: 'https://handleiding.example/',
        eLearning: null,
        gsdo: null,
      },
    },
  });
});
afterAll(() => graph?.close());

const mutate = async (name: string, type: string, answer: string, input: object, as = 'accountmanager') =>
  (
    await graph.data(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} notices { code message } errors { code path message } } }`,
      { input },
      { as },
    )
  )[name];

test.each([
  [CustomerTier.GOLD, '2025-12-11', false, null],
  [CustomerTier.GOLD, '2025-12-10', true, 'WARNING'],
  [CustomerTier.GOLD, null, true, 'WARNING'],
  [CustomerTier.SILVER, '2025-09-11', false, null],
  [CustomerTier.SILVER, '2025-09-10', true, 'INFO'],
  [CustomerTier.BRONZE, '2025-03-10', true, 'INFO'],
  [CustomerTier.BASE, null, false, null],
  [null, null, false, null],
])('R-121: a %s employer last visited on %s: overdue %s', (tier, lastVisitOn, overdue, severity) => {
  const level = serviceLevel({ tier, lastVisitOn, onDate: '2026-03-10', settings: defaultSettings('rijnmond') });
  expect([level.visitOverdue, level.notices[0]?.severity ?? null]).toEqual([overdue, severity]);
});

test('R-121: who serves a gold employer is told once a month that it was not visited in time', async () => {
  await graph.query("update employers.contact_moment set medium = 'PHONE' where employer_id = $1", [employerId]);
  const { employer } = await graph.data(
    'query ($id: ID!) { employer(id: $id) { serviceLevel { tier visitOverdue lastVisitOn notices { code requirement } } } }',
    { id: employerId },
  );
  expect(employer.serviceLevel).toEqual({
    tier: 'GOLD',
    visitOverdue: true,
    lastVisitOn: null,
    notices: [{ code: 'VISIT_DUE', requirement: 'R-121' }],
  });
  const still = { clock: clock(TEST_NOW) };
  for (let n = 0; n < 2; n++) await remindOfVisits(still, graph.subgraph.database.em());
  const told = await graph.query(
    "select title from employers.notification where kind = 'VISIT_DUE' and employer_id = $1 and recipient_id = 'prof-01'",
    [employerId],
  );
  expect(told).toEqual([
    { title: expect.stringContaining(': een klant in de laag Goud wordt om de 3 maanden bezocht;') },
  ]);
});

describe('R-127, R-129: the service range', () => {
  const product = {
    name: 'Kennismaking',
    externalStory: 'U leert een kandidaat kennen voordat u beslist.',
    internalStory: 'We verwachten een dienstverband na de proef.',
    tiers: ['GOLD'],
  };
  const save = (input: object, as = 'manager') =>
    mutate('saveServiceProduct', 'ServiceProductInput', 'product { id version tiers }', input, as);
  test('every tier has the basic package, and only staff reads the internal story', async () => {
    const gold = await save(product);
    const basic = await save({ ...product, name: 'Advies', tiers: ['BASE'] });
    expect(gold.product.tiers).toEqual(['GOLD']);
    expect(basic.product.tiers).toEqual(['GOLD', 'SILVER', 'BRONZE', 'BASE']);
    for (const tier of Object.values(CustomerTier)) {
      const { serviceProducts } = await graph.data('query ($t: CustomerTier) { serviceProducts(tier: $t) { name } }', {
        t: tier,
      });
      expect(serviceProducts.map((one: { name: string }) => one.name)).toContain('Advies');
    }
    const asAnalyst = await graph.ask('{ serviceProducts { externalStory internalStory } }', {}, { as: 'analyst' });
    expect(asAnalyst.errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const { serviceProducts: basics } = await graph.data('{ serviceProducts(tier: BASE) { id version name } }');
    let last: { errors: { code: string }[] } = { errors: [] };
    for (const one of basics)
      last = await save({
        ...product,
        name: one.name,
        tiers: ['BASE'],
        id: one.id,
        expectedVersion: one.version,
        active: false,
      });
    expect(last.errors).toMatchObject([{ code: 'LAST_BASIC_PRODUCT' }]);
  });
  test.each([
    [
      'a story that leaks',
      { externalStory: 'Prettig. We verwachten een dienstverband na de proef.' },
      'INTERNAL_IN_EXTERNAL',
      'externalStory',
    ],
    ['no tier', { tiers: [] }, 'REQUIRED', 'tiers'],
    ['a name that is there', { name: 'proefplaatsing' }, 'PRODUCT_EXISTS', 'name'],
    ['a short story', { internalStory: 'Kort.' }, 'TOO_SHORT', 'internalStory'],
    ['a stranger', { id: 'x' }, 'UNKNOWN_PRODUCT', 'id'],
  ])('refuses %s', async (_, more, code, field) => {
    expect((await save({ ...product, name: 'Iets anders', ...more })).errors[0]).toMatchObject({
      code,
      path: ['input', field],
    });
  });
});

test('R-210: social return is worked out and met step by step', async () => {
  const answer = 'socialReturn { id amount fulfilled overdue version }';
  const { socialReturn: one } = await mutate('registerSocialReturn', 'SocialReturnInput', answer, {
    employerId,
    client: 'Gemeente',
    contractValue: 250_000.5,
    percentage: 5,
    dueOn: '2026-03-09',
  });
  expect(one).toMatchObject({ amount: 12_500.03, fulfilled: 0, overdue: true, version: 1 });
  const met = await mutate('recordSocialReturnFulfilment', 'SocialReturnFulfilmentInput', answer, {
    id: one.id,
    expectedVersion: 1,
    fulfilled: 12_500.03,
  });
  expect(met.socialReturn).toMatchObject({ fulfilled: 12_500.03, overdue: false, version: 2 });
  for (const [input, code, field] of [
    [{ id: one.id, expectedVersion: 1, fulfilled: 1 }, 'CONFLICT', 'expectedVersion'],
    [{ id: one.id, expectedVersion: 2, fulfilled: -1 }, 'OUT_OF_RANGE', 'fulfilled'],
    [{ id: 'x', expectedVersion: 2, fulfilled: 1 }, 'UNKNOWN_OBLIGATION', 'id'],
  ] as const)
    expect(
      (await mutate('recordSocialReturnFulfilment', 'SocialReturnFulfilmentInput', answer, input)).errors[0],
    ).toMatchObject({ code, path: ['input', field] });
  const { errors } = await mutate('recordSocialReturnFulfilment', 'SocialReturnFulfilmentInput', answer, {
    id: one.id,
    expectedVersion: 2,
    fulfilled: 1_000_000_001,
  });
  expect(errors).toMatchObject([{ message: 'De invulling (fulfilled) is 0 tot en met 1.000.000.000.' }]);
});

test.each([
  ['2026-03-09', true],
  ['2026-03-10', false],
])('R-210: a PSO certificate valid until %s is expired on 10 March: %s', async (validUntil, expired) => {
  const { errors } = await mutate('registerPsoCertificate', 'PsoCertificateInput', 'certificate { id }', {
    employerId,
    level: 'STEP_2',
    validFrom: validUntil.replace('2026', '2024'),
    validUntil,
  });
  expect(errors).toEqual([]);
  const { employer } = await graph.data('query ($id: ID!) { employer(id: $id) { psoCertificate { level expired } } }', {
    id: employerId,
  });
  expect(employer.psoCertificate).toEqual({ level: 'STEP_2', expired });
});

test('R-204, R-211: tiles are chosen in any order, again and side by side, with their own tools', async () => {
  const choose = (tile: string, tools?: string[]) =>
    mutate('chooseEmployerTile', 'ChooseEmployerTileInput', 'step { id version tile endedOn }', {
      employerId,
      tile,
      tools,
    });
  const { step, notices } = await choose('AFTERCARE');
  expect(notices).toEqual([]);
  expect((await choose('TRAINING', ['HARRIE'])).notices).toEqual([]);
  expect(await choose('AFTERCARE')).toMatchObject({
    step: { tile: 'AFTERCARE' },
    notices: [{ code: 'TILE_UNDER_WAY', message: expect.stringContaining('sinds 10 maart 2026') }],
  });
  expect((await choose('TRAINING', ['SPEED_DATES'])).errors).toMatchObject([
    { code: 'UNKNOWN_TOOL', path: ['input', 'tools', '0'] },
  ]);
  const end = (expectedVersion: number) =>
    mutate('endEmployerTile', 'EndEmployerTileInput', 'step { endedOn version }', { id: step.id, expectedVersion });
  expect((await end(1)).step).toEqual({ endedOn: '2026-03-10', version: 2 });
  expect((await end(1)).errors).toMatchObject([{ code: 'CONFLICT' }]);
  expect((await end(2)).errors).toMatchObject([{ code: 'ALREADY_ENDED' }]);
  const { employer } = await graph.data('query ($id: ID!) { employer(id: $id) { serviceJourney { tile endedOn } } }', {
    id: employerId,
  });
  expect(employer.serviceJourney.filter((one: { tile: string }) => one.tile === 'AFTERCARE')).toHaveLength(2);
});

test('R-130, R-131: one party approaches an employer, in this plan or another of the year', async () => {
  const plan = {
    regionId: 'rijnmond',
    year: 2026,
    title: 'Netwerk',
    employerTypes: 'Grote transporteurs',
    invitation: 'Bij een ontbijt',
    agreedWithIds: ['org-rotterdam'],
    targets: [{ employerId, approachedById: 'prof-01', reason: 'Grootste van de haven.' }],
  };
  const save = (more: object) =>
    mutate(
      'saveMarketApproachPlan',
      'MarketApproachPlanInput',
      'plan { id version targets { id employer { id } reason status approachedBy { id } } }',
      { ...plan, ...more },
    );
  const first = await save({});
  expect(first).toMatchObject({
    errors: [],
    notices: [{ code: 'NOT_AGREED_WITH_ALL', message: expect.stringContaining('met UWV en het WSP;') }],
    plan: { version: 1, targets: [{ status: 'TO_APPROACH', reason: 'Grootste van de haven.' }] },
  });
  const other = { employerId, approachedById: 'prof-02', reason: 'Ook heel interessant.' };
  const refusals = [
    [{ targets: [other] }, 'ASSIGNED_TO_ANOTHER', ['input', 'targets', '0', 'approachedById']],
    [{ targets: [plan.targets[0], other] }, 'GIVEN_TWICE', ['input', 'targets', '1', 'employerId']],
    [{ targets: [{ ...other, employerId: 'x' }] }, 'UNKNOWN_EMPLOYER', ['input', 'targets', '0', 'employerId']],
    [
      { targets: [{ ...other, approachedById: 'prof-18', employerId: testCompanies[0]!.id }] },
      'UNKNOWN_PROFESSIONAL',
      ['input', 'targets', '0', 'approachedById'],
    ],
    [{ agreedWithIds: ['x'] }, 'UNKNOWN_ORGANISATION', ['input', 'agreedWithIds', '0']],
    [{ regionId: 'midden-utrecht' }, 'OTHER_REGION', ['input', 'regionId']],
    [{ year: 1999 }, 'OUT_OF_RANGE', ['input', 'year']],
    [{ id: first.plan.id, expectedVersion: 9 }, 'CONFLICT', ['input', 'expectedVersion']],
  ] as const;
  for (const [more, code, path] of refusals)
    expect((await save({ title: 'Ander netwerk', ...more })).errors[0]).toMatchObject({ code, path });
  const heard = async (recipient: string) =>
    (
      await graph.query(
        "select kind from employers.notification where subject_type = 'MarketApproachTarget' and recipient_id = $1 order by at, id",
        [recipient],
      )
    ).map(({ kind }) => kind);
  const byOther = await save({
    id: first.plan.id,
    expectedVersion: 1,
    targets: [{ ...plan.targets[0], approachedById: 'prof-02', status: 'APPROACHED' }],
  });
  expect(byOther.plan).toMatchObject({ version: 2, targets: [{ id: first.plan.targets[0].id, status: 'APPROACHED' }] });
  const same = await save({
    id: first.plan.id,
    expectedVersion: 2,
    targets: [{ ...other, reason: 'Nog altijd de grootste.' }],
  });
  expect(same.plan.targets).toMatchObject([{ id: first.plan.targets[0].id, status: 'APPROACHED' }]);
  // Who did it is not told of the own doing.
  expect([await heard('prof-01'), await heard('prof-02')]).toEqual([[], ['TASK_ASSIGNED']]);
  const lines = await graph.query(
    "select title from employers.timeline_entry where subject_id = $1 and subject_type = 'MarketApproachTarget'",
    [first.plan.targets[0].id],
  );
  expect(lines).toHaveLength(2);
  await graph.query(
    `update employers.pyramid_assessment set reliable = false, exclusion_reason = 'Gefraudeerd.', proposed_tier = null,
       decided_tier = null, reason_for_deviation = null where employer_id = $1`,
    [employerId],
  );
  const excluded = await save({
    id: first.plan.id,
    expectedVersion: 3,
    targets: [{ ...other, approachedById: 'prof-08' }],
  });
  expect(excluded.notices).toContainEqual(expect.objectContaining({ code: 'TARGET_EXCLUDED' }));
  expect([await heard('prof-02'), await heard('prof-08')]).toEqual([
    ['TASK_ASSIGNED', 'TASK_CLOSED'],
    ['TASK_ASSIGNED'],
  ]);
  const agreedWithIds = ['org-rotterdam', 'org-uwv-rijnmond', 'org-wsp-rijnmond'];
  expect(await save({ id: first.plan.id, expectedVersion: 4, agreedWithIds, targets: [] })).toMatchObject({
    notices: [{ code: 'NO_TARGETS', message: expect.stringContaining('(targets)') }],
    plan: { version: 5, targets: [] },
  });
});

test('R-044, R-128, R-251, R-252: help tells of topics, with the addresses from the settings', async () => {
  const { kloon, pitch, account, none } = await graph.data(
    '{ kloon: help(topic: "Kloon") { nl links } pitch: help(topic: "salespitch") { nl } account: help(topic: "account") { supportEmail supportPhone } none: help(topic: "x") { key } }',
  );
  expect(kloon.nl).toContain('kwartaal');
  expect(kloon.links).toEqual(['https://handleiding.example/']);
  expect(pitch.nl.split(' ').length).toBeLessThan(60);
  expect(account).toEqual({ supportEmail: 'vragen@support.example', supportPhone: '000-5550000' });
  expect(none).toBeNull();
});

test('R-204 to R-211: each of the ten tiles has a text, tools and points of attention', async () => {
  expect(Object.values(EmployerTile)).toHaveLength(10);
  for (const tile of Object.values(EmployerTile)) {
    const { employerTileText: told } = await graph.data(
      'query ($t: EmployerTile!) { employerTileText(tile: $t) { nl tools { code name } attentionPoints } }',
      { t: tile },
    );
    expect(told.nl.length).toBeGreaterThan(40);
    expect(told.attentionPoints.length).toBeGreaterThan(0);
    expect(new Set(told.tools.map((one: { code: string }) => one.code)).size).toBeGreaterThan(3);
    if (tile === 'PRECAUTION')
      expect(told.tools.filter((one: { name: string }) => one.name.startsWith('Route:'))).toHaveLength(4);
    if (tile === 'EMPLOYER_CONTACT')
      expect(told.tools.filter((one: { name: string }) => one.name.startsWith('Kans:'))).toHaveLength(5);
  }
});
