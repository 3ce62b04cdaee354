import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testCompanies, vanGelderen } from '../../../demo/employers.js';
import { followMergedEmployer } from '../../../subgraphs/vacancies/vacancy/follow-merged-employer.js';
import { vacanciesAlone } from './vacancies-alone.js';

let it: Awaited<ReturnType<typeof vacanciesAlone>>;
beforeAll(async () => {
  it = await vacanciesAlone();
}, 60_000);
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
