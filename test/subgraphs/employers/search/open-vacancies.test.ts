import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { populate } from '../../../../bench/population/employers.js';
import { testCompanies } from '../../../../demo/employers.js';
import { takeInActivity } from '../../../../subgraphs/employers/pyramid/take-in-activity.js';
import { filterSql } from '../../../../subgraphs/employers/search/filter-sql.js';
import type { Event } from '../../../../subgraphs/events.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const FIND = `query ($text: String, $filter: EmployerFilter, $first: Int! = 25, $after: String, $orderBy: EmployerOrder! = NAME) {
  employers(text: $text, filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor } facets { name values { value count } } edges { node { id tradeName } } } }`;

const TODAY = '2026-03-10';
/** Few enough to be counted whole. */
const POPULATION = 600;
/** What is told of every seventh employer: whether it then has an open vacancy. */
const TOLD: [kind: string, began: string | null, ended: string | null, open: boolean][] = [
  ['VACANCY', '2026-01-05', null, true],
  ['VACANCY', TODAY, null, true],
  ['VACANCY', '2026-03-11', null, false],
  ['VACANCY', '2025-12-01', '2026-02-01', false],
  ['VACANCY', null, '2026-02-01', false],
  ['PLACEMENT', '2026-02-01', null, false],
];

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
  const owner = new pg.Client({ connectionString: graph.url });
  await owner.connect();
  try {
    await populate(owner, 0, POPULATION / 2);
    await populate(owner, POPULATION / 2, POPULATION, 'midden-utrecht');
  } finally {
    await owner.end();
  }
  for (const [n, [kind, began, ended]] of TOLD.entries())
    await graph.query(
      `insert into employers.employer_activity (id, employer_id, kind, began_on, ended_on)
       select gen_random_uuid(), id, $1, $2, $3 from (select id, row_number() over (order by id) % 7 as n from employers.employer) e where n = $4`,
      [kind, began, ended, n],
    );
});
afterAll(() => graph?.close());

const find = async (given: Record<string, unknown>) => (await graph.data(FIND, given)).employers;
const total = async (filter: Record<string, unknown> | null, text?: string): Promise<number> =>
  (await find({ filter, text, first: 1 })).totalCount;
const idsOf = (found: Data): string[] => found.edges.map((edge: Data) => edge.node.id);
/** Counted without what searching is made of. */
const counted = async (where = 'true'): Promise<number> =>
  (
    await graph.query(
      `select count(distinct e.id)::int as n from employers.employer e join employers.employer_activity a on a.employer_id = e.id
       where a.kind = 'VACANCY' and a.ended_on is null and a.began_on <= '${TODAY}' and e.merged_into_id is null and ${where}`,
    )
  )[0]!.n as number;
const takeIn = (type: string, occurredOn: string, data: object) =>
  takeInActivity(graph.subgraph.database.em(), {
    id: randomUUID(),
    type,
    occurredOn,
    recordedAt: '2026-03-01T09:00:00Z',
    actorId: null,
    data,
  } as Event);

describe('R-024: employers with open vacancies', () => {
  test('are as many as a plain count says, and those without are all others', async () => {
    const [all, having, without] = [
      await total(null),
      await total({ hasOpenVacancies: true }),
      await total({ hasOpenVacancies: false }),
    ];
    expect(having).toBe(await counted());
    expect(having).toBeGreaterThan(POPULATION / 7);
    expect(without).toBe(all - having);
    expect(await total({ hasOpenVacancies: null })).toBe(all);
  });

  test('are counted together with another filter and with words', async () => {
    expect(await total({ regionId: 'midden-utrecht', hasOpenVacancies: true })).toBe(
      await counted("e.region_id = 'midden-utrecht'"),
    );
    const [any, having, without] = [
      await total(null, 'zorg'),
      await total({ hasOpenVacancies: true }, 'zorg'),
      await total({ hasOpenVacancies: false }, 'zorg'),
    ];
    expect(having).toBeGreaterThan(0);
    expect(having + without).toBe(any);
  });

  test('facets count them alone', async () => {
    const { facets, totalCount } = await find({ filter: { hasOpenVacancies: true }, first: 1 });
    const regions = facets.find((one: Data) => one.name === 'regionId').values;
    expect(regions.reduce((sum: number, { count }: Data) => sum + count, 0)).toBe(totalCount);
    for (const { value, count } of regions) expect(count).toBe(await counted(`e.region_id = '${value}'`));
  });

  test.each(['NAME', 'LAST_CONTACT', 'TIER', 'CITY', 'RELEVANCE'])(
    'come once, page by page, in order of %s, also when vacancies open and close in between',
    async (orderBy) => {
      const filter = { hasOpenVacancies: true };
      const before = new Set<string>();
      const read = async (seen: (ids: string[]) => Promise<void>) => {
        let after: string | null = null;
        do {
          const found: Data = await find({ filter, orderBy, first: 40, after });
          await seen(idsOf(found));
          after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
        } while (after);
      };
      await read(async (ids) => void ids.forEach((id) => before.add(id)));
      expect(before.size).toBe(await counted());
      const seen: string[] = [];
      await read(async (ids) => {
        seen.push(...ids);
        // The first of those already seen closes its vacancy: the places after it stay what they were.
        await graph.query(
          "update employers.employer_activity set ended_on = $2 where employer_id = $1 and kind = 'VACANCY'",
          [seen[0], TODAY],
        );
      });
      await graph.query(
        "update employers.employer_activity set ended_on = null where employer_id = $1 and kind = 'VACANCY'",
        [seen[0]],
      );
      expect(new Set(seen).size).toBe(seen.length);
      expect(new Set(seen)).toEqual(before);
    },
  );

  test('change with what vacancies tell: opened, not before its day, and closed', async () => {
    const [employerId, vacancyId] = [testCompanies[2]!.id, randomUUID()];
    await graph.query('update employers.employer_activity set ended_on = $2 where employer_id = $1', [
      employerId,
      TODAY,
    ]);
    const has = async () =>
      idsOf(await find({ filter: { hasOpenVacancies: true }, text: 'Grand Joyflex' })).includes(employerId);
    expect(await has()).toBe(false);
    await takeIn('vacancy.opened', TODAY, { employerId, vacancyId, positions: 1, number: '1' });
    expect(await has()).toBe(true);
    await takeIn('vacancy.closed', TODAY, { employerId, vacancyId, status: 'FULFILLED' });
    expect(await has()).toBe(false);
    await takeIn('vacancy.opened', '2026-03-11', { employerId, vacancyId: randomUUID(), positions: 1, number: '2' });
    expect(await has()).toBe(false);
  });

  test('after a merge the dossier that is kept has the vacancies of both, and the other is not found', async () => {
    const [kept, merged] = [testCompanies[0]!.id, testCompanies[1]!.id];
    await graph.query('update employers.employer_activity set ended_on = $2 where employer_id = $1', [kept, TODAY]);
    await takeIn('vacancy.opened', TODAY, { employerId: merged, vacancyId: randomUUID(), positions: 1, number: '3' });
    const before = await total({ hasOpenVacancies: true });
    const input = { keepId: kept, mergeIds: [merged], reason: 'Blijkt hetzelfde bedrijf te zijn.', dryRun: false };
    const { mergeEmployers } = await graph.data(
      'mutation ($input: MergeEmployersInput!) { mergeEmployers(input: $input) { errors { message } } }',
      { input },
      { as: 'manager' },
    );
    expect(mergeEmployers.errors).toEqual([]);
    const found = idsOf(await find({ filter: { hasOpenVacancies: true }, text: 'Test', first: 100 }));
    expect(found).toContain(kept);
    expect(found).not.toContain(merged);
    expect(await total({ hasOpenVacancies: true })).toBe(before);
    expect(before).toBe(await counted());
  });
});

test('a search that does not ask for vacancies does not look at them', () => {
  expect(filterSql({ regionId: 'rijnmond', withoutHolder: true, hasOpenVacancies: null }, TODAY).sql).not.toContain(
    'employer_activity',
  );
});
