import { collectDefaultMetrics, Counter, Histogram, register } from 'prom-client';
import { respond, type Handler } from './web-server.js';

/** Starts counting what every Node process tells of itself (memory, event loop, garbage collection). */
export function startMetrics(): void {
  if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics();
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

/** Operations that clients asked of the gateway. */
export const operations = new Histogram({
  name: 'werkgraaf_operation_seconds',
  help: 'Time to answer a GraphQL operation',
  labelNames: ['operation', 'outcome'],
  buckets: SECONDS,
});
/** Questions from the gateway to a subgraph. */
export const subgraphCalls = new Histogram({
  name: 'werkgraaf_subgraph_seconds',
  help: 'Time a subgraph took to answer',
  labelNames: ['subgraph', 'outcome'],
  buckets: SECONDS,
});
/** Calls from an adapter to its partner. */
export const partnerCalls = new Histogram({
  name: 'werkgraaf_partner_seconds',
  help: 'Time a partner took to answer',
  labelNames: ['partner', 'service', 'outcome'],
  buckets: SECONDS,
});
/** Errors sent to clients, by their stable code. */
export const errorsSent = new Counter({
  name: 'werkgraaf_errors_total',
  help: 'Errors sent to clients',
  labelNames: ['code', 'source'],
});
/** Events taken from the outbox. */
export const eventsHandled = new Counter({
  name: 'werkgraaf_events_total',
  help: 'Events handled from the outbox',
  labelNames: ['consumer', 'type', 'outcome'],
});

/** Answers `GET /metrics` in the Prometheus text format. */
export const metricsHandler: Handler = async (_request, response) =>
  respond(response, 200, await register.metrics(), { 'Content-Type': register.contentType });
