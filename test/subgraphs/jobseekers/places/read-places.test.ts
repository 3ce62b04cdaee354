import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPlaces } from '../../../../adapters/sonar/demo-places.js';
import { sonarDemoFacts } from '../../../../adapters/sonar/demo-facts.js';
import { jobseekers } from '../../../../demo/jobseekers.js';
import { places } from '../../../../demo/places.js';
import { openJobseekers } from '../../../../subgraphs/jobseekers/open-jobseekers.js';
import { readPlaces } from '../../../../subgraphs/jobseekers/places/read-places.js';
import { alone } from '../../alone.js';

const folder = mkdtempSync(join(tmpdir(), 'places-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (text: string): string => {
  const name = join(folder, `${Math.random()}.csv`);
  writeFileSync(name, text);
  return name;
};

test.each([
  ['in any order of columns', 'lat,lon,pc4\n51.9,4.5,3011\n'],
  ['with a name between, which may hold a comma', 'pc4,plaats,lat,lon\r\n3011,"Rotterdam, centrum",51.9,4.5\r\n\r\n'],
  ['with a byte order mark', '\uFEFFpc4,lat,lon\n3011,51.9,4.5'],
])('places are read %s', async (_, text) => {
  expect(await readPlaces(file(text))).toEqual([{ pc4: '3011', latitude: 51.9, longitude: 4.5 }]);
});

test.each([
  ['no columns', '3011,51.9,4.5\n', /regel 1 noemt geen pc4, lat en lon/],
  ['no number', 'pc4,lat,lon\n3011,51.9,4.5\n3012,noord,4.5\n', /regel 3 is geen postcodegebied/],
  ['an empty cell', 'pc4,lat,lon\n3011,,4.5\n', /regel 2/],
  ['no postcode area', 'pc4,lat,lon\n0311,51.9,4.5\n', /regel 2/],
  ['a place outside the world', 'pc4,lat,lon\n3011,91,4.5\n', /regel 2/],
])('a file with %s is refused, with its line', async (_, text, told) => {
  await expect(readPlaces(file(text))).rejects.toThrow(told);
});

test('a subgraph with such a file knows its places, over those of the demo; a file that is not there is refused', async () => {
  const text = 'pc4,lat,lon\n3011,50,5\n9711,53.2,6.6\n';
  const open = await alone((options) => openJobseekers({ ...options, placesFile: file(text) }));
  try {
    const rows = await open.query("select * from jobseekers.postcode_area where pc4 in ('3011', '9711') order by pc4");
    expect(rows).toEqual([
      { pc4: '3011', latitude: 50, longitude: 5 },
      { pc4: '9711', latitude: 53.2, longitude: 6.6 },
    ]);
  } finally {
    await open.close();
  }
  await expect(readPlaces(join(folder, 'none.csv'))).rejects.toThrow(/ENOENT/);
});

describe('the demo of the subgraph and that of Sonar’s fake', () => {
  test('know the same places', () => {
    expect(places.map((place) => ({ kind: 'place', ...place }))).toEqual(demoPlaces);
  });

  test('know the same people, but for one of whom nobody knows anything', () => {
    const known = new Map(
      sonarDemoFacts.flatMap((fact) =>
        fact.kind === 'person' ? [[fact.bsn, `${fact.firstNames} ${fact.surname}`]] : [],
      ),
    );
    const people = jobseekers('2026-03-10');
    expect(people.slice(0, -1).map(({ bsn }) => known.get(bsn))).toEqual(people.slice(0, -1).map(({ name }) => name));
    expect(known.has(people.at(-1)!.bsn)).toBe(false);
    const pc4s = new Map(
      sonarDemoFacts.flatMap((fact) => (fact.kind === 'person' ? [[fact.bsn, fact.postcode?.slice(0, 4)]] : [])),
    );
    for (const { bsn, postcodeArea } of people.slice(0, -1)) expect(pc4s.get(bsn)).toBe(postcodeArea);
  });
});
