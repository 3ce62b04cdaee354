import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Event } from '../../../../subgraphs/events.js';
import { professionalErrors } from '../../../../subgraphs/vacancies/known/professionals.js';
import { TEST_NOW } from '../../alone.js';
import { vacanciesAlone, type VacanciesAlone } from '../vacancies-alone.js';

let it: VacanciesAlone;
beforeAll(async () => {
  it = await vacanciesAlone();
}, 60_000);
afterAll(() => it?.close());

const codes = async (id: string): Promise<string[]> =>
  (await professionalErrors(it.subgraph.database.em(), id, ['input', 'professionalId'], 'R-172')).map(
    ({ code }) => code,
  );
const told = async (data: Event<'professional.changed'>['data']): Promise<void> => {
  await it.subgraph.database.em().transactional((em) =>
    it.outbox.publish(em, {
      type: 'professional.changed',
      occurredOn: '2026-03-10',
      recordedAt: new Date(TEST_NOW),
      actorId: null,
      data,
    }),
  );
  await it.delivered();
};

test.each([
  ['a colleague of the demo', 'prof-03', []],
  ['an id that nobody has', 'prof-9999', ['UNKNOWN_PROFESSIONAL']],
  ['an id in another case', 'PROF-03', ['UNKNOWN_PROFESSIONAL']],
])('R-172: %s is judged by what employers told', async (_, id, expected) => {
  expect(await codes(id)).toEqual(expected);
});

test('R-172: somebody new is known as soon as employers tells, and refused once they left, in whatever order it is told', async () => {
  const professionalId = 'prof-new';
  await told({ professionalId, active: true, version: 1 });
  expect(await codes(professionalId)).toEqual([]);
  await told({ professionalId, active: false, version: 2 });
  await told({ professionalId, active: true, version: 1 });
  expect(await codes(professionalId)).toEqual(['PROFESSIONAL_LEFT']);
  await told({ professionalId, active: true, version: 3 });
  expect(await codes(professionalId)).toEqual([]);
});
