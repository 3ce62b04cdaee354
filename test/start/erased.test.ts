import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { planner } from '../../demo/contact-persons.js';
import { vacancyId } from '../../demo/vacancies.js';
import { startTestGraph, type TestGraph } from '../graph.js';
import { until } from '../until.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
  await graph.settled();
}, 120_000);
afterAll(() => graph?.stop());

test('R-249: who is erased at the employer is soon named nowhere by its vacancies either, as who asks is told', async () => {
  const written = await graph.ask(
    `mutation ($input: VacancyLogInput!) { logVacancy(input: $input) { errors { message }
      vacancy { log(first: 1) { edges { node { text contactPerson { name } } } } } } }`,
    {
      input: {
        vacancyId: vacancyId(1),
        kind: 'CONTACT',
        text: 'Gebeld met Teun Oppedijk over de vroege ritten.',
        contactPersonId: planner,
      },
    },
  );
  expect(written.errors).toEqual([]);
  expect(written.data.logVacancy).toMatchObject({
    errors: [],
    vacancy: { log: { edges: [{ node: { contactPerson: { name: 'Teun Oppedijk' } } }] } },
  });
  const { data } = await graph.ask(
    'mutation ($input: EraseContactPersonInput!) { eraseContactPerson(input: $input) { errors { message } notices { message } } }',
    { input: { id: planner, legalGround: 'Verzoek van betrokkene (art. 17 AVG).' } },
    { as: 'manager' },
  );
  expect(data.eraseContactPerson.errors).toEqual([]);
  expect(data.eraseContactPerson.notices[0].message).toContain('Bij vacatures wordt het zo dadelijk gewist');
  const named = async (): Promise<unknown[]> =>
    graph.query(
      `select 1 from vacancies.vacancy_log_entry where text ~* 'oppedijk' or contact_person_id = $1
       union all select 1 from vacancies.aftercare_plan where content ~* 'oppedijk' or contact_for_id = $1
       union all select 1 from vacancies.history where before::text ~* 'oppedijk' or after::text ~* 'oppedijk'
       union all select 1 from outbox.job where data::text ~* 'oppedijk'`,
      [planner],
    );
  await until(async () => (await named()).length === 0, 30_000);
  const read = await graph.ask(
    'query ($id: ID!) { vacancy(id: $id) { log(first: 1) { edges { node { text contactPerson { name } } } } } }',
    { id: vacancyId(1) },
  );
  expect(read.errors).toEqual([]);
  expect(read.data.vacancy.log.edges[0].node).toEqual({
    text: 'Gebeld met [gewist] over de vroege ritten.',
    contactPerson: null,
  });
});
