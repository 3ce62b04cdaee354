import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { isBrokenCircuitError } from 'cockatiel';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { AskSubgraph, SubgraphRequest } from '../runtime/ask-subgraph.js';
import type { Logger } from '../runtime/log.js';
import { subgraphCalls } from '../runtime/metrics.js';
import { inSpan, SpanKind } from '../runtime/telemetry.js';
import { isShaped } from './answer-shape.js';
import type { Asked, GatewayContext } from './asked.js';
import { breaker } from './breaker.js';
import { placesOf } from './client-places.js';
import { copied, distinct, spread, type Distinct } from './equal-calls.js';
import { answerErrors, isLate, silenceErrors, type Question } from './source-errors.js';

type Process = GraphQLDataSourceProcessOptions<GatewayContext>;
type Answer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/**
 * How the gateway asks one subgraph: equal things once, within a deadline, and with every error saying where it stands
 * in the client's answer and whose it is.
 */
export class Source implements GraphQLDataSource<GatewayContext> {
  readonly #unlessDown: ReturnType<typeof breaker>;

  constructor(
    private readonly options: {
      name: string;
      ask: AskSubgraph & { remote?: boolean };
      deadlineMs: number;
      /** Milliseconds that a subgraph in another process is left alone when it does not answer. Default 500. */
      restMs?: number | undefined;
      log: Logger;
    },
  ) {
    this.#unlessDown = options.ask.remote
      ? breaker(options.name, options.restMs ?? 500, options.log)
      : (answer) => answer();
  }

  async process({ request, context, ...incoming }: Process): Promise<Answer> {
    const { asked } = context;
    const text = request.query ?? '';
    const path = ('pathInIncomingRequest' in incoming && incoming.pathInIncomingRequest) || [];
    const all = (request.variables?.representations as unknown[] | undefined) ?? null;
    const once: Distinct | null = all && distinct(all);
    const variables =
      once && once.items.length < once.places.length
        ? { ...request.variables, representations: once.items }
        : request.variables;
    const question: Question = {
      source: this.options.name,
      text,
      once,
      places: () => (all ? placesOf(asked.tree, path, all) : []),
    };
    try {
      const answer = await this.#answer({ query: text, operationName: request.operationName, variables }, once, asked);
      const errors = answer.errors?.length
        ? answerErrors(answer.errors as readonly GraphQLFormattedError[], question, asked.document)
        : undefined;
      return {
        data: (once ? laidOut(answer.data, once) : grown(asked, answer.data)) as Answer['data'],
        ...(errors ? { errors } : {}),
      };
    } catch (failure) {
      const { requestId } = asked.request;
      this.options.log.warn(
        { fault: brief(failure), subgraph: this.options.name, requestId },
        'subgraph gaf geen antwoord',
      );
      return { data: null, errors: silenceErrors(failure, question) } as Answer;
    }
  }

  /** Asks, or shares the answer to the same question of this client elsewhere in the plan. */
  async #answer(request: SubgraphRequest, once: Distinct | null, asked: Asked): Promise<ExecutionResult> {
    const shared = asked.repeated?.get(request.query);
    if (shared === undefined) return this.#ask(request, asked);
    const { representations: _, ...others } = request.variables ?? {};
    const key = [shared, JSON.stringify(others), ...(once?.keys ?? [])].join('\n');
    let answer = asked.calls.get(key);
    if (!answer) {
      answer = this.#ask(request, asked);
      asked.calls.set(key, answer);
    }
    const { data, errors } = await answer;
    return { data: copied(data) ?? null, ...(errors ? { errors } : {}) };
  }

  async #ask(request: SubgraphRequest, asked: Asked): Promise<ExecutionResult> {
    const { name, ask, deadlineMs } = this.options;
    const stop = new AbortController();
    // A mutation that runs is not broken off because the client left: it may not know what was written.
    const breakable = !request.query.startsWith('mutation');
    if (breakable) asked.running.add(stop);
    const start = performance.now();
    let outcome = 'error';
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          const timeout = new DOMException('deadline passed', 'TimeoutError');
          reject(timeout);
          stop.abort(timeout);
        }, deadlineMs);
      });
      const kind = ask.remote ? SpanKind.CLIENT : SpanKind.INTERNAL;
      const { schema } = asked;
      const whole = async (): Promise<ExecutionResult> => {
        const answer = await Promise.race([ask(request, { ...asked.request, signal: stop.signal }), late]);
        if (ask.remote && answer.data && schema && !isShaped(answer.data, request.query, schema)) throw new Misshapen();
        return answer;
      };
      const answer = await inSpan(`ask ${name}`, kind, { 'werkgraaf.subgraph': name }, () =>
        // The deadline holds also for who waits for another to try whether the subgraph is back.
        Promise.race([this.#unlessDown(whole), late]),
      );
      outcome = answer.errors?.length ? 'errors' : 'ok';
      return answer;
    } catch (failure) {
      if (isLate(failure)) outcome = 'timeout';
      else if (isBrokenCircuitError(failure)) outcome = 'not asked';
      throw failure;
    } finally {
      clearTimeout(timer);
      asked.running.delete(stop);
      subgraphCalls.observe({ subgraph: name, outcome }, (performance.now() - start) / 1_000);
    }
  }
}

/** Remembers the objects of a root answer: the gateway merges all later answers into these very objects. */
function grown(asked: Asked, data: ExecutionResult['data']): ExecutionResult['data'] {
  for (const name of Object.keys(data ?? {})) asked.tree[name] ??= data?.[name];
  return data;
}

/** Lays out the answer about distinct entities over all places that asked for them. */
function laidOut(data: ExecutionResult['data'], once: Distinct): ExecutionResult['data'] {
  if (!data) return data;
  const { _entities: entities } = data;
  if (!Array.isArray(entities) || entities.length !== once.items.length) throw new Misshapen();
  return { ...data, _entities: spread(entities, once.places) };
}

/** An answer that is no answer to the question. */
class Misshapen extends Error {
  override readonly name = 'Misshapen';
}

/** What the log may hold of a failure: its kind and its code, not addresses or bodies. */
function brief(failure: unknown): { name: string; code?: unknown } {
  const { name, code } = (failure ?? {}) as { name?: unknown; code?: unknown };
  return { name: typeof name === 'string' ? name : typeof failure, code };
}
