import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerStore } from './adapters/answer-store.js';
import type { KvkClientOptions } from './adapters/kvk/client.js';
import { connectKvk, connectKvkMutations } from './adapters/kvk/connect.js';
import { DATASERVICE_PATH, startKvkFake } from './adapters/kvk/fake.js';
import { testCompanies } from './adapters/kvk/test-companies.js';
import type { SonarClientOptions } from './adapters/sonar/client.js';
import { connectSonar } from './adapters/sonar/connect.js';
import { sonarDemoFacts } from './adapters/sonar/demo-facts.js';
import { startSonarFake } from './adapters/sonar/fake.js';
import type { SuwiClientOptions } from './adapters/suwi/client.js';
import { connectSuwi } from './adapters/suwi/connect.js';
import { suwiDemoFacts } from './adapters/suwi/demo-facts.js';
import { startSuwiFake } from './adapters/suwi/fake.js';
import type { WerkNlClientOptions } from './adapters/werknl/client.js';
import { connectWerkNl } from './adapters/werknl/connect.js';
import { demoFacts as werkNlDemoFacts } from './adapters/werknl/demo-facts.js';
import { startWerkNlFake } from './adapters/werknl/fake.js';
import type { StartConfig } from './config.js';
import type { GatewayConfig } from './gateway/config.js';
import { developmentPages } from './gateway/development-pages.js';
import { identifyByBearer } from './gateway/identity.js';
import { startGateway } from './gateway/server.js';
import { synchronisedRegions } from './demo/places.js';
import { clock } from './runtime/clock.js';
import type { Logger } from './runtime/log.js';
import { embeddedDatabase } from './runtime/postgres/embedded-database.js';
import { scalars } from './schema/scalars.js';
import { openFileStore } from './subgraphs/employers/document/open-file-store.js';
import { openPost } from './subgraphs/employers/mail/open-post.js';
import { openEmployers } from './subgraphs/employers/open-employers.js';
import { openJobseekers } from './subgraphs/jobseekers/open-jobseekers.js';
import type { Subgraph } from './subgraphs/open.js';
import { consumers, openOutbox } from './subgraphs/outbox.js';
import { openReporting } from './subgraphs/reporting/open-reporting.js';
import { openVacancies } from './subgraphs/vacancies/open-vacancies.js';

export interface Graph {
  /** Where clients find the graph, e.g. `http://127.0.0.1:4000`. */
  url: string;
  subgraphs: Record<string, Subgraph>;
  /** Waits until every event has been handled, so that the week's figures are in. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface GraphOptions {
  /** Told each part that has started, in Dutch. */
  progress?: (step: string) => void;
  /** Told the text of every SQL statement of the subgraphs, for tests that count them. */
  onStatement?: (sql: string) => void;
  /** How partners are asked where that is other than usual, for tests that cannot wait. */
  manners?: {
    kvk?: Partial<KvkClientOptions>;
    suwi?: Partial<SuwiClientOptions>;
    sonar?: Partial<SonarClientOptions>;
    werkNl?: Partial<WerkNlClientOptions>;
  };
}

/**
 * The whole graph in this process: database, the partners' fakes, four subgraphs, gateway, playground and log-in.
 * The only file that knows everybody. What was started is stopped again, in the opposite order, also when a later
 * part fails to start.
 */
