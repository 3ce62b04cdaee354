import { describe, expect, test } from '@jest/globals';
import { GraphQLError, Kind } from 'graphql';
import { DateTime, EstablishmentNumber, Json, KvkNumber, LocalDate, scalars } from '../../schema/scalars.js';

const refusal = (work: () => unknown): GraphQLError => {
  try {
    work();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
  }
  throw new Error('was not refused');
};

describe.each([
  [KvkNumber, '69599084', ['1234567', '123456789', '1234567a', ' 69599084', '６９５９９０８４', '', 69599084, null]],
  [EstablishmentNumber, '000037178598', ['37178598', '0000371785981', 37178598, {}]],
  [
    LocalDate,
    '2024-02-29',
    [
      '2023-02-29',
      '2024-2-9',
      '2024-13-01',
      '20240229',
      '2024-02-29T00:00',
      '+002024-02-29',
      '2024-02-29[u-ca=gregory]',
      20240229,
      '1899-12-31',
      '2200-01-01',
      '0000-01-01',
    ],
  ],
])('%s', (scalar, right, wrong) => {
  test(`takes ${right} as a variable and in a query`, () => {
    expect(scalar.parseValue(right)).toBe(right);
    expect(scalar.parseLiteral({ kind: Kind.STRING, value: right }, {})).toBe(right);
    expect(scalar.serialize(right)).toBe(right);
  });
  test.each(wrong)('refuses %p, told in Dutch and without the value', (value) => {
    const { message, extensions } = refusal(() => scalar.parseValue(value));
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(message).toMatch(/^Een /);
    if (String(value)) expect(message).not.toContain(String(value));
  });
  test('refuses a number written in a query', () => {
    expect(refusal(() => scalar.parseLiteral({ kind: Kind.INT, value: '12345678' }, {})).extensions.code).toBe(
      'BAD_USER_INPUT',
    );
  });
});

describe('DateTime', () => {
  test.each([
    ['2021-04-06T08:00:00Z', '2021-04-06T08:00:00.000Z'],
    ['2021-04-06T10:00:00+02:00', '2021-04-06T08:00:00.000Z'],
    ['2021-04-06T08:00:00.123456Z', '2021-04-06T08:00:00.123Z'],
  ])('takes %s and sends it as %s', (given, sent) => {
    expect(DateTime.serialize(DateTime.parseValue(given))).toBe(sent);
    expect(DateTime.serialize(DateTime.parseLiteral({ kind: Kind.STRING, value: given }, {}))).toBe(sent);
    expect(DateTime.serialize(sent)).toBe(sent);
  });
  test.each([
    '2021-04-06',
    '2021-04-06T08:00:00',
    '2021-02-30T08:00:00Z',
    'gisteren',
    1617696000,
    null,
    '1899-12-31T23:00:00Z',
    '+010000-01-01T00:00:00Z',
  ])('refuses %p, which names no moment', (value) => {
    expect(refusal(() => DateTime.parseValue(value)).extensions.code).toBe('BAD_USER_INPUT');
  });
});

test('JSON passes what it is given', () => {
  const value = { a: [1, null, 'x'] };
  expect(Json.serialize(value)).toBe(value);
});

test('every scalar stands in the table under its own name', () => {
  expect(Object.entries(scalars).map(([name, scalar]) => [name, scalar.name])).toEqual(
    ['KvkNumber', 'EstablishmentNumber', 'Date', 'DateTime', 'JSON'].map((name) => [name, name]),
  );
});
