import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sonarDemoFacts } from '../../../../adapters/sonar/demo-facts.js';
import type { SonarFact } from '../../../../adapters/sonar/facts.js';
import { jobseekerId } from '../../../../demo/jobseekers.js';
import { synchronisedRegions } from '../../../../demo/places.js';
import { openJobseekers } from '../../../../subgraphs/jobseekers/open-jobseekers.js';
import { until } from '../../../until.js';
import { alone, type Data } from '../../alone.js';
import { jobseekersAlone, type JobseekersAlone } from '../jobseekers-alone.js';

const SYNCHRONISE = `mutation ($input: SynchroniseJobseekersInput!) { synchroniseJobseekers(input: $input) {
  synchronisation { region { id } finishedAt searches searchesLeft added updated unchanged failed incomplete gone }
  notices { code message } errors { code message path } } }`;

let open: JobseekersAlone;
/** What one test opened for itself. */
let own: JobseekersAlone | null = null;
afterEach(async () => {
  await own?.close();
  own = null;
});
const opened = async (options: Parameters<typeof jobseekersAlone>[0] = {}): Promise<JobseekersAlone> => {
  open = await jobseekersAlone({
    ...options,
    jobseekers: { synchronisation: { regions: synchronisedRegions, everyMs: null }, ...options.jobseekers },
  });
  own = open;
  return open;
};
const synchronise = async (input: object = {}, idempotencyKey?: string): Promise<Data> =>
  (
    await open.data(
      SYNCHRONISE,
      { input: { regionId: 'rijnmond', ...input } },
      { as: 'admin', ...(idempotencyKey ? { idempotencyKey } : {}) },
    )
  ).synchroniseJobseekers;
const profile = (idWerkzoekende: string, bemiddelingspostcode: string, more: object = {}): SonarFact => ({
  kind: 'profile',
  werkzoekende: { idWerkzoekende, mobiliteit: { bemiddelingspostcode }, ...more },
});
const row = async (sonarId: string): Promise<Data> =>
  (await open.query('select * from jobseekers.jobseeker where sonar_id = $1', [sonarId]))[0];

test('profiles of a region become jobseekers, pseudonymous, without how to reach them, and on record', async () => {
  await opened({
    facts: [
      ...sonarDemoFacts,
      profile('VUM-DEMO-0009', '3067AB', { emailadres: ['geheim@example.org'], telefoonnummer: ['010-0000009'] }),
    ],
  });
  const { synchronisation, notices, errors } = await synchronise();
  expect([notices, errors]).toEqual([[], []]);
  expect(synchronisation).toEqual({
    region: { id: 'rijnmond' },
    finishedAt: '2026-03-10T08:00:00.000Z',
    searches: 1,
    searchesLeft: 0,
    added: 4,
    updated: 0,
    unchanged: 0,
    failed: 0,
    incomplete: 0,
    gone: 0,
  });
  const { jobseeker } = await open.data(
    `{ jobseeker(sonarId: "VUM-DEMO-0002") { id name(purpose: "test") birthYear region { id } caseManager { id } postcodeArea
      unemployedSince targetGroup
      availability { from until hoursMin hoursMax irregular officeHours contractTypes maxTravelKm transport adaptationNeeded }
      cv { occupationsSought { code name uri } drivingLicences languages { code speaking writing reading } presentation publishedOnWerkNl }
      targetGroupRegister { registered countsForJobAgreement source freshness } sources { source freshness } provenance { field source sourceRecordId } } }`,
  );
  expect(jobseeker).toMatchObject({
    name: null,
    birthYear: null,
    region: { id: 'rijnmond' },
    caseManager: null,
    postcodeArea: '3072',
    unemployedSince: null,
    targetGroup: 'OTHER',
    availability: {
      from: '2026-01-05',
      until: null,
      hoursMin: 32,
      hoursMax: 40,
      irregular: false,
      officeHours: true,
      contractTypes: ['TEMPORARY'],
      maxTravelKm: 25,
      transport: [],
      adaptationNeeded: null,
    },
    cv: {
      occupationsSought: [
        {
          code: null,
          name: 'CompetentNL DEMO000002',
          uri: 'https://linkeddata.competentnl.nl/uwv/id/occupation/DEMO000002',
        },
      ],
      drivingLicences: ['B', 'C'],
      languages: [{ code: 'nld', speaking: 3, writing: 3, reading: null }],
      publishedOnWerkNl: false,
    },
    targetGroupRegister: { registered: false, countsForJobAgreement: null, source: 'SONAR', freshness: 'FRESH' },
    sources: [
      { source: 'SONAR', freshness: 'FRESH' },
      { source: 'DOELGROEPENREGISTER', freshness: 'UNAVAILABLE' },
      { source: 'UWV', freshness: 'UNAVAILABLE' },
    ],
  });
  expect(jobseeker.provenance.map(({ field }: Data) => field)).toEqual([
    'postcodeArea',
    'availability',
    'cv',
    'targetGroupRegister',
  ]);
  const [kept] = await open.query("select string_agg(to_jsonb(h)::text, '') as all from jobseekers.history h");
  expect(String(kept!.all).includes('geheim@example')).toBe(false);
  expect(String(kept!.all).includes('010-0000009')).toBe(false);
  expect(
    await open.query(
      "select by_id, action, fields from jobseekers.processing_record where jobseeker_id = $1 and action = 'overnemen'",
      [jobseeker.id],
    ),
  ).toEqual(
    [{ by_id: 'prof-11', action: 'overnemen', fields: ['profiel'] }].map((one) => ({
      ...one,
      by_id: expect.any(String),
    })),
  );
});

