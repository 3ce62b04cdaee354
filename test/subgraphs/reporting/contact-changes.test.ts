import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Event } from '../../../subgraphs/events.js';
import { factOf } from '../../../subgraphs/reporting/facts/fact-of.js';
import { keepFact } from '../../../subgraphs/reporting/facts/keep-fact.js';
import { openReporting } from '../../../subgraphs/reporting/open-reporting.js';
import { alone, type Alone } from '../alone.js';
import { answered, contact, invited, told } from './facts.js';

let reporting: Alone;
const keep = async (...events: Event[]) => {
  for (const event of events) await keepFact(reporting.subgraph.database.em(), event);
};
beforeAll(async () => {
  reporting = await alone(openReporting);
});
afterAll(() => reporting.close());

const at = (recordedAt: string) => ({ recordedAt });
const moment = (contactMomentId: string, data: object = {}) => ({
  employerId: 'e-1',
  contactMomentId,
  typeNumber: 2,
  medium: 'PHONE',
  category: 'OTHER' as const,
  teamId: 'team-ag',
  npsSurveyId: null,
  ...data,
});
const corrected = (id: string, version: number, on: string, known: string, data: object = {}) =>
  told('contact-moment.corrected', { ...moment(id, data), version }, on, at(known));
const merged = (id: string, version: number, intoId: string, known: string, employerId = 'e-1') =>
  told('contact-moment.merged', { employerId, contactMomentId: id, version, intoId }, known.slice(0, 10), at(known));

const report = async (more: object = {}) =>
  (
    await reporting.data(
      `query ($from: Date!, $to: Date!, $teamId: ID, $knownAt: DateTime) {
         contactReport(from: $from, to: $to, teamId: $teamId, knownAt: $knownAt) { typeNumber count visits other npsInvited } }`,
      { from: '2022-03-01', to: '2022-03-31', ...more },
      { as: 'analyst' },
    )
  ).contactReport;
const counts = async (employerId: string, year: number) =>
  (
    await reporting.data(
      `query ($e: [_Any!]!, $year: Int!) { _entities(representations: $e) { ... on Employer { statistics(years: [$year]) {
         contactMomentsPerYear { count } visits { count } nps { responses responseRate } } } } }`,
      { e: [{ __typename: 'Employer', id: employerId }], year },
    )
  )._entities[0].statistics;

describe('R-083: a correction changes what is known now, and not what was known', () => {
  const id = randomUUID();
  beforeAll(() =>
    keep(
      // The last correction comes in first: order is not promised.
      corrected(id, 3, '2022-04-01', '2022-04-10T10:00:00.000Z', {
        category: 'VISIT',
        typeNumber: 3,
        npsSurveyId: 's-9',
      }),
      contact('e-1', '2022-03-02', moment(id)),
      corrected(id, 2, '2022-03-05', '2022-03-20T10:00:00.000Z', { category: 'VISIT' }),
    ),
  );

  test.each([
    ['2022-03-01T00:00:00Z', []],
    ['2022-03-02T10:00:00Z', [{ typeNumber: 2, count: 1, visits: 0, other: 1, npsInvited: 0 }]],
    ['2022-03-20T09:59:59Z', [{ typeNumber: 2, count: 1, visits: 0, other: 1, npsInvited: 0 }]],
    ['2022-03-20T10:00:00Z', [{ typeNumber: 2, count: 1, visits: 1, other: 0, npsInvited: 0 }]],
    ['2022-04-10T09:59:59Z', [{ typeNumber: 2, count: 1, visits: 1, other: 0, npsInvited: 0 }]],
    ['2022-04-10T10:00:00Z', []],
    [null, []],
  ])('as known at %s March holds %j', async (knownAt, rows) => {
    expect(await report({ knownAt })).toEqual(rows);
    expect(await report({ knownAt, teamId: 'team-ag' })).toEqual(rows);
    expect(await report({ knownAt, teamId: 'team-zorg' })).toEqual([]);
  });

  test('now it counts once, where the correction put it', async () => {
    expect(await report({ from: '2022-04-01', to: '2022-04-01' })).toEqual([
      { typeNumber: 3, count: 1, visits: 1, other: 0, npsInvited: 1 },
    ]);
    expect(await counts('e-1', 2022)).toMatchObject({ contactMomentsPerYear: [{ count: 1 }], visits: [{ count: 1 }] });
  });
});

