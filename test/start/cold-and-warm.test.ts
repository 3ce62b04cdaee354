import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { FakeCalls } from '../../adapters/fake-calls.js';
import type { KvkFact } from '../../adapters/kvk/facts.js';
import { startKvkFake } from '../../adapters/kvk/fake.js';
import { testCompanies } from '../../adapters/kvk/test-companies.js';
import { suwiDemoFacts } from '../../adapters/suwi/demo-facts.js';
import type { SuwiFact } from '../../adapters/suwi/facts.js';
import { startSuwiFake } from '../../adapters/suwi/fake.js';
import { freshDatabase } from '../database.js';
import { startFront, type Front } from '../front.js';
import { startTestGraph, type KvkFake, type TestGraph } from '../graph.js';
import { about, EMPLOYER_DOSSIER } from '../operations/dossier-query.js';
import type { Data } from '../subgraphs/alone.js';
import { until } from '../until.js';

/** What a slow partner takes, much longer than the rest of a dossier. */
const SLOW_MS = 500;
/** What may come on top of the slowest partner. */
const MARGIN_MS = 50;
const TRIES = 4;

/** Employers with a dossier here, of which no register was asked yet. */
const COLD = Array.from({ length: 3 * TRIES }, (_, n) => String(20_000_000 + n));
const PAGE = Array.from({ length: 25 }, (_, n) => String(21_000_000 + n));

let database: Awaited<ReturnType<typeof freshDatabase>>;
let kvk: KvkFake;
let suwi: Awaited<ReturnType<typeof startSuwiFake>>;
const fronts: Record<'kvk' | 'suwi', Front> = {} as never;
const delays = { kvk: 0, suwi: 0 };
let graph: TestGraph;

const start = (): Promise<TestGraph> =>
  startTestGraph({
    kvk,
    env: {
      DATABASE_URL: database.url,
      KVK_URL: `${fronts.kvk.url}/test/api`,
      SUWI_URL: fronts.suwi.url,
    },
  });

beforeAll(async () => {
  const all = [...COLD, ...PAGE];
  const inKvk = (kvkNumber: string): KvkFact => ({
    ...{ kvkNumber, name: `Firma ${kvkNumber}`, legalForm: 'BeslotenVennootschap', registeredOn: '2020-01-01' },
    ...{ headcount: 7, activities: [{ code: '10110', description: 'Verwerking van vlees' }] },
  });
  const inSuwi = (kvkNumber: string) =>
    ({ kvkNumber, name: `FIRMA ${kvkNumber}`, legalForm: 'BV', headcount: 9 }) as SuwiFact;
  database = await freshDatabase();
  kvk = await startKvkFake({ port: 0, facts: [...testCompanies, ...all.map(inKvk)] });
  suwi = await startSuwiFake({ port: 0, facts: [...suwiDemoFacts, ...all.map(inSuwi)] });
  fronts.kvk = await startFront({ behind: kvk.port, delayMs: () => delays.kvk });
  fronts.suwi = await startFront({ behind: suwi.port, delayMs: () => delays.suwi });
  graph = await start();
  await database.query(
    `insert into employers.employer
     select (jsonb_populate_record(null::employers.employer, to_jsonb(source) || jsonb_build_object(
       'id', gen_random_uuid(), 'wbs_number', 'WBS-8' || kvk, 'name', 'Firma ' || kvk, 'kvk_number', kvk, 'sector', 'Veelvoud',
       'manual_headcount', null, 'manual_website', null, 'manual_visiting_address', null))).*
     from (select * from employers.employer where kvk_number is null limit 1) source, unnest($1::text[]) kvk`,
    [all],
  );
  await database.query(`update employers.employer set sector = 'Koud' where kvk_number = any($1)`, [COLD]);
  // Warm: plans made, statements prepared, connections to partners open.
  await graph.ask(EMPLOYER_DOSSIER, about('69599084'));
  await graph.ask(EMPLOYER_DOSSIER, about('69599084'));
});
afterEach(async () => {
  Object.assign(delays, { kvk: 0, suwi: 0 });
  await Promise.all([kvk.lift(), suwi.lift()]);
});
afterAll(async () => {
  await graph?.stop();
  await Promise.all([fronts.kvk?.stop(), fronts.suwi?.stop()]);
  await Promise.all([kvk?.stop(), suwi?.stop()]);
  await database?.drop();
});

