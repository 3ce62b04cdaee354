import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { jobseekerId, jobseekers } from '../../../../demo/jobseekers.js';
import type { Data } from '../../alone.js';
import { jobseekersAlone, movable, PERSON, REGISTER, UWV, type JobseekersAlone } from '../jobseekers-alone.js';

const clock = movable();
const people = jobseekers('2026-03-10');
let open: JobseekersAlone;
beforeAll(async () => {
  open = await jobseekersAlone({ deadlineMs: 4_000, jobseekers: { clock } });
});
afterAll(() => open.close());
beforeEach(async () => void (await open.calls()));
afterEach(async () => {
  await open.sonar.lift();
  clock.at = '2026-03-10T09:00:00+01:00';
});

const REFRESH = `mutation ($input: RefreshJobseekerInput!) { refreshJobseeker(input: $input) {
  jobseeker { id name(purpose: "test") targetGroup benefits { law from until source } targetGroupRegister { registered freshness } availability { hoursMax maxTravelMinutes irregular } postcodeArea sources { source freshness } }
  notices { code message requirement severity } errors { code message path requirement } } }`;
const refresh = async (n: number, more: object = {}, as = 'accountmanager', idempotencyKey?: string): Promise<Data> =>
  (
    await open.data(
      REFRESH,
      { input: { id: jobseekerId(n), ...more } },
      { as, ...(idempotencyKey ? { idempotencyKey } : {}) },
    )
  ).refreshJobseeker;
const rows = (n: number) =>
  open.query(
    `select law, target_group, "from"::text, until::text, source, withdrawn_at is not null as withdrawn
     from jobseekers.benefit where jobseeker_id = $1 order by source, law`,
    [jobseekerId(n)],
  );
const history = async (): Promise<number> =>
  Number((await open.query('select count(*)::int as n from jobseekers.history'))[0]!.n);
const bsn = (n: number): string => people[n - 1]!.bsn;

test('what the sources say is written down, each asked once, and every question is on record', async () => {
  const { jobseeker, notices, errors } = await refresh(3, { purpose: 'intake' }, 'casemanager');
  expect([notices, errors]).toEqual([[], []]);
  expect(await open.calls()).toEqual({ [PERSON]: 1, [REGISTER]: 1, [UWV]: 1 });
  expect(jobseeker.sources.map(({ freshness }: Data) => freshness)).toEqual(['FRESH', 'FRESH', 'FRESH']);
  expect(await rows(3)).toEqual([
    expect.objectContaining({ law: 'WIA', source: 'MANUAL', withdrawn: true }),
    expect.objectContaining({ law: 'WW', source: 'MANUAL', withdrawn: true }),
    { law: 'WGA', target_group: 'WGA', from: '2025-02-03', until: null, source: 'UWV', withdrawn: false },
    { law: 'WW', target_group: 'WW', from: '2025-02-03', until: null, source: 'UWV', withdrawn: false },
  ]);
  expect(
    await open.query(
      "select purpose, fields, by_id from jobseekers.processing_record where jobseeker_id = $1 and action = 'opvragen'",
      [jobseekerId(3)],
    ),
  ).toEqual([{ purpose: 'intake', fields: ['SONAR', 'DOELGROEPENREGISTER', 'UWV'], by_id: 'prof-03' }]);
  const [actor] = await open.query(
    "select distinct actor_id from jobseekers.history where table_name = 'source_record' and after->>'jobseeker_id' = $1",
    [jobseekerId(3)],
  );
  expect(actor).toEqual({ actor_id: 'prof-03' });
});

test('asking again with the same answers changes nothing but when they were told', async () => {
  await refresh(5);
  const [before, was] = [await rows(5), await history()];
  await refresh(5);
  expect(await rows(5)).toEqual(before);
  expect(await history()).toBe(was);
  clock.at = '2026-03-10T10:00:00+01:00';
  await refresh(5);
  const [record] = await open.query(
    'select count(*)::int as n, min(retrieved_at) as at from jobseekers.source_record where jobseeker_id = $1',
    [jobseekerId(5)],
  );
  expect(record).toEqual({ n: 3, at: new Date('2026-03-10T09:00:00Z') });
});

