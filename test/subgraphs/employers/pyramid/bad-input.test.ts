import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { vanGelderen } from '../../../../demo/employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const employerId = vanGelderen.id;
const NOBODY = '00000000-0000-4000-8000-0000000000ff';
const long = (length: number) => 'x'.repeat(length);

let graph: EmployersAlone;
/** Ids that the inputs below need, by name: known once the graph is open. */
const ids: Record<string, string> = {};

const TYPES = {
  registerSocialReturn: 'SocialReturnInput',
  recordSocialReturnFulfilment: 'SocialReturnFulfilmentInput',
  registerPsoCertificate: 'PsoCertificateInput',
  chooseEmployerTile: 'ChooseEmployerTileInput',
  endEmployerTile: 'EndEmployerTileInput',
  saveServiceProduct: 'ServiceProductInput',
  saveMarketApproachPlan: 'MarketApproachPlanInput',
  saveClientTeam: 'ClientTeamInput',
  assignPortfolio: 'AssignPortfolioInput',
  moveEmployersToPortfolio: 'MoveEmployersInput',
  setPyramidSettings: 'SetPyramidSettingsInput',
} as const;
type Mutation = keyof typeof TYPES;
const MANAGEMENT: Mutation[] = [
  'saveServiceProduct',
  'saveClientTeam',
  'assignPortfolio',
  'moveEmployersToPortfolio',
  'setPyramidSettings',
];
const ask = (mutation: Mutation, input: object) =>
  graph.ask(
    `mutation ($input: ${TYPES[mutation]}!) { ${mutation}(input: $input) { errors { code path message } } }`,
    { input },
    { as: MANAGEMENT.includes(mutation) ? 'manager' : 'accountmanager' },
  );

const TABLES = [
  'social_return',
  'pso_certificate',
  'employer_tile_step',
  'service_product',
  'market_approach_plan',
  'market_approach_target',
  'client_team',
  'portfolio',
  'pyramid_settings',
  'timeline_entry',
  'notification',
];
/** All that these mutations write to, as one text. */
const written = async (): Promise<unknown> =>
  graph.query(
    `${TABLES.map((table) => `select '${table}' as "table", md5(coalesce(string_agg(t::text, '' order by id), '')) from employers.${table} t`).join(' union all ')}
     union all select 'employer', md5(string_agg(coalesce(portfolio_id::text, '-') || version, '' order by id)) from employers.employer`,
  );

beforeAll(async () => {
  graph = await employersAlone();
  const portfolios = await graph.query("select id, name from employers.portfolio where region_id = 'rijnmond'");
  for (const { id, name } of portfolios) ids[String(name)] = String(id);
  const [product] = await graph.query("select id from employers.service_product where name = 'Proefplaatsing'");
  ids['product'] = String(product!.id);
  for (const mutation of [
    'registerSocialReturn',
    'registerPsoCertificate',
    'chooseEmployerTile',
    'saveMarketApproachPlan',
  ] as const)
    expect(await ask(mutation, right()[mutation])).toMatchObject({ data: { [mutation]: { errors: [] } } });
  const idOf = async (table: string) => String((await graph.query(`select id from employers.${table}`))[0]!.id);
  ids['obligation'] = await idOf('social_return');
  ids['step'] = await idOf('employer_tile_step');
  ids['plan'] = await idOf('market_approach_plan');
});
afterAll(() => graph?.close());

