import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { factsFrom } from '../../../../adapters/sonar/fake-files.js';
import type { Data } from '../../alone.js';
import { jobseekersAlone, type JobseekersAlone } from '../jobseekers-alone.js';

const REFERENCE = new URL('../../../../../shared/reference/', import.meta.url);
const PLACES = fileURLToPath(new URL('data/pc4-centroids.csv', REFERENCE));
const there = existsSync(new URL('vum/acceptance/', REFERENCE)) && existsSync(PLACES);
const described = there ? describe : describe.skip;
if (!there)
  test.skip('../shared/reference does not stand beside the project: VUM’s acceptance questions are not asked of our own store', () => {});
const read = (path: string): string => (there ? readFileSync(new URL(path, REFERENCE), 'utf8') : '');

interface Question {
  nr: number;
  vraagObject: Data;
  expectedIds: string[];
}
const questions = JSON.parse(read('vum/acceptance/queries.json') || '[]') as Question[];
const profiles: Data[] = read('vum/acceptance/profiles.ndjson')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const centroids = new Map(
  read('data/pc4-centroids.csv')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line): [string, [number, number]] => {
      const cells = line.trim().split(',');
      return [cells[0]!, [Number(cells.at(-2)), Number(cells.at(-1))]];
    }),
);

/** The question as our own filter: a criterion that it has no field for fails here. */
function asFilter(vraagObject: Data): Data {
  const filter: Data = {};
  for (const [name, asked] of Object.entries<Data>(vraagObject)) {
    const or = asked.$elemMatch?.$or;
    const all = asked.$all;
    if (name === 'selectiegebied') Object.assign(filter, { postcode: asked.postcode, radiusKm: asked.afstand });
    else if (name === 'contractvorm')
      filter.contractTypes = or.map(
        (one: Data) => ({ O: 'PERMANENT', B: 'TEMPORARY' })[one.codeTypeArbeidscontract.$eq as 'O'],
      );
    else if (name === 'bemiddelingsberoep')
      filter.occupationUris = or.map((one: Data) => one['beroep.codeBeroepsnaam'].$eq);
    else if (name.endsWith('indicatieOnregelmatigWerkOfPloegendienst')) filter.irregular = asked.$eq === 1;
    else if (name.endsWith('indicatieKantoortijden')) filter.officeHours = asked.$eq === 1;
    else if (name.endsWith('aantalWerkurenPerWeekMaximaal')) filter.canWorkHours = asked.$gte;
    else if (name.endsWith('aantalWerkurenPerWeekMinimaal')) filter.contentWithHours = asked.$lte;
    else if (name === 'datumAanvangBeschikbaarVoorWerk') filter.availableFrom = asked.$lte;
    else if (name.endsWith('rijbewijs'))
      filter.allDrivingLicences = all.map((one: Data) => one.$elemMatch.codeSoortRijbewijs.$eq);
    else if (name.endsWith('taalbeheersing'))
      filter.languages = all.map(({ $elemMatch: one }: Data) => ({
        code: one.codeTaal.$eq,
        speaking: one.codeNiveauTaalbeheersingMondeling?.$gte,
        writing: one.codeNiveauTaalbeheersingSchriftelijk?.$gte,
      }));
    else throw new Error(`no field for ${name}`);
  }
  return filter;
}

/** The query language that VUM borrows, read straight from the profiles: knows nothing of our tables. */
function holds(value: Data, condition: Data): boolean {
  return Object.entries<Data>(condition).every(([name, asked]) => {
    if (name === '$eq') return value === asked;
    if (name === '$gte') return value !== undefined && value >= asked;
    if (name === '$lte') return value !== undefined && value <= asked;
    if (name === '$or') return asked.some((one: Data) => holds(value, one));
    if (name === '$elemMatch') return Array.isArray(value) && value.some((item) => holds(item, asked));
    if (name === '$all') return asked.every((one: Data) => holds(value, one));
    return holds(
      name.split('.').reduce((inside: Data, part) => inside?.[part], value),
      asked,
    );
  });
}

/** Kilometres by the spherical law of cosines: another formula than PostgreSQL is given. */
function apart(a: string, b: string): number {
  const radians = [centroids.get(a.slice(0, 4))!, centroids.get(b.slice(0, 4))!]
    .flat()
    .map((degrees) => (degrees / 180) * Math.PI) as [number, number, number, number];
  const [φ1, λ1, φ2, λ2] = radians;
  const cosine = Math.sin(φ1) * Math.sin(φ2) + Math.cos(φ1) * Math.cos(φ2) * Math.cos(λ1 - λ2);
  return 6_371 * Math.acos(Math.min(1, cosine));
}

