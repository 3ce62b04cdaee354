import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { testCompanies as demoCompanies } from '../../../../demo/employers.js';
import { employerId } from '../../../../subgraphs/employers/dossier/employer-id.js';
import { quickest } from '../../../quickest.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

/** Short enough to wait for, long enough for a busy machine to answer within. */
const DEADLINE_MS = 1_000;

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone({ deadlineMs: DEADLINE_MS });
});
afterAll(() => graph.close());
afterEach(() => Promise.all([graph.kvk.lift(), graph.suwi.lift()]));

const DOSSIER = `query ($kvk: KvkNumber!) {
  employer(kvkNumber: $kvk) {
    id wbsNumber kvkNumber tradeName legalName legalForm headcount version
    activities { code main } visitingAddress { street houseNumber houseNumberAddition postcode city country }
    sources { source freshness message } provenance(fields: ["legalName", "headcount"]) { field source sourceRecordId freshness conflicts { value } }
  }
}`;

test('the ids of the demo employers follow from their KvK numbers', () => {
  for (const { id, kvkNumber } of demoCompanies) expect(id).toBe(employerId(kvkNumber!));
});

test('a dossier shows what KvK says, with source and freshness', async () => {
  const { employer } = await graph.data(DOSSIER, { kvk: '69599084' });
  expect(employer).toEqual({
    id: employerId('69599084'),
    wbsNumber: 'WBS-0000002',
    kvkNumber: '69599084',
    tradeName: 'Test EMZ Dagobert',
    legalName: 'Test EMZ Dagobert',
    legalForm: 'Eenmanszaak',
    headcount: 1,
    version: 1,
    activities: [
      { code: '10110', main: true },
      { code: '10120', main: false },
      { code: '10130', main: false },
    ],
    visitingAddress: {
      street: 'Abebe Bikilalaan',
      houseNumber: '17',
      houseNumberAddition: 'M',
      postcode: '1034WL',
      city: 'Amsterdam',
      country: 'Nederland',
    },
    sources: [
      { source: 'KVK', freshness: 'FRESH', message: null },
      { source: 'SUWI_SBR', freshness: 'FRESH', message: null },
    ],
    provenance: [
      {
        field: 'legalName',
        source: 'KVK',
        sourceRecordId: '69599084',
        freshness: 'FRESH',
        conflicts: [{ value: 'EMZ Dagobert' }],
      },
      {
        field: 'headcount',
        source: 'KVK',
        sourceRecordId: '69599084',
        freshness: 'FRESH',
        conflicts: [{ value: '3' }],
      },
    ],
  });
});

test('an employer that only KvK knows resolves at once and is not written down', async () => {
  const { employer } = await graph.data(DOSSIER, { kvk: '90000749' });
  expect(employer).toMatchObject({
    id: employerId('90000749'),
    wbsNumber: null,
    version: 0,
    tradeName: 'Global Conron',
    legalForm: 'Vereniging van Eigenaars',
    headcount: null,
  });
  expect(await graph.query("select count(*)::int as n from employers.employer where kvk_number = '90000749'")).toEqual([
    { n: 0 },
  ]);
});

test("for a number KvK does not know the employer is null and KvK's code is told", async () => {
  const { data, errors } = await graph.ask(DOSSIER, { kvk: '12345678' });
  expect(data).toEqual({ employer: null });
  expect(errors).toHaveLength(1);
  expect(errors![0]).toMatchObject({
    path: ['employer'],
    extensions: { code: 'PARTNER_REFUSED', partner: 'KVK', partnerCode: 'IPD0005' },
  });
  expect(errors![0]!.message).toBe('KvK kent dit nummer niet (kvkNumber). Controleer het.');
});

test('with KvK silent another register speaks, and what KvK alone knows is null', async () => {
  await graph.kvk.fault({ kind: 'hang' });
  let answer = await graph.ask(DOSSIER, { kvk: '68750110' });
  const ask = async () => void (answer = await graph.ask(DOSSIER, { kvk: '68750110' }));
  expect(await quickest(DEADLINE_MS + 200, ask)).toBeLessThan(DEADLINE_MS + 200);
  const { data, errors } = answer;
  expect(data.employer).toMatchObject({ tradeName: 'Test BV Donald', legalName: 'Test BV Donald', headcount: 9 });
  expect(data.employer.provenance[0]).toMatchObject({ field: 'legalName', source: 'SUWI_SBR', freshness: 'FRESH' });
  expect(data.employer.sources).toEqual([
    { source: 'KVK', freshness: 'UNAVAILABLE', message: 'KvK antwoordt nu niet.' },
    { source: 'SUWI_SBR', freshness: 'FRESH', message: null },
  ]);
  expect(errors!.map(({ path }) => path!.join('.'))).toEqual(['employer.activities']);
});