/** Calls that partners got while `work` ran: how many, and how often each path at most. */
async function costs<T>(work: () => Promise<T>) {
  const before = { kvk: kvk.calls(), suwi: suwi.calls() };
  const answer = await work();
  const more = (now: FakeCalls, then: FakeCalls) =>
    Object.entries(now.paths)
      .map(([path, { count }]) => [path, count - (then.paths[path]?.count ?? 0)] as const)
      .filter(([, count]) => count > 0);
  return { answer, kvk: more(kvk.calls(), before.kvk), suwi: more(suwi.calls(), before.suwi) };
}

/** The time of the quickest of some cold dossiers: what a busy machine adds is not the graph's. */
async function quickest(companies: readonly string[], slow: Partial<typeof delays>): Promise<number> {
  const times: number[] = [];
  for (const company of companies) {
    Object.assign(delays, { kvk: 0, suwi: 0 }, slow);
    const { data, errors, ms } = await graph.ask(EMPLOYER_DOSSIER, about(company));
    expect([errors, data.employer.sources.map(({ freshness }: Data) => freshness)]).toEqual([[], ['FRESH', 'FRESH']]);
    times.push(ms);
  }
  return Math.min(...times);
}

test('a cold dossier costs one call per register, and a warm one none', async () => {
  const company = about(COLD[0]!);
  const cold = await costs(() => graph.ask(EMPLOYER_DOSSIER, company));
  expect(cold.answer.errors).toEqual([]);
  expect(cold.kvk).toEqual([[`/test/api/v1/basisprofielen/${COLD[0]}`, 1]]);
  expect(cold.suwi).toEqual([[expect.stringContaining('SuwiBedrijvenregister'), 1]]);
  const warm = await costs(() => graph.ask(EMPLOYER_DOSSIER, company));
  expect(warm.answer.data).toEqual(cold.answer.data);
  expect([warm.kvk, warm.suwi]).toEqual([[], []]);
});

test('registers are asked side by side: a cold dossier takes as long as the slowest of them', async () => {
  const turn = (n: number) => COLD.filter((_, index) => index > 0 && index % 3 === n);
  // In turns, so that a busy minute spoils neither more than the other.
  const onlyKvk = await quickest(turn(0), { kvk: SLOW_MS });
  const both = await quickest(turn(1), { kvk: SLOW_MS, suwi: SLOW_MS });
  const none = await quickest(turn(2), {});
  process.stdout.write(
    `cold dossier: ${Math.round(none)} ms, with KvK ${SLOW_MS} ms slow ${Math.round(onlyKvk)} ms, with both ${Math.round(both)} ms\n`,
  );
  expect(onlyKvk).toBeGreaterThanOrEqual(SLOW_MS);
  expect(both - onlyKvk).toBeLessThanOrEqual(MARGIN_MS + none);
  expect(both).toBeLessThan(1.5 * SLOW_MS + none);
});

const PROVENANCE = `{
  employers(filter: { sectors: ["Veelvoud"] }, first: 25) { edges { node {
    kvkNumber legalName headcount activities { code }
    sources { source freshness } provenance { field source freshness conflicts { source value } }
  } } }
}`;

