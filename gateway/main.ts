import closeWithGrace from 'close-with-grace';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clock } from '../runtime/clock.js';
import { createLog } from '../runtime/log.js';
import { startTelemetry } from '../runtime/telemetry.js';
import { scalars } from '../schema/scalars.js';
import { askOverHttp } from './ask-over-http.js';
import { BESIDE } from './beside.js';
import { besideOverHttp } from './beside-over-http.js';
import { readConfig } from './config.js';
import { developmentPages } from './development-pages.js';
import { identifyByBearer } from './identity.js';
import { startGateway } from './server.js';

/** A subgraph that takes longer than this to say that it is ready, is not: milliseconds. */
const READY_MS = 1_000;

const config = readConfig();
const log = createLog('gateway', { level: config.logLevel, pretty: config.prettyLog });
const telemetry = startTelemetry({ service: 'gateway', endpoint: config.otlpEndpoint });

const sources = Object.fromEntries(
  Object.entries(config.subgraphUrls).map(([name, url]) => [
    name,
    askOverHttp({ url, deadlineMs: config.subgraphDeadlineMs, identitySecret: config.identitySecret }),
  ]),
);

// Calendars, files and notifications are of employers.
const employers = besideOverHttp({ url: config.subgraphUrls.employers!, identitySecret: config.identitySecret });

async function ready(): Promise<Record<string, boolean>> {
  const parts = Object.entries(config.subgraphUrls).map(async ([name, url]) => {
    const answer = await fetch(new URL('/ready', url), { signal: AbortSignal.timeout(READY_MS) }).catch(() => null);
    await answer?.body?.cancel();
    return [name, answer?.ok === true] as const;
  });
  return Object.fromEntries(await Promise.all(parts));
}

const { oidcAudience: audience } = config;
const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
const pages = config.oidcIssuer
  ? null
  : await developmentPages({
      publicUrl,
      dataDir: config.dataDir,
      audience,
      today: clock().today,
      employers: sources.employers!,
      log,
    });

const gateway = await startGateway({
  port: config.port,
  host: config.host,
  supergraphSdl: await readFile(join(import.meta.dirname, '../schema/supergraph.graphql'), 'utf8'),
  subgraphs: sources,
  identify: identifyByBearer({
    issuer: config.oidcIssuer ?? pages!.issuer,
    jwksUri: config.oidcJwksUri ?? pages?.jwksUri ?? null,
    audience,
    log,
  }),
  scalars,
  beside: Object.fromEntries(Object.keys(BESIDE).map((path) => [path, employers])),
  ...(pages ? { routes: pages.routes, playground: pages.playground } : {}),
  introspection: config.introspection,
  allowedOrigins: config.allowedOrigins,
  // Each source keeps its own, shorter deadline; this one is for what hangs elsewhere.
  deadlineMs: config.subgraphDeadlineMs + 500,
  ready,
  log,
});
log.info({ url: publicUrl }, 'gateway ready');

closeWithGrace({ delay: 8_000, logger: false }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping after a failure');
  await gateway.stop();
  await Promise.all([employers, ...Object.values(sources)].map((source) => source.close()));
  await telemetry.stop();
});
