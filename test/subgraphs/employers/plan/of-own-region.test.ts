import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testCompanies } from '../../../../demo/employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

/** An employer of Midden-Utrecht. */
const joyflex = testCompanies.find(({ regionId }) => regionId === 'midden-utrecht')!.id;

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph?.close());

const codesFor = async (as: string): Promise<string[]> => {
  const { chooseEmployerTile } = await graph.data(
    `mutation { chooseEmployerTile(input: { employerId: "${joyflex}", tile: ORIENTATION }) { errors { code } } }`,
    {},
    { as },
  );
  return chooseEmployerTile.errors.map(({ code }: { code: string }) => code);
};

test('R-001: in the dossier of a region writes who works there, not who works elsewhere', async () => {
  expect(await codesFor('prof-18')).toEqual([]);
  for (const as of ['accountmanager', 'matchmaker', 'municipal']) expect(await codesFor(as)).toEqual(['OTHER_REGION']);
});

test('R-007: who may not write in the dossier of another region reads it', async () => {
  const { employer } = await graph.data(
    `{ employer(id: "${joyflex}") { serviceJourney { tile professional { id } } socialReturn { client } } }`,
  );
  expect(employer.serviceJourney).toContainEqual({ tile: 'ORIENTATION', professional: { id: 'prof-18' } });
});

test('R-001: the client team writes wherever its members work, and so does the national liaison of a key account', async () => {
  await graph.query(
    `update employers.employer set portfolio_id = (select id from employers.portfolio where name = 'Transport & Logistiek'),
       national_liaison_id = 'prof-02' where id = $1`,
    [joyflex],
  );
  expect(await codesFor('accountmanager')).toEqual([]);
  expect(await codesFor('matchmaker')).toEqual([]);
  expect(await codesFor('municipal')).toEqual(['OTHER_REGION']);
});
