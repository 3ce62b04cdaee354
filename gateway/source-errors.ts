import type { DocumentNode, GraphQLError, GraphQLFormattedError } from 'graphql';
import { clientName, fieldsOf, type ClientPath } from './client-places.js';
import type { Distinct } from './equal-calls.js';
import { SourceError } from './errors.js';
import { refusedVariable } from './malformed-input.js';

/** One question to a subgraph, as far as its errors need it. */
export interface Question {
  /** Name of the subgraph. */
  source: string;
  /** The planner's text. */
  text: string;
  /** Which entities were asked about; null at the root. */
  once: Distinct | null;
  /** Where in the client's answer each entity stands; found only when something went wrong. */
  places: () => ClientPath[];
}

/** The subgraphs as our users call them. */
const IN_WORDS: Record<string, string> = {
  employers: 'werkgevers',
  vacancies: 'vacatures',
  jobseekers: 'werkzoekenden',
  reporting: 'rapportages',
};

/** Fifty vacancies of one employer may all miss the same thing; more errors than this tell nothing new. */
const MOST = 100;

/** Where the client misses something because `question` was not answered: each field that it would have filled. */
function missing({ text, once, places }: Question): (ClientPath | undefined)[] {
  const fields = fieldsOf(text);
  const at = once ? places() : [];
  const paths = once
    ? once.places.flatMap((index, position) => {
        const { __typename: type } = once.items[index] as { __typename?: string };
        const names = fields.byType.get(type ?? '') ?? [...fields.byType.values()].flat();
        return names.map((name) => [...at[position]!, name]);
      })
    : fields.root.map((name) => [name]);
  // Whatever happens, there is an error.
  return paths.length ? paths : [undefined];
}

/** Where in the client's answer an error at the subgraph's `path` stands; in as many places as the entity does. */
function placed(path: readonly (string | number)[] | undefined, question: Question): (ClientPath | undefined)[] {
  const { once } = question;
  if (!path?.length) return missing(question);
  if (!once) return [path.map(clientName)];
  const [, index, ...rest] = path;
  if (typeof index !== 'number' || index >= once.items.length) return missing(question);
  const at = question.places();
  const below = rest.map(clientName);
  return once.places.flatMap((item, position) => (item === index ? [[...at[position]!, ...below]] : []));
}

/** Whether a subgraph refuses who asks, and not what is asked: then there is no field to name. */
const refusesWhoAsks = ({ path, extensions }: GraphQLError | GraphQLFormattedError): boolean =>
  !path?.length && extensions?.code === 'FORBIDDEN';

/** Whom every subgraph refuses that a question needs, is told so once. */
export function toldOnce(errors: readonly GraphQLError[]): GraphQLError[] {
  const refusals = errors.filter(refusesWhoAsks);
  return errors.filter(
    (error) => !refusesWhoAsks(error) || refusals.find(({ message }) => message === error.message) === error,
  );
}

/** The errors within an answer, each in the client's terms and with the name of its source. */
export function answerErrors(
  errors: readonly GraphQLFormattedError[],
  question: Question,
  document: DocumentNode | undefined,
): SourceError[] {
  return errors
    .flatMap((error) => {
      const refused = refusedVariable(error.message, document);
      const extensions = {
        ...error.extensions,
        ...(refused ? { code: 'BAD_USER_INPUT', argument: refused.argument } : {}),
        http: undefined,
        source: question.source,
      };
      // One cause for all its places, so that the log tells it once.
      const originalError = error instanceof Error ? error : new Error(error.message);
      const places = refusesWhoAsks(error) ? [undefined] : placed(error.path, question);
      return places.map(
        (path) => new SourceError(refused?.message ?? error.message, { path, extensions, originalError }),
      );
    })
    .slice(0, MOST);
}

/** Whether a deadline was the failure: what `AbortSignal.timeout` and ours are both called. */
export const isLate = (failure: unknown): boolean => (failure as { name?: unknown } | null)?.name === 'TimeoutError';

/** The errors when no answer came at all: one for each field that the client now misses. */
export function silenceErrors(failure: unknown, question: Question): SourceError[] {
  const late = isLate(failure);
  const words = IN_WORDS[question.source] ?? question.source;
  const message = late
    ? `De gegevens over ${words} kwamen niet op tijd. Probeer het later opnieuw.`
    : `De gegevens over ${words} zijn nu niet beschikbaar.`;
  const extensions = { code: late ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', source: question.source };
  const originalError = failure instanceof Error ? failure : undefined;
  return missing(question)
    .slice(0, MOST)
    .map((path) => new SourceError(message, { path, extensions, originalError }));
}