test('somebody who is there already keeps region, case manager and name; only what the profile tells is changed', async () => {
  await opened({
    facts: [...sonarDemoFacts, profile('SNR-000001', '3083AA', { werktijden: { aantalWerkurenPerWeekMaximaal: 12 } })],
  });
  const before = await row('SNR-000001');
  expect((await synchronise()).synchronisation).toMatchObject({ added: 3, updated: 1, unchanged: 0 });
  expect(await row('SNR-000001')).toEqual({
    ...before,
    hours_min: null,
    hours_max: 12,
    irregular: null,
    office_hours: null,
    contract_types: [],
    available_from: null,
    max_travel_km: null,
    max_travel_minutes: null,
    transport: [],
    adaptation_needed: null,
    guidance_needed: null,
    in_target_group_register: null,
  });
});

test('a question that finds more than VUM gives is asked in smaller ones, a few at a time, and goes on where it was left', async () => {
  await opened({ fake: { mostMatches: 1 } });
  const first = await synchronise({ searches: 1 });
  expect(first.synchronisation).toMatchObject({ finishedAt: null, searches: 1, searchesLeft: 2, added: 0 });
  let last = first;
  let turns = 1;
  for (; !last.synchronisation.finishedAt; turns++) last = await synchronise({ searches: 2 });
  expect(last.synchronisation).toMatchObject({ searchesLeft: 0, added: 3, unchanged: 0, failed: 0, incomplete: 0 });
  expect(turns).toBeGreaterThan(2);
  expect(last.synchronisation.searches).toBeLessThan(2 * 29);
});

test('more profiles in one postcode area than VUM gives are told of', async () => {
  const many = [1, 2, 3].map((n) => profile(`VUM-MANY-${n}`, '3011AA'));
  await opened({ facts: [...sonarDemoFacts, ...many], fake: { mostMatches: 2 } });
  let { synchronisation, notices } = await synchronise({ searches: 20 });
  while (!synchronisation.finishedAt) ({ synchronisation, notices } = await synchronise({ searches: 20 }));
  expect(synchronisation).toMatchObject({ incomplete: 1, gone: 0 });
  expect(notices).toEqual([{ code: 'INCOMPLETE', message: 'Van 1 postcodegebieden gaf VUM niet alle profielen.' }]);
});

