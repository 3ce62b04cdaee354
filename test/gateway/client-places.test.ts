import { describe, expect, test } from '@jest/globals';
import { clientName, fieldsOf, placesOf } from '../../gateway/client-places.js';

const E = (id: string) => ({ __typename: 'Employer', id });
const V = (id: string) => ({ __typename: 'Vacancy', id });

describe('where a representation stands', () => {
  test('lists within lists, with what is null left out', () => {
    const tree = { a: [{ b: [E('1'), null, E('2')] }, null, { b: null }, { b: [E('3')] }] };
    expect(placesOf(tree, ['a', '@', 'b', '@'], [E('1'), E('2'), E('3')])).toEqual([
      ['a', 0, 'b', 0],
      ['a', 0, 'b', 2],
      ['a', 3, 'b', 0],
    ]);
  });

  test('lists of lists', () => {
    expect(placesOf({ a: [[E('1')], [E('2'), E('3')]] }, ['a', '@', '@'], [E('1'), E('2'), E('3')])).toEqual([
      ['a', 0, 0],
      ['a', 1, 0],
      ['a', 1, 1],
    ]);
  });

  test('objects of another type are passed over', () => {
    expect(placesOf({ a: [V('1'), E('1'), V('2'), E('2')] }, ['a', '@'], [E('1'), E('2')])).toEqual([
      ['a', 1],
      ['a', 3],
    ]);
  });

  test('keys within keys are compared', () => {
    const place = (id: string) => ({ __typename: 'Employer', region: { id }, tags: ['x'] });
    expect(placesOf({ a: [{ ...place('r1'), __typename: 'Other' }, place('r2')] }, ['a', '@'], [place('r2')])).toEqual([
      ['a', 1],
    ]);
  });

  test('what cannot be matched falls back on the order, and then on the path', () => {
    expect(placesOf({ a: [E('1')] }, ['a', '@'], [{ __typename: 'Renamed', id: '1' }])).toEqual([['a', 0]]);
    expect(placesOf({}, ['a', '@', 'b'], [E('1')])).toEqual([['a', 'b']]);
  });
});

describe('what a question would have filled', () => {
  test('at the root, by the names that the client gave', () => {
    expect(fieldsOf('query Q__a__0 { all: vacancies { id } __typename employer { id } }').root).toEqual([
      'all',
      'employer',
    ]);
  });

  test('of entities, by type', () => {
    const { byType } = fieldsOf(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Employer { __typename x: name ... on Employer { y } } ... on Vacancy { title } } }',
    );
    expect(Object.fromEntries(byType)).toEqual({ Employer: ['x', 'y'], Vacancy: ['title'] });
  });
});

test('a name that the planner made is told as the client gave it', () => {
  expect([clientName('name__alias_2'), clientName('name'), clientName(3)]).toEqual(['name', 'name', 3]);
});
