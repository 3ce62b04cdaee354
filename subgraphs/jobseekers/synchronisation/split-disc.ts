import type { EntityManager } from '../../database.js';
import type { Place } from '../places/keep-places.js';

/** Everything within `km` of the middle of a postcode area. */
export interface Disc {
  pc4: string;
  /** Whole kilometres, as VUM asks them. */
  km: number;
  /** The postcode areas for whose sake it is asked; absent: all that lie in it. */
  areas?: string[];
}

const EARTH_KM = 6_371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres along the great circle (haversine), as `kilometres` in the database. */
export function apart(a: Place, b: Place): number {
  const h =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** From the least to the greatest. */
const span = (values: number[]): [number, number] =>
  values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);

/** The smallest disc around the area nearest to the middle of `places` that holds them all. */
function around(places: Place[]): Disc {
  const [south, north] = span(places.map(({ latitude }) => latitude));
  const [west, east] = span(places.map(({ longitude }) => longitude));
  const middle = { pc4: '', latitude: (south + north) / 2, longitude: (west + east) / 2 };
  const centre = places.reduce((best, place) => (apart(place, middle) < apart(best, middle) ? place : best));
  const km = Math.ceil(Math.max(...places.map((place) => apart(centre, place))));
  return { pc4: centre.pc4, km, areas: places.map(({ pc4 }) => pc4) };
}

/** The places in two, north and south or east and west of each other, whichever lies further apart. */
function halves(places: Place[]): Place[][] {
  const [south, north] = span(places.map(({ latitude }) => latitude));
  const [west, east] = span(places.map(({ longitude }) => longitude));
  const axis = north - south > (east - west) * Math.cos(radians(south)) ? 'latitude' : 'longitude';
  const sorted = [...places].sort((a, b) => a[axis] - b[axis] || (a.pc4 < b.pc4 ? -1 : 1));
  const half = Math.ceil(sorted.length / 2);
  return [sorted.slice(0, half), sorted.slice(half)];
}

/** Two smaller discs for the areas of one that holds more than VUM gives at once; none when it is down to one area. */
export function split(disc: Disc, places: Place[]): Disc[] {
  if (places.length > 1) return halves(places).map(around);
  // What lies around its only area is another disc's.
  return places.length && disc.km > 0 ? [around(places)] : [];
}

/**
 * Smaller discs that together hold every postcode area of `disc`; none when it is down to one area, or when we do not know
 * where it lies. VUM gives 100 matches at most, and its order means nothing: only smaller questions get the rest.
 */
export async function splitDisc(em: EntityManager, disc: Disc): Promise<Disc[]> {
  const places = disc.areas
    ? await em.execute<Place[]>(
        'select pc4, latitude, longitude from postcode_area where pc4 = any(array[?]::text[]) order by pc4',
        [disc.areas],
      )
    : await em.execute<Place[]>(
        `select a.pc4, a.latitude, a.longitude from postcode_area c, postcode_area a
         where c.pc4 = ? and kilometres(c.latitude, c.longitude, a.latitude, a.longitude) <= ? order by a.pc4`,
        [disc.pc4, disc.km],
      );
  return split(disc, places);
}

/**
 * The matches for whose sake a disc was asked: a part of a region reaches beyond it, and over its neighbours. Of a match in
 * an area that nobody told us of we cannot tell, so it counts.
 */
export async function ofDisc<M extends { postcode: string | null }>(
  em: EntityManager,
  { areas }: Disc,
  matches: M[],
): Promise<M[]> {
  if (!areas) return matches;
  const areaOf = ({ postcode }: M): string => postcode?.slice(0, 4) ?? '';
  const rows = await em.execute<{ pc4: string }[]>('select pc4 from postcode_area where pc4 = any(array[?]::text[])', [
    matches.map(areaOf),
  ]);
  const others = new Set(rows.map(({ pc4 }) => pc4));
  for (const area of areas) others.delete(area);
  return matches.filter((match) => !others.has(areaOf(match)));
}