test('VUM’s limit on profiles after one question is met by asking the question anew', async () => {
  await opened({ fake: { mostProfiles: 1 } });
  expect(await synchronise()).toMatchObject({
    synchronisation: { added: 3, failed: 0, finishedAt: expect.any(String) },
    notices: [],
  });
  const { matches } = await open.calls();
  expect(matches).toBeGreaterThan(1);
});

test('a limit that stays is told, and nothing is lost', async () => {
  await opened({ fake: { mostProfiles: 0 } });
  expect(await synchronise()).toMatchObject({
    synchronisation: { added: 0, finishedAt: null, searchesLeft: 1 },
    notices: [{ code: 'SOURCE_REFUSED' }],
  });
});

test('a profile that VUM does not give is counted, the others are taken over, and nobody counts as gone', async () => {
  await opened({ facts: [...sonarDemoFacts, { kind: 'vum-error', vumID: 'VUM-DEMO-0001', code: '400.02' }] });
  expect((await synchronise()).synchronisation).toMatchObject({ added: 2, failed: 1, gone: 0 });
});

describe('halfway', () => {
  let kept: JobseekersAlone;
  beforeAll(async () => {
    kept = await opened({ deadlineMs: 2_000 });
    own = null;
  });
  beforeEach(() => void (open = kept));
  afterAll(() => kept.close());

  test.each(['503', 'hang', 'html', 'schema', 'truncated', 'ok-with-error'] as const)(
    'a VUM with %s stops it, which is told, and it goes on from there afterwards',
    async (kind) => {
      await open.sonar.fault({ kind, pathPrefix: '/api/v3/werkzoekendeProfielen/matches' });
      const stopped = await synchronise();
      expect(stopped.synchronisation).toMatchObject({ added: 0, unchanged: 0, finishedAt: null, searchesLeft: 1 });
      expect(stopped.notices).toEqual([
        { code: expect.stringMatching(/^SOURCE_/), message: expect.stringMatching(/^Sonar .*verder\.$/) },
      ]);
      await open.sonar.lift();
      const { added, unchanged, searchesLeft, gone } = (await synchronise()).synchronisation;
      expect([added + unchanged, searchesLeft, gone]).toEqual([3, 0, 0]);
    },
  );

  test.each<[string, object, string, string[]]>([
    ['for a region without a setting', { regionId: 'drenthe' }, 'REGION_NOT_SET', ['input', 'regionId']],
    ['with no question at all', { searches: 0 }, 'OUT_OF_RANGE', ['input', 'searches']],
    ['with too many questions', { searches: 21 }, 'OUT_OF_RANGE', ['input', 'searches']],
  ])('it is refused %s', async (_, input, code, path) => {
    await open.calls();
    const { synchronisation, errors } = await synchronise(input);
    expect(synchronisation).toBeNull();
    expect(errors).toEqual([{ code, path, message: expect.stringMatching(/\.$/) }]);
    expect(await open.calls()).toEqual({});
  });

  test('it is refused to all but administrators', async () => {
    await open.calls();
    for (const as of ['accountmanager', 'casemanager', 'manager', 'analyst']) {
      const { errors } = await open.ask(SYNCHRONISE, { input: { regionId: 'rijnmond' } }, { as });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await open.calls()).toEqual({});
  });

  test('under one Idempotency-Key it is done once', async () => {
    const first = await synchronise({}, 'k-1');
    await open.calls();
    expect(await synchronise({}, 'k-1')).toEqual(first);
    expect(await open.calls()).toEqual({});
  });
});

test('who moves out of reach is matched no more, and who comes back is', async () => {
  await opened();
  await synchronise();
  const moved = (postcode: string) =>
    open.sonar.tell([profile('VUM-DEMO-0003', postcode, { werktijden: { aantalWerkurenPerWeekMaximaal: 24 } })]);
  moved('1012AA');
  expect((await synchronise()).synchronisation).toMatchObject({ unchanged: 2, gone: 1 });
  expect(await row('VUM-DEMO-0003')).toMatchObject({ open_to_mediation: false });
  expect((await synchronise()).synchronisation).toMatchObject({ gone: 0 });
  moved('3132GE');
  expect((await synchronise()).synchronisation).toMatchObject({ unchanged: 2, updated: 1, gone: 0 });
  expect(await row('VUM-DEMO-0003')).toMatchObject({ open_to_mediation: true });
  expect(await row('SNR-000002')).toMatchObject({ open_to_mediation: true });
});

