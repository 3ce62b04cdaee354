import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  isObjectType,
  parse,
  printSchema,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { malformedVariables, runScalars } from '../../../../gateway/malformed-input.js';
import { scalars } from '../../../../schema/scalars.js';
import type { EmployersOptions } from '../../../../subgraphs/employers/open-employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { allThatIsWritten, type AllThatIsWritten } from './all-that-is-written.js';
import { attempts, ECHO, type Attempt } from './attempts.js';
import type { Cases, MutationCase } from './mutation-case.js';

type Input = Record<string, unknown>;

/** What a client is told: by the gateway of a value that fits no type, by the mutation of what breaks a rule. */
interface Refusal {
  code: string;
  message: string;
  /** The field it is about, as the refusal tells it. */
  about: string;
  currentVersion?: number | null;
}

/** Words that no sentence for a user of ours has, and signs of our machinery. */
const NO_DUTCH =
  /\b(the|must|cannot|invalid|value|expected|required|unknown|error|undefined|null pointer|NaN)\b|\b(select|insert|update|delete)\b .*\b(from|into|set|where)\b|[{}<>]|\[object/i;

/** Why a message is no plain Dutch sentence that says what is wrong; null when it is. */
function unreadable(message: string): string | null {
  if (message.includes(ECHO)) return 'echoes what was sent';
  if (message.length > 500) return `takes ${message.length} characters`;
  if (!/^[\p{Lu}\d"].*[.?]$/su.test(message)) return 'is no sentence';
  // The names of fields and their paths are English, and say where to look.
  const sentence = message.replace(/\(\$?\w+\)|\binput\.[\w.[\]]+/g, '');
  return NO_DUTCH.test(sentence) ? 'is no Dutch' : null;
}

interface Asked {
  /** Of the payload; of the whole answer where that failed. */
  refusals: Refusal[];
  /** What went wrong in a way that a client is told as INTERNAL. */
  failures: string[];
}

const ERRORS = 'errors { code path message currentVersion }';

interface UserErrors {
  errors: { code: string; path: string[]; message: string; currentVersion: number | null }[];
}

/** The lists of a payload that tell the errors of one line each: what is read in tells them there. */
const listsWithErrors = (payload: GraphQLObjectType): string[] =>
  Object.values(payload.getFields()).flatMap(({ name, type }) => {
    const of = getNamedType(type);
    return isObjectType(of) && of.getFields()['errors'] ? [name] : [];
  });

/** One mutation of the subgraph, with the gateway's judgement of the variables before it. */
function asker(graph: EmployersAlone, schema: GraphQLSchema, mutation: string) {
  const { args, type } = schema.getMutationType()!.getFields()[mutation]!;
  const payload = getNamedType(type) as GraphQLObjectType;
  const within = listsWithErrors(payload);
  const query = `mutation ($input: ${String(args[0]!.type)}) {
    ${mutation}(input: $input) { ${ERRORS} ${within.map((list) => `${list} { ${ERRORS} }`).join(' ')} }
  }`;
  const known = (getNamedType(args[0]!.type) as GraphQLInputObjectType).getFields();
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return async (input: Input, as: string): Promise<Asked> => {
    const malformed = malformedVariables({ schema, document, operation, variables: { input } });
    const { data, errors = [] } = await graph.ask(query, { input }, { as });
    const answer = data?.[mutation] as (UserErrors & Record<string, UserErrors[]>) | null;
    const told = answer ? [answer, ...within.flatMap((list) => answer[list]!)].flatMap((one) => one.errors) : [];
    if (malformed.length) {
      const refusals = malformed.map(({ message, extensions }) => ({
        code: String(extensions['code']),
        message,
        about: String(extensions['argument']),
      }));
      const refusedToo = errors.length > 0 || told.length > 0;
      return { refusals, failures: refusedToo ? [] : ['the subgraph takes what the gateway refuses'] };
    }
    const failures = errors.map(
      ({ message, extensions }) => `${String(extensions?.['code'] ?? 'INTERNAL')}: ${message.slice(0, 300)}`,
    );
    for (const { code, path } of told)
      if (path[0] !== 'input' || (path[1] && !known[path[1]]))
        failures.push(`${code} is about ${path.join('.')}, which is no field of the input`);
    return { refusals: told.map(({ path, ...rest }) => ({ ...rest, about: path.join('.') })), failures };
  };
}

/** What is not right about how an attempt ended; empty when it is. */
function faultsOf({ what, field }: Attempt, { refusals, failures }: Asked): string[] {
  const names = ({ about, message }: Refusal): boolean => new RegExp(`\\b${field}\\b`).test(`${about} ${message}`);
  const stale = what.endsWith(': stale');
  return [
    ...failures.map((failure) => `fails: ${failure}`),
    ...(failures.length || refusals.length ? [] : ['is accepted']),
    ...(refusals.length && !refusals.some(names)
      ? [`names another field: ${refusals.map(({ about }) => about).join(', ')}`]
      : []),
    ...(stale && !refusals.some(({ code, currentVersion }) => code === 'CONFLICT' && typeof currentVersion === 'number')
      ? [`is no CONFLICT with currentVersion, but ${refusals.map(({ code }) => code).join(', ')}`]
      : []),
    ...refusals.flatMap(({ message }) => {
      const why = unreadable(message);
      return why ? [`tells what ${why}: ${message.slice(0, 200)}`] : [];
    }),
  ].map((fault) => `${what} ${fault}`);
}

/**
 * Tests each mutation of `cases`: whatever bad input follows from its type is refused in Dutch, by field and rule, and
 * leaves nothing behind; so does the right input of who works in another region. Then the right input is accepted.
 */
export function refusesBadInput(cases: Cases, chosen: Partial<EmployersOptions> = {}): void {
  let graph: EmployersAlone;
  let schema: GraphQLSchema;
  let database: AllThatIsWritten;
  beforeAll(async () => {
    graph = await employersAlone({ with: chosen });
    schema = buildSchema(printSchema(graph.subgraph.schema), { assumeValidSDL: true });
    runScalars(schema, scalars);
    database = await allThatIsWritten(graph.url);
  }, 60_000);
  afterAll(async () => {
    await database?.close();
    await graph?.close();
  });

  test.each(Object.entries(cases))(
    '%s refuses bad input by field and rule, and writes nothing',
    async (mutation, { input: make, as = 'accountmanager', otherRegion, again, leave }: MutationCase) => {
      const ask = asker(graph, schema, mutation);
      const input = await make(graph);
      const faults: string[] = [];
      let stands = await database.read();
      /** Asks what must be refused, and sees that the database is as it was. */
      const refused = async (what: string, bad: Input, who: string): Promise<Asked> => {
        const asked = await ask(bad, who);
        // What fits no type comes to no verb: that it wrote nothing either shows when the next one is looked after.
        if (asked.refusals.some(({ code }) => code === 'BAD_USER_INPUT')) return asked;
        const before = stands;
        stands = await database.read();
        const changed = Object.keys(stands).filter((table) => stands[table] !== before[table]);
        if (changed.length) faults.push(`${what} writes to ${changed.join(', ')}`);
        return asked;
      };
      const coded = async (what: string, who: string, code: string): Promise<void> => {
        const { refusals, failures } = await refused(what, input, who);
        const codes = [...failures, ...refusals.map((refusal) => refusal.code)];
        if (!codes.includes(code))
          faults.push(`${what} is not refused as ${code}, but: ${codes.join(', ') || 'accepted'}`);
      };

      const type = schema.getMutationType()!.getFields()[mutation]!.args[0]!.type;
      for (const attempt of attempts(type, input, leave))
        faults.push(...faultsOf(attempt, await refused(attempt.what, attempt.input, as)));
      if ('as' in otherRegion) await coded('another region', otherRegion.as, otherRegion.code ?? 'OTHER_REGION');
      const right = await ask(input, as);
      stands = await database.read();
      const wrong = [
        ...right.failures,
        ...right.refusals.map(({ code, about, message }) => `${code} ${about} ${message}`),
      ];
      if (wrong.length) faults.push(`the right input is refused: ${wrong.join(', ')}`);
      else if ('code' in again) await coded('the same again', as, again.code);
      else {
        const { refusals, failures } = await ask(input, as);
        const told = [...failures, ...refusals.map(({ code }) => code)];
        if (told.length) faults.push(`the same again is refused: ${told.join(', ')}`);
      }
      expect(faults).toEqual([]);
    },
    60_000,
  );
}