export async function startGraph(
  config: StartConfig,
  gatewayConfig: GatewayConfig,
  log: Logger,
  { progress = () => {}, onStatement, manners = {} }: GraphOptions = {},
): Promise<Graph> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse())
      await one().catch((err: unknown) => log.error({ err }, 'could not stop a part'));
  };
  try {
    const publicUrl = gatewayConfig.publicUrl ?? `http://${gatewayConfig.host}:${gatewayConfig.port}`;
    const { dataDir, oidcAudience: audience } = gatewayConfig;
    const subgraphs: Record<string, Subgraph> = {};
    const tradeClock = clock(config.now);
    const pages = gatewayConfig.oidcIssuer
      ? null
      : developmentPages({
          publicUrl,
          dataDir,
          audience,
          today: tradeClock.today,
          employers: (request, context) => subgraphs.employers!.ask(request, context),
          log,
        });
    pages?.catch(() => {});

    let databaseUrl = config.databaseUrl;
    if (!databaseUrl) {
      const database = await embeddedDatabase('werkgraaf', join(dataDir, 'postgres'));
      stops.push(() => database.stop());
      databaseUrl = database.url;
      progress(`PostgreSQL, met de gegevens in ${database.folder}`);
    }

    const answers = answerStore({ databaseUrl, log });
    stops.push(() => answers.close());

    /** Where a partner is asked: at the address told, or else at a fake of ours that is started for it. */
    const partnerAt = async (
      name: string,
      told: string | null,
      startFake: () => Promise<{ url: string; stop(): Promise<void> }>,
    ): Promise<string> => {
      if (told) return told;
      const fake = await startFake();
      stops.push(() => fake.stop());
      progress(`${name} (namaak) op ${fake.url}`);
      return fake.url;
    };
    const fakeLog = log.child({ name: 'fake', level: 'warn' });

    const kvkAt = await partnerAt('KvK', config.kvk.url, () =>
      startKvkFake({ port: config.kvk.fakePort, facts: testCompanies, log: fakeLog }),
    );
    const dataserviceAt = config.kvk.url ? 'https://dataservice.kvk.nl' : kvkAt + DATASERVICE_PATH;
    const kvkConnection = {
      ...config.kvk,
      baseUrl: config.kvk.url ?? `${kvkAt}/test/api`,
      soap: { ...config.kvk.soap, url: config.kvk.soap.url ?? dataserviceAt },
    };
    const kvk = await connectKvk(kvkConnection, log, { store: answers, ...manners.kvk });
    stops.push(() => kvk.close());
    const { signalsEveryMs } = config.kvk;
    const mutations = signalsEveryMs ? connectKvkMutations(kvkConnection, log) : null;
    stops.push(async () => mutations?.close());

    const suwiUrl = await partnerAt('SUWI', config.suwi.url, () =>
      startSuwiFake({ port: config.suwi.fakePort, facts: suwiDemoFacts, log: fakeLog }),
    );
    const suwi = await connectSuwi({ ...config.suwi, url: suwiUrl }, log, { store: answers, ...manners.suwi });
    stops.push(() => suwi.close());

    const sonarUrl = await partnerAt('Sonar', config.sonar.url, () =>
      startSonarFake({ port: config.sonar.fakePort, facts: sonarDemoFacts, log: fakeLog }),
    );
    const vumUrl = config.sonar.vumUrl ?? `${sonarUrl}/api/v3`;
    const sonarConnection = { ...config.sonar, url: sonarUrl, vumUrl, today: tradeClock.today };
    const sonar = await connectSonar(sonarConnection, log, manners.sonar);
    stops.push(() => sonar.close());

    const werkNlUrl = await partnerAt('werk.nl', config.werkNl.url, () =>
      startWerkNlFake({ port: config.werkNl.fakePort, facts: werkNlDemoFacts, log: fakeLog }),
    );
    const werkNlManners = { store: answers, ...manners.werkNl };
    const werkNl = await connectWerkNl({ ...config.werkNl, url: werkNlUrl }, log, werkNlManners);
    stops.push(() => werkNl.close());

    const post = openPost(config.mail);
    stops.push(() => post.close());
    const store = await openFileStore(config.files);
    stops.push(() => store.close());
    const outbox = await openOutbox({ url: databaseUrl, log });
    stops.push(async () => {
      // First no more events: one that is being handled needs the tables of its subgraph.
      await outbox.close();
      await Promise.all(Object.values(subgraphs).map((one) => one.close()));
    });
    const common = {
      databaseUrl,
      clock: tradeClock,
      outbox,
      log,
      demo: config.demo,
      ...(onStatement ? { onStatement } : {}),
    };
    const add = (subgraph: Subgraph): void => {
      subgraphs[subgraph.name] = subgraph;
      progress(`subgraaf ${subgraph.name}`);
    };
    // All are waited for, also when one fails: what opened after that would never be closed.
    const opened = await Promise.allSettled([
      openEmployers({
        ...common,
        post,
        files: { store, mostBytes: config.files.mostBytes },
        support: config.support,
        beside: { publicUrl, secret: gatewayConfig.identitySecret },
        reminders: true,
        ...(mutations && signalsEveryMs ? { signals: { mutations, everyMs: signalsEveryMs } } : {}),
        kvk,
        suwi,
      }).then(add),
      openVacancies({ ...common, werkNl }).then(add),
      openJobseekers({
        ...common,
        sonar,
        werkNl,
        placesFile: config.postcodeFile,
        synchronisation: { regions: synchronisedRegions, everyMs: null },
      }).then(add),
      openReporting(common).then(add),
    ]);
    const failed = opened.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;

    const development = await pages;
    const gateway = await startGateway({
      port: gatewayConfig.port,
      host: gatewayConfig.host,
      supergraphSdl: await readFile(join(import.meta.dirname, 'schema/supergraph.graphql'), 'utf8'),
      subgraphs: Object.fromEntries(Object.values(subgraphs).map(({ name, ask }) => [name, ask])),
      identify: identifyByBearer({
        issuer: gatewayConfig.oidcIssuer ?? development!.issuer,
        jwksUri: gatewayConfig.oidcJwksUri ?? development?.jwksUri ?? null,
        audience,
        log,
      }),
      scalars,
      beside: subgraphs.employers!.beside,
      ...(development ? { routes: development.routes, playground: development.playground } : {}),
      introspection: gatewayConfig.introspection,
      allowedOrigins: gatewayConfig.allowedOrigins,
      deadlineMs: gatewayConfig.subgraphDeadlineMs,
      ready: async () =>
        Object.fromEntries(
          await Promise.all(Object.values(subgraphs).map(async ({ name, ready }) => [name, await ready()] as const)),
        ),
      log,
    });
    stops.push(() => gateway.stop());
    progress(`gateway op ${gateway.url}`);
    return {
      url: gateway.url,
      subgraphs,
      async settled() {
        for (const consumer of consumers)
          while (await outbox.waiting(consumer)) await new Promise((done) => setTimeout(done, 20));
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
