import { GraphQLError } from 'graphql';
import type { ServerResponse } from 'node:http';
import type { AskSubgraph } from '../runtime/ask-subgraph.js';
import type { BesideHandler } from '../runtime/beside.js';
import { respond } from '../runtime/web-server.js';

/** How long it may take before somebody who left is refused, or somebody who is back is let in, in milliseconds. */
const KNOWN_MS = 1_000;
/** What somebody who left is told. */
export const TOLD =
  'U bent gemeld als niet meer werkzaam. Vraag het management of WBS-ondersteuning om u weer op werkzaam te zetten.';

/** Whether a professional is known to have left. Somebody whom we do not know did not: the issuer of tokens does. */
export type HasLeft = (professionalId: string) => Promise<boolean>;

/**
 * Remembers who left for a second, so that not every question asks the database first.
 * @param read the ids of all who left
 */
export function rememberLeavers(read: () => Promise<readonly string[]>, knownMs = KNOWN_MS): HasLeft {
  let until = 0;
  let left: Promise<ReadonlySet<string>> = Promise.resolve(new Set<string>());
  const readAgain = async (before: Promise<ReadonlySet<string>>): Promise<ReadonlySet<string>> => {
    try {
      return new Set(await read());
    } catch {
      // A database that does not answer is told of by what was asked, not here.
      return before;
    }
  };
  return async (professionalId) => {
    if (performance.now() >= until) {
      until = performance.now() + knownMs;
      left = readAgain(left);
    }
    return (await left).has(professionalId);
  };
}

/** Answers nothing to somebody who left, whatever the token still says. */
export const notToLeavers =
  (ask: AskSubgraph, hasLeft: HasLeft): AskSubgraph =>
  async (request, context) =>
    context.identity && (await hasLeft(context.identity.professionalId))
      ? { errors: [new GraphQLError(TOLD, { extensions: { code: 'FORBIDDEN' } })] }
      : ask(request, context);

/**
 * Looks, as long as an exchange lasts, whether a professional leaves meanwhile, and calls `then` when that is so.
 * @param everyMs how long it may take before it is seen
 */
export function whenLeaving(
  professionalId: string,
  hasLeft: HasLeft,
  response: ServerResponse,
  then: () => void,
  everyMs = KNOWN_MS,
): void {
  if (response.destroyed) return;
  let timer: NodeJS.Timeout;
  const lookLater = (): void => {
    timer = setTimeout(() => {
      void hasLeft(professionalId).then((left) => {
        if (response.destroyed || response.writableFinished) return;
        if (left) then();
        else lookLater();
      });
    }, everyMs);
  };
  lookLater();
  response.once('close', () => clearTimeout(timer));
}

/** The same for a path beside the graph. What is still being sent to who leaves, ends. */
export const besideNotToLeavers =
  (answer: BesideHandler, hasLeft: HasLeft, everyMs = KNOWN_MS): BesideHandler =>
  async (request, response, asked) => {
    const { identity } = asked;
    if (!identity) return answer(request, response, asked);
    if (await hasLeft(identity.professionalId)) return respond(response, 403, `${TOLD}\n`);
    // Who went while we looked is not waited for.
    if (response.destroyed) return;
    whenLeaving(identity.professionalId, hasLeft, response, () => response.end(), everyMs);
    return answer(request, response, asked);
  };
