import { readFile } from 'node:fs/promises';
import type { Place } from './keep-places.js';

/**
 * Where postcode areas lie, from a file with commas between its columns, of which the first line names `pc4`, `lat` and
 * `lon`; others are let be, and a name of a place may hold a comma.
 * @throws Error that names the file and the line
 */
export async function readPlaces(file: string): Promise<Place[]> {
  const [head = '', ...lines] = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = head.split(',').map((name) => name.trim());
  const at = (name: string): number => columns.indexOf(name);
  if (Math.min(at('pc4'), at('lat'), at('lon')) < 0) throw new Error(`${file}: regel 1 noemt geen pc4, lat en lon`);
  return lines.flatMap((line, n) => {
    if (!line.trim()) return [];
    const cells = line.split(',');
    // From the end, past a name with commas; the first column has nothing before it.
    const cell = (name: string): string =>
      (at(name) === 0 ? cells[0] : cells.at(at(name) - columns.length))?.trim() ?? '';
    const [latitude, longitude] = [Number(cell('lat') || NaN), Number(cell('lon') || NaN)];
    const inside = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    if (!/^[1-9]\d{3}$/.test(cell('pc4')) || !inside)
      throw new Error(`${file}: regel ${n + 2} is geen postcodegebied met een plaats`);
    return [{ pc4: cell('pc4'), latitude, longitude }];
  });
}
