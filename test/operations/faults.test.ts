import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { jobseekerId } from '../../demo/jobseekers.js';
import { partnerCalls, subgraphCalls } from '../../runtime/metrics.js';
import { canMakeCertificates } from '../adapters/soap-certificates.js';
import { marginOver, type Answer } from '../graph.js';
import type { Data } from '../subgraphs/alone.js';
import { until } from '../until.js';
import { about, EMPLOYER_DOSSIER, without, withoutMoments } from './dossier-query.js';
import { KINDS, openParties, PARTNERS, type Kind, type Parties, type Party } from './parties.js';
import { SUBGRAPHS } from './separate-processes.js';

/** Short enough to wait for many times, long enough for a busy machine to answer within. */
const PARTNER_MS = 300;
const SUBGRAPH_MS = 1_000;
const HALF_OPEN_MS = 300;
/** A breaker opens within so many failures. */
const FAILURES = 10;
/** A cell that a busy machine spoilt is tried again, as a whole. */
const TRIES = 5;

/** What the adapters make of each kind, and the sentence that tells it. */
const SENTENCES = {
  UNAVAILABLE: 'antwoordt nu niet.',
  REFUSED: 'heeft de vraag geweigerd.',
  MALFORMED: 'gaf een onbruikbaar antwoord.',
};
type Outcome = keyof typeof SENTENCES;
const OUTCOMES: Record<Kind, Outcome> = {
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

const KNOWN = '69599084';
/** Employers of which no register was asked before: each cell, and each try of it, takes the next. */
const COLD = Array.from({ length: 2 * KINDS.length * TRIES }, (_, n) => String(20_000_000 + n));

let open: Parties;
/** The dossier, with nothing wrong. */
let whole: Data;
beforeAll(async () => {
  open = await openParties({
    partnerMs: PARTNER_MS,
    subgraphMs: SUBGRAPH_MS,
    halfOpenMs: HALF_OPEN_MS,
    employers: COLD,
  });
  // Of one jobseeker it was written down, two days ago, what the registers told. On a busy machine one may come too late.
  const refresh = 'mutation ($id: ID!) { refreshJobseeker(input: { id: $id }) { errors { code } } }';
  await until(async () => {
    await open.graph.ask(refresh, { id: jobseekerId(13) }, { as: 'casemanager' });
    const told = await open.graph.query('select distinct source from jobseekers.source_record');
    return ['DOELGROEPENREGISTER', 'UWV'].every((source) => told.some((record) => record.source === source));
  });
  await open.graph.query("update jobseekers.source_record set retrieved_at = retrieved_at - interval '2 days'");
  whole = await answered(() => open.apart.ask(EMPLOYER_DOSSIER, about(KNOWN)));
});
afterAll(() => open?.stop());

const MACHINERY = /127\.0\.0\.1|10\.0\.0\.7|localhost|https?:|ECONN|undici|certificate|socket/i;
/** No answer tells where anything runs. */
function tellsNoAddress({ data, errors }: Answer): void {
  const told = JSON.stringify([data, errors]);
  expect(told).not.toMatch(MACHINERY);
  for (const port of Object.values(open.parties).flatMap(({ ports }) => ports))
    expect(told).not.toMatch(new RegExp(`\\b${port}\\b`));
}

/** What the last of those answers took. */
let healthyMs = 0;
/** The data of an answer in which nothing is missing or old, waited for while a breaker is half open. */
async function answered(ask: () => Promise<Answer>): Promise<Data> {
  for (const began = performance.now(); ; await sleep(20)) {
    const { data, errors, ms } = await ask();
    const old = /(DOELGROEP|UWV|KVK|SUWI|WERK_NL)\w*","freshness":"(STALE|UNAVAILABLE)/.exec(JSON.stringify(data));
    healthyMs = ms;
    if (!errors.length && !old) return withoutMoments(data);
    if (performance.now() - began > 60_000) throw new Error(`still not whole: ${JSON.stringify([errors, old])}`);
  }
}

/** Calls that went out so far. */
const calls = async (
  of: typeof partnerCalls | typeof subgraphCalls,
  is: (labels: Record<string, unknown>) => boolean,
) =>
  (await of.get()).values
    .filter(({ metricName, labels }) => metricName?.endsWith('_count') && is(labels))
    .reduce((sum, { value }) => sum + value, 0);

/** Runs the cell again when a busy machine spoilt it. */
async function bestOf(cell: (attempt: number) => Promise<void>, party: () => Party): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await cell(attempt);
    } catch (error) {
      await party().mend();
      if (attempt === TRIES - 1) throw error;
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
const EMPLOYERS = `query ($cold: KvkNumber!, $known: KvkNumber!) {
  cold: employer(kvkNumber: $cold) { ${REGISTERS} }
  known: employer(kvkNumber: $known) { ${REGISTERS} }
}`;
const PERSON = `
  sonarId birthYear region { id }
  targetGroupRegister { registered freshness }
  benefitSituation { source freshness }
  sources { source freshness retrievedAt message }`;
const JOBSEEKERS = `query ($cold: ID!, $known: ID!, $kvk: KvkNumber!) {
  cold: jobseeker(id: $cold) { ${PERSON} }
  known: jobseeker(id: $known) { ${PERSON} }
  employer(kvkNumber: $kvk) { ${REGISTERS} }
}`;
const SEARCH = `status { source freshness retrievedAt message } vacancies { title employerName } more`;
const VACANCIES = `query ($cold: Int!, $kvk: KvkNumber!) {
  cold: externalVacancies(input: { postcode: "3011AA", distanceKm: $cold }) { ${SEARCH} }
  known: externalVacancies(input: { postcode: "3011AA", distanceKm: 900 }) { ${SEARCH} }
  employer(kvkNumber: $kvk) { ${REGISTERS} }
}`;

/** How one partner is asked, and what an answer shows of its failing. */
interface Asked {
  /** As the sentence names it that tells of its failing. */
  name: string;
  as?: string;
  query: string;
  /** `cold` is what was never asked before, or is never kept; `known` what was. */
  variables(nth: number): Record<string, unknown>;
  /** In the place of `cold`, to ask what is known alone. */
  known: unknown;
  /** A question that costs one call. */
  one: [query: string, variables: Record<string, unknown>];
  /** What the partner's standing is, in `cold` or `known`. */
  standing(part: Data): Data;
  /** Of `known` while the partner fails. */
  old: { freshness: string; message: RegExp };
  outcome?: Partial<Record<Kind, Outcome>>;
  /** Fields of `cold` that nobody else knows, which are null with an error. */
  alone: readonly string[];
  /** `healthy` as it is without the partner, apart from where its standing is told. */
  without(healthy: Data): Data;
}
const sourceOf = (source: string) => (part: Data) => part.sources.find((one: Data) => one.source === source);
const cold = (number: number) => (nth: number) => ({ cold: COLD[number * KINDS.length * TRIES + nth], known: KNOWN });
const STALE = { freshness: 'STALE', message: /U ziet de (gegevens|uitkomst) van/ };

const ASKED: Record<(typeof PARTNERS)[number], Asked> = {
  KVK: {
    name: 'KvK',
    query: EMPLOYERS,
    variables: cold(0),
    known: KNOWN,
    one: ['query ($known: KvkNumber!) { employer(kvkNumber: $known) { activities { code } } }', { known: KNOWN }],
    standing: sourceOf('KVK'),
    old: STALE,
    // IPD9999 is KvK's own word for being out of order.
    outcome: { 'ok-with-error': 'UNAVAILABLE' },
    alone: ['activities'],
    without: ({ cold, ...others }) => ({
      ...others,
      cold: { ...cold, activities: null, headcount: 9, legalName: cold.legalName.toUpperCase() },
    }),
  },
  SUWI: {
    name: 'Suwinet',
    query: EMPLOYERS,
    variables: cold(1),
    known: KNOWN,
    one: ['query ($known: KvkNumber!) { employer(kvkNumber: $known) { activities { code } } }', { known: KNOWN }],
    standing: sourceOf('SUWI_SBR'),
    old: STALE,
    alone: [],
    without: (healthy) => healthy,
  },
  SONAR: {
    name: 'Het doelgroepregister',
    as: 'casemanager',
    query: JOBSEEKERS,
    variables: () => ({ cold: jobseekerId(6), known: jobseekerId(13), kvk: KNOWN }),
    known: jobseekerId(13),
    one: ['query ($id: ID!) { jobseeker(id: $id) { targetGroupRegister { registered } } }', { id: jobseekerId(6) }],
    standing: sourceOf('DOELGROEPENREGISTER'),
    old: { freshness: 'UNAVAILABLE', message: /U ziet de gegevens van/ },
    alone: ['targetGroupRegister'],
    without: ({ cold, known, ...others }) => ({
      ...others,
      cold: { ...cold, targetGroupRegister: null, benefitSituation: { source: 'MANUAL', freshness: 'STALE' } },
      known: {
        ...known,
        targetGroupRegister: { ...known.targetGroupRegister, freshness: 'STALE' },
        benefitSituation: { ...known.benefitSituation, freshness: 'STALE' },
      },
    }),
  },
  WERK_NL: {
    name: 'werk.nl',
    query: VACANCIES,
    variables: (nth) => ({ cold: nth, kvk: KNOWN }),
    known: 900,
    one: ['{ externalVacancies(input: { postcode: "3011AA", distanceKm: 900 }) { more } }', {}],
    standing: ({ status }) => status,
    old: STALE,
    outcome: { 'ok-with-error': 'UNAVAILABLE' },
    alone: [],
    without: ({ cold, ...others }) => ({ ...others, cold: { ...cold, vacancies: null, more: null } }),
  },
};

/** Data without what is told of any source. */
const unsourced = (data: Data): Data =>
  JSON.parse(JSON.stringify(data), (key, value: unknown) => (key === 'sources' || key === 'status' ? null : value));

describe.each(PARTNERS)('%s', (partner) => {
  const asked = ASKED[partner];
  const out = () => calls(partnerCalls, (labels) => labels.partner === partner);

  test.each(kinds)('%s', (kind) =>
    bestOf(
      async (attempt) => {
        const party = open.parties[partner];
        const options = { as: asked.as ?? 'accountmanager' };
        const variables = asked.variables(KINDS.indexOf(kind) * TRIES + attempt);
        const ask = () => open.graph.ask(asked.query, variables, options);
        const one = () => open.graph.ask(...asked.one, options);
        await answered(() => open.graph.ask(asked.query, { ...variables, cold: asked.known }, options));
        const outcome = asked.outcome?.[kind] ?? OUTCOMES[kind];
        const began = Date.now();
        const start = performance.now();
        const sent = await out();
        await party.fail(kind);

        const faulty = await ask();
        expect(faulty.ms).toBeLessThan(PARTNER_MS + marginOver(healthyMs));
        tellsNoAddress(faulty);
        expect(asked.standing(faulty.data.cold)).toMatchObject({
          ...{ freshness: 'UNAVAILABLE', retrievedAt: null },
          message: `${asked.name} ${SENTENCES[outcome]}`,
        });
        const { freshness, message, retrievedAt } = asked.standing(faulty.data.known);
        expect([freshness, message]).toEqual([asked.old.freshness, expect.stringMatching(asked.old.message)]);
        expect(new Date(retrievedAt).getTime()).toBeLessThan(began);
        expect(faulty.errors.map(({ path, extensions }) => [path, extensions.code, extensions.partner])).toEqual(
          asked.alone.map((field) => [['cold', field], `PARTNER_${outcome}`, partner]),
        );

        // A partner that refuses is alive; all else is a failure, and soon it is left alone.
        if (outcome !== 'REFUSED') {
          for (let n = 0; n < 2 * FAILURES; n += 1) await one();
          const probes = Math.floor((performance.now() - start) / HALF_OPEN_MS);
          expect((await out()) - sent).toBeLessThanOrEqual(FAILURES + probes);
        }
        await party.mend();
        await sleep(HALF_OPEN_MS + 20);
        const { errors } = await one();
        expect(errors).toEqual([]);
        const closed = await out();
        await one();
        expect(await out()).toBeGreaterThan(closed);

        const healthy = await answered(ask);
        expect(unsourced(withoutMoments(faulty.data))).toEqual(unsourced(asked.without(healthy)));
      },
      () => open.parties[partner],
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
      async (attempt) => {
        const party = open.parties[name];
        const { ask } = open.apart;
        // A try that was spoilt has left failures behind.
        if (attempt) await answered(() => ask(EMPLOYER_DOSSIER, about(KNOWN)));
        const sent = await out();
        await party.fail(kind);

        const faulty = await ask(EMPLOYER_DOSSIER, about(KNOWN));
        expect(faulty.ms).toBeLessThan(SUBGRAPH_MS + marginOver(healthyMs));
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

        // Who answers with an error is alive; who does not answer is soon left alone.
        if (kind !== 'ok-with-error') {
          const failures = (await out()) - sent;
          // The last failure, after which it rests, is no sooner than this.
          const rests = performance.now() + (code === 'SUBGRAPH_TIMEOUT' ? SUBGRAPH_MS - 50 : 0);
          await Promise.all(Array.from({ length: FAILURES - failures }, () => ask(ALONE[name])));
          expect((await out()) - sent).toBe(FAILURES);
          const notAsked = await Promise.all(Array.from({ length: FAILURES }, () => ask(ALONE[name])));
          // Each whole rest allows one probe.
          const probes = Math.floor((performance.now() - rests) / HALF_OPEN_MS);
          expect((await out()) - sent).toBeLessThanOrEqual(FAILURES + probes);
          const told = notAsked.filter(({ errors: [error] }) => error?.extensions.code === 'SUBGRAPH_UNAVAILABLE');
          expect(told.length).toBeGreaterThanOrEqual(FAILURES - probes);
          for (const { errors } of notAsked) expect(errors[0]?.extensions).toMatchObject({ source: name });
        }
        await party.mend();
        const healthy = await answered(() => ask(EMPLOYER_DOSSIER, about(KNOWN)));
        expect(healthy).toEqual(whole);
      },
      () => open.parties[name],
    ),
  );
});
