import closeWithGrace from 'close-with-grace';
import { readStartConfig } from './config.js';
import { keepApolloSilent, readConfig } from './gateway/config.js';
import { startGraph } from './graph.js';
import { createLog } from './runtime/log.js';
import { startMetrics } from './runtime/metrics.js';
import { startTelemetry } from './runtime/telemetry.js';

const began = performance.now();
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (): string => `${((performance.now() - began) / 1_000).toFixed(1).replace('.', ',')} s`;

try {
  keepApolloSilent();
  const gatewayConfig = readConfig();
  const config = readStartConfig();
  const log = createLog('werkgraaf', { level: gatewayConfig.logLevel, pretty: gatewayConfig.prettyLog });
  const telemetry = startTelemetry({ service: 'werkgraaf', endpoint: gatewayConfig.otlpEndpoint });
  startMetrics();
  say('Werkgraaf start.');
  const graph = await startGraph(config, gatewayConfig, log, {
    progress: (step) => say(`  ${step} (${seconds()})`),
  });
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) log.fatal({ err }, 'stopping after a failure');
    else say('Werkgraaf stopt.');
    await graph.stop();
    await telemetry.stop();
    say('Gestopt.');
  });
  say(`Klaar na ${seconds()}. Open ${graph.url}/graphql in een browser; stoppen met Ctrl-C.`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
