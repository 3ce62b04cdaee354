import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { vanGelderen } from '../../demo/employers.js';
import { startTestGraph, type TestGraph } from '../graph.js';
import type { Data } from '../subgraphs/alone.js';
import { until } from '../until.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
  await graph.settled();
});
afterAll(() => graph?.stop());

/** What the account manager has to do in aftercare. */
const toDo = async (): Promise<Data[]> => {
  const { data, errors } = await graph.ask(
    '{ workQueue { tasks { title dueOn subjectId employer { id } createdBy { name } } } }',
  );
  expect(errors).toEqual([]);
  return data.workQueue.tasks.filter(({ title }: Data) => title.startsWith('Los het probleem in de nazorg op'));
};

test('R-099: a problem that a colleague logs stands in the work queue of who does the aftercare, due as was told', async () => {
  const before = await toDo();
  expect(before).toMatchObject([{ dueOn: '2026-03-11', employer: { id: vanGelderen.id } }]);
  const { subjectId: placementId } = before[0]!;
  const { data, errors } = await graph.ask(
    `mutation ($input: LogAftercareInput!) { logAftercare(input: $input) { errors { message } notices { message }
      placement { aftercareLog { actionDueOn } aftercarePlan { professional { name } contactFor { name } } } } }`,
    { input: { placementId, withWhom: 'de planner', text: 'Morgen is er niemand om mee te rijden.', problem: true } },
    { as: 'casemanager' },
  );
  expect([errors, data.logAftercare.errors]).toEqual([[], []]);
  expect(data.logAftercare.notices[0].message).toContain('12 maart 2026');
  expect(data.logAftercare.placement).toMatchObject({
    aftercareLog: [{ actionDueOn: '2026-03-12' }, { actionDueOn: '2026-03-11' }, { actionDueOn: null }],
    aftercarePlan: { professional: { name: 'Anouk Verstraten' }, contactFor: { name: 'Teun Oppedijk' } },
  });
  await until(async () => (await toDo()).length === 2);
  expect((await toDo())[1]).toEqual({
    title: 'Los het probleem in de nazorg op: plaatsing op vacature V-000000001',
    dueOn: '2026-03-12',
    subjectId: placementId,
    employer: { id: vanGelderen.id },
    createdBy: { name: 'Carmen Duindam' },
  });
  const told = await graph.ask('{ workQueue { notifications { title } } }');
  expect(told.data.workQueue.notifications).toContainEqual({
    title: 'Actie voor u: Los het probleem in de nazorg op: plaatsing op vacature V-000000001',
  });
});
