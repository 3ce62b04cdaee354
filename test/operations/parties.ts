import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import tls from 'node:tls';
import { z } from 'zod';
import { FAULT_KINDS } from '../../adapters/fake-faults.js';
import { startFake, type Fake } from '../../adapters/fakes.js';
import type { KvkFact } from '../../adapters/kvk/facts.js';
import { startKvkFake } from '../../adapters/kvk/fake.js';
import { testCompanies } from '../../adapters/kvk/test-companies.js';
import { sonarDemoFacts } from '../../adapters/sonar/demo-facts.js';
import { startSonarFake } from '../../adapters/sonar/fake.js';
import { suwiDemoFacts } from '../../adapters/suwi/demo-facts.js';
import type { SuwiFact } from '../../adapters/suwi/facts.js';
import { startSuwiFake } from '../../adapters/suwi/fake.js';
import { demoFacts as werkNlDemoFacts } from '../../adapters/werknl/demo-facts.js';
import { startWerkNlFake } from '../../adapters/werknl/fake.js';
import { askOverHttp } from '../../gateway/ask-over-http.js';
import { identifyByBearer } from '../../gateway/identity.js';
import { startGateway } from '../../gateway/server.js';
import { silent } from '../../runtime/log.js';
import { scalars } from '../../schema/scalars.js';
import { serveSubgraph } from '../../subgraphs/serve.js';
import { canMakeCertificates, certificateAuthority } from '../adapters/soap-certificates.js';
import { startFront, type Front } from '../front.js';
import { clientOf, startTestGraph, type GraphClient, type TestGraph } from '../graph.js';
import { SUBGRAPHS, type SubgraphName } from './separate-processes.js';

/** The twelve kinds: what the fakes do, with refused connections and a certificate that has run out below HTTP. */
export const KINDS = [...FAULT_KINDS.filter((kind) => kind !== 'soap-fault'), 'expired'] as const;
export type Kind = (typeof KINDS)[number];
export const PARTNERS = ['KVK', 'SUWI', 'SONAR', 'WERK_NL'] as const;
export type PartyName = (typeof PARTNERS)[number] | SubgraphName;

/** One of the eight that may fail. */
export interface Party {
  /** Ports that no answer may tell. */
  ports: readonly number[];
  fail(kind: Kind): Promise<void>;
  mend(): Promise<void>;
}

export interface Parties {
  /** The whole graph in one process, over the four partners. */
  graph: TestGraph;
  /** The same subgraphs, each behind HTTP. */
  apart: GraphClient;
  parties: Record<PartyName, Party>;
  stop(): Promise<void>;
}

export interface PartiesOptions {
  /** Deadlines of a partner and of a subgraph, in milliseconds. */
  partnerMs: number;
  subgraphMs: number;
  /** How long breakers stay open. */
  halfOpenMs: number;
  /** KvK numbers of employers with a dossier, known to KvK and SUWI beside the demo's. */
  employers: readonly string[];
}

const inKvk = (kvkNumber: string): KvkFact => ({
  kvkNumber,
  name: `Koud ${kvkNumber}`,
  legalForm: 'BeslotenVennootschap',
  registeredOn: '2020-01-01',
  headcount: 7,
  activities: [{ code: '10110', description: 'Verwerking van vlees' }],
});
const inSuwi = (kvkNumber: string) =>
  ({ kvkNumber, name: `KOUD ${kvkNumber}`, legalForm: 'BV', headcount: 9 }) as SuwiFact;

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

/**
 * The graph twice over one database and one set of partners: in one process, and with its subgraphs behind HTTP. Each of
 * the eight parties stands behind TLS and can be made to fail in each of the twelve ways. Partners' answers are old at
 * once, so that every question is asked and every failure shows what was kept.
 */
