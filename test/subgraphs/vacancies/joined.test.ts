import { composeServices } from '@apollo/composition';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { jobseekerId } from '../../../demo/jobseekers.js';
import { vacancies as demoVacancies, vacancyId } from '../../../demo/vacancies.js';
import { sdlOf } from '../../../subgraphs/federate.js';
import { openJobseekers } from '../../../subgraphs/jobseekers/open-jobseekers.js';
import { alone, type Alone, type Data } from '../alone.js';
import { vacanciesAlone } from './vacancies-alone.js';

let vacancies: Alone;
let jobseekers: Alone;
beforeAll(async () => {
  [vacancies, jobseekers] = await Promise.all([vacanciesAlone(), alone(openJobseekers)]);
});
afterAll(() => Promise.all([vacancies.close(), jobseekers.close()]));

/** What the other two subgraphs say of the types that these two refer to. */
const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const employers = `${link}
  type Query { employer(kvkNumber: String): Employer }
  type Employer @key(fields: "id") { id: ID! tradeName: String }
  type Professional @key(fields: "id") { id: ID! name: String! }
  type Team @key(fields: "id") { id: ID! name: String! }
  type Region @key(fields: "id") { id: ID! name: String! }`;
const reporting = `${link}
  type Query { knownAt: String }
  type Employer @key(fields: "id") { id: ID! placementsInYear(year: Int!): Int }`;

const entity = async (subgraph: Alone, type: string, representation: object, fields: string): Promise<Data> => {
  const { _entities } = await subgraph.data(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`,
    { r: [{ __typename: type, ...representation }] },
    { as: 'matchmaker' },
  );
  return _entities[0];
};

test('vacancies and jobseekers compose with the other subgraphs; what they tell each other stays between them', async () => {
  const composed = composeServices([
    { name: 'employers', typeDefs: parse(employers) },
    { name: 'reporting', typeDefs: parse(reporting) },
    { name: 'vacancies', typeDefs: parse(await sdlOf(vacancies.subgraph.schema)) },
    { name: 'jobseekers', typeDefs: parse(await sdlOf(jobseekers.subgraph.schema)) },
  ]);
  expect(composed.errors).toBeUndefined();
  const api = composed.schema!.toAPISchema();
  const fieldsOf = (name: string) => (api.type(name) as Data).fields().map((field: Data) => field.name);
  expect(fieldsOf('Vacancy')).toContain('candidateMatches');
  expect(fieldsOf('Vacancy')).not.toContain('matchCriteria');
  expect(fieldsOf('Jobseeker')).toEqual(
    expect.arrayContaining(['vacancyMatches', 'referrals', 'placements', 'targetGroup']),
  );
  expect(fieldsOf('Jobseeker')).not.toContain('matchProfile');
  expect(fieldsOf('Employer')).toEqual(
    expect.arrayContaining(['tradeName', 'vacancies', 'openPositions', 'placements', 'placementsInYear']),
  );
});

describe('a match from both sides', () => {
  const profileOf = async (id: string) => (await entity(jobseekers, 'Jobseeker', { id }, 'matchProfile')).matchProfile;
  const criteriaOf = async (id: string) => (await entity(vacancies, 'Vacancy', { id }, 'matchCriteria')).matchCriteria;

  test.each([1, 2, 3, 5, 7, 11])(
    'vacancy %i: candidates have the score that they see themselves, with the same parts',
    async (n) => {
      const matches = 'score parts { criterion weight points demanded offered verdict because } developmentGap';
      const matchCriteria = await criteriaOf(vacancyId(n));
      const { candidateMatches } = await entity(
        jobseekers,
        'Vacancy',
        { id: vacancyId(n), matchCriteria },
        `candidateMatches(first: 3) { jobseeker { id } ${matches} }`,
      );
      expect(candidateMatches.length).toBeGreaterThan(0);
      for (const { jobseeker, ...seen } of candidateMatches) {
        const { vacancyMatches } = await entity(
          vacancies,
          'Jobseeker',
          { id: jobseeker.id, matchProfile: await profileOf(jobseeker.id) },
          `vacancyMatches(first: 100) { vacancy { id } ${matches} }`,
        );
        const { vacancy: _, ...theirs } = vacancyMatches.find((one: Data) => one.vacancy.id === vacancyId(n));
        expect(theirs).toEqual(seen);
      }
    },
  );
});

test('the people and the vacancies of the demo data speak of each other', async () => {
  const known = new Set((await jobseekers.query('select id from jobseekers.jobseeker')).map(({ id }) => id));
  const referred = await vacancies.query('select distinct jobseeker_id from vacancies.referral');
  for (const { jobseeker_id } of referred) expect(known).toContain(jobseeker_id);
  expect(referred.length).toBeGreaterThan(10);
  expect(known).toContain(jobseekerId(24));
  expect(new Set(demoVacancies('2026-03-10').map(({ regionId }) => regionId))).toEqual(
    new Set(['rijnmond', 'midden-utrecht']),
  );
});
