import { describe, expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import { breaksClients } from './breaks-clients.js';
import { api, committed } from './committed.js';

test('nothing that the last release gave was taken away, unless that release called it deprecated', () => {
  expect(breaksClients(buildSchema(committed('released.graphql')), api())).toEqual([]);
});

describe('what breaks clients', () => {
  const released = (fields: string): GraphQLSchema =>
    buildSchema(
      `type Query { ${fields} } enum E { A B @deprecated(reason: "weg") C } input I { a: Int, b: Int @deprecated }`,
    );
  const all = 'old: Int @deprecated(reason: "weg") kept(by: E, in: I): Int! given(x: Int @deprecated, y: Int): Int';

  test.each<[string, string, string[]]>([
    ['nothing changed', `type Query { ${all} } enum E { A B C } input I { a: Int, b: Int }`, []],
    [
      'what was deprecated went',
      'type Query { kept(by: E, in: I): Int! given(y: Int): Int } enum E { A C } input I { a: Int }',
      [],
    ],
    [
      'a field, a value, an argument and an input field went',
      'type Query { given(x: Int): Int } enum E { A B } input I { b: Int } type Keep { e(i: I): E }',
      [
        'C was removed from enum type E.',
        'Query.given arg y was removed.',
        'I.a was removed.',
        'Query.kept was removed.',
      ],
    ],
    [
      'a deprecated field that stays may not change its type',
      'type Query { old: String kept(by: E, in: I): Int! given(x: Int, y: Int): Int } enum E { A B C } input I { a: Int, b: Int }',
      ['Query.old changed type from Int to String.'],
    ],
  ])('%s', (_, current, told) => {
    expect(breaksClients(released(all), buildSchema(current)).sort()).toEqual([...told].sort());
  });
});

test('what is deprecated says why, and since when or what comes instead', () => {
  const reasons = Object.values(api().getTypeMap()).flatMap((type) => {
    if (isObjectType(type))
      return Object.values(type.getFields())
        .flatMap((field) => [field, ...field.args])
        .map((f) => f.deprecationReason);
    if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => field.deprecationReason);
    return isEnumType(type) ? type.getValues().map((value) => value.deprecationReason) : [];
  });
  expect(reasons.filter((reason) => reason === 'No longer supported')).toEqual([]);
});