test('two at a time take nobody over twice', async () => {
  await opened();
  const both = await Promise.all([synchronise(), synchronise()]);
  const [people] = await open.query("select count(*)::int as n from jobseekers.jobseeker where sonar_id like 'VUM%'");
  expect(people).toEqual({ n: 3 });
  const added = both.map(({ synchronisation }) => synchronisation?.added ?? 0);
  expect(Math.max(...added)).toBe(3);
});

test('the job does so by itself, region after region, and stops with the process', async () => {
  await opened({ jobseekers: { synchronisation: { regions: synchronisedRegions, everyMs: 60_000 } } });
  const regions = async () =>
    (await open.query("select region_id from jobseekers.jobseeker where sonar_id like 'VUM%' order by sonar_id")).map(
      (one) => one.region_id,
    );
  await until(async () => (await regions()).length === 4);
  expect(await regions()).toEqual(['rijnmond', 'rijnmond', 'rijnmond', 'midden-utrecht']);
  const [written] = await open.query(
    "select distinct actor_id from jobseekers.history where after->>'sonar_id' like 'VUM%'",
  );
  expect(written).toEqual({ actor_id: 'synchronisatie' });
});

test('where no Sonar is connected it is refused, and all else works', async () => {
  const without = await alone((options) =>
    openJobseekers({ ...options, synchronisation: { regions: synchronisedRegions, everyMs: 1 } }),
  );
  try {
    const { synchroniseJobseekers } = await without.data(
      SYNCHRONISE,
      { input: { regionId: 'rijnmond' } },
      { as: 'admin' },
    );
    expect(synchroniseJobseekers.errors).toMatchObject([{ code: 'SONAR_NOT_SET' }]);
    const { jobseeker } = await without.data(
      'query ($id: ID!) { jobseeker(id: $id) { targetGroupRegister { registered } benefits { source } sources { source freshness message } } }',
      { id: jobseekerId(1) },
    );
    expect(jobseeker).toMatchObject({
      targetGroupRegister: null,
      benefits: [{ source: 'MANUAL' }],
      sources: [
        { source: 'SONAR', freshness: 'UNAVAILABLE' },
        {
          source: 'DOELGROEPENREGISTER',
          freshness: 'UNAVAILABLE',
          message: 'Het doelgroepregister is hier niet aangesloten.',
        },
        { source: 'UWV', freshness: 'UNAVAILABLE' },
      ],
    });
  } finally {
    await without.close();
  }
});

test('who was seen by the run of another region since this one began is not gone', async () => {
  await opened();
  await synchronise();
  await open.sonar.fault({ kind: '503', pathPrefix: '/api/v3/werkzoekendeProfielen/matches' });
  await synchronise();
  await open.sonar.lift();
  // The circles overlap: while this run lies still, that of Midden-Utrecht sees the same person.
  const other = '00000000-0000-4000-8000-0000000000aa';
  await open.query(
    "insert into jobseekers.profile_synchronisation (id, region_id, started_at, finished_at, remaining) values ($1, 'midden-utrecht', '2026-03-10T08:00Z', '2026-03-10T08:00Z', '[]')",
    [other],
  );
  await open.query('update jobseekers.taken_profile set seen_by = $1 where vum_id = $2', [other, 'VUM-DEMO-0003']);
  open.sonar.tell([profile('VUM-DEMO-0003', '1012AA')]);
  expect((await synchronise()).synchronisation).toMatchObject({ unchanged: 2, gone: 0 });
  expect(await row('VUM-DEMO-0003')).toMatchObject({ open_to_mediation: true });
});
