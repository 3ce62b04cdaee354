import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import tls from 'node:tls';
import { z } from 'zod';
import { FAULT_KINDS } from '../../adapters/fake-faults.js';
import { startFake, type Fake } from '../../adapters/fakes.js';
import type { KvkFact } from '../../adapters/kvk/facts.js';
import { startKvkFake } from '../../adapters/kvk/fake.js';
import { testCompanies } from '../../adapters/kvk/test-companies.js';
import { suwiDemoFacts } from '../../adapters/suwi/demo-facts.js';
import { startSuwiFake } from '../../adapters/suwi/fake.js';
import type { SuwiFact } from '../../adapters/suwi/facts.js';
import { askOverHttp } from '../../gateway/ask-over-http.js';
import { identifyByBearer } from '../../gateway/identity.js';
import { startGateway, type Gateway } from '../../gateway/server.js';
import { silent } from '../../runtime/log.js';
import { partnerCalls, subgraphCalls } from '../../runtime/metrics.js';
import type { WebServer } from '../../runtime/web-server.js';
import { scalars } from '../../schema/scalars.js';
import { serveSubgraph } from '../../subgraphs/serve.js';
import { canMakeCertificates, certificateAuthority } from '../adapters/soap-certificates.js';
import { startFront, type Front } from '../front.js';
import { clientOf, startTestGraph, type Answer, type GraphClient, type TestGraph } from '../graph.js';
import type { Data } from '../subgraphs/alone.js';
import { about, EMPLOYER_DOSSIER, without, withoutMoments } from './dossier-query.js';
import { SUBGRAPHS } from './separate-processes.js';

/** Short enough to wait for many times, long enough for a busy machine to answer within. */
const PARTNER_MS = 300;
const SUBGRAPH_MS = 1_000;
const MARGIN_MS = 200;
const HALF_OPEN_MS = 50;
/** A breaker opens within so many failures. */
const FAILURES = 10;
/** A cell that a busy machine spoilt is tried again, as a whole. */
const TRIES = 5;

/** The twelve kinds: what the fakes do, with refused connections and a certificate that has run out below HTTP. */
const KINDS = [...FAULT_KINDS.filter((kind) => kind !== 'soap-fault'), 'expired'] as const;
type Kind = (typeof KINDS)[number];

/** How the adapters call it, and the sentence that tells it. */
const SENTENCES = {
  UNAVAILABLE: 'antwoordt nu niet.',
  REFUSED: 'heeft de vraag geweigerd.',
  MALFORMED: 'gaf een onbruikbaar antwoord.',
};
const OUTCOMES: Record<Kind, keyof typeof SENTENCES> = {
  refuse: 'UNAVAILABLE',
  reset: 'MALFORMED',
  hang: 'UNAVAILABLE',
  slow: 'UNAVAILABLE',
  '429': 'UNAVAILABLE',
  '500': 'UNAVAILABLE',
  '503': 'UNAVAILABLE',
  html: 'MALFORMED',
  truncated: 'MALFORMED',
  schema: 'MALFORMED',
  'ok-with-error': 'REFUSED',
  expired: 'UNAVAILABLE',
};

const MACHINERY = /127\.0\.0\.1|10\.0\.0\.7|localhost|https?:|ECONN|undici|certificate|socket/i;
/** No answer tells where anything runs. */
function tellsNoAddress({ data, errors }: Answer): void {
  const told = JSON.stringify([data, errors]);
  expect(told).not.toMatch(MACHINERY);
  for (const { fake, front } of Object.values(parties))
    for (const { port } of [fake, front]) expect(told).not.toMatch(new RegExp(`\\b${port}\\b`));
}

/** One of the eight that may fail. */
interface Party {
  fake: Fake<unknown>;
  front: Front;
}
async function fail({ fake, front }: Party, kind: Kind): Promise<void> {
  if (kind === 'refuse' || kind === 'expired') await front.fail(kind);
  else await fake.fault({ kind });
}
async function mend({ fake, front }: Party): Promise<void> {
  await fake.lift();
  await front.fail(null);
}

let authority: ReturnType<typeof certificateAuthority>;
let trusted: string[];
let graph: TestGraph;
/** The same subgraphs, each behind HTTP. */
let apart: GraphClient & { url: string };
const parties = {} as Record<'KVK' | 'SUWI' | (typeof SUBGRAPHS)[number], Party>;
const stops: (() => Promise<unknown>)[] = [];
/** The dossier, with nothing wrong. */
let whole: Data;

