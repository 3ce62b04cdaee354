import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { inTime, marginOver, startTestGraph, type TestGraph } from '../graph.js';
import { about, EMPLOYER_DOSSIER } from '../operations/dossier-query.js';
import { until } from '../until.js';

const KVK_DEADLINE_MS = 1_500;
const statements: string[] = [];
let graph: TestGraph;

beforeAll(async () => {
  graph = await startTestGraph({
    env: { KVK_DEADLINE_MS: String(KVK_DEADLINE_MS) },
    onStatement: (sql) => statements.push(sql),
  });
  await graph.settled();
});
afterEach(() => graph.kvk.lift());
afterAll(() => graph?.stop());

const REGISTER = `query ($kvk: KvkNumber!) { employer(kvkNumber: $kvk) { tradeName legalName legalForm headcount visitingAddress { street houseNumber postcode city } activities { code main } sources { source freshness } } }`;

describe('while KvK hangs', () => {
  // Of this company nothing has been asked of KvK yet, so nothing is kept that could stand in for it.
  test('the dossier comes within the deadline, and only what KvK alone knows is missing', async () => {
    await graph.ask(EMPLOYER_DOSSIER, about('68750110'));
    const healthy = await graph.ask(EMPLOYER_DOSSIER, about('68750110'));
    const limitMs = KVK_DEADLINE_MS + marginOver(healthy.ms);
    await graph.kvk.fault({ kind: 'hang' });
    const { data, errors, ms } = await inTime(limitMs, () => graph.ask(EMPLOYER_DOSSIER, about('69599084')));
    expect(ms).toBeLessThan(limitMs);
    // What SUWI knows too, it tells; nobody but KvK knows the activities.
    expect(data.employer).toMatchObject({ tradeName: 'Test EMZ Dagobert', wbsNumber: 'WBS-0000002', headcount: 3 });
    expect(data.employer.vacancies.totalCount).toBeGreaterThan(0);
    expect(data.employer.mainAccountHolder).not.toBeNull();
    expect(data.employer.statistics).not.toBeNull();
    expect(data.employer.sources).toEqual([
      expect.objectContaining({ source: 'KVK', freshness: 'UNAVAILABLE' }),
      expect.objectContaining({ source: 'SUWI_SBR', freshness: 'FRESH' }),
    ]);
    expect(errors).toEqual([]);
    const alone = await graph.ask(REGISTER, { kvk: '69599084' });
    expect(alone.data.employer).toMatchObject({ legalName: 'EMZ Dagobert', activities: null });
    expect(alone.errors.map(({ path, extensions }) => [path?.at(-1), extensions])).toEqual([
      ['activities', expect.objectContaining({ code: 'PARTNER_UNAVAILABLE', partner: 'KVK', source: 'employers' })],
    ]);
    expect(JSON.stringify([data, alone.data, alone.errors])).not.toMatch(/127\.0\.0\.1|https?:|\/test\/api/);
  });

  test('an employer that only KvK knows is null, with the reason', async () => {
    await graph.ask(REGISTER, { kvk: '68750110' });
    const limitMs = KVK_DEADLINE_MS + marginOver((await graph.ask(REGISTER, { kvk: '68750110' })).ms);
    await graph.kvk.fault({ kind: 'hang' });
    const { data, errors, ms } = await inTime(limitMs, () => graph.ask(REGISTER, { kvk: '90000749' }));
    expect(ms).toBeLessThan(limitMs);
    expect(data).toEqual({ employer: null });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['employer'],
        extensions: expect.objectContaining({ code: 'PARTNER_UNAVAILABLE', partner: 'KVK' }),
      }),
    ]);
  });
});

test('each of the test companies has a dossier, from KvK and from all four subgraphs', async () => {
  const names = {
    '69599084': 'Test EMZ Dagobert',
    '68750110': 'Test BV Donald',
    '90001354': 'Grand Joyflex B.V.',
    '69599068': 'Test Stichting Bolderbast',
  };
  // A busy machine has made KvK's breaker open above.
  await until(async () => {
    const { data } = await graph.ask(REGISTER, { kvk: '69599084' });
    return data.employer.sources.every(({ freshness }: { freshness: string }) => freshness === 'FRESH');
  });
  for (const [kvk, name] of Object.entries(names)) {
    const { data, errors } = await graph.ask(EMPLOYER_DOSSIER, about(kvk));
    expect(errors).toEqual([]);
    const { employer } = data;
    expect(employer.tradeName).toBe(name);
    expect(employer.sources).toEqual([
      expect.objectContaining({ source: 'KVK', freshness: 'FRESH', message: null }),
      expect.objectContaining({ source: 'SUWI_SBR', freshness: 'FRESH', message: null }),
    ]);
    expect(employer.vacancies.totalCount).toBeGreaterThan(0);
    const [{ node: vacancy }] = employer.vacancies.edges;
    expect(vacancy.candidateMatches.length).toBeGreaterThan(0);
    for (const { score, jobseeker, parts } of vacancy.candidateMatches) {
      expect(score).toBeGreaterThan(0);
      expect(jobseeker.sonarId).toEqual(expect.any(String));
      expect(parts.length).toBeGreaterThan(0);
    }
    expect(employer.statistics.placementsPerYear.map(({ year }: { year: number }) => year)).toEqual([2018, 2019, 2020]);
  }
});

