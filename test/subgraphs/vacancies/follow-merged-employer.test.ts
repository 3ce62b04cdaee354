import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testCompanies, vanGelderen } from '../../../demo/employers.js';
import type { EntityManager } from '../../../subgraphs/database.js';
import { keepWorkAgreement, knownAgreement } from '../../../subgraphs/vacancies/known/work-agreements.js';
import { followMergedEmployer } from '../../../subgraphs/vacancies/vacancy/follow-merged-employer.js';
import { vacanciesAlone } from './vacancies-alone.js';

let it: Awaited<ReturnType<typeof vacanciesAlone>>;
beforeAll(async () => {
  it = await vacanciesAlone();
});
afterAll(() => it?.close());

test('R-043: vacancies and placements of a merged dossier become those of the kept one, however often it is told', async () => {
  const keepId = testCompanies[0]!.id;
  const mergedIds = [vanGelderen.id];
  const counts = () =>
    it.query(
      `select employer_id = $1 as kept, count(*)::int as n from (select employer_id from vacancies.vacancy union all
       select employer_id from vacancies.placement) t where employer_id in ($1, $2) group by 1 order by 1`,
      [keepId, vanGelderen.id],
    );
  const before = await counts();
  expect(before.find(({ kept }) => !kept)!.n).toBeGreaterThan(0);
  for (const _ of [1, 2])
    await it.subgraph.database
      .em()
      .transactional((em) => followMergedEmployer(em, { employerId: keepId, keepId, mergedIds }));
  const total = before.reduce((sum, { n }) => sum + Number(n), 0);
  expect(await counts()).toEqual([{ kept: true, n: total }]);
});

test('R-043: what is told of a merged dossier later is of the kept one, also when merges are told in another order', async () => {
  const [first, second, third] = testCompanies.slice(1).map(({ id }) => id) as [string, string, string];
  const agreementId = '5eeded00-0000-4000-8000-000000000001';
  const inTransaction = (work: (em: EntityManager) => Promise<void>) => it.subgraph.database.em().transactional(work);
  const merge = (mergedId: string, keepId: string) =>
    inTransaction((em) => followMergedEmployer(em, { employerId: keepId, keepId, mergedIds: [mergedId] }));
  await merge(second, third);
  await merge(first, second);
  await inTransaction((em) =>
    keepWorkAgreement(em, {
      data: { employerId: first, agreementId, kind: 'COVENANT', validFrom: '2026-01-01', validUntil: null },
      recordedAt: '2026-03-10T09:00:00Z',
    }),
  );
  expect(await knownAgreement(it.subgraph.database.em(), third, agreementId)).toMatchObject({ kind: 'COVENANT' });
  const left = await it.query(
    `select count(*)::int as n from (select employer_id from vacancies.vacancy union all select employer_id from vacancies.placement
     union all select employer_id from vacancies.known_contact_person) t where employer_id in ($1, $2)`,
    [first, second],
  );
  expect(left).toEqual([{ n: 0 }]);
});
