import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Data } from '../alone.js';
import { vacanciesAlone, type VacanciesAlone } from './vacancies-alone.js';

/** How long an answer counts as fresh here, in milliseconds. */
const FRESH_MS = 2_000;

let vacancies: VacanciesAlone;
beforeAll(async () => {
  vacancies = await vacanciesAlone({ client: { lifetimes: { search: FRESH_MS }, deadlineMs: 1_500, staleRestMs: 10 } });
});
afterAll(() => vacancies.close());
afterEach(() => vacancies.fake.lift());

const SEARCH = `query ($input: VacancySearchInput!) { externalVacancies(input: $input) {
  status { source freshness retrievedAt message } more
  vacancies { id title employerName postcode minimumLevel hoursMin hoursMax irregularHours drivingLicences websites } } }`;
const search = async (input: Record<string, unknown>): Promise<Data> =>
  (await vacancies.data(SEARCH, { input }, { as: 'matchmaker' })).externalVacancies;
const NEAR = { postcode: '3118 AB', distanceKm: 1 };
const calls = () => vacancies.fake.calls().total;

describe('the national supply on werk.nl (R-005)', () => {
  test('is found near a postcode, whoever it is of', async () => {
    const { status, vacancies: found, more } = await search({ ...NEAR, drivingLicences: ['B'], minimumHoursUpTo: 20 });
    expect(status).toMatchObject({ source: 'WERK_NL', freshness: 'FRESH', message: null });
    expect(more).toBe(false);
    expect(found).toEqual([
      {
        id: 'demo-2',
        title: 'Bezorger',
        employerName: 'Voorbeeld Pakketten BV',
        postcode: '3118AB',
        minimumLevel: 2,
        hoursMin: 16,
        hoursMax: 32,
        irregularHours: false,
        drivingLicences: ['B'],
        websites: [],
      },
    ]);
  });

  test('narrows down by everything that is asked', async () => {
    const wide = { postcode: '3511 AA', distanceKm: 1 };
    const dutch = (speakingAtLeast: number) => ({ ...wide, languages: [{ code: 'nld', speakingAtLeast }] });
    expect((await search(dutch(3))).vacancies).toMatchObject([{ title: 'Verzorgende' }]);
    expect((await search(dutch(4))).vacancies).toEqual([]);
    expect((await search({ ...wide, levelAtLeast: 5 })).vacancies).toEqual([]);
  });

  test('costs one call when it is not known, and none when it is', async () => {
    const asked = { postcode: '1012 AB', distanceKm: 3 };
    const before = calls();
    await Promise.all(Array.from({ length: 10 }, () => search(asked)));
    expect(calls() - before).toBe(1);
    await search(asked);
    expect(calls() - before).toBeLessThanOrEqual(2);
  });

  test.each(['hang', '503', 'html', 'ok-with-error'] as const)(
    '%s: no list and no error, but werk.nl is told to be away, without an address',
    async (kind) => {
      await vacancies.fake.fault({ kind, pathPrefix: '/api' });
      const answer = await search({
        postcode: '3021 AB',
        distanceKm: { hang: 1, '503': 2, html: 3, 'ok-with-error': 4 }[kind],
      });
      expect(answer).toMatchObject({
        vacancies: null,
        more: null,
        status: { freshness: 'UNAVAILABLE', retrievedAt: null },
      });
      expect(answer.status.message).toMatch(/^werk\.nl .*\.$/);
      expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|http|:\d{4}"/);
    },
  );

  test('what was found before is shown with its age while werk.nl is silent', async () => {
    // The breaker may still be open of what went before.
    await sleep(30);
    const { vacancies: found } = await search({ ...NEAR, distanceKm: 9 });
    await sleep(FRESH_MS + 20);
    await vacancies.fake.fault({ kind: '503', pathPrefix: '/api' });
    const later = await search({ ...NEAR, distanceKm: 9 });
    expect(later.vacancies).toEqual(found);
    expect(later.status).toMatchObject({
      freshness: 'STALE',
      message: expect.stringMatching(/^werk\.nl antwoordt nu niet\. U ziet de uitkomst van \d+ .*\.$/),
    });
  });
});

describe('a question that cannot be', () => {
  const rows: [string, Record<string, unknown>, RegExp][] = [
    ['a postcode of four digits', { postcode: '3118' }, /postcode/],
    ['a distance of 1000', { distanceKm: 1_000 }, /afstand/],
    ['a distance below 0', { distanceKm: -1 }, /afstand/],
    ['100 hours', { minimumHoursUpTo: 100 }, /uren/],
    ['level 7', { levelAtLeast: 7 }, /niveau/],
    ['a licence that is none', { drivingLicences: ['b'] }, /rijbewijs/],
    ['21 licences', { drivingLicences: Array<string>(21).fill('B') }, /20 rijbewijzen/],
    ['a language of two letters', { languages: [{ code: 'nl' }] }, /taalcode/],
    ['a language level of 5', { languages: [{ code: 'nld', writingAtLeast: 5 }] }, /taalniveau/],
  ];
  test.each(rows)('%s is refused in Dutch, and werk.nl is not asked', async (_what, change, told) => {
    const before = calls();
    const { data, errors } = await vacancies.ask(SEARCH, { input: { ...NEAR, ...change } }, { as: 'matchmaker' });
    expect(data!.externalVacancies).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'input' } }]);
    expect(errors![0]!.message).toMatch(told);
    expect(calls()).toBe(before);
  });

  test('of who may not ask, neither', async () => {
    const { errors } = await vacancies.ask(SEARCH, { input: NEAR }, { as: 'analyst' });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