/** An input of each mutation that would be accepted, but for what a row of the table below changes. */
const right = (): Record<Mutation, Record<string, unknown>> => ({
  registerSocialReturn: { employerId, client: 'Gemeente', contractValue: 1000, percentage: 5, dueOn: '2027-01-01' },
  recordSocialReturnFulfilment: { id: ids['obligation'], expectedVersion: 1, fulfilled: 10 },
  registerPsoCertificate: { employerId, level: 'STEP_1', validFrom: '2026-01-01', validUntil: '2028-01-01' },
  chooseEmployerTile: { employerId, tile: 'TRAINING', tools: ['HARRIE'], note: 'Begonnen.' },
  endEmployerTile: { id: ids['step'], expectedVersion: 1, note: 'Klaar.' },
  saveServiceProduct: {
    name: 'Kennismaking',
    externalStory: 'U leert een kandidaat kennen voordat u beslist.',
    internalStory: 'Wij rekenen op een dienstverband na de proef.',
    tiers: ['GOLD'],
  },
  saveMarketApproachPlan: {
    regionId: 'rijnmond',
    year: 2026,
    title: 'Netwerk van de haven',
    employerTypes: 'Grote transporteurs',
    invitation: 'Bij een ontbijt',
    agreedWithIds: ['org-rotterdam'],
    targets: [target],
  },
  saveClientTeam: { portfolioId: ids['IJsselgemeenten'], generalistIds: ['prof-02'], specialistIds: ['prof-17'] },
  assignPortfolio: { portfolioId: ids['Zorg'], expectedVersion: 1, holderId: 'prof-08' },
  moveEmployersToPortfolio: { portfolioId: ids['Zorg'], employerIds: [employerId] },
  setPyramidSettings: { regionId: 'rijnmond', validFrom: '2026-04-01', reason: 'Nieuwe indeling.', goldFrom: 13 },
});
const target = { employerId, approachedById: 'prof-01', reason: 'Grootste van de haven.' };

