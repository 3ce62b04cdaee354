import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';

type Input = Record<string, unknown>;

/** One bad input: the right one, with one thing wrong. */
export interface Attempt {
  /** Dotted field, and what is wrong with it: `followUps.title: too long`. */
  what: string;
  /** The name of the field that the refusal must tell. */
  field: string;
  input: Input;
}

/** A UUID that nobody has. */
export const NOBODY = '00000000-0000-4000-8000-0000000000ff';
/** Long enough to be no text of ours; a refusal that holds this run of letters has echoed it. */
export const ECHO = 'wxyzwxyzwxyz';
const long = (length: number): string => 'wxyz'.repeat(Math.ceil(length / 4)).slice(0, length);

/** What is wrong with one value, by name, whatever the field means. */
const SCALARS: Record<string, Record<string, unknown>> = {
  String: { 'wrong type': { a: 1 }, 'too long': long(100_001), 'no text': 'a\u0000bcdefghijkl' },
  ID: { 'wrong type': { a: 1 }, nobody: NOBODY, 'no id': 'x', 'too long': long(10_000), 'no text': 'a\u0000b' },
  Int: { 'wrong type': 'x', 'too low': -2_147_483_648, 'too high': 2_147_483_647, 'no int': 2_147_483_648 },
  Float: { 'wrong type': 'x', 'too low': -1e300, 'too high': 1e300 },
  Boolean: { 'wrong type': 'ja' },
  Date: { 'wrong type': 20260301, 'no day': '2026-02-30', 'too early': '0001-01-01', 'too late': '9999-12-31' },
  DateTime: {
    'wrong type': 20260301,
    'no time': '2026-03-10',
    'too early': '0001-01-01T00:00:00Z',
    'too late': '9999-12-31T00:00:00Z',
  },
  KvkNumber: { 'wrong type': 12345678, 'too long': long(10_000), 'no number': '1234567' },
  EstablishmentNumber: { 'wrong type': 123456789012, 'too long': long(10_000), 'no number': '12345678901' },
};
const ENUM = { 'wrong type': 1, 'no value': 'BESTAAT_NIET' };
/** No list that a person makes is this long. */
const TOO_MANY = 1_001;

function wrongValues(type: GraphQLInputType, required: boolean): Record<string, unknown> {
  const { name } = getNamedType(type);
  const wrong = isEnumType(getNamedType(type)) ? ENUM : SCALARS[name];
  if (!wrong) throw new Error(`say in attempts.ts what a bad ${name} is`);
  return { ...wrong, ...(name === 'String' && required ? { 'only spaces': '   ' } : {}) };
}

const fieldsOf = (type: GraphQLInputType): GraphQLInputField[] =>
  Object.values((getNamedType(type) as GraphQLInputObjectType).getFields());

/** A list of ids or values that the right input leaves out: strangers, or what the type has. */
function itemsOf(type: GraphQLInputType, right: unknown): unknown[] {
  if (Array.isArray(right) && right.length) return right;
  const named = getNamedType(type);
  return isEnumType(named)
    ? [named.getValues()[0]!.name]
    : named.name === 'ID'
      ? [NOBODY]
      : [named.name === 'Int' ? 1 : 'een'];
}

/** Puts a wrong value for one field into the right input. */
type Spoil = (value: unknown) => Input;

function attemptsOn(
  field: GraphQLInputField,
  right: unknown,
  path: string,
  spoil: Spoil,
  missing: () => Input,
): Attempt[] {
  const { name, type, defaultValue } = field;
  const required = isNonNullType(type);
  const attempt = (what: string, value: unknown): Attempt => ({
    what: `${path}: ${what}`,
    field: name,
    input: spoil(value),
  });
  if (name === 'expectedVersion')
    return [
      attempt('stale', 1_000_000),
      attempt('wrong type', 'x'),
      ...(required ? [attempt('null', null), { ...attempt('missing', null), input: missing() }] : []),
    ];
  const bare = [
    ...(required ? [attempt('null', null)] : []),
    ...(required && defaultValue === undefined ? [{ ...attempt('missing', null), input: missing() }] : []),
  ];
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const items = itemsOf(type, right);
    const object = isInputObjectType(getNamedType(type));
    if (object && !(Array.isArray(right) && right.length)) throw new Error(`the right input needs an item in ${path}`);
    const many = Array.from({ length: TOO_MANY }, (_, n) => items[n % items.length]);
    const one = (value: unknown): Input => spoil([value, ...items.slice(1)]);
    return [
      ...bare,
      attempt('too many', many),
      attempt('null in it', [null]),
      ...(object
        ? attemptsIn(inner.ofType, items[0] as Input, path, one)
        : Object.entries(wrongValues(inner.ofType, true)).map(([what, value]) => ({
            ...attempt(what, null),
            input: one(value),
          }))),
    ];
  }
  if (isInputObjectType(inner)) {
    if (typeof right !== 'object' || right === null) throw new Error(`the right input needs ${path}`);
    return [...bare, attempt('wrong type', 'x'), ...attemptsIn(inner, right as Input, path, spoil)];
  }
  return [...bare, ...Object.entries(wrongValues(type, required)).map(([what, value]) => attempt(what, value))];
}

function attemptsIn(type: GraphQLInputType, right: Input, path: string, spoil: Spoil): Attempt[] {
  return fieldsOf(type).flatMap((field) => {
    const { name } = field;
    return attemptsOn(
      field,
      right[name],
      path ? `${path}.${name}` : name,
      (value) => spoil({ ...right, [name]: value }),
      () => spoil(Object.fromEntries(Object.entries(right).filter(([key]) => key !== name))),
    );
  });
}

/**
 * All bad inputs that follow from an input type and a right input of it: each field missing, of a wrong type, too long,
 * too many, out of range, of nobody, stale. Also a field that does not exist.
 * @param leave fields and attempts to leave out, with the reason
 * @throws when `leave` names what there is no attempt of
 */
export function attempts(type: GraphQLInputType, right: Input, leave: Record<string, string> = {}): Attempt[] {
  const all = [
    ...attemptsIn(type, right, '', (value) => value as Input),
    { what: 'bestaatNiet: unknown field', field: 'bestaatNiet', input: { ...right, bestaatNiet: 1 } },
  ];
  const covers = (left: string, what: string) =>
    what === left || what.startsWith(`${left}: `) || what.startsWith(`${left}.`);
  for (const left of Object.keys(leave))
    if (!all.some(({ what }) => covers(left, what))) throw new Error(`there is no attempt to leave alone at ${left}`);
  return all.filter(({ what }) => !Object.keys(leave).some((left) => covers(left, what)));
}
