import type { IncomingMessage, ServerResponse } from 'node:http';
import { respond } from '../runtime/web-server.js';

/** How long an exchange may take. Milliseconds. */
export interface Duration {
  /** How long the answer may keep waiting once all that was asked is in. */
  answerMs: number;
  /** How long nothing may move while something is on its way, up or down. */
  idleMs: number;
  /** How long it may last, however much moves. */
  deadlineMs: number;
}

/**
 * Ends an exchange in which nothing moves, that is not answered, or that lasts too long; something slow that moves goes on.
 * @param endsInOrder whether what lasted its time ends as if it were done: a stream, of which no part is missing
 * @returns stops watching
 */
export function boundExchange(
  request: IncomingMessage,
  response: ServerResponse,
  { answerMs, idleMs, deadlineMs }: Duration,
  endsInOrder: boolean,
): () => void {
  let isIn = false;
  let answering: NodeJS.Timeout | undefined;
  const unanswered = (): void =>
    respond(response, 504, 'Het duurde te lang. Probeer het opnieuw.\n', { Connection: 'close' });
  const received = (): void => {
    isIn = true;
    if (!response.headersSent) answering = setTimeout(() => response.headersSent || unanswered(), answerMs);
  };
  if (request.method === 'PUT') request.once('end', received);
  else received();
  const deadline = setTimeout(() => {
    if (!response.headersSent) unanswered();
    else if (endsInOrder) response.end();
    else response.destroy();
  }, deadlineMs);
  response.setTimeout(idleMs, () => {
    // While an answer is being made nothing moves, and nothing is wrong.
    if (!isIn || response.headersSent) response.destroy();
  });
  return () => {
    clearTimeout(answering);
    clearTimeout(deadline);
  };
}
