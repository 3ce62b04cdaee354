import { describe, expect, test } from '@jest/globals';
import { buildSchema, graphql } from 'graphql';
import {
  authorise,
  employee,
  gapsIn,
  joinAccess,
  mediator,
  registrar,
  staff,
  steering,
  type Access,
} from '../../subgraphs/authorise.js';
import { identityOf } from '../identity.js';

const SDL = `type Query { who: Person open: String forgotten: String } type Mutation { add: String }
  type Person { name: String benefit: String }`;
const access: Access = {
  Query: [[employee, 'who open']],
  Mutation: [[registrar, 'add']],
  Person: [
    [employee, 'name'],
    [mediator, 'benefit'],
  ],
};
const root = { who: () => ({ name: 'An', benefit: 'WW' }), open: () => 'ja', forgotten: () => 'nee', add: () => 'ja' };

async function ask(source: string, as: string | null) {
  const schema = authorise(buildSchema(SDL), access);
  const { data, errors } = await graphql({
    schema,
    source,
    rootValue: root,
    contextValue: { identity: as ? identityOf(as) : null },
  });
  return {
    data: data && JSON.parse(JSON.stringify(data)),
    codes: errors?.map(({ extensions }) => extensions.code) ?? [],
  };
}

describe('the guard before the fields', () => {
  test.each<[string, string | null, object | null, string[]]>([
    ['{ open }', null, { open: null }, ['UNAUTHENTICATED']],
    ['{ open }', 'accountmanager', { open: 'ja' }, []],
    ['{ forgotten }', 'admin', { forgotten: null }, ['FORBIDDEN']],
    ['{ who { name benefit } }', 'accountmanager', { who: { name: 'An', benefit: 'WW' } }, []],
    ['{ who { name benefit } }', 'analyst', { who: { name: 'An', benefit: null } }, ['FORBIDDEN']],
    ['{ who { name benefit } }', null, { who: null }, ['UNAUTHENTICATED']],
    ['mutation { add }', 'accountmanager', { add: 'ja' }, []],
    ['mutation { add }', 'manager', { add: null }, ['FORBIDDEN']],
    ['mutation { add }', null, { add: null }, ['UNAUTHENTICATED']],
  ])('%s as %s', async (query, as, data, codes) => {
    expect(await ask(query, as)).toEqual({ data, codes });
  });

  test('tells in Dutch who may', async () => {
    const { errors } = await graphql({
      schema: authorise(buildSchema(SDL), access),
      source: 'mutation { add }',
      contextValue: { identity: identityOf('analyst') },
    });
    expect(errors?.[0]?.message).toBe(
      'U mag dit niet zien of doen: dit mag alleen een medewerker van de dienstverlening.',
    );
  });

  test('a field under two rules is as closed as the first that names it', async () => {
    expect(
      gapsIn(
        {
          ...access,
          Person: [
            [employee, 'name benefit'],
            [mediator, 'benefit'],
          ],
        },
        buildSchema(SDL),
      ),
    ).toContain('Person.benefit has 2 rules of access');
  });
});

describe('who is who', () => {
  const people = ['accountmanager', 'matchmaker', 'casemanager', 'manager', 'analyst', 'admin'];
  test.each([
    ['employee', employee, people],
    ['staff', staff, people.filter((p) => p !== 'analyst')],
    ['registrar', registrar, ['accountmanager', 'matchmaker', 'casemanager']],
    ['mediator', mediator, ['accountmanager', 'matchmaker', 'casemanager']],
    ['steering', steering, ['manager', 'analyst', 'admin']],
  ])('%s', (_, rule, allowed) => {
    expect(people.filter((name) => rule.allows(identityOf(name)))).toEqual(allowed);
    expect(rule.allows({ ...identityOf('accountmanager'), roles: [] })).toBe(false);
  });
});

describe('tables joined', () => {
  test('the rows of a type in several of them come under that type, each under its own rule', () => {
    expect(
      joinAccess(
        { Query: [[employee, 'who']], Person: [[employee, 'name']] },
        { Query: [[staff, 'open']], Mutation: [[registrar, 'add']] },
      ),
    ).toEqual({
      Query: [
        [employee, 'who'],
        [staff, 'open'],
      ],
      Mutation: [[registrar, 'add']],
      Person: [[employee, 'name']],
    });
  });

  test('a field that two of them name is a gap, not a choice', () => {
    const joined = joinAccess(access, { Person: [[employee, 'benefit']] });
    expect(gapsIn(joined, buildSchema(SDL))).toContain('Person.benefit has 2 rules of access');
    expect(access.Person).toHaveLength(2);
  });
});

test('the gaps of a table are told, each in a line', () => {
  expect(
    gapsIn(
      { Query: [[employee, 'who open gone']], Person: [[employee, 'name']], Ghost: [[employee, 'x']] },
      buildSchema(SDL),
    ),
  ).toEqual([
    'Query.forgotten has no rule of access',
    'Query.gone has a rule of access and does not exist',
    'Mutation.add has no rule of access',
    'Person.benefit has no rule of access',
    'Ghost has rules of access and does not exist',
  ]);
});