test('with SUWI silent the dossier is as KvK tells it, without an error', async () => {
  await graph.suwi.fault({ kind: 'hang' });
  const { employer } = await graph.data(DOSSIER, { kvk: '68750110' });
  expect(employer).toMatchObject({ legalName: 'Test BV Donald', headcount: 6 });
  expect(employer.provenance[1]).toMatchObject({ source: 'KVK', conflicts: [] });
  expect(employer.sources).toEqual([
    { source: 'KVK', freshness: 'FRESH', message: null },
    { source: 'SUWI_SBR', freshness: 'UNAVAILABLE', message: 'Suwinet antwoordt nu niet.' },
  ]);
});

test('with every register silent the dossier stays; what no one else tells is null, and sources says why', async () => {
  await Promise.all([graph.kvk.fault({ kind: '503' }), graph.suwi.fault({ kind: 'soap-fault' })]);
  const { data, errors } = await graph.ask(DOSSIER, { kvk: '68750110' });
  expect(data.employer).toMatchObject({
    tradeName: 'Test BV Donald',
    wbsNumber: 'WBS-0000003',
    legalName: null,
    headcount: null,
    provenance: [],
  });
  expect(data.employer.sources.map(({ freshness }: { freshness: string }) => freshness)).toEqual([
    'UNAVAILABLE',
    'UNAVAILABLE',
  ]);
  expect(errors!.map(({ path, extensions }) => [path!.join('.'), extensions.code])).toEqual(
    expect.arrayContaining([
      ['employer.legalName', 'PARTNER_UNAVAILABLE'],
      ['employer.headcount', 'PARTNER_UNAVAILABLE'],
    ]),
  );
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|localhost|http:/);
});

test('what was written down at the registration stands in for a silent register, with its age', async () => {
  const register = `mutation { registerEmployer(input: { kvkNumber: "55344526", kind: DIRECT_EMPLOYER, regionId: "rijnmond" }) { employer { legalName } errors { code message } } }`;
  const { registerEmployer } = await graph.data(register);
  expect(registerEmployer.errors).toEqual([]);
  await graph.kvk.fault({ kind: '503' });
  const { employer } = await graph.data(DOSSIER, { kvk: '55344526' });
  expect(employer.legalName).toBe(registerEmployer.employer.legalName);
  expect(employer.provenance[0]).toMatchObject({ source: 'KVK', freshness: 'STALE' });
  expect(employer.sources).toEqual([
    {
      source: 'KVK',
      freshness: 'UNAVAILABLE',
      message: expect.stringMatching(/^KvK antwoordt nu niet\. U ziet de gegevens van \d+ \w+ \d{4}\.$/),
    },
    { source: 'SUWI_SBR', freshness: 'FRESH', message: 'Het SUWI-bedrijvenregister kent deze werkgever niet.' },
  ]);
});

test('searching the register tells which hits have a dossier, and says so when the register is silent', async () => {
  const SEARCH = `query ($name: String) { searchRegister(name: $name) { total page items { kvkNumber establishmentNumber name type active dossier { wbsNumber } } status { freshness message } } }`;
  const { searchRegister } = await graph.data(SEARCH, { name: 'Dagobert' });
  expect(searchRegister.items).toContainEqual({
    kvkNumber: '69599084',
    establishmentNumber: '000038509504',
    name: 'Test EMZ Dagobert',
    type: 'MAIN_ESTABLISHMENT',
    active: true,
    dossier: { wbsNumber: 'WBS-0000002' },
  });
  await graph.kvk.fault({ kind: '500' });
  expect((await graph.data(SEARCH, { name: 'Dagobert' })).searchRegister).toEqual({
    total: null,
    page: 1,
    items: null,
    status: { freshness: 'UNAVAILABLE', message: 'KvK antwoordt nu niet.' },
  });
});

test('employers are found by a piece of the name, with a typing error, by number, and page by page', async () => {
  const FIND = `query ($text: String, $first: Int! = 25, $after: String) { employers(text: $text, first: $first, after: $after) { totalCount edges { cursor node { tradeName } } pageInfo { hasNextPage endCursor } } }`;
  const names = async (text: string) =>
    (await graph.data(FIND, { text })).employers.edges.map((e: { node: { tradeName: string } }) => e.node.tradeName);
  expect(await names('van Gelderren')).toEqual(['Van Gelderen Transport']);
  expect(await names('gelder')).toEqual(['Van Gelderen Transport']);
  expect(await names('69599068')).toEqual(['Test Stichting Bolderbast']);
  expect(await names('wbs-0000003')).toEqual(['Test BV Donald']);
  expect(await names('%')).toEqual([]);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const {
      employers,
    }: {
      employers: { edges: { node: { tradeName: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    } = await graph.data(FIND, { first: 2, after });
    seen.push(...employers.edges.map((e) => e.node.tradeName));
    after = employers.pageInfo.hasNextPage ? employers.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual([...new Set(seen)].sort());
  const all = (await graph.data(FIND)).employers;
  expect(seen).toHaveLength(all.totalCount);
  const { errors } = await graph.ask(FIND, { after: 'forged' });
  expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
});
