import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { vanGelderen } from '../../demo/employers.js';
import { vacancyId } from '../../demo/vacancies.js';
import { startTestGraph, type TestGraph } from '../graph.js';
import { until } from '../until.js';
import type { Data } from '../subgraphs/alone.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
  await graph.settled();
});
afterAll(() => graph?.stop());

const asked = async (fields: string): Promise<Data> => {
  const { data, errors } = await graph.ask(`query ($id: ID!) { employer(id: $id) { ${fields} } }`, {
    id: vanGelderen.id,
  });
  expect(errors).toEqual([]);
  return data.employer;
};
const counted = () =>
  asked(`contactMoments { totalCount } timeline(kinds: [CONTACT]) { totalCount }
    statistics(years: [2026]) { contactMomentsPerYear { year count } }`);
const lines = async (): Promise<Data[]> =>
  (await asked('timeline(kinds: [VACANCY], first: 100) { edges { node { title actor { name } subjectId } } }')).timeline
    .edges;

test('R-079: aftercare in the log of a vacancy stands on the timeline of its employer, and counts as no contact', async () => {
  const before = await counted();
  const known = await lines();
  const { data, errors } = await graph.ask(
    `mutation ($input: VacancyLogInput!) { logVacancy(input: $input) { errors { message }
      vacancy { log(first: 1) { edges { node { kind text by { name } contactPerson { name } } } } } } }`,
    {
      input: {
        vacancyId: vacancyId(4),
        kind: 'AFTERCARE',
        text: 'De werkgever belde zelf: volgende week weer overleg.',
        contactPersonId: 'c0000000-0000-4000-8000-000000000001',
      },
    },
  );
  expect([errors, data.logVacancy.errors]).toEqual([[], []]);
  expect(data.logVacancy.vacancy.log.edges[0].node).toEqual({
    kind: 'AFTERCARE',
    text: 'De werkgever belde zelf: volgende week weer overleg.',
    by: { name: 'Anouk Verstraten' },
    contactPerson: { name: 'Marjolein Vermeulen' },
  });
  await until(async () => (await lines()).length === known.length + 1);
  expect((await lines())[0].node).toEqual({
    title: 'Vacature V-000000004 (Heftruckchauffeur nachtdistributie): nazorg vastgelegd in het logboek.',
    actor: { name: 'Anouk Verstraten' },
    subjectId: vacancyId(4),
  });
  await graph.settled();
  expect(await counted()).toEqual(before);
  expect(before.contactMoments.totalCount).toBeGreaterThan(0);
});

test('R-079: a contact moment on a vacancy is refused and sent to the log', async () => {
  const { data } = await graph.ask(
    `mutation ($input: RegisterContactMomentInput!) { registerContactMoment(input: $input) { errors { code requirement } } }`,
    {
      input: {
        employerId: vanGelderen.id,
        vacancyId: vacancyId(4),
        typeNumber: 3,
        medium: 'PHONE',
        occurredOn: '2026-03-09',
        participantIds: ['c0000000-0000-4000-8000-000000000001'],
        subject: 'Nazorg',
        summary: 'Gebeld over hoe het gaat met de nieuwe collega.',
      },
    },
  );
  expect(data.registerContactMoment.errors).toContainEqual({ code: 'BELONGS_IN_VACANCY_LOG', requirement: 'R-079' });
});
