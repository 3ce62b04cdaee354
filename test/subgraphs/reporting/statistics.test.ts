import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { gapsIn } from '../../../subgraphs/authorise.js';
import { access } from '../../../subgraphs/reporting/access.js';
import { keepFact } from '../../../subgraphs/reporting/facts/keep-fact.js';
import { openReporting } from '../../../subgraphs/reporting/open-reporting.js';
import { alone, type Alone } from '../alone.js';
import { answered, contact, invited, placement, vacancy } from './facts.js';

const STATISTICS = `query Statistics($employers: [_Any!]!, $years: [Int!]!) {
  _entities(representations: $employers) { ... on Employer { id statistics(years: $years) {
    placementsPerYear { year count } placementsByTargetGroup { targetGroup count }
    contactMomentsPerYear { year count } visits { year count }
    nps { responses promoters passives detractors score averageScore responseRate } vacancyFillRate
  } } }
}`;

let reporting: Alone;
const statements: string[] = [];
const employers = Array.from({ length: 50 }, () => randomUUID());
const [one, two] = employers as [string, string];
const refer = (...ids: string[]) => ids.map((id) => ({ __typename: 'Employer', id }));

async function statisticsOf(id: string, years: number[]) {
  const data = await reporting.data(STATISTICS, { employers: refer(id), years });
  return data._entities[0].statistics;
}

beforeAll(async () => {
  reporting = await alone(openReporting, { onStatement: (sql) => statements.push(sql) });
  for (const fact of [
    placement(one, '2018-12-31', { targetGroup: 'WWB', vacancyId: 'v-1' }),
    placement(one, '2020-01-01', { targetGroup: 'WW', vacancyId: 'v-1' }),
    placement(one, '2020-06-01', { targetGroup: 'WW', vacancyId: 'v-1' }),
    placement(two, '2020-06-01', { targetGroup: 'WAJONG', vacancyId: 'v-3' }),
    contact(one, '2020-02-01', { category: 'VISIT', medium: 'COMPANY_VISIT' }),
    contact(one, '2020-02-02'),
    contact(one, '2018-02-02', { category: 'UNCATEGORISED', medium: 'LETTER' }),
    // Two positions, three placements: filled once over is not filled twice.
    vacancy(one, '2018-10-01', 'v-1', 2),
    vacancy(one, '2020-10-01', 'v-2', 4),
    invited(one, '2018-12-30', 's-1'),
    answered(one, '2020-01-02', 's-1', 9),
    invited(one, '2020-05-01', 's-2'),
    answered(one, '2020-05-02', 's-2', 6),
    invited(one, '2020-06-01', 's-3'),
  ])
    await keepFact(reporting.subgraph.database.em(), fact);
});
afterAll(() => reporting.close());

test('every field has one rule of access', () => {
  expect(gapsIn(access, reporting.subgraph.schema)).toEqual([]);
});

describe("an employer's statistics", () => {
  test('come from the facts, a year by the day it happened', async () => {
    expect(await statisticsOf(one, [2018, 2019, 2020])).toEqual({
      placementsPerYear: [
        { year: 2018, count: 1 },
        { year: 2019, count: 0 },
        { year: 2020, count: 2 },
      ],
      placementsByTargetGroup: [
        { targetGroup: 'WAJONG', count: 0 },
        { targetGroup: 'WGA', count: 0 },
        { targetGroup: 'WW', count: 2 },
        { targetGroup: 'WWB', count: 1 },
        { targetGroup: 'OTHER', count: 0 },
      ],
      contactMomentsPerYear: [
        { year: 2018, count: 1 },
        { year: 2019, count: 0 },
        { year: 2020, count: 2 },
      ],
      visits: [
        { year: 2018, count: 0 },
        { year: 2019, count: 0 },
        { year: 2020, count: 1 },
      ],
      nps: { responses: 2, promoters: 1, passives: 0, detractors: 1, score: 0, averageScore: 7.5, responseRate: 0.667 },
      vacancyFillRate: 0.333,
    });
  });

  test('keep the order asked; a year asked twice is listed twice and counted once', async () => {
    const { placementsPerYear, placementsByTargetGroup } = await statisticsOf(one, [2020, 2018, 2020]);
    expect(placementsPerYear.map(({ year, count }: { year: number; count: number }) => [year, count])).toEqual([
      [2020, 2],
      [2018, 1],
      [2020, 2],
    ]);
    expect(placementsByTargetGroup[2]).toEqual({ targetGroup: 'WW', count: 2 });
  });

  test('the response is of the invitations of the years, whenever the answer came', async () => {
    expect((await statisticsOf(one, [2018])).nps).toMatchObject({ responses: 0, score: null, responseRate: 1 });
    expect((await statisticsOf(one, [2018])).vacancyFillRate).toBe(1);
    expect((await statisticsOf(one, [2020])).nps.responseRate).toBe(0.5);
  });

  test('are noughts and unknowns for an employer of whom nothing is known', async () => {
    expect(await statisticsOf(randomUUID(), [2020])).toMatchObject({
      placementsPerYear: [{ year: 2020, count: 0 }],
      nps: { responses: 0, score: null, averageScore: null, responseRate: null },
      vacancyFillRate: null,
    });
  });

  test('of 50 employers take two statements, also when years differ', async () => {
    statements.length = 0;
    const data = await reporting.data(
      `query ($employers: [_Any!]!) { _entities(representations: $employers) { ... on Employer { id
        a: statistics(years: [2018, 2020]) { nps { score } placementsPerYear { count } vacancyFillRate }
        b: statistics(years: [2019]) { contactMomentsPerYear { count } }
      } } }`,
      { employers: refer(...employers) },
    );
    expect(statements).toHaveLength(2);
    expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(employers);
    expect(data._entities[1].a.placementsPerYear).toEqual([{ count: 0 }, { count: 1 }]);
  });

  test.each([
    [[], 'noem 1 tot en met 50 jaren.'],
    [Array.from({ length: 51 }, (_, n) => 2000 + n), 'noem 1 tot en met 50 jaren.'],
    [[2020, 1989], 'kies jaren van 1990 tot en met 2100.'],
    [[2101], 'kies jaren van 1990 tot en met 2100.'],
  ])('refuse the years %j, naming the argument', async (years, rule) => {
    const answer = await reporting.ask(STATISTICS, { employers: refer(one), years });
    expect(answer.errors).toMatchObject([
      {
        message: `Ongeldige waarde voor years: ${rule}`,
        path: ['_entities', 0, 'statistics'],
        extensions: { code: 'BAD_USER_INPUT', argument: 'years' },
      },
    ]);
    expect(answer.data._entities).toEqual([{ id: one, statistics: null }]);
  });

  test('are not for who did not log in', async () => {
    const answer = await reporting.ask(STATISTICS, { employers: refer(one), years: [2020] }, { as: null });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});
