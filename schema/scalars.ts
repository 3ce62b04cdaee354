import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { Temporal } from 'temporal-polyfill';

/** A refused value. The value itself is never told: it may be somebody's number. */
const refuse = (rule: string): GraphQLError => new GraphQLError(rule, { extensions: { code: 'BAD_USER_INPUT' } });

function text(value: unknown, rule: string): string {
  if (typeof value !== 'string') throw refuse(rule);
  return value;
}

function textScalar(
  name: string,
  description: string,
  rule: string,
  check: (value: string) => string,
): GraphQLScalarType<string, string> {
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: (value) => check(text(value, rule)),
    parseLiteral(node: ValueNode) {
      if (node.kind !== Kind.STRING) throw refuse(rule);
      return check(node.value);
    },
  });
}

const matching = (name: string, description: string, pattern: RegExp, rule: string) =>
  textScalar(name, description, rule, (value) => {
    if (!pattern.test(value)) throw refuse(rule);
    return value;
  });

/** KvK number: 8 digits; the register publishes no check digit. */
export const KvkNumber = matching(
  'KvkNumber',
  'KvK-nummer: precies 8 cijfers.',
  /^\d{8}$/,
  'Een KvK-nummer heeft precies 8 cijfers.',
);

/** Number of an establishment: 12 digits; the register publishes no check digit. */
export const EstablishmentNumber = matching(
  'EstablishmentNumber',
  'Vestigingsnummer: precies 12 cijfers.',
  /^\d{12}$/,
  'Een vestigingsnummer heeft precies 12 cijfers.',
);

/** The years that dates and moments are of: what lies outside is a slip, and some of it no database can hold. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const inYears = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

const DATE_RULE = `Een datum heeft de vorm JJJJ-MM-DD, bestaat in de kalender en ligt van ${FIRST_YEAR} tot en met ${LAST_YEAR}.`;

/** A day of the Dutch calendar, `YYYY-MM-DD`, without a time or a zone. A string in code as well. */
export const LocalDate = textScalar('Date', 'Datum: JJJJ-MM-DD, zonder tijd.', DATE_RULE, (value) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !inYears(Number(value.slice(0, 4)))) throw refuse(DATE_RULE);
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString();
  } catch {
    throw refuse(DATE_RULE);
  }
});

const INSTANT_RULE = `Een tijdstip is ISO 8601 met zone, bijvoorbeeld 2021-04-06T08:00:00Z, van ${FIRST_YEAR} tot en met ${LAST_YEAR}.`;

function instant(value: unknown): Date {
  try {
    const at = new Date(Temporal.Instant.from(text(value, INSTANT_RULE)).epochMilliseconds);
    if (inYears(at.getUTCFullYear())) return at;
  } catch {
    // Refused below, as one out of these years is.
  }
  throw refuse(INSTANT_RULE);
}

/** A moment: ISO 8601 with a zone on the wire, a `Date` in code, sent as UTC. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'Tijdstip: ISO 8601 met zone; antwoorden zijn in UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(value as string)).toISOString(),
  parseValue: instant,
  parseLiteral(node: ValueNode) {
    if (node.kind !== Kind.STRING) throw refuse(INSTANT_RULE);
    return instant(node.value);
  },
});

/** Anything JSON can say. Only in answers that export or hand over; never as input. */
export const Json = new GraphQLScalarType({
  name: 'JSON',
  description: 'JSON-waarde; alleen in antwoorden (uitvoer en momentopnamen).',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
});

/** The scalars of the graph by name, for whoever must run them: subgraphs, and the gateway for early refusal. */
export const scalars: Record<string, GraphQLScalarType> = Object.fromEntries(
  [KvkNumber, EstablishmentNumber, LocalDate, DateTime, Json].map((scalar) => [scalar.name, scalar]),
);
