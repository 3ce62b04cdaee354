import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Event } from '../../../../subgraphs/events.js';
import { takeInActivity } from '../../../../subgraphs/employers/pyramid/take-in-activity.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const ASSESS = `mutation ($input: PyramidInput!) { assessPyramid(input: $input) {
  assessment { id version onDate by { id } partnershipScore proposedTier decidedTier reasonForDeviation
    preselection { excluded handledTailorMade reliable politicallySensitive exclusionReason sectorDevelopment }
    objective { kind value known points basis } softFilter { kind yes note } explanation { requirement because evidenceIds } }
  notices { code message requirement } errors { code message path requirement currentVersion } } }`;
const KINDS = [
  'INTENT_TO_COOPERATE',
  'JOINT_INVESTMENT',
  'CULTURE_FITS_TARGET_GROUP',
  'POSITIVE_IMAGE',
  'SEVERAL_TARGET_GROUPS',
];
const soft = (yes: number) => KINDS.map((kind, n) => ({ kind, yes: n < yes }));

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph?.close());

let employerId: string;
beforeEach(async () => {
  employerId = randomUUID();
  await graph.query(
    `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, lwa, registered_at, version, manual_headcount, manual_set_at)
     values ($1, 'WBS-' || lpad(nextval('employers.wbs_number')::text, 7, '0'), 'rijnmond', 'Fabriek', 'DIRECT_EMPLOYER', 'CUSTOMER', false, '{}', now(), 1, 60, now())`,
    [employerId],
  );
  await graph.query(
    `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from) values ($1, $2, 'prof-01', 'rijnmond', true, '2020-01-01')`,
    [randomUUID(), employerId],
  );
});

const assess = async (input: Record<string, unknown> = {}, as?: string) =>
  (
    await graph.data(
      ASSESS,
      { input: { employerId, politicallySensitive: false, reliable: true, softFilter: soft(3), ...input } },
      as ? { as } : {},
    )
  ).assessPyramid;
const takeIn = (type: string, occurredOn: string, data: object) =>
  takeInActivity(graph.subgraph.database.em(), {
    id: randomUUID(),
    type,
    occurredOn,
    recordedAt: '2026-03-01T09:00:00Z',
    actorId: null,
    data: { employerId, ...data },
  } as Event);

test('R-118: with a headcount that nobody knows, the notice says what the tier might be', async () => {
  await graph.query('update employers.employer set manual_headcount = null where id = $1', [employerId]);
  const { assessment, notices } = await assess({ softFilter: soft(1) });
  expect(assessment.objective[0]).toMatchObject({ kind: 'COMPANY_SIZE', known: false, points: 0 });
  expect([assessment.proposedTier, assessment.decidedTier]).toEqual(['BASE', 'BASE']);
  expect(notices).toMatchObject([
    { code: 'COMPANY_SIZE_UNKNOWN', message: expect.stringContaining('De laag kan dan Brons worden.') },
  ]);
});

test('R-118: the four criteria are computed from the dossier, contact and what vacancies told', async () => {
  const [inside, before, placed] = [randomUUID(), randomUUID(), randomUUID()];
  await takeIn('vacancy.opened', '2025-03-11', { vacancyId: inside, positions: 2, number: '1' });
  await takeIn('vacancy.closed', '2025-05-11', { vacancyId: inside, status: 'FULFILLED' });
  await takeIn('vacancy.opened', '2025-03-10', { vacancyId: before, positions: 2, number: '2' });
  for (let n = 0; n < 2; n++)
    await takeIn('placement.registered', '2026-03-10', { vacancyId: inside, placementId: placed, sustainable: true });
  const { assessment, errors } = await assess();
  expect(errors).toEqual([]);
  expect(assessment).toMatchObject({ version: 1, onDate: '2026-03-10', by: { id: 'prof-01' }, partnershipScore: 3 });
  expect(assessment.objective.map((one: { value: number; points: number }) => [one.value, one.points])).toEqual([
    [60, 2],
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  expect(assessment.objective[0].basis).toBe('60 werkzame personen volgens het dossier.');
  const evidence = assessment.explanation.flatMap((step: { evidenceIds: string[] }) => step.evidenceIds);
  expect(evidence).toEqual([inside, placed]);
  expect([assessment.proposedTier, assessment.decidedTier]).toEqual(['SILVER', 'SILVER']);
});

test('a vacancy whose closing is told before its opening stands once', async () => {
  const vacancyId = randomUUID();
  await takeIn('vacancy.closed', '2026-02-02', { vacancyId, status: 'WITHDRAWN' });
  await takeIn('vacancy.opened', '2026-01-02', { vacancyId, positions: 1, number: '3' });
  const rows = await graph.query(
    'select kind, began_on::text, ended_on::text, outcome from employers.employer_activity where id = $1',
    [vacancyId],
  );
  expect(rows).toEqual([{ kind: 'VACANCY', began_on: '2026-01-02', ended_on: '2026-02-02', outcome: 'WITHDRAWN' }]);
});

test('R-116: the decided tier stands on the dossier, on the timeline and in an event; every version is kept', async () => {
  const waited = await graph.outbox.waiting('reporting');
  const first = await assess();
  expect(first.assessment.decidedTier).toBe('BRONZE');
  const second = await assess({
    expectedVersion: 1,
    decidedTier: 'GOLD',
    reasonForDeviation: 'Strategische partner van de regio.',
  });
  expect(second.errors).toEqual([]);
  expect(second.assessment).toMatchObject({ version: 2, proposedTier: 'BRONZE', decidedTier: 'GOLD' });
  const { employer } = await graph.data(
    `query ($id: ID!) { employer(id: $id) { tier pyramidAssessment { version } before: pyramidAssessment(onDate: "2026-03-09") { version }
      pyramidHistory { version decidedTier } timeline(first: 5) { edges { node { kind title } } } } }`,
    { id: employerId },
  );
  expect(employer).toMatchObject({
    tier: 'GOLD',
    pyramidAssessment: { version: 2 },
    before: null,
    pyramidHistory: [{ version: 2 }, { version: 1 }],
  });
  expect(employer.timeline.edges.map((edge: { node: { title: string } }) => edge.node.title)).toEqual(
    expect.arrayContaining(['Klantpiramide beoordeeld: Goud.', 'Klantpiramide beoordeeld: Brons.']),
  );
  expect(await graph.outbox.waiting('reporting')).toBe(waited + 2);
});

test.each([
  ['nothing', undefined, 'REQUIRED'],
  ['only spaces', '            ', 'REQUIRED'],
  ['9 characters', 'Te kort.!', 'TOO_SHORT'],
  ['10 characters', 'Lang zat.!', null],
  ['1000 characters', 'x'.repeat(1000), null],
  ['1001 characters', 'x'.repeat(1001), 'TOO_LONG'],
])('R-116: a deviation with %s for a reason', async (_, reasonForDeviation, code) => {
  const { errors, assessment } = await assess({ decidedTier: 'BASE', reasonForDeviation });
  expect(errors.map((error: { code: string }) => error.code)).toEqual(code ? [code] : []);
  expect(assessment?.decidedTier ?? null).toBe(code ? null : 'BASE');
});

test('a reason without a deviation is not kept', async () => {
  const { assessment } = await assess({ decidedTier: 'BRONZE', reasonForDeviation: 'Er is niets afgeweken.' });
  expect(assessment.reasonForDeviation).toBeNull();
});

describe('R-117: the pre-selection', () => {
  test('blocks the approach of who is not reliable, and takes the tier away, until a later assessment', async () => {
    await assess();
    const { assessment } = await assess({
      expectedVersion: 1,
      reliable: false,
      exclusionReason: 'Fraude met subsidies vastgesteld.',
    });
    expect(assessment).toMatchObject({ proposedTier: null, decidedTier: null, preselection: { excluded: true } });
    const advice = async () =>
      (
        await graph.data(
          `query ($id: ID!) { employer(id: $id) { tier approachAdvice(byId: "prof-01", purpose: SERVICE) { allowed blocks { code requirement message } } } }`,
          { id: employerId },
        )
      ).employer;
    expect(await advice()).toEqual({
      tier: null,
      approachAdvice: {
        allowed: false,
        blocks: [
          {
            code: 'EXCLUDED_BY_PRE_SELECTION',
            requirement: 'R-117',
            message: expect.stringContaining('Op 10 maart 2026 is hij als niet betrouwbaar beoordeeld'),
          },
        ],
      },
    });
    await assess({ expectedVersion: 2 });
    expect((await advice()).approachAdvice).toEqual({ allowed: true, blocks: [] });
  });
  test('has a politically sensitive customer handled tailor-made', async () => {
    const { assessment } = await assess({ politicallySensitive: true, sectorDevelopment: 'De sector krimpt.' });
    expect(assessment.preselection).toMatchObject({
      handledTailorMade: true,
      excluded: false,
      sectorDevelopment: 'De sector krimpt.',
    });
  });
});

test.each([
  ['an employer without dossier', { employerId: randomUUID() }, 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
  ['an id that is none', { employerId: 'x' }, 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
  ['a stale version', { expectedVersion: 7 }, 'CONFLICT', ['input', 'expectedVersion']],
  ['four of the five', { softFilter: soft(2).slice(1) }, 'REQUIRED', ['input', 'softFilter']],
  ['one given twice', { softFilter: [...soft(2), soft(2)[0]] }, 'GIVEN_TWICE', ['input', 'softFilter', '5', 'kind']],
  [
    'a note too long',
    { softFilter: soft(2).map((one) => ({ ...one, note: 'x'.repeat(1001) })) },
    'TOO_LONG',
    ['input', 'softFilter', '0', 'note'],
  ],
  ['no reason of exclusion', { reliable: false }, 'REQUIRED', ['input', 'exclusionReason']],
  [
    'a reason of exclusion too short',
    { reliable: false, exclusionReason: 'Fraude.' },
    'TOO_SHORT',
    ['input', 'exclusionReason'],
  ],
  [
    'a reason without exclusion',
    { exclusionReason: 'Fraude met subsidies.' },
    'NOT_EXCLUDED',
    ['input', 'exclusionReason'],
  ],
  [
    'a tier for who is excluded',
    { reliable: false, exclusionReason: 'Fraude met subsidies.', decidedTier: 'GOLD' },
    'EXCLUDED',
    ['input', 'decidedTier'],
  ],
  ['a sector told at length', { sectorDevelopment: 'x'.repeat(1001) }, 'TOO_LONG', ['input', 'sectorDevelopment']],
])('refuses %s, names the field, and writes nothing', async (_, more, code, path) => {
  const { assessment, errors } = await assess(more);
  expect(assessment).toBeNull();
  expect(errors[0]).toMatchObject({ code, path });
  expect(await graph.query('select 1 from employers.pyramid_assessment where employer_id = $1', [employerId])).toEqual(
    [],
  );
});

test('the client team and management of the region assess; others do not', async () => {
  expect((await assess({}, 'matchmaker')).errors).toMatchObject([
    { code: 'NOT_IN_CLIENT_TEAM', path: ['input', 'employerId'] },
  ]);
  expect((await assess({}, 'manager')).errors).toEqual([]);
  const { errors } = await graph.ask(
    ASSESS,
    { input: { employerId, politicallySensitive: false, reliable: true, softFilter: soft(1) } },
    { as: 'analyst' },
  );
  expect(errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
});

const SET = `mutation ($input: SetPyramidSettingsInput!) { setPyramidSettings(input: $input) { settings { version validFrom companySizeFrom goldFrom goldVisitMonths } errors { code path currentVersion } } }`;
const set = async (input: Record<string, unknown>, as = 'manager') =>
  (
    await graph.data(
      SET,
      { input: { regionId: 'rijnmond', validFrom: '2026-03-10', reason: 'Nieuwe indeling.', ...input } },
      { as },
    )
  ).setPyramidSettings;

test.each([
  ['two bounds', { companySizeFrom: [1, 2] }, 'OUT_OF_RANGE', 'companySizeFrom'],
  ['bounds that fall', { vacanciesFrom: [3, 2, 4] }, 'OUT_OF_RANGE', 'vacanciesFrom'],
  ['a bound of zero', { continuityFrom: [0, 2, 4] }, 'OUT_OF_RANGE', 'continuityFrom'],
  ['five stars', { goldPartnershipFrom: 5 }, 'OUT_OF_RANGE', 'goldPartnershipFrom'],
  ['visits every 61 months', { goldVisitMonths: 61 }, 'OUT_OF_RANGE', 'goldVisitMonths'],
  ['gold below silver', { goldFrom: 8 }, 'OUT_OF_ORDER', 'goldFrom'],
  ['a day that has been', { validFrom: '2026-03-09' }, 'IN_THE_PAST', 'validFrom'],
  ['a region that is none', { regionId: 'x' }, 'UNKNOWN_REGION', 'regionId'],
  ['another region', { regionId: 'midden-utrecht' }, 'OTHER_REGION', 'regionId'],
  ['a stale version', { expectedVersion: 9 }, 'CONFLICT', 'expectedVersion'],
  ['a short reason', { reason: 'Zomaar' }, 'TOO_SHORT', 'reason'],
])('R-012: settings with %s are refused', async (_, more, code, field) => {
  expect((await set(more)).errors[0]).toMatchObject({ code, path: ['input', field] });
});

test.each([
  ['without a value', {}],
  ['as they are already', { goldFrom: 12, companySizeFrom: [10, 50, 250] }],
])('R-012: settings %s are refused, and no version is written', async (_, more) => {
  expect(await set(more)).toMatchObject({ settings: null, errors: [{ code: 'NOTHING_CHANGED', path: ['input'] }] });
  expect(await graph.query('select 1 from employers.pyramid_settings')).toEqual([]);
});

test('R-012: new settings hold for what is assessed from then on, and alter nothing that was', async () => {
  await assess();
  const { settings, errors } = await set({ companySizeFrom: [1, 2, 3], expectedVersion: 0 });
  expect(errors).toEqual([]);
  expect(settings).toMatchObject({ version: 1, companySizeFrom: [1, 2, 3], goldFrom: 12, goldVisitMonths: 3 });
  const { assessment } = await assess({ expectedVersion: 1 });
  expect(assessment.objective[0].points).toBe(3);
  const { employer, region } = await graph.data(
    `query ($id: ID!) { employer(id: $id) { pyramidHistory { version objective { points } } }
      region(id: "rijnmond") { pyramidSettings { version } before: pyramidSettings(onDate: "2026-03-09") { version } } }`,
    { id: employerId },
  );
  expect(employer.pyramidHistory.map((one: { objective: { points: number }[] }) => one.objective[0]!.points)).toEqual([
    3, 2,
  ]);
  expect(region).toEqual({ pyramidSettings: { version: 1 }, before: { version: 0 } });
});
