import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Event } from '../../../subgraphs/events.js';
import { keepFact } from '../../../subgraphs/reporting/facts/keep-fact.js';
import { openReporting } from '../../../subgraphs/reporting/open-reporting.js';
import { alone, type Alone } from '../alone.js';
import { answered, contact, invited, placement, vacancy } from './facts.js';

const [kept, gone, last] = [randomUUID(), randomUUID(), randomUUID()];
let reporting: Alone;

const merged = (keepId: string, mergedIds: string[], recordedAt: string): Event => ({
  id: randomUUID(),
  type: 'employer.merged',
  occurredOn: recordedAt.slice(0, 10),
  recordedAt,
  actorId: 'prof-05',
  data: { employerId: keepId, keepId, mergedIds },
});

const placementsOf = async (id: string) => {
  const { _entities } = await reporting.data(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Employer { statistics(years: [2020]) {
      placementsPerYear { count } contactMomentsPerYear { count } nps { responses } vacancyFillRate } } } }`,
    { of: [{ __typename: 'Employer', id }] },
  );
  const { placementsPerYear, contactMomentsPerYear, nps, vacancyFillRate } = _entities[0].statistics;
  return [placementsPerYear[0].count, contactMomentsPerYear[0].count, nps.responses, vacancyFillRate];
};

beforeAll(async () => {
  reporting = await alone(openReporting);
  for (const fact of [
    placement(kept, '2020-03-01', { vacancyId: 'v-1' }),
    placement(gone, '2020-04-01', { vacancyId: 'v-2' }),
    vacancy(kept, '2020-01-01', 'v-1', 1),
    vacancy(gone, '2020-01-01', 'v-2', 3),
    contact(gone, '2020-02-01'),
    invited(gone, '2020-02-01', 's-1'),
    answered(gone, '2020-02-10', 's-1', 9),
  ])
    await keepFact(reporting.subgraph.database.em(), fact);
});
afterAll(() => reporting?.close());

test('R-043: what is known of a merged dossier counts for the kept one from then on, also through a second merge', async () => {
  expect(await placementsOf(kept)).toEqual([1, 0, 0, 1]);
  const em = () => reporting.subgraph.database.em();
  const event = merged(kept, [gone], '2026-03-01T10:00:00.000Z');
  await keepFact(em(), event);
  await keepFact(em(), event);
  expect(await placementsOf(kept)).toEqual([2, 1, 1, 0.5]);
  await keepFact(em(), merged(last, [kept], '2026-03-02T10:00:00.000Z'));
  expect(await placementsOf(last)).toEqual([2, 1, 1, 0.5]);
});

test('R-043: a report as known before the merge is what it was, and no fact changed', async () => {
  const rows = async (knownAt: string) =>
    (
      await reporting.data(
        `query ($knownAt: DateTime) { placementReport(from: "2020-01-01", to: "2020-12-31", by: EMPLOYER, knownAt: $knownAt) { key placements } }`,
        { knownAt },
        { as: 'analyst' },
      )
    ).placementReport.map(({ key, placements }: { key: string; placements: number }) => [key, placements]);
  const apart = [
    [kept, 1],
    [gone, 1],
  ].sort();
  expect((await rows('2026-02-28T00:00:00Z')).sort()).toEqual(apart);
  expect(await rows('2026-03-01T12:00:00Z')).toEqual([[kept, 2]]);
  expect(await rows('2026-03-03T00:00:00Z')).toEqual([[last, 2]]);
  const facts = await reporting.query(
    "select employer_id from reporting.fact where kind = 'placement.registered' order by employer_id",
  );
  expect(facts.map(({ employer_id }) => employer_id)).toEqual([kept, gone].sort());
});