const KNOWN = '69599084';
/** Employers of which no register was asked before: each cell, and each try of it, takes the next. */
const COLD = Array.from({ length: 2 * KINDS.length * TRIES }, (_, n) => String(20_000_000 + n));

const coldInKvk = (kvkNumber: string): KvkFact => ({
  kvkNumber,
  name: `Koud ${kvkNumber}`,
  legalForm: 'BeslotenVennootschap',
  registeredOn: '2020-01-01',
  headcount: 7,
  activities: [{ code: '10110', description: 'Verwerking van vlees' }],
  addresses: [{ kind: 'VISITING', street: 'Kade', houseNumber: 1, postcode: '3011AA', city: 'Rotterdam' }],
});
const coldInSuwi = (kvkNumber: string): SuwiFact =>
  ({ kvkNumber, name: `KOUD ${kvkNumber}`, legalForm: 'BV', headcount: 9 }) as SuwiFact;

beforeAll(async () => {
  if (canMakeCertificates) {
    authority = certificateAuthority('Test CA');
    trusted = tls.getCACertificates('default');
    tls.setDefaultCACertificates([...trusted, authority.certificate]);
  }
  const certificates = canMakeCertificates
    ? { good: authority.issue('partij', '1'), expired: authority.issue('partij', '1', -1) }
    : undefined;
  const party = async (name: keyof typeof parties, fake: Fake<never>): Promise<Party> => {
    stops.push(() => fake.stop());
    const front = await startFront({ behind: fake.port, ...(certificates ? { certificates } : {}) });
    stops.push(() => front.stop());
    return (parties[name] = { fake: fake as unknown as Fake<unknown>, front });
  };

  const kvkFake = await startKvkFake({ port: 0, facts: [...testCompanies, ...COLD.map(coldInKvk)] });
  const kvk = await party('KVK', kvkFake as Fake<never>);
  const suwi = await party(
    'SUWI',
    (await startSuwiFake({ port: 0, facts: [...suwiDemoFacts, ...COLD.map(coldInSuwi)] })) as Fake<never>,
  );
  // Answers are old at once, so that each question is asked and each failure shows what was kept.
  const manners = { halfOpenAfterMs: HALF_OPEN_MS, staleRestMs: 1, backoffMs: 5 };
  graph = await startTestGraph({
    kvk: kvkFake,
    manners: {
      kvk: { ...manners, lifetimes: { company: 1 } },
      suwi: { ...manners, lifetimes: { employer: 1 } },
    },
    env: {
      KVK_URL: `${kvk.front.url}/test/api`,
      SUWI_URL: suwi.front.url,
      KVK_DEADLINE_MS: String(PARTNER_MS),
      SUWI_DEADLINE_MS: String(PARTNER_MS),
    },
  });
  stops.push(() => graph.stop());
  await graph.settled();
  await graph.query(
    `insert into employers.employer
     select (jsonb_populate_record(null::employers.employer, to_jsonb(source) || jsonb_build_object(
       'id', gen_random_uuid(), 'wbs_number', 'WBS-8' || kvk, 'name', 'Koud ' || kvk, 'kvk_number', kvk,
       'manual_headcount', null, 'manual_website', null, 'manual_visiting_address', null))).*
     from (select * from employers.employer where kvk_number is null limit 1) source, unnest($1::text[]) kvk`,
    [COLD],
  );

  const identitySecret = 'een-geheim-van-deze-test-van-meer-dan-32-tekens';
  const sources: Record<string, ReturnType<typeof askOverHttp>> = {};
  for (const name of SUBGRAPHS) {
    const { ask, ready } = graph.subgraphs[name]!;
    const server: WebServer = await serveSubgraph({
      ...{ name, ask, ready, identitySecret, log: silent },
      ...{ host: '127.0.0.1', port: 0 },
    });
    stops.push(() => server.stop(0));
    const { front } = await party(name, await subgraphThatFails(name, server.url));
    sources[name] = askOverHttp({ url: `${front.url}/graphql`, deadlineMs: SUBGRAPH_MS, identitySecret });
    stops.push(() => sources[name]!.close());
  }
  const gateway: Gateway = await startGateway({
    port: 0,
    supergraphSdl: await readFile(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8'),
    subgraphs: sources,
    identify: identifyByBearer({ issuer: `${graph.url}/issuer`, jwksUri: null, audience: 'werkgraaf', log: silent }),
    scalars,
    introspection: false,
    deadlineMs: SUBGRAPH_MS + 100,
    restMs: HALF_OPEN_MS,
    log: silent,
  });
  stops.push(() => gateway.stop());
  const client = clientOf(gateway.url);
  apart = {
    ...client,
    url: gateway.url,
    token: (name) => graph.token(name),
    async ask(query, variables, options) {
      const authorization = `Bearer ${await graph.token('accountmanager')}`;
      return client.ask(query, variables, { as: null, headers: { authorization }, ...options });
    },
  };
  whole = await answered(() => apart.ask(EMPLOYER_DOSSIER, about(KNOWN)));
}, 120_000);

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  if (canMakeCertificates) {
    tls.setDefaultCACertificates(trusted);
    authority.remove();
  }
});

