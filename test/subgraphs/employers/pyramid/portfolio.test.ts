import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { vanGelderen } from '../../../../demo/employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const statements: string[] = [];
let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => graph.close());

interface Row {
  id: string;
  name: string;
  kind: string;
  lwa: string | null;
  vacant: boolean;
  holder: { name: string; organisation: { id: string } } | null;
  organisation: { id: string; name: string };
}
const portfolios = async (regionId: string): Promise<Row[]> =>
  (
    await graph.data(
      'query ($r: ID!) { portfolios(regionId: $r) { id name kind lwa vacant holder { name organisation { id } } organisation { id name } } }',
      { r: regionId },
    )
  ).portfolios;

test('R-124, R-125, R-126: Rijnmond has the 14 portfolios of the source, of which 3 vacant, with 7 leerwerkakkoorden', async () => {
  const all = await portfolios('rijnmond');
  expect(all).toHaveLength(14);
  expect(all.filter((p) => p.vacant).map((p) => p.organisation.name)).toEqual([
    'Hoeksche Waard',
    'Stroomopwaarts MVS',
    'VP / GO',
  ]);
  expect(new Set(all.flatMap((p) => p.lwa ?? [])).size).toBe(7);
  const perOrganisation = all.reduce<Record<string, number>>(
    (n, p) => ({ ...n, [p.organisation.name]: (n[p.organisation.name] ?? 0) + 1 }),
    {},
  );
  expect(perOrganisation).toEqual({
    'Gemeente Rotterdam': 5,
    'UWV Rijnmond': 4,
    'BAR Organisatie': 1,
    'Hoeksche Waard': 1,
    IJsselgemeenten: 1,
    'Stroomopwaarts MVS': 1,
    'VP / GO': 1,
  });
});

test('a holder works for the organisation of the portfolio', async () => {
  for (const { holder, organisation } of await portfolios('rijnmond'))
    if (holder) expect(holder.organisation.id).toBe(organisation.id);
});

test('a portfolio lists its employers, and an employer its portfolio', async () => {
  const { employer } = await graph.data('query ($id: ID!) { employer(id: $id) { portfolio { id name } } }', {
    id: vanGelderen.id,
  });
  expect(employer.portfolio.name).toBe('Transport & Logistiek');
  const { portfolio } = await graph.data(
    'query ($id: ID!) { portfolio(id: $id) { name vacant employers { totalCount edges { node { id } } } } none: portfolio(id: "x") { id } }',
    { id: employer.portfolio.id },
  );
  expect(portfolio).toEqual({
    name: 'Transport & Logistiek',
    vacant: false,
    employers: { totalCount: 1, edges: [{ node: { id: vanGelderen.id } }] },
  });
});

test('all portfolios with their first employers take one statement each for portfolios, pages and employers', async () => {
  statements.length = 0;
  const { portfolios: all } = await graph.data(
    '{ portfolios(regionId: "rijnmond") { name employers(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node { wbsNumber } } } } }',
  );
  expect(statements).toHaveLength(3);
  const food = all.find((p: Row) => p.name === 'Voeding & Groen (AGF)').employers;
  expect(food).toMatchObject({
    totalCount: 2,
    pageInfo: { hasNextPage: true },
    edges: [{ node: { wbsNumber: 'WBS-0000003' } }],
  });
  const { portfolio } = await graph.data(
    'query ($id: ID!, $after: String) { portfolio(id: $id) { employers(first: 1, after: $after) { totalCount pageInfo { hasNextPage } edges { node { wbsNumber } } } } }',
    {
      id: (await portfolios('rijnmond')).find((p) => p.name === 'Voeding & Groen (AGF)')!.id,
      after: food.pageInfo.endCursor,
    },
  );
  expect(portfolio.employers).toEqual({
    totalCount: 2,
    pageInfo: { hasNextPage: false },
    edges: [{ node: { wbsNumber: 'WBS-0000002' } }],
  });
});

test('another region has portfolios of its own', async () => {
  expect(await portfolios('midden-utrecht')).toEqual([]);
});
