import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sonarDemoFacts } from '../../../../adapters/sonar/demo-facts.js';
import { synchronisedRegions } from '../../../../demo/places.js';
import { jobseekerId } from '../../../../demo/jobseekers.js';
import type { Data } from '../../alone.js';
import { jobseekersAlone, type JobseekersAlone } from '../jobseekers-alone.js';

let open: JobseekersAlone;
beforeAll(async () => {
  open = await jobseekersAlone({
    facts: [
      ...sonarDemoFacts,
      {
        kind: 'profile',
        werkzoekende: {
          idWerkzoekende: 'VUM-A',
          mobiliteit: { bemiddelingspostcode: '3021AA' },
          arbeidsmarktkwalificatie: {
            rijbewijs: [{ codeSoortRijbewijs: 'CE' }],
            taalbeheersing: [
              { codeTaal: 'nld', codeNiveauTaalbeheersingMondeling: 2, codeNiveauTaalbeheersingSchriftelijk: 8 },
              { codeTaal: 'pol', codeNiveauTaalbeheersingMondeling: 4 },
            ],
          },
          indicatieLdrRegistratie: 1,
        },
      },
      { kind: 'profile', werkzoekende: { idWerkzoekende: 'VUM-B', mobiliteit: { bemiddelingspostcode: '3511AA' } } },
    ],
    jobseekers: { synchronisation: { regions: synchronisedRegions, everyMs: null } },
  });
  for (const { regionId } of synchronisedRegions)
    await open.data(
      'mutation ($id: ID!) { synchroniseJobseekers(input: { regionId: $id }) { errors { code } } }',
      { id: regionId },
      { as: 'admin' },
    );
  for (const n of [6, 7])
    await open.data(
      'mutation ($id: ID!) { refreshJobseeker(input: { id: $id, sources: [DOELGROEPENREGISTER] }) { errors { code } } }',
      { id: jobseekerId(n) },
    );
});
afterAll(() => open.close());

const LIST =
  'query ($filter: JobseekerFilter, $first: Int! = 100, $after: String) { jobseekers(purpose: "test", filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { sonarId } } } }';
const ids = async (filter: object): Promise<string[]> =>
  (await open.data(LIST, { filter })).jobseekers.edges.map((edge: Data) => edge.node.sonarId);
const OCCUPATION = 'https://linkeddata.competentnl.nl/uwv/id/occupation/';

test.each<[string, object, string[]]>([
  ['one of several occupations', { occupationUris: [`${OCCUPATION}DEMO000002`, `${OCCUPATION}X`] }, ['VUM-DEMO-0002']],
  [
    'all of several licences, a heavier one including the lighter',
    { allDrivingLicences: ['C', 'BE'], regionIds: ['rijnmond'] },
    ['SNR-000001', 'SNR-000002', 'SNR-000003', 'SNR-000007', 'VUM-A'],
  ],
  ['a language', { languages: [{ code: 'pol' }] }, ['VUM-A']],
  ['a language at a level', { languages: [{ code: 'nld', speaking: 3 }, { code: 'pol' }] }, []],
  ['a level that does not apply', { languages: [{ code: 'nld', writing: 1 }, { code: 'pol' }] }, []],
  [
    'two languages',
    {
      languages: [
        { code: 'nld', speaking: 2 },
        { code: 'pol', speaking: 4 },
      ],
    },
    ['VUM-A'],
  ],
  ['a form of contract', { contractTypes: ['PERMANENT'], postcode: '3011', radiusKm: 0 }, ['VUM-DEMO-0001']],
  ['who can work so many hours', { canWorkHours: 48 }, ['SNR-000001', 'SNR-000007']],
  ['who is content with so few', { contentWithHours: 8 }, ['VUM-DEMO-0003']],
  ['no office hours wanted', { officeHours: false }, []],
  [
    'regular hours only',
    { irregular: false, allDrivingLicences: ['AM'], regionIds: ['midden-utrecht'] },
    ['SNR-000021', 'VUM-DEMO-0004'],
  ],
  ['nobody but who lies near', { postcode: '3011 ab', radiusKm: 0 }, ['SNR-000017', 'VUM-DEMO-0001']],
  ['in the register: of who is known', { inTargetGroupRegister: true }, ['SNR-000006', 'VUM-A']],
  [
    'not in the register: of who is known',
    { inTargetGroupRegister: false },
    ['SNR-000007', 'VUM-DEMO-0001', 'VUM-DEMO-0002', 'VUM-DEMO-0003', 'VUM-DEMO-0004'],
  ],
  [
    'lists that are empty',
    { occupationUris: [], allDrivingLicences: [], languages: [], contractTypes: [], postcode: '3011', radiusKm: 0 },
    ['SNR-000017', 'VUM-DEMO-0001'],
  ],
])('a list narrowed by %s', async (_, filter, found) => {
  expect(await ids(filter)).toEqual(found);
});