/** A subgraph behind a server that can fail as partners do. */
const subgraphThatFails = async (name: string, url: string): Promise<Fake<never>> =>
  startFake<never>({
    name,
    port: 0,
    fact: z.never(),
    tell: () => {},
    errorInside: {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        data: null,
        errors: [
          { message: 'connect ECONNREFUSED 10.0.0.7:5432', extensions: { code: 'DOWNSTREAM', host: '10.0.0.7' } },
        ],
      }),
    },
    async answer({ method, path, headers, body }) {
      const { host: _host, 'content-length': _length, connection: _connection, ...others } = headers;
      const response = await fetch(`${url}${path}`, { method, headers: others as Record<string, string>, body });
      return {
        status: response.status,
        headers: { 'Content-Type': response.headers.get('content-type') ?? '' },
        body: await response.text(),
      };
    },
  });

/** The data of an answer in which nothing is missing, waited for while a breaker is half open. */
async function answered(ask: () => Promise<Answer>): Promise<Data> {
  for (const began = performance.now(); ; await sleep(20)) {
    const { data, errors } = await ask();
    const old = JSON.stringify(data).match(/STALE|UNAVAILABLE/);
    if (!errors.length && !old) return withoutMoments(data);
    if (performance.now() - began > 5_000) throw new Error(`still not whole: ${JSON.stringify([errors, old])}`);
  }
}

/** Calls that went out so far, by what is counted. */
const calls = async (
  of: typeof partnerCalls | typeof subgraphCalls,
  is: (labels: Record<string, unknown>) => boolean,
) =>
  (await of.get()).values
    .filter(({ metricName, labels }) => metricName?.endsWith('_count') && is(labels))
    .reduce((sum, { value }) => sum + value, 0);

/** Runs the cell again when a busy machine spoilt it. */
async function bestOf(cell: (attempt: number) => Promise<void>, party: () => Party): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await cell(attempt);
    } catch (error) {
      if (attempt === TRIES) throw error;
    } finally {
      await mend(party());
      await sleep(HALF_OPEN_MS);
    }
  }
}

const kinds = KINDS.filter((kind) => kind !== 'expired' || canMakeCertificates);
if (!canMakeCertificates) test.skip('openssl is not installed: certificates that ran out are not tested', () => {});

const REGISTERS = `
  wbsNumber tradeName legalName headcount activities { code } contactMoments(first: 1) { totalCount }
  mainAccountHolder(regionId: "rijnmond") { holder { name } } vacancies { totalCount }
  statistics(years: [2018]) { placementsPerYear { year count } }
  sources { source freshness retrievedAt message }`;
const COLD_AND_KNOWN = `query ($cold: KvkNumber!, $known: KvkNumber!) {
  cold: employer(kvkNumber: $cold) { ${REGISTERS} }
  known: employer(kvkNumber: $known) { ${REGISTERS} }
}`;
const ONE = `query ($known: KvkNumber!) { employer(kvkNumber: $known) { sources { source freshness } } }`;