test('under one Idempotency-Key it is carried out once, also when everybody is silent by then', async () => {
  const first = await refresh(7, {}, 'accountmanager', 'k-1');
  await open.calls();
  await open.sonar.fault({ kind: '503' });
  expect(await refresh(7, {}, 'accountmanager', 'k-1')).toEqual(first);
  expect(await open.calls()).toEqual({});
  const reused = await open.ask(REFRESH, { input: { id: jobseekerId(8) } }, { idempotencyKey: 'k-1' });
  expect(reused.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('what UWV no longer tells is withdrawn and counts no more; what it tells again counts again', async () => {
  await refresh(8);
  expect((await refresh(8)).jobseeker.targetGroup).toBe('WW');
  const told = (benefits: object[]) =>
    open.sonar.tell([{ kind: 'benefits', bsn: bsn(8), benefits: benefits as never }]);
  told([{ lawCode: 'WAJ', startedOn: '2026-03-01' }]);
  expect((await refresh(8)).jobseeker).toMatchObject({ targetGroup: 'WAJONG', benefits: [{ law: 'WAJ' }] });
  told([]);
  expect((await refresh(8)).jobseeker).toMatchObject({ targetGroup: 'OTHER', benefits: [] });
  const { jobseekers } = await open.data(
    '{ jobseekers(purpose: "test", filter: { targetGroups: [WW, WAJONG] }, first: 100) { edges { node { sonarId } } } }',
  );
  expect(jobseekers.edges.map((edge: Data) => edge.node.sonarId)).not.toContain('SNR-000008');
  told([{ lawCode: 'WW', startedOn: '2026-02-18', endedOn: '2026-05' }]);
  expect((await refresh(8)).jobseeker).toMatchObject({
    targetGroup: 'WW',
    benefits: [{ law: 'WW', from: '2026-02-18', until: '2026-05-31' }],
  });
  expect((await rows(8)).filter(({ withdrawn }) => !withdrawn)).toHaveLength(1);
});

test('what is told roughly, doubly or under an unknown code is kept as far as it goes', async () => {
  open.sonar.tell([
    {
      kind: 'benefits',
      bsn: bsn(10),
      benefits: [
        { lawCode: 'XYZ', startedOn: '2025' },
        { lawCode: 'WGA' },
        { lawCode: 'WGA' },
        { lawCode: 'WW', startedOn: '2024-02', endedOn: '2024' },
      ],
    },
  ]);
  await refresh(10);
  clock.at = '2026-03-20T09:00:00+01:00';
  await refresh(10);
  expect((await rows(10)).filter(({ source }) => source === 'UWV')).toEqual([
    { law: 'WGA', target_group: 'WGA', from: '2026-03-10', until: null, source: 'UWV', withdrawn: false },
    { law: 'WGA', target_group: 'WGA', from: '2026-03-10', until: null, source: 'UWV', withdrawn: false },
    { law: 'WW', target_group: 'WW', from: '2024-02-01', until: '2024-12-31', source: 'UWV', withdrawn: false },
    { law: 'XYZ', target_group: 'OTHER', from: '2025-01-01', until: null, source: 'UWV', withdrawn: false },
  ]);
});

test('what Sonar tells of a person goes over what we had, and what it does not tell stays', async () => {
  const before = (
    await open.data('query ($id: ID!) { jobseeker(id: $id) { availability { irregular hoursMin } } }', {
      id: jobseekerId(11),
    })
  ).jobseeker;
  open.sonar.tell([
    {
      kind: 'person',
      bsn: bsn(11),
      firstNames: 'Kofi',
      surnamePrefix: 'van',
      surname: 'Verzonnen',
      postcode: '3011ZZ',
      hoursPerWeek: 22.5,
      maxTravelMinutes: 45,
      placeable: false,
    },
  ]);
  const { jobseeker } = await refresh(11, { sources: ['SONAR'] });
  expect(await open.calls()).toMatchObject({ [PERSON]: 1 });
  expect(jobseeker).toMatchObject({
    name: 'Kofi van Verzonnen',
    postcodeArea: '3011',
    availability: { hoursMax: 22, maxTravelMinutes: 45, irregular: before.availability.irregular },
  });
  const [{ open_to_mediation: open_ }] = (await open.query(
    'select open_to_mediation from jobseekers.jobseeker where id = $1',
    [jobseekerId(11)],
  )) as [{ open_to_mediation: boolean }];
  expect(open_).toBe(false);
});

describe('a silent source', () => {
  test('is a notice; what the others say is written all the same, and what it said before stays', async () => {
    await refresh(6);
    await open.sonar.fault({ kind: '503', pathPrefix: `/suwibroker/soap/${REGISTER}` });
    clock.at = '2026-03-15T09:00:00+01:00';
    const { jobseeker, notices, errors } = await refresh(6);
    expect(errors).toEqual([]);
    expect(notices).toEqual([
      {
        code: 'SOURCE_UNAVAILABLE',
        message: 'Het doelgroepregister antwoordt nu niet. Wat eerder is vastgelegd, blijft staan.',
        requirement: 'R-180',
        severity: 'WARNING',
      },
    ]);
    expect(jobseeker).toMatchObject({
      targetGroupRegister: { registered: true, freshness: 'STALE' },
      sources: [
        { source: 'SONAR', freshness: 'FRESH' },
        { source: 'DOELGROEPENREGISTER', freshness: 'UNAVAILABLE' },
        { source: 'UWV', freshness: 'FRESH' },
      ],
    });
  });

  test.each(['hang', '500', 'soap-fault', 'schema', 'ok-with-error', 'truncated'] as const)(
    'of all, with %s, leaves everything as it was',
    async (kind) => {
      await refresh(12);
      const [before, was] = [await rows(12), await history()];
      await open.sonar.fault({ kind });
      const { jobseeker, notices, errors } = await refresh(12);
      expect(jobseeker.id).toBe(jobseekerId(12));
      expect(notices.map(({ code }: Data) => code)).toEqual(Array(3).fill(expect.stringMatching(/^SOURCE_/)));
      expect(errors).toEqual([]);
      expect(await rows(12)).toEqual(before);
      expect(await history()).toBe(was);
    },
  );
});

describe('is refused, and nothing is written or asked', () => {
  test.each<[string, object, string, string]>([
    ['an id that is none', { id: '12' }, 'UNKNOWN_JOBSEEKER', 'id'],
    ['somebody unknown', { id: jobseekerId(999) }, 'UNKNOWN_JOBSEEKER', 'id'],
    ['a jobseeker of another region', { id: jobseekerId(18) }, 'OTHER_REGION', 'id'],
    ['no source at all', { sources: [] }, 'EMPTY', 'sources'],
    ['a register of employers', { sources: ['KVK'] }, 'UNKNOWN_SOURCE', 'sources'],
    ['an empty purpose', { purpose: '  ' }, 'TOO_SHORT', 'purpose'],
    ['a purpose that is too long', { purpose: 'x'.repeat(201) }, 'TOO_LONG', 'purpose'],
  ])('%s', async (_, input, code, field) => {
    const was = await history();
    const { jobseeker, errors } = (await open.data(REFRESH, { input: { id: jobseekerId(9), ...input } }))
      .refreshJobseeker;
    expect(jobseeker).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ code, path: ['input', field] })]);
    expect(errors[0].message).toMatch(/\.$/);
    expect(await history()).toBe(was);
    expect(await open.calls()).toEqual({});
  });

  test.each([
    ['without an id', {}],
    ['with an unknown source', { id: jobseekerId(9), sources: ['GBA'] }],
    ['with a source that is no name', { id: jobseekerId(9), sources: [3] }],
    ['with a purpose that is no text', { id: jobseekerId(9), purpose: 3 }],
  ])('%s', async (_, input) => {
    const { data, errors } = await open.ask(REFRESH, { input });
    expect(errors).toHaveLength(1);
    expect(data ?? null).toBeNull();
    expect(await open.calls()).toEqual({});
  });

  test.each(['manager', 'analyst', 'admin'])('by the %s, who mediates nobody', async (as) => {
    const { errors } = await open.ask(REFRESH, { input: { id: jobseekerId(9) } }, { as });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await open.calls()).toEqual({});
  });
});