test("the register's own data are those that KvK's test environment gives", async () => {
  const of = async (kvk: string) => (await graph.ask(REGISTER, { kvk })).data.employer;
  expect(await of('69599084')).toMatchObject({
    tradeName: 'Test EMZ Dagobert',
    legalForm: 'Eenmanszaak',
    headcount: 1,
    visitingAddress: { street: 'Abebe Bikilalaan', houseNumber: '17', postcode: '1034WL', city: 'Amsterdam' },
    sources: [
      { source: 'KVK', freshness: 'FRESH' },
      { source: 'SUWI_SBR', freshness: 'FRESH' },
    ],
  });
  expect((await of('69599084')).activities[0]).toEqual({ code: '10110', main: true });
  expect(await of('68750110')).toMatchObject({ tradeName: 'Test BV Donald', visitingAddress: { city: 'Lollum' } });
  expect(await of('90001354')).toMatchObject({ tradeName: 'Grand Joyflex B.V.', legalName: 'Grand Joyflex B.V.' });
  expect(await of('69599068')).toMatchObject({ tradeName: 'Test Stichting Bolderbast', legalForm: 'Stichting' });
});

test('an unknown number gives no employer, and the code that KvK gave', async () => {
  const { status, data, errors } = await graph.ask(EMPLOYER_DOSSIER, about('69599085'));
  expect([status, data]).toEqual([200, { employer: null }]);
  expect(errors).toEqual([
    expect.objectContaining({
      path: ['employer'],
      extensions: expect.objectContaining({
        code: 'PARTNER_REFUSED',
        partner: 'KVK',
        partnerCode: 'IPD0005',
        source: 'employers',
        requestId: expect.any(String),
      }),
    }),
  ]);
});

test('a malformed number is refused with the name of its argument and the reason, as a variable and as a literal', async () => {
  const asVariable = await graph.ask(EMPLOYER_DOSSIER, about('12'));
  const asLiteral = await graph.ask('{ employer(kvkNumber: "12") { tradeName } }');
  for (const { status, data, errors } of [asVariable, asLiteral]) {
    expect([status, data]).toEqual([400, null]);
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message).toMatch(/kvkNumber.*8 cijfers/);
    expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'kvkNumber' });
  }
});

test('nobody is answered who did not log in', async () => {
  const { status, errors } = await graph.ask(EMPLOYER_DOSSIER, about('69599084'), { as: null });
  expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
});

describe('50 employers with their holder and last contact', () => {
  beforeAll(async () => {
    await graph.query(`
      with source as (select * from employers.employer where kvk_number is null limit 1),
      firms as (
        insert into employers.employer
        select (jsonb_populate_record(
          null::employers.employer,
          to_jsonb(source) || jsonb_build_object('id', gen_random_uuid(), 'wbs_number', 'WBS-9' || n, 'name', 'Firma ' || n, 'sector', 'Veelvoud')
        )).*
        from source, generate_series(1, 50) n
        returning id
      ),
      holders as (
        insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from)
        select gen_random_uuid(), id, 'prof-0' || (1 + (row_number() over ()) % 8), 'rijnmond', true, '2025-01-01' from firms
      )
      insert into employers.contact_moment
        (id, employer_id, type_number, medium, subject, summary, occurred_on, recorded_at, registered_by_id, participant_ids, related_to_ids, version)
      select gen_random_uuid(), id, 3, 'PHONE', 'Belafspraak', 'Gebeld over de vraag naar nieuwe medewerkers.', '2026-02-01', now(),
        'prof-0' || (1 + (row_number() over ()) % 8), '{}', '{}', 1 from firms`);
  });

  test('take at most two SQL statements per kind of thing', async () => {
    statements.length = 0;
    const { data, errors } = await graph.ask(`{
      employers(filter: { sectors: ["Veelvoud"] }, first: 50) { edges { node {
        tradeName
        mainAccountHolder(regionId: "rijnmond") { from holder { name organisation { name } team { name } } }
        contactMoments(first: 1) { totalCount edges { node { occurredOn type { nameNl } registeredBy { name } } } }
      } } }
    }`);
    expect(errors).toEqual([]);
    const rows = data.employers.edges.map(({ node }: { node: unknown }) => node);
    expect(rows).toHaveLength(50);
    for (const row of rows) {
      expect(row.mainAccountHolder.holder).toMatchObject({ name: expect.any(String), organisation: expect.anything() });
      expect(row.contactMoments).toMatchObject({ totalCount: 1, edges: [{ node: { occurredOn: '2026-02-01' } }] });
    }
    const perKind = new Map<string, number>();
    for (const sql of statements) {
      const tables = [...sql.matchAll(/\b(?:from|join)\s+(?:"?employers"?\.)?"?(?!unnest|lateral)(\w+)/gi)];
      for (const table of new Set(tables.map((match) => match[1]!))) perKind.set(table, (perKind.get(table) ?? 0) + 1);
    }
    for (const kind of ['employer', 'account_holdership', 'contact_moment', 'professional', 'organisation', 'team'])
      expect([...perKind.keys()]).toContain(kind);
    expect([...perKind].filter(([, times]) => times > 2)).toEqual([]);
  });
});

test('the gateway speaks GraphQL over HTTP as its specification says', async () => {
  const authorization = `Bearer ${await graph.token('accountmanager')}`;
  const results = await auditServer({
    url: `${graph.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization } }),
  });
  const told = results
    .filter(({ status }) => status !== 'ok')
    .map((result) => `${result.status} ${result.name}: ${'reason' in result ? result.reason : ''}`);
  const ok = results.length - told.length;
  process.stdout.write(`graphql-http audit: ${ok} of ${results.length} ok\n`);
  expect({ total: results.length, errors: told.filter((one) => one.startsWith('error')) }).toEqual({
    total: 61,
    errors: [],
  });
  if (ok < 55) throw new Error(`${ok} of ${results.length} are ok:\n${told.join('\n')}`);
});
