import { SpanKind, SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  type SpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';

export { SpanKind };

/**
 * Starts tracing in this process: W3C trace context in and out, spans to an OpenTelemetry collector.
 * Without an endpoint (and without an exporter of a test) nothing is recorded and a span costs nothing.
 */
export function startTelemetry(options: { service: string; endpoint?: string | null; exporter?: SpanExporter }): {
  stop(): Promise<void>;
} {
  if (!options.endpoint && !options.exporter) return { stop: async () => {} };
  const processor = options.exporter
    ? new SimpleSpanProcessor(options.exporter)
    : new BatchSpanProcessor(new OTLPTraceExporter({ url: `${options.endpoint}/v1/traces` }));
  const resource = resourceFromAttributes({ 'service.name': options.service, 'service.namespace': 'werkgraaf' });
  const provider = new NodeTracerProvider({ resource, spanProcessors: [processor] });
  provider.register();
  return { stop: () => provider.shutdown() };
}

const tracer = trace.getTracer('werkgraaf');

/** Runs `work` inside a span that ends with it, and that tells a failure by the error's name only: messages may hold data. */
export async function inSpan<T>(
  name: string,
  kind: SpanKind,
  attributes: Attributes,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  return tracer.startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  });
}
