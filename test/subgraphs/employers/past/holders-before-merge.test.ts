import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clock } from '../../../../runtime/clock.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { account } from '../ownership/account-holders.js';

let graph: EmployersAlone;
beforeAll(async () => {
  // The history of a dossier bears the database's own time, so the merge has to happen at the time it is.
  graph = await employersAlone({ clock: clock() });
});
afterAll(() => graph.close());

test('R-045: the dossier as it was known before a merge has the holders it had, and so has the merged one', async () => {
  const kept = await account(graph, { holderId: 'prof-02' });
  const merged = await account(graph, { holderId: 'prof-01' });
  const holders = async (id: string, at: string) =>
    (
      await graph.data(
        `query ($id: ID!, $at: DateTime!) { employer(id: $id) { history(asOf: $at, knownAt: $at) { holders { isMain holder { id } } } } }`,
        { id, at },
      )
    ).employer.history.holders;
  const before = new Date().toISOString();
  const { mergeEmployers } = await graph.data(
    'mutation ($in: MergeEmployersInput!) { mergeEmployers(input: $in) { errors { code } } }',
    { in: { keepId: kept, mergeIds: [merged], reason: 'Blijkt hetzelfde bedrijf te zijn.', dryRun: false } },
    { as: 'manager' },
  );
  expect(mergeEmployers.errors).toEqual([]);
  expect(await holders(kept, before)).toEqual([{ isMain: true, holder: { id: 'prof-02' } }]);
  expect(await holders(merged, before)).toEqual([{ isMain: true, holder: { id: 'prof-01' } }]);
  expect(await holders(kept, new Date().toISOString())).toEqual([
    { isMain: true, holder: { id: 'prof-02' } },
    { isMain: false, holder: { id: 'prof-01' } },
  ]);
});
