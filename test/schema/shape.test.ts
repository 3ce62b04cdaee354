import { describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { api } from './committed.js';

const schema = api();
const types: GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const objects = types.filter(isObjectType);
const inputs = types.filter(isInputObjectType);
const roots = [schema.getQueryType(), schema.getMutationType()];

/** Inputs that name a record by `id` and change nothing that another may have changed meanwhile, and why. */
const changesNothingOfOthers: Record<string, string> = {
  MailContactMomentInput: 'sends what stands, and changes nothing',
  RefreshJobseekerInput: 'writes down what registers say, whatever a client last saw',
  SolveBottleneckInput: 'adds a solution, once, to a note that nobody can change',
};

describe('descriptions', () => {
  test('R-011: every type says what it is', () => {
    expect(types.filter((type) => !roots.includes(type as never) && !type.description).map(String)).toEqual([]);
  });

  test('R-011: every field, argument, input field and value of an enum says what it means', () => {
    const silent = [
      ...objects.flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) => [
          ...(field.description ? [] : [`${type}.${field.name}`]),
          ...field.args.filter((arg) => !arg.description).map((arg) => `${type}.${field.name}(${arg.name})`),
        ]),
      ),
      ...inputs.flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => !field.description)
          .map((field) => `${type}.${field.name}`),
      ),
      ...types.filter(isEnumType).flatMap((type) =>
        type
          .getValues()
          .filter((value) => !value.description)
          .map((value) => `${type}.${value.name}`),
      ),
    ];
    expect(silent).toEqual([]);
  });
});

test('no input takes just any JSON', () => {
  const loose = [
    ...objects.flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args
          .filter((arg) => getNamedType(arg.type).name === 'JSON')
          .map((arg) => `${type}.${field.name}(${arg.name})`),
      ),
    ),
    ...inputs.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name === 'JSON')
        .map((field) => `${type}.${field.name}`),
    ),
  ];
  expect(loose).toEqual([]);
});

describe('mutations', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const inputOf = (mutation: (typeof mutations)[number]) => getNamedType(mutation.args[0]!.type);
  const payloadOf = (mutation: (typeof mutations)[number]) => {
    const payload = getNamedType(mutation.type);
    return isObjectType(payload) ? payload.getFields() : {};
  };

  test('every mutation takes one typed input', () => {
    const odd = mutations.filter(
      ({ args }) => args.length !== 1 || args[0]!.name !== 'input' || !isInputObjectType(getNamedType(args[0]!.type)),
    );
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  test('every payload tells which agreements were not followed and why nothing was written', () => {
    const silent = mutations.filter(
      (mutation) =>
        String(payloadOf(mutation).notices?.type) !== '[RuleNotice!]!' ||
        String(payloadOf(mutation).errors?.type) !== '[UserError!]!',
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('what is named by its id to be changed is changed only as the client last saw it', () => {
    const blind = mutations.map(inputOf).filter((input) => {
      if (!isInputObjectType(input) || changesNothingOfOthers[input.name]) return false;
      const { id, expectedVersion } = input.getFields();
      return id !== undefined && String(expectedVersion?.type) !== 'Int';
    });
    expect(blind.map(String)).toEqual([]);
  });

  test('what can be changed has a version', () => {
    const unversioned = mutations.filter((mutation) => {
      const input = inputOf(mutation);
      if (!isInputObjectType(input) || !input.getFields().expectedVersion) return false;
      return !Object.values(payloadOf(mutation)).some((field) => {
        const thing = getNamedType(field.type);
        return isObjectType(thing) && String(thing.getFields().version?.type) === 'Int!';
      });
    });
    expect(unversioned.map(({ name }) => name)).toEqual([]);
  });
});
