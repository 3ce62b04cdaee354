import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { mistyped, nameOf, random } from '../../../../bench/population/names.js';
import { populate } from '../../../../bench/population/employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import type { Data } from '../../alone.js';

const FIND = `query ($text: String, $filter: EmployerFilter, $first: Int! = 25, $after: String, $orderBy: EmployerOrder! = RELEVANCE) {
  employers(text: $text, filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor } edges { score highlights node { tradeName tier } } } }`;

const POPULATION = 4_000;
/** Of them in a region small enough to be counted whole. */
const ELSEWHERE = 800;
let graph: EmployersAlone;

beforeAll(async () => {
  graph = await employersAlone();
  const owner = new pg.Client({ connectionString: graph.url });
  await owner.connect();
  try {
    await populate(owner, 0, POPULATION - ELSEWHERE);
    await populate(owner, POPULATION - ELSEWHERE, POPULATION, 'midden-utrecht');
  } finally {
    await owner.end();
  }
});
afterAll(() => graph.close());

/** A dossier as if it had been registered; its place as the registers or somebody spelt it. */
async function dossier(name: string, sector: string, city: string | null = null): Promise<void> {
  await graph.query(
    `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, sector, lwa, manual_visiting_address, registered_at, version)
     values ($1, 'WBS-' || lpad(nextval('employers.wbs_number')::text, 7, '0'), 'rijnmond', $2, 'DIRECT_EMPLOYER', 'PROSPECT', false, $3, '{}', $4, now(), 1)`,
    [randomUUID(), name, sector, city && JSON.stringify({ city, country: 'Nederland' })],
  );
}

const namesOf = (data: Data): string[] => data.employers.edges.map((edge: Data) => edge.node.tradeName);

describe('searching employers by words', () => {
  test('R-025: with a typing error in each of 200 names the employer is among the first three', async () => {
    const next = random(7);
    const missed: string[] = [];
    for (let n = 0; n < 200; n++) {
      const name = nameOf(random(n * 17 + 1));
      const text = mistyped(name, next);
      const found = namesOf(await graph.data(FIND, { text, first: 3 }));
      if (!found.includes(name)) missed.push(`${text} for ${name} found ${found.join(', ')}`);
    }
    expect(missed).toEqual([]);
  });

  test.each([
    ['a typing error', 'van Gelderren', 'Van Gelderen Transport'],
    ['two letters the other way round', 'Geldreen transport', 'Van Gelderen Transport'],
    ['the beginning of a word', 'gelder', 'Van Gelderen Transport'],
    ['an accent that is not in the name', 'vàn géldèren', 'Van Gelderen Transport'],
    ['KvK number', '69599068', 'Test Stichting Bolderbast'],
    ['number of the dossier', 'wbs-0000003', 'Test BV Donald'],
    ['contact person', 'Oppedijk', 'Van Gelderen Transport'],
    ['KvK number as people write it', '69 59 90.68', 'Test Stichting Bolderbast'],
    ['number of the dossier without its zeroes', 'WBS 3', 'Test BV Donald'],
    ['telephone number of who works there', '(000) 666 00 01', 'Van Gelderen Transport'],
    ['telephone number with a country before it', '+31 00 666 00 01', 'Van Gelderen Transport'],
    ['mail address of who works there', 'Contact2@Werkgever.example', 'Van Gelderen Transport'],
    ['a legal form that the name does not have', 'Bolderbast N.V.', 'Test Stichting Bolderbast'],
  ])('R-024: %s finds the employer first', async (_how, text, name) => {
    expect(namesOf(await graph.data(FIND, { text, first: 3 }))[0]).toBe(name);
  });

  test('words in place and sector find as well, and what has all words comes before what has one', async () => {
    const { employers } = await graph.data(FIND, { text: 'Zeist Zorg', first: 100 });
    expect(employers.totalCount).toBeGreaterThan(10);
    const scores = employers.edges.map((edge: Data) => edge.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(employers.edges[0].highlights).toEqual(expect.arrayContaining(['zeist']));
  });

  test('what is in contact moments and who is contact person are searched for staff alone (R-248)', async () => {
    const asAnalyst = await graph.data(FIND, { text: 'Oppedijk' }, { as: 'analyst' });
    expect(namesOf(asAnalyst)).not.toContain('Van Gelderen Transport');
    const found = await graph.data(FIND, { text: 'chauffeurs' });
    expect(found.employers.edges.map((edge: Data) => edge.highlights.join())).toContain('contactmoment');
    expect((await graph.data(FIND, { text: 'chauffeurs' }, { as: 'analyst' })).employers.totalCount).toBe(0);
  });

  test('R-024: the domain of a mail address finds who works there, for staff alone', async () => {
    const found = await graph.data(FIND, { text: 'werkgever.example' });
    expect(found.employers.totalCount).toBe(6);
    expect((await graph.data(FIND, { text: 'werkgever.example' }, { as: 'analyst' })).employers.totalCount).toBe(0);
    expect((await graph.data(FIND, { text: '000-6660001' }, { as: 'analyst' })).employers.totalCount).toBe(0);
  });

  test('R-024: a letter or two are the beginning of names, page after page, each with a score', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { employers }: Data = await graph.data(FIND, {
        text: 'te',
        filter: { city: 'Rotterdam' },
        first: 50,
        after,
      });
      expect(employers.edges.map(({ score }: Data) => typeof score)).not.toContain('object');
      seen.push(...employers.edges.map(({ node }: Data) => node.tradeName));
      expect(employers.edges.length).toBeGreaterThan(0);
      after = employers.pageInfo.hasNextPage ? employers.pageInfo.endCursor : null;
      if (!after) expect(seen).toHaveLength(employers.totalCount);
    } while (after);
    expect(seen.filter((name) => /^te/i.test(name)).length).toBeGreaterThan(1);
  });

  test('R-024: a legal form alone finds who bears it; signs alone find nobody', async () => {
    expect(namesOf(await graph.data(FIND, { text: 'B.V.', first: 100 }))).toContain('Grand Joyflex B.V.');
    for (const text of ['%', '_', '&&&', '*', '+', '()'])
      expect((await graph.data(FIND, { text })).employers.totalCount).toBe(0);
  });

  test.each(['%', '  ', "'; drop table employer; --", '(((', '\\', 'a'.repeat(500), 'ß'.repeat(200), '@', '+31'])(
    '%j is words or nothing',
    async (text) => {
      const { employers } = await graph.data(FIND, { text, first: 1 });
      expect(employers.totalCount).toBeGreaterThanOrEqual(0);
    },
  );
});

