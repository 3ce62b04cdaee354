import { expect, test } from '@jest/globals';
import { isIntrospectionType, isSpecifiedScalarType } from 'graphql';
import { api, tableIn } from './committed.js';

const schema = api();
const roots = ['Query', 'Mutation'];
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !roots.includes(type.name),
);
const rows = tableIn('glossary.md').map(([type = '', term = '', meaning = '']) => ({
  type: type.replaceAll('`', ''),
  term,
  meaning,
}));

test('every type stands in the glossary once, in order, and nothing else does', () => {
  expect(rows.map(({ type }) => type)).toEqual(types.map(({ name }) => name).sort((a, b) => (a < b ? -1 : 1)));
});

test('every row has a Dutch term and its meaning', () => {
  expect(rows.filter(({ term, meaning }) => term.length < 2 || meaning.length < 10).map(({ type }) => type)).toEqual(
    [],
  );
});

test('R-011: the description of a type begins with its Dutch term', () => {
  const strange = rows.filter(({ type, term }) => {
    const described = schema.getType(type)?.description ?? '';
    return !described.startsWith(term) || /^\p{L}/u.test(described.slice(term.length));
  });
  expect(strange.map(({ type, term }) => `${type}: ${term}`)).toEqual([]);
});