const SYNCHRONISE = `mutation { synchroniseJobseekers(input: { regionId: "rijnmond", searches: 20 }) {
  synchronisation { finishedAt searches searchesLeft added updated unchanged failed incomplete gone } notices { code } errors { code } } }`;

let open: JobseekersAlone;
/** Synchronises as often as it takes. */
async function synchronise(): Promise<Data> {
  for (;;) {
    const { synchroniseJobseekers: told } = await open.data(SYNCHRONISE, {}, { as: 'admin' });
    expect([told.notices, told.errors]).toEqual([[], []]);
    if (told.synchronisation.finishedAt) return told.synchronisation;
  }
}
const LIST = `query ($filter: JobseekerFilter, $after: String) { jobseekers(purpose: "acceptatie", filter: $filter, first: 100, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { sonarId } } } }`;
const page = async (filter: Data, after: string | null = null): Promise<Data> =>
  (await open.data(LIST, { filter, after })).jobseekers;
const idsOf = ({ edges }: Data): string[] => edges.map((edge: Data) => edge.node.sonarId);

described('VUM’s acceptance questions, asked of our own store', () => {
  let first: Data;
  beforeAll(async () => {
    open = await jobseekersAlone({
      demo: false,
      facts: [...factsFrom(read('data/pc4-centroids.csv')), ...factsFrom(read('vum/acceptance/profiles.ndjson'))],
      jobseekers: {
        placesFile: PLACES,
        synchronisation: { regions: [{ regionId: 'rijnmond', pc4: '3511', km: 999 }], everyMs: null },
      },
    });
    first = await synchronise();
  });
  afterAll(() => open?.close());

  test('are 25, after taking over all 1,000 profiles, though VUM gives 100 at a time', async () => {
    expect(questions).toHaveLength(25);
    expect(first).toMatchObject({
      added: 1_000,
      updated: 0,
      unchanged: 0,
      failed: 0,
      incomplete: 0,
      gone: 0,
      searchesLeft: 0,
    });
    expect(first.searches).toBeLessThan(500);
    const [count] = await open.query('select count(*)::int as people from jobseekers.jobseeker');
    expect(count).toEqual({ people: 1_000 });
  });

  test.each(questions)(
    'question $nr: every profile expected is on the first page',
    async ({ vraagObject, expectedIds }) => {
      const found = idsOf(await page(asFilter(vraagObject)));
      expect(expectedIds.length).toBeGreaterThan(0);
      expect(expectedIds.filter((id) => !found.includes(id))).toEqual([]);
    },
  );

  test.each(questions)(
    'question $nr: all pages together are who answers to it, the nearest first',
    async ({ vraagObject }) => {
      const { selectiegebied, ...criteria } = vraagObject;
      const right = profiles
        .filter((profile) => holds(profile, criteria))
        .map((profile) => ({
          id: profile.idWerkzoekende as string,
          km: apart(selectiegebied.postcode, profile.mobiliteit.bemiddelingspostcode),
        }))
        .filter(({ km }) => km <= selectiegebied.afstand);
      const km = new Map(right.map((one) => [one.id, one.km]));
      const found: string[] = [];
      let after: string | null = null;
      do {
        const one: Data = await page(asFilter(vraagObject), after);
        expect(one.totalCount).toBe(right.length);
        found.push(...idsOf(one));
        after = one.pageInfo.hasNextPage ? one.pageInfo.endCursor : null;
      } while (after);
      expect(found.filter((id) => !km.has(id))).toEqual([]);
      expect(new Set(found).size).toBe(right.length);
      const distances = found.map((id) => km.get(id)!);
      expect(distances.every((one, n) => n === 0 || one >= distances[n - 1]! - 0.01)).toBe(true);
    },
  );

  test('taking over again changes nobody but whose profile changed', async () => {
    expect(await synchronise()).toMatchObject({ added: 0, updated: 0, unchanged: 1_000, gone: 0 });
    const changed = { ...profiles[0], persoonlijkePresentatie: 'Zoekt nu iets anders.' };
    open.sonar.tell([{ kind: 'profile', werkzoekende: changed }]);
    const before = await open.query('select count(*)::int as n from jobseekers.history');
    expect(await synchronise()).toMatchObject({ added: 0, updated: 1, unchanged: 999, gone: 0 });
    const [cv] = await open.query(
      'select presentation from jobseekers.curriculum_vitae c join jobseekers.jobseeker j on j.id = c.jobseeker_id where sonar_id = $1',
      [changed.idWerkzoekende],
    );
    expect(cv).toEqual({ presentation: 'Zoekt nu iets anders.' });
    const after = await open.query('select count(*)::int as n from jobseekers.history');
    expect(Number(after[0]!.n) - Number(before[0]!.n)).toBe(1);
  });
});