test('a page of 25 employers with provenance costs one call per employer and register, none of them twice', async () => {
  const cold = await costs(() => graph.ask(PROVENANCE));
  expect(cold.answer.errors).toEqual([]);
  const nodes = cold.answer.data.employers.edges.map(({ node }: Data) => node);
  expect(nodes.map(({ kvkNumber }: Data) => kvkNumber)).toEqual(PAGE);
  for (const node of nodes) expect(node).toMatchObject({ headcount: 7, activities: [{ code: '10110' }] });
  expect(cold.kvk.sort()).toEqual(PAGE.map((number) => [`/test/api/v1/basisprofielen/${number}`, 1]));
  expect(cold.suwi.map(([, count]) => count)).toEqual([25]);
  const warm = await costs(() => graph.ask(PROVENANCE));
  expect(warm.answer.data).toEqual(cold.answer.data);
  expect([warm.kvk, warm.suwi]).toEqual([[], []]);
});

test('after a restart a dossier that was fresh costs no call, and an old one stands in for partners that are down', async () => {
  const [fresh, old] = ['68750110', '69599084'] as const;
  let before = await graph.ask(EMPLOYER_DOSSIER, about(fresh));
  expect((await graph.ask(EMPLOYER_DOSSIER, about(old))).errors).toEqual([]);
  await until(async () => (await answersAbout()) >= 4, 5_000).catch(async () => {
    // The store is not waited for: on a busy machine answers may stay in memory alone. Asked anew, they are kept.
    await graph.stop();
    graph = await start();
    before = await graph.ask(EMPLOYER_DOSSIER, about(fresh));
    await graph.ask(EMPLOYER_DOSSIER, about(old));
    await until(async () => (await answersAbout()) >= 4);
  });
  await graph.stop();
  // Two hours later, for one of them.
  const age = 2 * 3_600_000;
  await database.query(
    `update partner_answers.answer set value = (
       select json_build_object('value', jsonb_set(value::jsonb->'value', '{at}', to_jsonb((value::jsonb->'value'->>'at')::bigint - $1)),
         'logicalExpiration', (value->>'logicalExpiration')::bigint - $1, 'tags', value->'tags', 'createdAt', value->'createdAt'))
     where value::text like '%Dagobert%'`,
    [age],
  );
  await Promise.all([kvk.fault({ kind: '503' }), suwi.fault({ kind: 'refuse' })]);
  const down = new Date();
  graph = await start();

  // Plans are made and questions compiled anew: not while the store is waited for.
  await graph.ask(EMPLOYER_DOSSIER, about(COLD[0]!));
  /** Asked again while the store was too late, for which a busy machine is not waited. */
  const inStore = async (kvk: string) => {
    let cost = await costs(() => graph.ask(EMPLOYER_DOSSIER, about(kvk)));
    await until(async () => {
      if (!/"freshness":"UNAVAILABLE"/.test(JSON.stringify(cost.answer.data))) return true;
      cost = await costs(() => graph.ask(EMPLOYER_DOSSIER, about(kvk)));
      return false;
    });
    return cost;
  };
  const again = await inStore(fresh);
  expect(again.answer.data).toEqual(before.data);
  expect([again.answer.errors, again.kvk, again.suwi]).toEqual([[], [], []]);

  const { data, errors } = (await inStore(old)).answer;
  expect(errors).toEqual([]);
  expect(data.employer).toMatchObject({ legalName: 'Test EMZ Dagobert', headcount: 1 });
  for (const { freshness, retrievedAt, message } of data.employer.sources) {
    expect([freshness, message]).toEqual(['STALE', expect.stringContaining('U ziet de gegevens van')]);
    const since = down.getTime() - new Date(retrievedAt).getTime();
    expect(since).toBeGreaterThanOrEqual(age);
    expect(since).toBeLessThan(age + 300_000);
  }
  for (const { freshness } of data.employer.provenance) expect(freshness).toBe('STALE');
});

const answersAbout = async (): Promise<number> =>
  (
    await database.query(
      `select count(*)::int as n from partner_answers.answer where value::text ~ 'Test BV Donald|Dagobert'`,
    )
  )[0]!.n as number;
