import closeWithGrace from 'close-with-grace';
import { clock } from '../runtime/clock.js';
import { createLog, type Logger } from '../runtime/log.js';
import { startMetrics } from '../runtime/metrics.js';
import { startTelemetry } from '../runtime/telemetry.js';
import { readConfig, type SubgraphConfig } from './config.js';
import type { Subgraph, SubgraphOptions } from './open.js';
import { openOutbox } from './outbox.js';
import { serveSubgraph } from './serve.js';

/** Runs one subgraph as a process of its own: settings, tables, HTTP, and one orderly stop. */
export async function runSubgraph(
  name: string,
  port: number,
  open: (options: SubgraphOptions, config: SubgraphConfig, log: Logger) => Promise<Subgraph>,
): Promise<void> {
  const config = readConfig(port);
  const log = createLog(name, { level: config.logLevel, pretty: config.prettyLog });
  const telemetry = startTelemetry({ service: name, endpoint: config.otlpEndpoint });
  startMetrics();
  const outbox = await openOutbox({ url: config.databaseUrl, log });
  const subgraph = await open(
    { databaseUrl: config.databaseUrl, clock: clock(config.now), outbox, log, demo: config.demo },
    config,
    log,
  );
  const server = await serveSubgraph({
    ...config,
    name,
    ask: subgraph.ask,
    beside: subgraph.beside,
    ready: subgraph.ready,
    log,
  });
  log.info({ url: server.url }, 'subgraph ready');
  closeWithGrace({ delay: 8_000, logger: false }, async ({ err }) => {
    if (err) log.fatal({ err }, 'stopping after a failure');
    await server.stop();
    await outbox.close();
    await subgraph.close();
    await telemetry.stop();
  });
}