describe.each([
  { partner: 'KVK', source: 'KVK', name: 'KvK', feedsAlone: ['activities'] },
  { partner: 'SUWI', source: 'SUWI_SBR', name: 'Suwinet', feedsAlone: [] },
] as const)('$partner', ({ partner, source, name, feedsAlone }) => {
  const out = () => calls(partnerCalls, (labels) => labels.partner === partner);

  test.each(kinds)('%s', (kind) =>
    bestOf(
      async (attempt) => {
        const cell = (partner === 'KVK' ? 0 : KINDS.length) + KINDS.indexOf(kind);
        const variables = { cold: COLD[cell * TRIES + attempt - 1], known: KNOWN };
        // KvK's own error is one of its being out of order, SUWI's a refusal.
        const outcome = partner === 'KVK' && kind === 'ok-with-error' ? 'UNAVAILABLE' : OUTCOMES[kind];
        await answered(() => graph.ask(ONE, { known: KNOWN }));
        const before = new Date();
        const sent = await out();
        await fail(parties[partner], kind);

        const faulty = await graph.ask(COLD_AND_KNOWN, variables);
        expect(faulty.ms).toBeLessThan(PARTNER_MS + MARGIN_MS);
        tellsNoAddress(faulty);
        const { cold, known } = faulty.data;
        const of = (employer: Data) => employer.sources.find((one: Data) => one.source === source);
        expect(of(cold)).toEqual({
          ...{ source, freshness: 'UNAVAILABLE', retrievedAt: null },
          message: `${name} ${SENTENCES[outcome]}`,
        });
        expect(of(known)).toMatchObject({ freshness: 'STALE', message: expect.stringContaining('U ziet de gegevens') });
        expect(new Date(of(known).retrievedAt).getTime()).toBeLessThan(before.getTime());
        expect(faulty.errors.map(({ path, extensions }) => [path, extensions.code])).toEqual(
          feedsAlone.map((field) => [['cold', field], `PARTNER_${outcome}`]),
        );

        // The breaker: a partner that refuses is alive, all else is a failure.
        if (outcome !== 'REFUSED') {
          for (let asked = sent, more = await out(); more > asked; more = await out()) {
            asked = more;
            await graph.ask(ONE, { known: KNOWN });
          }
          expect((await out()) - sent).toBeLessThanOrEqual(FAILURES + 1);
        }
        await mend(parties[partner]);
        await sleep(HALF_OPEN_MS + 20);
        const closedBy = await graph.ask(ONE, { known: KNOWN });
        expect(closedBy.data.employer.sources).toEqual([
          { source: 'KVK', freshness: 'FRESH' },
          { source: 'SUWI_SBR', freshness: 'FRESH' },
        ]);

        const healthy = await answered(() => graph.ask(COLD_AND_KNOWN, variables));
        const given = withoutMoments(faulty.data);
        const still = ({ sources: _, ...employer }: Data) => employer;
        expect(still(given.known)).toEqual(still(healthy.known));
        const { legalName: _a, headcount: _b, ...others } = still(healthy.cold);
        expect(still(given.cold)).toMatchObject({
          ...others,
          ...Object.fromEntries(feedsAlone.map((field) => [field, null])),
        });
        expect([given.cold.headcount, healthy.cold.headcount]).toEqual([partner === 'KVK' ? 9 : 7, 7]);
      },
      () => parties[partner],
    ),
  );
});

/** A question that one subgraph alone answers, in one call. */
const ALONE = {
  employers: '{ employers(first: 1) { totalCount } }',
  vacancies: '{ placements(first: 1) { totalCount } }',
  jobseekers: '{ jobseekers(purpose: "matching", first: 1) { totalCount } }',
  reporting: '{ npsReport(from: "2026-01-01", to: "2026-02-01") { responses } }',
};

describe.each(SUBGRAPHS)('%s', (name) => {
  const out = () => calls(subgraphCalls, (labels) => labels.subgraph === name && labels.outcome !== 'not asked');

  test.each(kinds)('%s', (kind) =>
    bestOf(
      async () => {
        const party = parties[name];
        const sent = await out();
        await fail(party, kind);

        const faulty = await apart.ask(EMPLOYER_DOSSIER, about(KNOWN));
        expect(faulty.ms).toBeLessThan(SUBGRAPH_MS + MARGIN_MS);
        tellsNoAddress(faulty);
        expect(withoutMoments(faulty.data)).toEqual(without(name, whole));
        const code =
          kind === 'hang' || kind === 'slow'
            ? 'SUBGRAPH_TIMEOUT'
            : kind === 'ok-with-error'
              ? 'INTERNAL'
              : 'SUBGRAPH_UNAVAILABLE';
        expect(faulty.errors.length).toBeGreaterThan(0);
        for (const { path, extensions } of faulty.errors) {
          expect(extensions).toMatchObject({ code, source: name });
          expect(path?.[0]).toBe('employer');
        }

        if (kind !== 'ok-with-error') {
          const failures = (await out()) - sent;
          await Promise.all(Array.from({ length: FAILURES - failures }, () => apart.ask(ALONE[name])));
          expect((await out()) - sent).toBe(FAILURES);
          const notAsked = await apart.ask(ALONE[name]);
          expect(notAsked.errors[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', source: name });
          expect(await out()).toBe(sent + FAILURES);
        }
        await mend(party);
        const healthy = await answered(() => apart.ask(EMPLOYER_DOSSIER, about(KNOWN)));
        expect(healthy).toEqual(whole);
      },
      () => parties[name],
    ),
  );
});