export async function openParties(options: PartiesOptions): Promise<Parties> {
  const { partnerMs, subgraphMs, halfOpenMs, employers } = options;
  const stops: (() => Promise<unknown> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  const parties = {} as Record<PartyName, Party>;
  try {
    let certificates: NonNullable<Parameters<typeof startFront>[0]['certificates']> | undefined;
    if (canMakeCertificates) {
      const authority = certificateAuthority('Test CA');
      const trusted = tls.getCACertificates('default');
      tls.setDefaultCACertificates([...trusted, authority.certificate]);
      stops.push(() => {
        tls.setDefaultCACertificates(trusted);
        authority.remove();
      });
      certificates = { good: authority.issue('partij', '1'), expired: authority.issue('partij', '1', -1) };
    }
    const party = async (
      name: PartyName,
      fake: Pick<Fake<unknown>, 'port' | 'fault' | 'lift' | 'stop'>,
    ): Promise<Front> => {
      stops.push(() => fake.stop());
      const front = await startFront({ behind: fake.port, ...(certificates ? { certificates } : {}) });
      stops.push(() => front.stop());
      parties[name] = {
        ports: [fake.port, front.port],
        fail: (kind) => (kind === 'refuse' || kind === 'expired' ? front.fail(kind) : fake.fault({ kind })),
        async mend() {
          await fake.lift();
          await front.fail(null);
        },
      };
      return front;
    };

    const kvkFake = await startKvkFake({ port: 0, facts: [...testCompanies, ...employers.map(inKvk)] });
    const kvk = await party('KVK', kvkFake);
    const suwiFake = await startSuwiFake({ port: 0, facts: [...suwiDemoFacts, ...employers.map(inSuwi)] });
    const suwi = await party('SUWI', suwiFake);
    const sonar = await party('SONAR', await startSonarFake({ port: 0, facts: sonarDemoFacts }));
    const werkNl = await party('WERK_NL', await startWerkNlFake({ port: 0, facts: werkNlDemoFacts }));
    const manners = { halfOpenAfterMs: halfOpenMs, staleRestMs: 1, backoffMs: 5 };
    const graph = await startTestGraph({
      kvk: kvkFake,
      manners: {
        kvk: { ...manners, lifetimes: { company: 1 } },
        suwi: { ...manners, lifetimes: { employer: 1 } },
        sonar: manners,
        werkNl: { ...manners, lifetimes: { search: 1, vacancy: 1 } },
      },
      env: {
        KVK_URL: `${kvk.url}/test/api`,
        SUWI_URL: suwi.url,
        SONAR_URL: sonar.url,
        WERKNL_URL: werkNl.url,
        ...Object.fromEntries(['KVK', 'SUWI', 'SONAR', 'WERKNL'].map((p) => [`${p}_DEADLINE_MS`, String(partnerMs)])),
      },
    });
    stops.push(() => graph.stop());
    // Figures, and what a dossier tells of placements, count what happened as its events arrive at each who hears of it.
    await graph.settled();
    await graph.query(
      `insert into employers.employer
       select (jsonb_populate_record(null::employers.employer, to_jsonb(source) || jsonb_build_object(
         'id', gen_random_uuid(), 'wbs_number', 'WBS-8' || kvk, 'name', 'Koud ' || kvk, 'kvk_number', kvk,
         'manual_headcount', null, 'manual_website', null, 'manual_visiting_address', null))).*
       from (select * from employers.employer where kvk_number is null limit 1) source, unnest($1::text[]) kvk`,
      [employers],
    );

    const identitySecret = 'een-geheim-van-deze-test-van-meer-dan-32-tekens';
    const sources: Record<string, ReturnType<typeof askOverHttp>> = {};
    for (const name of SUBGRAPHS) {
      const { ask, ready } = graph.subgraphs[name]!;
      const served = { name, ask, ready, identitySecret, log: silent, host: '127.0.0.1', port: 0 };
      const server = await serveSubgraph(served);
      stops.push(() => server.stop(0));
      const front = await party(name, await subgraphThatFails(name, server.url));
      const source = askOverHttp({ url: `${front.url}/graphql`, deadlineMs: subgraphMs, identitySecret });
      stops.push(() => source.close());
      sources[name] = source;
    }
    const gateway = await startGateway({
      port: 0,
      supergraphSdl: await readFile(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8'),
      subgraphs: sources,
      identify: identifyByBearer({ issuer: `${graph.url}/issuer`, jwksUri: null, audience: 'werkgraaf', log: silent }),
      scalars,
      introspection: false,
      // Each source keeps its own, shorter deadline.
      deadlineMs: subgraphMs + 100,
      restMs: halfOpenMs,
      log: silent,
    });
    stops.push(() => gateway.stop());
    const client = clientOf(gateway.url);
    const apart: GraphClient = {
      token: (name) => graph.token(name),
      async ask(query, variables, { as = 'accountmanager', headers } = {}) {
        const authorization: Record<string, string> =
          as === null ? {} : { authorization: `Bearer ${await graph.token(as)}` };
        return client.ask(query, variables, { as: null, headers: { ...authorization, ...headers } });
      },
    };
    return { graph, apart, parties, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