describe('filters, order, facets and pages', () => {
  /** The demo's own employer in that region. */
  const ofDemo = 1;

  test.each([
    ['regionId', { regionId: 'midden-utrecht' }, ELSEWHERE],
    ['a region of which more than a thousand are not counted', { regionId: 'rijnmond' }, 1_000],
    ['an empty list of sectors', { sectors: [] }, 0],
    ['an unknown holder', { holderId: 'nobody' }, 0],
    ['a portfolio that is none', { portfolioId: 'x' }, 0],
  ])('%s narrows the list', async (_name, filter, count) => {
    const filtered = (await graph.data(FIND, { filter })).employers.totalCount;
    expect(filtered - (count === ELSEWHERE ? ofDemo : 0)).toBe(count);
  });

  test('holderId, withoutHolder and noContactSince are of today and of contact moments', async () => {
    const regionId = 'midden-utrecht';
    const held = await graph.data(FIND, { filter: { regionId, withoutHolder: false } });
    const vacant = await graph.data(FIND, { filter: { regionId, withoutHolder: true } });
    const all = await graph.data(FIND, { filter: { regionId } });
    expect(held.employers.totalCount + vacant.employers.totalCount).toBe(all.employers.totalCount);
    const [{ holder_id }] = (await graph.query(
      "select holder_id from employers.account_holdership where is_main and valid_from <= '2026-03-10' and valid_until is null limit 1",
    )) as [{ holder_id: string }];
    const hers = await graph.data(FIND, { filter: { holderId: holder_id } });
    expect(hers.employers.totalCount).toBeGreaterThan(0);
    const silent = await graph.data(FIND, {
      filter: { regionId, noContactSince: '2026-03-01' },
      orderBy: 'LAST_CONTACT',
      first: 1,
    });
    const [{ n }] = (await graph.query(
      "select count(*)::int as n from employers.employer e where region_id = 'midden-utrecht' and not exists (select from employers.contact_moment c where c.employer_id = e.id and c.occurred_on >= '2026-03-01')",
    )) as [{ n: number }];
    expect(silent.employers.totalCount).toBe(n);
  });

  test.each(['RELEVANCE', 'NAME', 'LAST_CONTACT', 'TIER', 'CITY'])(
    'in order of %s every employer comes once, page by page',
    async (orderBy) => {
      for (const text of [null, 'transport']) {
        const seen: string[] = [];
        let after: string | null = null;
        let total: number;
        do {
          const { employers }: Data = await graph.data(
            `query ($text: String, $filter: EmployerFilter, $after: String, $orderBy: EmployerOrder!) {
              employers(text: $text, filter: $filter, first: 100, after: $after, orderBy: $orderBy) {
                totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
            { text, filter: { sectors: ['Zorg', 'Transport & Logistiek'] }, after, orderBy },
          );
          seen.push(...employers.edges.map((edge: Data) => edge.node.id));
          total = employers.totalCount;
          after = employers.pageInfo.hasNextPage ? employers.pageInfo.endCursor : null;
        } while (after);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toHaveLength(total);
      }
    },
  );

  test('R-024: the next page goes on where this one ended, also when somebody came who fits better', async () => {
    const asked = { text: 'transport qqqzzz', first: 5 };
    const { employers: one } = await graph.data(FIND, asked);
    expect(one.pageInfo.hasNextPage).toBe(true);
    await dossier('Transport Qqqzzz', 'Proef met bladzijden');
    const { employers: two } = await graph.data(
      `query ($after: String) { employers(text: "transport qqqzzz", first: 5, after: $after) {
        edges { node { tradeName } } facets { name values { count } } totalCount } }`,
      { after: one.pageInfo.endCursor },
    );
    expect(two.edges).toHaveLength(5);
    expect(two.totalCount).toBe(one.totalCount + 1);
    const regions = two.facets.find(({ name }: Data) => name === 'regionId').values;
    expect(regions.reduce((sum: number, { count }: Data) => sum + count, 0)).toBe(two.totalCount);
    // Whoever begins anew finds who fits all words.
    expect(namesOf(await graph.data(FIND, asked))).toEqual(['Transport Qqqzzz']);
  });

  test('R-024: names stand in the order of a reader, whatever their capitals and accents', async () => {
    const sector = 'Proef met namen';
    for (const name of ['Zwart', 'van Aalst', 'Éclair', 'IJzer', 'eb en vloed']) await dossier(name, sector);
    const found = await graph.data(FIND, { filter: { sectors: [sector] }, orderBy: 'NAME' });
    expect(namesOf(found)).toEqual(['eb en vloed', 'Éclair', 'IJzer', 'van Aalst', 'Zwart']);
  });

  test('R-024: what a facet counts is what the filter of that value finds', async () => {
    const sector = 'Proef met plaatsen';
    for (const [name, city] of [
      ['Een', 'Den Haag'],
      ['Twee', 'DEN HAAG'],
      ['Drie', 'Den Haag'],
      ['Vier', 'Súdwest'],
    ] as const)
      await dossier(name, sector, city);
    const counted = await graph.data(
      'query ($filter: EmployerFilter) { employers(filter: $filter) { facets { name values { value count } } } }',
      { filter: { sectors: [sector] } },
    );
    const facet = (name: string) => counted.employers.facets.find((one: Data) => one.name === name).values;
    expect(facet('city')).toEqual([
      { value: 'Den Haag', count: 3 },
      { value: 'Súdwest', count: 1 },
    ]);
    for (const { value, count } of facet('city'))
      expect((await graph.data(FIND, { filter: { sectors: [sector], city: value } })).employers.totalCount).toBe(count);
    for (const [name, of] of Object.entries({ sectors: 'sectors', relationStatus: 'relationStatus' }))
      for (const { value, count } of facet(name))
        expect((await graph.data(FIND, { filter: { sectors: [sector], [of]: [value] } })).employers.totalCount).toBe(
          count,
        );
  });

  test.each(['%', '_1', '47.1', '123456'])(
    'R-024: an SBI code that is none (%j) is refused, never a wildcard',
    async (sbiPrefix) => {
      const { errors } = await graph.ask(FIND, { filter: { sbiPrefix } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'filter' });
      expect(errors?.[0]?.message).toMatch(/sbiPrefix/);
    },
  );

  test('a place in another order, or a forged one, is refused or empty, and never an error of the database', async () => {
    const { employers } = await graph.data(FIND, { orderBy: 'CITY', first: 1 });
    const crossed = await graph.ask(FIND, { orderBy: 'TIER', after: employers.pageInfo.endCursor });
    expect(crossed.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    const other = await graph.data(FIND, { orderBy: 'LAST_CONTACT', after: employers.pageInfo.endCursor });
    expect(other.employers.edges).toEqual([]);
  });

  test('facets count what is found by region, sector, tier, status and place', async () => {
    const { employers } = await graph.data(
      '{ employers(filter: { regionId: "midden-utrecht", sectors: ["Zorg"] }, first: 1) { totalCount facets { name values { value count } } } }',
    );
    const facet = (name: string) => employers.facets.find((one: Data) => one.name === name).values;
    expect(facet('sectors')).toEqual([{ value: 'Zorg', count: employers.totalCount }]);
    expect(facet('regionId')).toEqual([{ value: 'midden-utrecht', count: employers.totalCount }]);
    const cities = facet('city').map((value: Data) => value.count);
    expect(cities.reduce((sum: number, n: number) => sum + n, 0)).toBe(employers.totalCount);
    expect(cities).toEqual([...cities].sort((a: number, b: number) => b - a));
  });

  test('a dossier that is renamed is found by its new name at once', async () => {
    const { employers } = await graph.data(
      '{ employers(text: "Test BV Donald", first: 1) { edges { node { id version } } } }',
    );
    const { id, version } = employers.edges[0].node;
    await graph.data(
      'mutation ($input: UpdateEmployerInput!) { updateEmployer(input: $input) { errors { message } } }',
      { input: { id, expectedVersion: version, tradeName: 'Kwikkwekwak Waterwerken' } },
    );
    expect(namesOf(await graph.data(FIND, { text: 'kwikkwekwakk', first: 3 }))[0]).toBe('Kwikkwekwak Waterwerken');
  });
});
