import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chauffeurs } from '../../demo/agreements.js';
import { vanGelderen } from '../../demo/employers.js';
import { vacancyId } from '../../demo/vacancies.js';
import { startTestGraph, type TestGraph } from '../graph.js';
import type { Data } from '../subgraphs/alone.js';
import { until } from '../until.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
  await graph.settled();
});
afterAll(() => graph?.stop());

const asked = async (question: string, variables: object): Promise<Data> => {
  const { data, errors } = await graph.ask(question, variables as Record<string, unknown>);
  expect(errors).toEqual([]);
  return data;
};
const cite = async (input: object): Promise<Data> =>
  (
    await asked(
      `mutation ($input: CiteAgreementsInput!) { citeAgreements(input: $input) { errors { code }
        vacancy { version agreement { title } workProfile { covenant { kind title } } } } }`,
      { input },
    )
  ).citeAgreements;

test('R-114, R-115: an agreement registered at the employer is cited by a vacancy, shown with it, and told on the timeline', async () => {
  const { registerWorkAgreement } = await asked(
    `mutation ($input: WorkAgreementInput!) { registerWorkAgreement(input: $input) { agreement { id } errors { code } } }`,
    {
      input: {
        employerId: vanGelderen.id,
        kind: 'COVENANT',
        title: 'Convenant nachtdistributie',
        summary: 'Werkprofielen voor de nacht worden samen opgesteld.',
        partyIds: ['org-uwv-rijnmond'],
        validFrom: '2026-03-01',
      },
    },
  );
  expect(registerWorkAgreement.errors).toEqual([]);
  const covenantId = registerWorkAgreement.agreement.id;
  await graph.settled();
  expect(await cite({ vacancyId: vacancyId(2), agreementId: chauffeurs.id, covenantId, expectedVersion: 1 })).toEqual({
    vacancy: {
      version: 2,
      agreement: { title: 'Arrangement chauffeurs' },
      workProfile: { covenant: { kind: 'COVENANT', title: 'Convenant nachtdistributie' } },
    },
    errors: [],
  });

  const dossier = `query ($id: ID!) { employer(id: $id) { workAgreements { id vacancies { number } }
    timeline(kinds: [VACANCY], first: 100) { edges { node { title actor { name } subjectType subjectId } } } } }`;
  const read = async (): Promise<Data> => (await asked(dossier, { id: vanGelderen.id })).employer;
  const lines = async (): Promise<Data[]> =>
    (await read()).timeline.edges
      .map(({ node }: Data) => node)
      .filter(({ title }: Data) => title.startsWith('Vacature V-000000002') && title.includes('werkafspraak'));
  await until(async () => (await lines()).length > 0);
  expect(await lines()).toEqual([
    {
      title:
        'Vacature V-000000002 (Chauffeur C distributie) komt voort uit een werkafspraak; het werkprofiel is opgesteld bij een samenwerkingsconvenant.',
      actor: { name: 'Anouk Verstraten' },
      subjectType: 'Vacancy',
      subjectId: vacancyId(2),
    },
  ]);
  const vacanciesOf = ({ workAgreements }: Data, id: string): string[] =>
    workAgreements.find((one: Data) => one.id === id).vacancies.map(({ number }: Data) => number);
  const employer = await read();
  expect(vacanciesOf(employer, covenantId)).toEqual(['V-000000002']);
  expect(vacanciesOf(employer, chauffeurs.id)).toEqual(['V-000000001', 'V-000000002']);
});

test('R-114: an agreement that was changed is judged by its new days', async () => {
  const { employer } = await asked(
    'query ($id: ID!) { employer(id: $id) { workAgreements(kind: ARRANGEMENT) { id version } } }',
    { id: vanGelderen.id },
  );
  const { version } = employer.workAgreements.find(({ id }: Data) => id === chauffeurs.id);
  const { changeWorkAgreement } = await asked(
    'mutation ($input: ChangeWorkAgreementInput!) { changeWorkAgreement(input: $input) { errors { code } } }',
    { input: { id: chauffeurs.id, expectedVersion: version, validUntil: '2026-02-20' } },
  );
  expect(changeWorkAgreement.errors).toEqual([]);
  await graph.settled();
  // Vacancy 3 was opened after that day.
  expect(await cite({ vacancyId: vacancyId(3), agreementId: chauffeurs.id })).toEqual({
    vacancy: null,
    errors: [{ code: 'AGREEMENT_WAS_OVER' }],
  });
});