type Row = [what: string, mutation: Mutation, more: object | (() => object), code: string, path: string];
const rows: Row[] = [
  ['a stranger', 'registerSocialReturn', { employerId: NOBODY }, 'UNKNOWN_EMPLOYER', 'employerId'],
  ['an id that is none', 'registerSocialReturn', { employerId: 'x' }, 'UNKNOWN_EMPLOYER', 'employerId'],
  ['no client', 'registerSocialReturn', { client: ' ' }, 'TOO_SHORT', 'client'],
  ['a long client', 'registerSocialReturn', { client: long(201) }, 'TOO_LONG', 'client'],
  ['a debt', 'registerSocialReturn', { contractValue: -0.01 }, 'OUT_OF_RANGE', 'contractValue'],
  ['too much', 'registerSocialReturn', { contractValue: 1_000_000_000.01 }, 'OUT_OF_RANGE', 'contractValue'],
  ['more than all', 'registerSocialReturn', { percentage: 100.1 }, 'OUT_OF_RANGE', 'percentage'],
  ['what stands there', 'registerSocialReturn', { client: 'GEMEENTE ' }, 'OBLIGATION_EXISTS', 'client'],

  ['a stranger', 'recordSocialReturnFulfilment', { id: NOBODY }, 'UNKNOWN_OBLIGATION', 'id'],
  ['a stale version', 'recordSocialReturnFulfilment', { expectedVersion: 7 }, 'CONFLICT', 'expectedVersion'],
  ['no version', 'recordSocialReturnFulfilment', { expectedVersion: null }, 'CONFLICT', 'expectedVersion'],
  ['less than nothing', 'recordSocialReturnFulfilment', { fulfilled: -1 }, 'OUT_OF_RANGE', 'fulfilled'],
  ['too much', 'recordSocialReturnFulfilment', { fulfilled: 2_000_000_000 }, 'OUT_OF_RANGE', 'fulfilled'],

  ['a stranger', 'registerPsoCertificate', { employerId: NOBODY }, 'UNKNOWN_EMPLOYER', 'employerId'],
  ['an end before', 'registerPsoCertificate', { validUntil: '2025-12-31' }, 'ENDS_TOO_EARLY', 'validUntil'],
  ['what stands there', 'registerPsoCertificate', {}, 'CERTIFICATE_EXISTS', 'validFrom'],

  ['a stranger', 'chooseEmployerTile', { employerId: NOBODY }, 'UNKNOWN_EMPLOYER', 'employerId'],
  ['a tool that is none', 'chooseEmployerTile', { tools: ['HAMMER'] }, 'UNKNOWN_TOOL', 'tools.0'],
  ['a tool of another tile', 'chooseEmployerTile', { tools: ['HARRIE', 'SPEED_DATES'] }, 'UNKNOWN_TOOL', 'tools.1'],
  ['a long note', 'chooseEmployerTile', { note: long(2001) }, 'TOO_LONG', 'note'],

  ['a stranger', 'endEmployerTile', { id: NOBODY }, 'UNKNOWN_STEP', 'id'],
  ['a stale version', 'endEmployerTile', { expectedVersion: 2 }, 'CONFLICT', 'expectedVersion'],
  ['a long note', 'endEmployerTile', { note: long(2001) }, 'TOO_LONG', 'note'],

  ['no name', 'saveServiceProduct', { name: '' }, 'TOO_SHORT', 'name'],
  ['a long name', 'saveServiceProduct', { name: long(101) }, 'TOO_LONG', 'name'],
  ['a name that is there', 'saveServiceProduct', { name: ' PROEFPLAATSING' }, 'PRODUCT_EXISTS', 'name'],
  ['a long story', 'saveServiceProduct', { externalStory: long(4001) }, 'TOO_LONG', 'externalStory'],
  ['no story of ours', 'saveServiceProduct', { internalStory: ' ' }, 'TOO_SHORT', 'internalStory'],
  ['no tier', 'saveServiceProduct', { tiers: [] }, 'REQUIRED', 'tiers'],
  ['a product that is none', 'saveServiceProduct', { id: NOBODY }, 'UNKNOWN_PRODUCT', 'id'],
  ['a stranger beside it', 'saveServiceProduct', { relatedToIds: ['x'] }, 'UNKNOWN_PRODUCT', 'relatedToIds.0'],
  [
    'a stale version',
    'saveServiceProduct',
    () => ({ id: ids['product'], expectedVersion: 4 }),
    'CONFLICT',
    'expectedVersion',
  ],
  ['no version', 'saveServiceProduct', () => ({ id: ids['product'] }), 'CONFLICT', 'expectedVersion'],

  ['another region', 'saveMarketApproachPlan', { regionId: 'midden-utrecht' }, 'OTHER_REGION', 'regionId'],
  ['a year long ago', 'saveMarketApproachPlan', { year: 1999 }, 'OUT_OF_RANGE', 'year'],
  ['no title', 'saveMarketApproachPlan', { title: '  ' }, 'TOO_SHORT', 'title'],
  ['a long title', 'saveMarketApproachPlan', { title: long(201) }, 'TOO_LONG', 'title'],
  [
    'a title that is there',
    'saveMarketApproachPlan',
    { title: 'netwerk van de HAVEN', targets: [] },
    'PLAN_EXISTS',
    'title',
  ],
  ['no kind', 'saveMarketApproachPlan', { title: 'Zorg', employerTypes: '' }, 'TOO_SHORT', 'employerTypes'],
  ['a long invitation', 'saveMarketApproachPlan', { title: 'Zorg', invitation: long(2001) }, 'TOO_LONG', 'invitation'],
  [
    'a partner nobody knows',
    'saveMarketApproachPlan',
    { title: 'Zorg', agreedWithIds: ['x'] },
    'UNKNOWN_ORGANISATION',
    'agreedWithIds.0',
  ],
  ['a plan that is none', 'saveMarketApproachPlan', { id: NOBODY }, 'UNKNOWN_PLAN', 'id'],
  [
    'a stale version',
    'saveMarketApproachPlan',
    () => ({ id: ids['plan'], expectedVersion: 5 }),
    'CONFLICT',
    'expectedVersion',
  ],
  ['no version', 'saveMarketApproachPlan', () => ({ id: ids['plan'] }), 'CONFLICT', 'expectedVersion'],
  [
    'a target nobody knows',
    'saveMarketApproachPlan',
    { title: 'Zorg', targets: [{ ...target, employerId: NOBODY }] },
    'UNKNOWN_EMPLOYER',
    'targets.0.employerId',
  ],
  [
    'one target twice',
    'saveMarketApproachPlan',
    { title: 'Zorg', targets: [target, target] },
    'GIVEN_TWICE',
    'targets.1.employerId',
  ],
  [
    'who approaches from elsewhere',
    'saveMarketApproachPlan',
    { title: 'Zorg', targets: [{ ...target, approachedById: 'prof-18' }] },
    'UNKNOWN_PROFESSIONAL',
    'targets.0.approachedById',
  ],
  [
    'no reason',
    'saveMarketApproachPlan',
    { title: 'Zorg', targets: [{ ...target, reason: '' }] },
    'TOO_SHORT',
    'targets.0.reason',
  ],
  ['201 targets', 'saveMarketApproachPlan', { title: 'Zorg', targets: Array(201).fill(target) }, 'TOO_MANY', 'targets'],

  ['a portfolio that is none', 'saveClientTeam', { portfolioId: NOBODY }, 'UNKNOWN_PORTFOLIO', 'portfolioId'],
  ['a stale version', 'saveClientTeam', { expectedVersion: 3 }, 'CONFLICT', 'expectedVersion'],
  ['a stranger', 'saveClientTeam', { generalistIds: ['x'] }, 'UNKNOWN_PROFESSIONAL', 'generalistIds.0'],
  [
    'somebody from elsewhere',
    'saveClientTeam',
    { specialistIds: ['prof-17', 'prof-18'] },
    'OTHER_REGION',
    'specialistIds.1',
  ],
  ['somebody twice', 'saveClientTeam', { specialistIds: ['prof-02'] }, 'GIVEN_TWICE', 'specialistIds.0'],
  [
    '51 members',
    'saveClientTeam',
    { specialistIds: Array.from({ length: 50 }, (_, n) => `x${n}`) },
    'TOO_MANY',
    'specialistIds',
  ],

  ['a portfolio that is none', 'assignPortfolio', { portfolioId: 'x' }, 'UNKNOWN_PORTFOLIO', 'portfolioId'],
  ['a stale version', 'assignPortfolio', { expectedVersion: 8 }, 'CONFLICT', 'expectedVersion'],
  ['a stranger', 'assignPortfolio', { holderId: 'x' }, 'UNKNOWN_PROFESSIONAL', 'holderId'],
  ['somebody from elsewhere', 'assignPortfolio', { holderId: 'prof-18' }, 'OTHER_REGION', 'holderId'],
  ['who holds it already', 'assignPortfolio', { holderId: 'prof-04' }, 'NOTHING_CHANGED', 'holderId'],

  ['a portfolio that is none', 'moveEmployersToPortfolio', { portfolioId: NOBODY }, 'UNKNOWN_PORTFOLIO', 'portfolioId'],
  [
    'a stranger among them',
    'moveEmployersToPortfolio',
    { employerIds: [employerId, 'x'] },
    'UNKNOWN_EMPLOYER',
    'employerIds.1',
  ],
  ['none', 'moveEmployersToPortfolio', { employerIds: [] }, 'TOO_MANY', 'employerIds'],
  [
    '101',
    'moveEmployersToPortfolio',
    { employerIds: Array.from({ length: 101 }, (_, n) => `x${n}`) },
    'TOO_MANY',
    'employerIds',
  ],
  ['nothing said', 'moveEmployersToPortfolio', { employerIds: null }, 'REQUIRED', 'employerIds'],

  ['a region that is none', 'setPyramidSettings', { regionId: 'x' }, 'UNKNOWN_REGION', 'regionId'],
  ['another region', 'setPyramidSettings', { regionId: 'midden-utrecht' }, 'OTHER_REGION', 'regionId'],
  ['a stale version', 'setPyramidSettings', { expectedVersion: 2 }, 'CONFLICT', 'expectedVersion'],
  ['yesterday', 'setPyramidSettings', { validFrom: '2026-03-09' }, 'IN_THE_PAST', 'validFrom'],
  ['no reason', 'setPyramidSettings', { reason: ' ' }, 'TOO_SHORT', 'reason'],
  ['a long reason', 'setPyramidSettings', { reason: long(501) }, 'TOO_LONG', 'reason'],
  ['seventeen points', 'setPyramidSettings', { goldFrom: 17 }, 'OUT_OF_RANGE', 'goldFrom'],
  ['equal bounds', 'setPyramidSettings', { vacanciesFrom: [2, 2, 3] }, 'OUT_OF_RANGE', 'vacanciesFrom'],
  ['four bounds', 'setPyramidSettings', { vacanciesFrom: [1, 2, 3, 4] }, 'OUT_OF_RANGE', 'vacanciesFrom'],
];

