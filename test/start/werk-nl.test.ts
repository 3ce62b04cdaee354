import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoFacts } from '../../adapters/werknl/demo-facts.js';
import { startWerkNlFake, type WerkNlFake } from '../../adapters/werknl/fake.js';
import { testCompanies } from '../../demo/employers.js';
import { jobseekerId } from '../../demo/jobseekers.js';
import { vacancyId } from '../../demo/vacancies.js';
import { startTestGraph, type TestGraph } from '../graph.js';
import type { Data } from '../subgraphs/alone.js';

let fake: WerkNlFake;
let graph: TestGraph;
beforeAll(async () => {
  fake = await startWerkNlFake({ port: 0, facts: demoFacts });
  graph = await startTestGraph({ env: { WERKNL_URL: fake.url } });
  await graph.settled();
});
afterAll(async () => {
  await graph?.stop();
  await fake?.stop();
});

async function data(query: string, variables: Record<string, unknown>, as = 'accountmanager'): Promise<Data> {
  const answer = await graph.ask(query, variables, { as });
  expect(answer.errors).toEqual([]);
  return answer.data;
}
const publicationOf = async (id: string): Promise<Data> =>
  (
    await data(
      'query ($id: ID!) { vacancy(id: $id) { employer { tradeName } publications { status shown externalId } } }',
      { id },
    )
  ).vacancy;
const atWerkNl = (id: string) => fake.vacancies().find((one) => one.id === id);

test('a vacancy goes from the graph to werk.nl, and is found on werk.nl through the graph', async () => {
  const id = vacancyId(6);
  const { publishVacancy } = await data(
    'mutation ($input: PublishVacancyInput!) { publishVacancy(input: $input) { publication { status } errors { code } } }',
    {
      input: {
        id,
        channel: 'WERK_NL',
        municipality: 'Rotterdam',
        postcode: '3072 AB',
        contactName: 'Afdeling planning',
        applyEmail: 'werk@dagobert.example',
        jobCategory: 17,
      },
    },
  );
  expect(publishVacancy).toEqual({ publication: { status: 'PENDING' }, errors: [] });
  await graph.settled();
  const { externalId } = (await publicationOf(id)).publications[0];
  expect(atWerkNl(id)).toMatchObject({ advertisementId: externalId, status: 'ACTIVE' });
  const { externalVacancies } = await data(
    'query ($input: VacancySearchInput!) { externalVacancies(input: $input) { status { freshness } vacancies { id title employerName } } }',
    { input: { postcode: '3072 AA', distanceKm: 1, drivingLicences: ['CE'] } },
    'matchmaker',
  );
  expect(externalVacancies).toEqual({
    status: { freshness: 'FRESH' },
    vacancies: [{ id: externalId, title: 'Chauffeur CE versvervoer', employerName: 'Test EMZ Dagobert' }],
  });
});

test('an employer that is renamed in its dossier is renamed on werk.nl', async () => {
  const employerId = testCompanies[0]!.id;
  const { updateEmployer } = await data(
    'mutation ($input: UpdateEmployerInput!) { updateEmployer(input: $input) { employer { tradeName } errors { code } } }',
    { input: { id: employerId, tradeName: 'Dagobert Vers' } },
  );
  expect(updateEmployer.errors).toEqual([]);
  await graph.settled();
  expect(atWerkNl(vacancyId(6))!.xml).toContain('Dagobert Vers');
});

test('a CV goes out with consent, and the graph says so', async () => {
  const id = jobseekerId(1);
  await data(
    'mutation ($input: PlaceCvOnWerkNlInput!) { placeCvOnWerkNl(input: $input) { errors { code } } }',
    { input: { jobseekerId: id, consent: { storing: true, matching: true, givenOn: '2026-03-09' } } },
    'casemanager',
  );
  await graph.settled();
  const { jobseeker } = await data(
    'query ($id: ID!) { jobseeker(id: $id) { cv { publishedOnWerkNl werkNl { status consentRecordedBy { name } } } } }',
    { id },
    'casemanager',
  );
  expect(jobseeker.cv).toEqual({
    publishedOnWerkNl: true,
    werkNl: { status: 'PUBLISHED', consentRecordedBy: { name: 'Carmen Duindam' } },
  });
  expect(fake.cvs()).toHaveLength(1);
});

test('without werk.nl everything else is there, and no answer tells where werk.nl is', async () => {
  await fake.fault({ kind: 'refuse' });
  try {
    const answer = await graph.ask(
      `query ($input: VacancySearchInput!, $id: ID!) {
        externalVacancies(input: $input) { status { freshness message } vacancies { id } }
        vacancy(id: $id) { title publications { status shown } } }`,
      { input: { postcode: '3511 AA', distanceKm: 2 }, id: vacancyId(6) },
      { as: 'matchmaker' },
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data.externalVacancies).toMatchObject({ status: { freshness: 'UNAVAILABLE' }, vacancies: null });
    expect(answer.data.vacancy.publications).toEqual([{ status: 'PUBLISHED', shown: true }]);
    expect(JSON.stringify(answer.data)).not.toMatch(new RegExp(`127\\.0\\.0\\.1|localhost|:${fake.port}`));
  } finally {
    await fake.lift();
  }
});
