import { describe, expect, test } from '@jest/globals';
import { Kind, parse, type DocumentNode, type ObjectTypeDefinitionNode, type TypeNode } from 'graphql';
import { documentOf, subgraphNames } from './committed.js';

/** Which subgraph owns each entity: keeps its record, and gives it its id. */
const ownerOf: Record<string, string> = {
  Employer: 'employers',
  Establishment: 'employers',
  ContactPerson: 'employers',
  ContactMoment: 'employers',
  Region: 'employers',
  Organisation: 'employers',
  Team: 'employers',
  Professional: 'employers',
  Portfolio: 'employers',
  ClientTeam: 'employers',
  MarketApproachPlan: 'employers',
  PyramidAssessment: 'employers',
  ServiceProduct: 'employers',
  AccountHoldership: 'employers',
  Consultation: 'employers',
  OwnershipRequest: 'employers',
  AccountPlan: 'employers',
  ContactMomentType: 'employers',
  NpsSurvey: 'employers',
  OrgUnit: 'employers',
  EmployerRelation: 'employers',
  Licence: 'employers',
  Task: 'employers',
  Appointment: 'employers',
  WorkAgreement: 'employers',
  Attachment: 'employers',
  Notification: 'employers',
  Vacancy: 'vacancies',
  Referral: 'vacancies',
  Placement: 'vacancies',
  Jobseeker: 'jobseekers',
};

/** Fields that may promise more, and why. */
const exceptions: Record<string, string> = {};

const named = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type));
const promises = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE || (type.kind === Kind.LIST_TYPE && promises(type.type));

const objectsOf = (document: DocumentNode): ObjectTypeDefinitionNode[] =>
  document.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);

const isEntity = ({ directives }: ObjectTypeDefinitionNode) => directives?.some(({ name }) => name.value === 'key');

/** The fields of one subgraph that promise a value which another subgraph has to bring, a line each. */
function brokenPromises(subgraph: string, document: DocumentNode): string[] {
  return objectsOf(document).flatMap((type) => {
    const isGuest = (ownerOf[type.name.value] ?? subgraph) !== subgraph;
    return (type.fields ?? []).flatMap((field) => {
      const path = `${type.name.value}.${field.name.value}`;
      const isKey = field.name.value === 'id' || field.directives?.some(({ name }) => name.value === 'external');
      if (exceptions[path]) return [];
      if (isGuest && !isKey && field.type.kind === Kind.NON_NULL_TYPE)
        return [`${subgraph}: ${path} is added to a type of ${ownerOf[type.name.value]} and is not nullable`];
      const owner = ownerOf[named(field.type)];
      return owner && owner !== subgraph && promises(field.type)
        ? [`${subgraph}: ${path} is an entity of ${owner} and is not nullable (nor may be its items)`]
        : [];
    });
  });
}

test.each(subgraphNames())('%s promises nothing that another subgraph has to bring', (name) => {
  expect(brokenPromises(name, documentOf(name))).toEqual([]);
});

test('every entity has an owner', () => {
  const entities = subgraphNames().flatMap((name) => objectsOf(documentOf(name)).filter(isEntity));
  expect([...new Set(entities.map(({ name }) => name.value))].filter((name) => !ownerOf[name])).toEqual([]);
});

describe('a broken promise', () => {
  test.each([
    ['type Employer @key(fields: "id") { id: ID! statistics: Int }', 0],
    ['type Employer @key(fields: "id") { id: ID! statistics: Int! }', 1],
    ['type Employer @key(fields: "id") { id: ID! kvk: String! @external }', 0],
    ['type Employer @key(fields: "id") { id: ID! counts: [Int!] }', 0],
    ['type Row { team: Team }', 0],
    ['type Row { team: Team! }', 1],
    ['type Row { teams: [Team] }', 0],
    ['type Row { teams: [Team!] }', 1],
    ['type Row { count: Int! }', 0],
  ])('is found in %s: %d', (sdl, count) => {
    expect(brokenPromises('reporting', parse(sdl))).toHaveLength(count);
  });
});
