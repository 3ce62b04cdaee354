import {
  BREAK,
  coerceInputValue,
  GraphQLError,
  isEnumType,
  isInputObjectType,
  isScalarType,
  Kind,
  typeFromAST,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { unreadableIn } from '../runtime/unreadable-text.js';
import type { Asked } from './asked.js';

/** A value that a scalar refused, with the rule it breaks and without the value. */
class MalformedValue extends Error {}

export interface Malformed {
  message: string;
  argument: string;
}

function checked<T>(scalar: GraphQLScalarType, value: unknown, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const rule = error instanceof Error ? error.message : '';
    const echoes =
      (typeof value === 'string' || typeof value === 'number') && String(value) !== '' && rule.includes(String(value));
    throw new MalformedValue(rule === '' || echoes ? `De waarde is geen geldige ${scalar.name}.` : rule);
  }
}

/**
 * Lets `schema` check values of custom scalars, which a gateway's schema does not do by itself: literals while a
 * question is validated, variables before any subgraph is asked. Answers are left as the subgraphs gave them.
 */
export function runScalars(schema: GraphQLSchema, scalars: Record<string, GraphQLScalarType>): void {
  for (const [name, scalar] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = (value) => checked(scalar, value, () => scalar.parseValue(value));
    type.parseLiteral = (node, variables) =>
      checked(scalar, 'value' in node ? node.value : null, () => scalar.parseLiteral(node, variables));
  }
}

const BUILT_IN: Record<string, string> = {
  Int: 'Dit moet een geheel getal zijn, tussen -2147483648 en 2147483647.',
  Float: 'Dit moet een getal zijn.',
  String: 'Dit moet tekst zijn.',
  Boolean: 'Dit moet true of false zijn.',
  ID: 'Dit moet tekst of een geheel getal zijn.',
};

/** What graphql-js says of a value, told as a rule in Dutch; everything that follows a value in its texts is left out. */
function ruleOf(error: GraphQLError, schema: GraphQLSchema): { rule: string; field?: string } {
  for (
    let cause: unknown = error;
    cause instanceof Error;
    cause = cause instanceof GraphQLError ? cause.originalError : undefined
  ) {
    if (cause instanceof MalformedValue) return { rule: cause.message };
  }
  const { message } = error;
  const missing = /^Field "(?:\w+\.)?(\w+)" of required type/.exec(message);
  if (missing) return { rule: 'Dit veld is verplicht.', field: missing[1]! };
  const unknown = /^Field "(\w+)" is not defined by type/.exec(message);
  if (unknown) return { rule: 'Dit veld bestaat niet.', field: unknown[1]! };
  if (/^Expected non-nullable type|, found null\.$/.test(message)) return { rule: 'Dit mag niet leeg (null) zijn.' };
  const named =
    /^(Int|Float|String|Boolean|ID) cannot represent/.exec(message) ??
    /(?:Enum|type) "\[*(\w+)/.exec(message) ??
    /in "(\w+)" enum/.exec(message);
  const type = named && schema.getType(named[1]!);
  if (isEnumType(type))
    return {
      rule: `Kies een van: ${type
        .getValues()
        .map((value) => value.name)
        .join(', ')}.`,
    };
  if (isInputObjectType(type)) return { rule: 'Dit moet een object met velden zijn.' };
  return { rule: BUILT_IN[type?.name ?? ''] ?? 'De waarde past niet bij het type.' };
}

/** The argument, and within it the field, that `wanted` stands in: `input.kvkNumber`. */
function argumentAround(document: DocumentNode, wanted: (node: ASTNode) => boolean): string | null {
  let found: string | null = null;
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (!wanted(node)) return undefined;
      const around = [...ancestors, parent, node].filter((one) => one && !Array.isArray(one)) as ASTNode[];
      const names = around.flatMap((one) =>
        one.kind === Kind.ARGUMENT || one.kind === Kind.OBJECT_FIELD ? [one.name.value] : [],
      );
      if (!names.length) return undefined;
      found = names.join('.');
      return BREAK;
    },
  });
  return found;
}

