import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import type { Data } from '../../alone.js';

const [dagobert, donald, joyflex] = testCompanies.map(({ id }) => id) as [string, string, string];
const FIND = `query ($text: String, $filter: EmployerFilter, $first: Int! = 25, $after: String) {
  employers(text: $text, filter: $filter, first: $first, after: $after) {
    totalCount facets { name values { value count } } edges { cursor score highlights node { id } } } }`;
const MERGE = `mutation ($input: MergeEmployersInput!) { mergeEmployers(input: $input) { errors { code message } } }`;

let graph: EmployersAlone;
const merge = async (keepId: string, mergedId: string) => {
  const input = { keepId, mergeIds: [mergedId], dryRun: false, reason: 'Blijkt hetzelfde bedrijf te zijn.' };
  expect((await graph.data(MERGE, { input }, { as: 'manager' })).mergeEmployers.errors).toEqual([]);
};
const find = async (text: string, more: object = {}) => (await graph.data(FIND, { text, ...more })).employers;

beforeAll(async () => {
  graph = await employersAlone();
  // One after another: what Van Gelderen was called lives on in two steps.
  await merge(dagobert, vanGelderen.id);
  await merge(donald, dagobert);
});
afterAll(() => graph.close());

test.each([
  ['its name', 'van gelderen transport', 'Van Gelderen Transport (WBS-0000001)'],
  ['a typing error in its name', 'van Gelderren', 'Van Gelderen Transport (WBS-0000001)'],
  ['the beginning of its name', 'Van G', 'Van Gelderen Transport (WBS-0000001)'],
  ['a letter or two of it', 'va', 'Van Gelderen Transport (WBS-0000001)'],
  ['a word too many', 'Gelderen Transport Hoogezand', 'Van Gelderen Transport (WBS-0000001)'],
])('R-043: %s finds the dossier in which a merged one lives on, and says so', async (_how, text, was) => {
  const { edges } = await find(text);
  const found = edges.find(({ node }: Data) => node.id === donald);
  expect(found).toEqual(expect.objectContaining({ score: expect.any(Number) as never }));
  expect(found.highlights).toContain(`samengevoegd: ${was}`);
  expect(edges.filter(({ node }: Data) => [vanGelderen.id, dagobert].includes(node.id))).toEqual([]);
});

test('R-043: it is one line, in the count, the facets and from page to page, and obeys the filter of the kept one', async () => {
  const { totalCount, facets, edges } = await find('van gelderen transport');
  expect([totalCount, edges.length]).toEqual([1, 1]);
  expect(facets.find(({ name }: Data) => name === 'tiers').values).toEqual([{ value: 'BRONZE', count: 1 }]);
  expect((await find('van gelderen transport', { after: edges[0].cursor })).edges).toEqual([]);
  expect((await find('van gelderen transport', { filter: { sectors: ['Transport & Logistiek'] } })).edges).toEqual([]);
  expect((await find('van gelderen transport', { filter: { tiers: ['BRONZE'] } })).edges).toHaveLength(1);
});

test('R-043: who is found by its own name is told by its own words', async () => {
  const { edges } = await find('Test BV Donald');
  expect(edges[0].node.id).toBe(donald);
  expect(edges[0].highlights.join()).not.toContain('samengevoegd');
  expect((await find('Joyflex')).edges.map(({ node }: Data) => node.id)).toEqual([joyflex]);
});