test('the nearest come first, page by page, and none beyond the distance', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { jobseekers }: Data = await open.data(LIST, {
      filter: { postcode: '3011AA', radiusKm: 8 },
      first: 3,
      after,
    });
    expect(jobseekers.totalCount).toBeGreaterThan(6);
    seen.push(...jobseekers.edges.map((edge: Data) => edge.node.sonarId));
    after = jobseekers.pageInfo.hasNextPage ? jobseekers.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(0, 2)).toEqual(['SNR-000017', 'VUM-DEMO-0001']);
  const kilometres = await open.query(
    `select j.sonar_id, jobseekers.kilometres(c.latitude, c.longitude, a.latitude, a.longitude) as km
     from jobseekers.jobseeker j join jobseekers.postcode_area a on a.pc4 = j.postcode_area
     cross join jobseekers.postcode_area c where c.pc4 = '3011' order by km, sonar_id`,
  );
  expect(seen).toEqual(kilometres.filter(({ km }) => Number(km) <= 8).map(({ sonar_id }) => sonar_id));
});

describe('is refused with the field and the rule', () => {
  test.each<[object, string, RegExp]>([
    [{ postcode: '0311AB', radiusKm: 5 }, 'filter.postcode', /vorm 3011/],
    [{ postcode: 'Rotterdam', radiusKm: 5 }, 'filter.postcode', /vorm 3011/],
    [{ postcode: '9999', radiusKm: 5 }, 'filter.postcode', /9999 ligt, is niet bekend/],
    [{ postcode: '3011' }, 'filter.radiusKm', /afstand in kilometers/],
    [{ radiusKm: 5 }, 'filter.postcode', /ook een postcode/],
    [{ postcode: '3011', radiusKm: -1 }, 'filter.radiusKm', /0 tot en met 999/],
    [{ postcode: '3011', radiusKm: 1_000 }, 'filter.radiusKm', /0 tot en met 999/],
    [{ canWorkHours: 0 }, 'filter.canWorkHours', /1 tot en met 99/],
    [{ contentWithHours: 100 }, 'filter.contentWithHours', /1 tot en met 99/],
    [{ languages: [{ code: 'NL' }] }, 'filter.languages.code', /drie kleine letters/],
    [{ languages: [{ code: 'nld', speaking: 5 }] }, 'filter.languages.speaking', /1 tot en met 4/],
    [{ occupationUris: Array(101).fill('x') }, 'filter.occupationUris', /hoogstens 100/],
  ])('%j', async (filter, argument, message) => {
    const { errors } = await open.ask(LIST, { filter });
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(errors![0]!.message).toMatch(message);
  });

  test('a cursor of another list', async () => {
    for (const after of ['x', Buffer.from('["SNR-000001"]').toString('base64url')]) {
      const { errors } = await open.ask(LIST, { after });
      expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
  });
});
