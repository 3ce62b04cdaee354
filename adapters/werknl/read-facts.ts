import { readFile } from 'node:fs/promises';
import type { WerkNlFact } from './facts.js';

/** Vacancies from a file with one VUM Vacature (JSON) a line. */
export async function readVacancies(file: string | URL): Promise<WerkNlFact[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => ({ vacature: JSON.parse(line) }) as WerkNlFact);
}

/** Places from a CSV file with the columns `pc4`, `lat` and `lon`, in any order, none of them quoted. */
export async function readPlaces(file: string | URL): Promise<WerkNlFact[]> {
  const [head = '', ...lines] = (await readFile(file, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '');
  const [pc4, lat, lon] = ['pc4', 'lat', 'lon'].map((name) => head.split(',').indexOf(name));
  if (pc4 === -1 || lat === -1 || lon === -1) throw new Error('no columns pc4, lat and lon');
  return lines.map((line) => {
    const cells = line.split(',');
    return { kind: 'place', pc4: cells[pc4!]!, latitude: Number(cells[lat!]), longitude: Number(cells[lon!]) };
  });
}