describe('R-080: merged contact moments count as one from then on', () => {
  const [into, other, third] = [randomUUID(), randomUUID(), randomUUID()];
  const known = '2023-03-20T10:00:00.000Z';
  beforeAll(() =>
    keep(
      contact('e-2', '2023-03-02', moment(into, { employerId: 'e-2', npsSurveyId: 's-1' })),
      contact('e-2', '2023-03-04', moment(other, { employerId: 'e-2', npsSurveyId: 's-2' })),
      contact('e-2', '2023-03-05', moment(third, { employerId: 'e-2', typeNumber: 7 })),
      invited('e-2', '2023-03-02', 's-1'),
      invited('e-2', '2023-03-04', 's-2'),
      { ...answered('e-2', '2023-03-06', 's-2', 10), ...at('2023-03-06T10:00:00.000Z') },
      merged(other, 2, into, known, 'e-2'),
      corrected(into, 2, '2023-03-02', known, { employerId: 'e-2', npsSurveyId: 's-2' }),
      told('nps.withdrawn', { employerId: 'e-2', surveyId: 's-1' }, '2023-03-20', at(known)),
    ),
  );
  const march = { from: '2023-03-01', to: '2023-03-31' };

  test('and as many as there were before', async () => {
    const count = async (knownAt: string | null) =>
      (await report({ ...march, knownAt })).map((row: { typeNumber: number; count: number }) => [
        row.typeNumber,
        row.count,
      ]);
    expect(await count('2023-03-20T09:59:59Z')).toEqual([
      [2, 2],
      [7, 1],
    ]);
    expect(await count('2023-03-20T10:00:00Z')).toEqual([
      [2, 1],
      [7, 1],
    ]);
    expect(await count(null)).toEqual([
      [2, 1],
      [7, 1],
    ]);
    expect(await counts('e-2', 2023)).toMatchObject({ contactMomentsPerYear: [{ count: 2 }] });
  });

  test('an invitation that lapsed is no invitation without an answer', async () => {
    const rate = async (knownAt: string | null) =>
      (
        await reporting.data(
          `query ($from: Date!, $to: Date!, $knownAt: DateTime) { npsReport(from: $from, to: $to, knownAt: $knownAt) { responses responseRate } }`,
          { ...march, knownAt },
          { as: 'analyst' },
        )
      ).npsReport;
    const before = await rate('2023-03-20T09:59:59Z');
    const after = await rate(null);
    expect([before.responses, after.responses]).toEqual([1, 1]);
    expect(after.responseRate).toBe(before.responseRate * 2);
    expect((await counts('e-2', 2023)).nps).toEqual({ responses: 1, responseRate: after.responseRate });
  });

  test('handed over twice changes nothing', async () => {
    const event = merged(third, 2, into, '2023-03-21T10:00:00.000Z', 'e-2');
    await keep(event, event);
    expect(await counts('e-2', 2023)).toMatchObject({ contactMomentsPerYear: [{ count: 1 }] });
  });
});

test.each<[string, Event]>([
  ['a first version that is a correction', corrected(randomUUID(), 1, '2022-03-05', '2022-03-20T10:00:00.000Z')],
  ['a correction without a version', told('contact-moment.corrected', moment('x') as never, '2022-03-05')],
  [
    'a merge into nothing',
    told('contact-moment.merged', { employerId: 'e', contactMomentId: 'x', version: 2 } as never, '2022-03-05'),
  ],
])('%s is refused', (_, event) => {
  expect(() => factOf(event)).toThrow();
});
