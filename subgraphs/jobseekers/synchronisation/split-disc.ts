import type { EntityManager } from '../../database.js';

/** Everything within `km` of the middle of a postcode area. */
export interface Disc {
  pc4: string;
  /** Whole kilometres, as VUM asks them. */
  km: number;
}

interface Place {
  pc4: string;
  latitude: number;
  longitude: number;
}

const EARTH_KM = 6_371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function apart(a: Place, b: Place): number {
  const h =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, h)));
}

/**
 * Smaller discs that together hold every postcode area in `disc`; none when it is down to one area, or when we do not know
 * where it lies. VUM gives 100 matches at most, and its order means nothing: only smaller questions get the rest.
 */
export async function splitDisc(em: EntityManager, { pc4, km }: Disc): Promise<Disc[]> {
  if (km === 0) return [];
  const areas = await em.execute<Place[]>(
    `select a.pc4, a.latitude, a.longitude from postcode_area c, postcode_area a
     where c.pc4 = ? and kilometres(c.latitude, c.longitude, a.latitude, a.longitude) <= ?
     order by kilometres(c.latitude, c.longitude, a.latitude, a.longitude), a.pc4`,
    [pc4, km],
  );
  const half = Math.floor(km / 2);
  const discs: Disc[] = [];
  let left = areas;
  while (left.length) {
    const middle = left[0]!;
    discs.push({ pc4: middle.pc4, km: half });
    left = left.filter((area) => apart(middle, area) > half);
  }
  return discs;
}
