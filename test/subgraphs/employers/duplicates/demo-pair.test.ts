import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { secondRegistration, testCompanies } from '../../../../demo/employers.js';
import { loadExamples } from '../../../../gateway/playground/examples.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph?.close());

const dagobert = testCompanies[0]!.id;
const example = async (title: string) => {
  const { operation, variables } = (await loadExamples()).find((one) => one.title.startsWith(title))!;
  return graph.data(operation, variables as Record<string, unknown>);
};

test('R-043: the demo shows one pair of duplicates, with the reasons, in the region and on the dossier', async () => {
  const because = [
    'De namen lijken op elkaar (79%): Test EMZ Dagobert en Test EMZ Dagobert & Zn.',
    'Zelfde telefoonnummer.',
  ];
  const { duplicateEmployers, employer } = await example('Dubbele dossiers');
  expect(duplicateEmployers).toHaveLength(1);
  expect(duplicateEmployers[0]).toMatchObject({
    score: 0.8,
    because,
    first: { wbsNumber: 'WBS-0000002' },
    second: { wbsNumber: 'WBS-0000006', kvkNumber: null },
  });
  expect(employer.duplicates).toMatchObject([{ because, employer: { tradeName: 'Test EMZ Dagobert & Zn' } }]);
});

test('R-043: the address counts too once the register told it', async () => {
  await graph.data(
    'mutation ($input: RefreshFromRegistersInput!) { refreshFromRegisters(input: $input) { errors { message } } }',
    {
      input: { employerId: dagobert },
    },
  );
  const { employer } = await example('Dubbele dossiers');
  expect(employer.duplicates[0].because).toEqual(
    expect.arrayContaining(['Zelfde postcode en huisnummer (1034WL 17).', 'Zelfde plaats (Amsterdam).']),
  );
});

test('R-043: who holds one of them can try to merge them, and sees which main holder steps aside', async () => {
  const { mergeEmployers } = await example('Samenvoegen uitproberen');
  expect(mergeEmployers.errors).toEqual([]);
  expect(mergeEmployers.dryRun).toBe(true);
  expect(mergeEmployers.clashes).toEqual([
    {
      kind: 'NOT_TAKEN_OVER',
      message: `Van ${secondRegistration.wbsNumber} gaat niet mee: relatiestatus (prospect), aantal werkzame personen (3), bezoekadres (Abebe Bikilalaan 17 Amsterdam). Neem over wat klopt, of laat dat dossier blijven.`,
    },
    {
      kind: 'MAIN_HOLDER',
      message: `Hanna Slotboom (${secondRegistration.wbsNumber}) wordt accounthouder naast hoofd-accounthouder Anouk Verstraten.`,
    },
  ]);
  expect(mergeEmployers.moved).toContainEqual({ kind: 'contact_person', count: 1 });
});
