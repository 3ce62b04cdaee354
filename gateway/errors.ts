import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../runtime/log.js';
import { errorsSent } from '../runtime/metrics.js';
import type { Asked } from './asked.js';
import { malformedLiteral } from './malformed-input.js';

/** The codes that clients may rely on. What carries another one, or none, is told as INTERNAL and logged whole. */
const CODES = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'PARTNER_UNAVAILABLE',
  'PARTNER_REFUSED',
  'PARTNER_MALFORMED',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'AUTH_UNAVAILABLE',
  'LIMIT_EXCEEDED',
]);

/** What an error may tell besides its code, source and request id. */
const EXTRAS = ['partner', 'partnerCode', 'argument', 'field', 'rule', 'currentVersion'] as const;

/** Signs that a message speaks of our machinery rather than of the matter: addresses, files, SQL, sockets. */
const MACHINERY =
  /\w+:\/\/|\blocalhost\b|\b\d{1,3}(?:\.\d{1,3}){3}\b|\bE(?:CONN|NOTFOUND|PIPE|HOST)|\.[jt]s:\d+|\b(?:select|insert into|update|delete from)\b.+\b(?:from|values|set|where)\b/i;

/** What Apollo says in English about a request that is no GraphQL request, by how it begins. */
const REQUEST_FAULTS: readonly (readonly [start: string, dutch: string])[] = [
  ['Operation batching disabled', 'Stuur één vraag per verzoek.'],
  ['POST body missing', 'Het verzoek heeft geen geldige JSON-inhoud met Content-Type application/json.'],
  [
    'This operation has been blocked as a potential',
    'Stuur het verzoek met Content-Type application/json, of met een header apollo-require-preflight.',
  ],
  ['GraphQL operations must contain', 'Het verzoek bevat geen vraag (query).'],
  ['GET requests only support query', 'Met GET kan alleen een vraag (query) gesteld worden; gebruik POST.'],
  ['Apollo Server supports only GET/POST', 'Gebruik GET of POST.'],
  [
    "An 'accept' header was provided",
    'Vraag in de header Accept om application/json of application/graphql-response+json.',
  ],
  ['Unsupported persisted query version', 'Van bewaarde vragen (persistedQuery) wordt alleen versie 1 ondersteund.'],
  ['provided sha does not match query', 'De sha256Hash hoort niet bij deze vraag.'],
];

/** An error of the gateway itself, with a code that clients may rely on. `http` sets the status of the answer. */
export function refusal(
  code: string,
  message: string,
  options: { status?: number; headers?: Record<string, string>; extras?: Record<string, unknown>; cause?: Error } = {},
): GraphQLError {
  const http = options.status
    ? { status: options.status, headers: new Map(Object.entries(options.headers ?? {})) }
    : undefined;
  return new GraphQLError(message, {
    extensions: { code, ...options.extras, ...(http ? { http } : {}) },
    originalError: options.cause,
  });
}

/** An error about what a subgraph did: complete with its code, source and path, however the gateway wraps it. */
export class SourceError extends GraphQLError {}

/** Numbers of people and employers have no place in a log, whatever brought them into a message. */
const unnumbered = (text: string | undefined): string | undefined => text?.replace(/\d{8,}/g, '[nummer]');

const logged = new WeakSet<object>();

function logWhole(error: GraphQLError, asked: Asked | undefined, log: Logger): void {
  let cause: Error = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  if (logged.has(cause)) return;
  logged.add(cause);
  const { name, message, stack } = cause;
  const fault = { name, message: unnumbered(message), stack: unnumbered(stack) };
  log.error(
    { fault, requestId: asked?.request.requestId, source: error.extensions.source, path: error.path },
    'fout die de vrager niet te zien krijgt',
  );
}

/** The error that says most: ours below the gateway's wrapping, a limit below Apollo's. */
function innermost(error: GraphQLError): GraphQLError {
  const { originalError } = error;
  if (originalError instanceof SourceError) return originalError;
  const limited = originalError instanceof GraphQLError && typeof originalError.extensions.code === 'string';
  return limited && error.extensions.code === 'GRAPHQL_VALIDATION_FAILED' ? originalError : error;
}

/** The code and message under which `error` may be told, or null when it may not. */
function telling(
  error: GraphQLError,
  asked: Asked | undefined,
): { code: string; message: string; argument?: string } | null {
  const { message } = error;
  const code = error.extensions.code;
  const fault = REQUEST_FAULTS.find(([start]) => message.startsWith(start));
  if (fault) return { code: 'BAD_REQUEST', message: fault[1] };
  if (typeof code !== 'string' || !CODES.has(code)) return null;
  if (code === 'GRAPHQL_PARSE_FAILED') {
    if (message.includes('Parsing aborted')) return { code: 'LIMIT_EXCEEDED', message: 'De vraag is te lang.' };
    // A syntax error quotes the token it met, and a literal may be somebody's number.
    return {
      code,
      message: `De vraag is niet te lezen: ${message.replace(/\b(String|BlockString|Int|Float) ".*"/gs, '$1')}`,
    };
  }
  if (code === 'GRAPHQL_VALIDATION_FAILED') {
    const malformed = malformedLiteral(error, asked);
    if (malformed) return { code: 'BAD_USER_INPUT', ...malformed };
    if (error.extensions.validationErrorCode === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED')
      return { code: 'LIMIT_EXCEEDED', message: 'De vraag is te groot.' };
    return { code, message: `De vraag is niet geldig: ${message}` };
  }
  return MACHINERY.test(message) ? null : { code, message };
}

/**
 * The one place that decides what a client is told of an error: an allow-list of codes, an allow-list of extras, the
 * source, the request id and the path. All else becomes INTERNAL with the request id, and is logged whole.
 */
export function tellError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  asked: Asked | undefined,
  log: Logger,
): GraphQLFormattedError {
  const error = innermost(
    thrown instanceof GraphQLError ? thrown : new GraphQLError(String(thrown), { originalError: thrown as Error }),
  );
  const requestId = asked?.request.requestId ?? 'onbekend';
  const told = telling(error, asked);
  if (!told) logWhole(error, asked, log);
  const code = told?.code ?? 'INTERNAL';
  const source = typeof error.extensions.source === 'string' ? error.extensions.source : 'gateway';
  const extras = Object.fromEntries(
    EXTRAS.map((name) => [name, error.extensions[name]] as const).filter(
      ([, value]) => typeof value === 'number' || (typeof value === 'string' && !MACHINERY.test(value)),
    ),
  );
  asked?.codes.push(code);
  errorsSent.inc({ code, source });
  return {
    message: told?.message ?? `Er ging iets mis. Noem bij vragen dit nummer: ${requestId}.`,
    ...(formatted.locations && !(error instanceof SourceError) ? { locations: formatted.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions: {
      code,
      source,
      requestId,
      ...(told ? extras : {}),
      ...(told?.argument ? { argument: told.argument } : {}),
    },
  };
}
