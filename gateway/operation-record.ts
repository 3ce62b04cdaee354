import type { Logger } from '../runtime/log.js';
import { operations } from '../runtime/metrics.js';
import type { Asked } from './asked.js';

/** Clients choose the names of operations; more than this many would drown the metrics. */
const MOST_NAMES = 200;
const names = new Set<string>();

function label(name: string | undefined): string {
  if (name === undefined) return 'naamloos';
  if (names.size < MOST_NAMES) names.add(name);
  return names.has(name) ? name : 'overig';
}

/** Writes the one line that the log has of an operation, and counts it. Never its variables, text or answer. */
export function recordOperation(asked: Asked, status: number, ms: number, log: Logger): void {
  const errors = asked.answered ? 'partial' : 'error';
  const outcome = asked.codes.length ? errors : 'ok';
  operations.observe({ operation: label(asked.operationName), outcome }, ms / 1_000);
  log.info(
    {
      requestId: asked.request.requestId,
      operation: asked.operationName ?? null,
      type: asked.operationType ?? null,
      ms: Math.round(ms * 10) / 10,
      status,
      outcome,
      ...(asked.codes.length ? { codes: [...new Set(asked.codes)] } : {}),
      professionalId: asked.request.identity?.professionalId ?? null,
    },
    'operatie',
  );
}