const argumentFedBy = (document: DocumentNode, variable: string): string =>
  argumentAround(document, (node) => node.kind === Kind.VARIABLE && node.name.value === variable) ?? variable;

const VALUES = new Set<string>([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
]);

/** What to tell of a value that stands in the question itself; null when `error` is about something else. */
export function malformedLiteral(error: GraphQLError, asked: Asked | undefined): Malformed | null {
  const node = error.nodes?.[0];
  if (!asked?.document || !asked.schema || error.nodes?.length !== 1 || !node || !VALUES.has(node.kind)) return null;
  const { rule, field } = ruleOf(error, asked.schema);
  const around = argumentAround(asked.document, (one) => one === node) ?? 'een standaardwaarde';
  const argument = field && !around.endsWith(field) ? `${around}.${field}` : around;
  return { argument, message: `Ongeldige waarde voor ${argument}: ${rule}` };
}

const BRACKETS = (step: string | number): string => (typeof step === 'number' ? `[${step}]` : `.${step}`);

const UNREADABLE = 'Hier staat een teken dat geen tekst is (U+0000).';

/** The errors to send about texts in the question itself that hold U+0000, which is written there as an escape. */
export function unreadableLiterals(question: string | undefined, document: DocumentNode): GraphQLError[] {
  const told: GraphQLError[] = [];
  if (!question?.includes('\\u')) return told;
  visit(document, {
    StringValue(node) {
      if (!node.value.includes('\0')) return undefined;
      const argument = argumentAround(document, (one) => one === node) ?? 'een standaardwaarde';
      const message = `Ongeldige waarde voor ${argument}: ${UNREADABLE}`;
      told.push(new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT', argument } }));
      return told.length === MOST ? BREAK : undefined;
    },
  });
  return told;
}

/** More than this many faults in one question help nobody, and each costs time to tell. */
const MOST = 20;

/**
 * The errors to send about an operation's variables; none when all hold. In Dutch, naming the argument that the variable
 * feeds, without the value. The gateway checks variables too, but tells every fault of a long list, with its value.
 */
export function malformedVariables(question: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown> | undefined;
}): GraphQLError[] {
  const { schema, document, operation, variables } = question;
  const told: GraphQLError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const value = variables?.[name];
    const tell = (path: string, rule: string) => {
      const argument = `${argumentFedBy(document, name)}${path}`;
      const message = `Ongeldige waarde voor ${argument} ($${name}): ${rule}`;
      if (
        told.push(
          new GraphQLError(message, { nodes: definition, extensions: { code: 'BAD_USER_INPUT', argument } }),
        ) === MOST
      )
        throw told;
    };
    try {
      if (value === undefined) {
        if (definition.type.kind === Kind.NON_NULL_TYPE && !definition.defaultValue)
          tell('', 'Deze waarde is verplicht.');
        continue;
      }
      const fault = (path: readonly (string | number)[], _value: unknown, error: GraphQLError) => {
        const { rule, field } = ruleOf(error, schema);
        tell([...path, ...(field ? [field] : [])].map(BRACKETS).join(''), rule);
      };
      coerceInputValue(value, typeFromAST(schema, definition.type) as GraphQLInputType, fault, true);
      for (const path of unreadableIn(value)) tell(path.map(BRACKETS).join(''), UNREADABLE);
    } catch (enough) {
      if (enough === told) return told;
      throw enough;
    }
  }
  return told;
}

/**
 * What to tell when a subgraph refused a variable because the gateway does not know its scalar. graphql-js ends such a
 * message with the scalar's own words; the value that stands before them is left out.
 */
export function refusedVariable(message: string, document: DocumentNode | undefined): Malformed | null {
  const variable = /^Variable "\$(\w+)" (?:got invalid value|of required type|of non-null type)/.exec(message)?.[1];
  if (!variable || variable === 'representations' || !document) return null;
  const argument = argumentFedBy(document, variable);
  const rule =
    /; Expected type "\w+"\. ([^"]+)$/.exec(message)?.[1]?.replace(/\d{5,}/g, '…') ??
    'De waarde past niet bij het type.';
  return { argument, message: `Ongeldige waarde voor ${argument} ($${variable}): ${rule}` };
}