describe('refused in Dutch, with the field and the rule, and nothing is written:', () => {
  test.each(rows)('%s for %s', async (_, mutation, more, code, path) => {
    const before = await written();
    const { data, errors } = await ask(mutation, {
      ...right()[mutation],
      ...(typeof more === 'function' ? more() : more),
    });
    expect(errors).toBeUndefined();
    const [first] = data[mutation].errors;
    expect(first).toMatchObject({ code, path: ['input', ...path.split('.')] });
    const field = path.split('.').findLast((one) => Number.isNaN(Number(one)))!;
    expect(first.message).toMatch(new RegExp(`\\b${field}\\b`));
    expect(await written()).toEqual(before);
  });
});

const wrongTypes: [mutation: Mutation, more: object][] = [
  ['registerSocialReturn', { contractValue: 'veel' }],
  ['registerSocialReturn', { client: null }],
  ['registerSocialReturn', { dueOn: '2026-02-30' }],
  ['recordSocialReturnFulfilment', { fulfilled: null }],
  ['registerPsoCertificate', { level: 'STEP_9' }],
  ['registerPsoCertificate', { validFrom: '10-03-2026' }],
  ['chooseEmployerTile', { tile: 'ROOF' }],
  ['endEmployerTile', { expectedVersion: 'een' }],
  ['saveServiceProduct', { tiers: ['PLATINUM'] }],
  ['saveServiceProduct', { secret: true }],
  ['saveMarketApproachPlan', { year: 2026.5 }],
  ['saveMarketApproachPlan', { targets: [{ employerId }] }],
  ['saveClientTeam', { generalistIds: [null] }],
  ['assignPortfolio', { expectedVersion: null }],
  ['moveEmployersToPortfolio', { employerIds: [{}] }],
  ['setPyramidSettings', { goldFrom: 'twaalf' }],
];
test.each(wrongTypes)('%s with %j is no input at all, and nothing is written', async (mutation, more) => {
  const before = await written();
  const { data, errors } = await ask(mutation, { ...right()[mutation], ...more });
  expect(data?.[mutation] ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  expect(await written()).toEqual(before);
});

test('each input that the tables spoil would else be accepted', async () => {
  const again: Partial<Record<Mutation, object>> = {
    registerSocialReturn: { client: 'Provincie' },
    registerPsoCertificate: { level: 'STEP_2' },
    saveMarketApproachPlan: { title: 'Zorg' },
  };
  const [{ version } = {}] = await graph.query('select version from employers.portfolio where id = $1', [ids['Zorg']]);
  again.assignPortfolio = { expectedVersion: version };
  for (const mutation of Object.keys(TYPES) as Mutation[]) {
    const before = await written();
    const { data } = await ask(mutation, { ...right()[mutation], ...again[mutation] });
    expect([mutation, data[mutation].errors]).toEqual([mutation, []]);
    expect(await written()).not.toEqual(before);
  }
});

test('endEmployerTile ends a step once', async () => {
  const { data } = await ask('endEmployerTile', { id: ids['step'] });
  expect(data.endEmployerTile.errors).toMatchObject([{ code: 'ALREADY_ENDED', path: ['input', 'id'] }]);
});
