/** Where something lies, in degrees (WGS 84). */
export interface Place {
  latitude: number;
  longitude: number;
}

/** Mean radius of the earth (IUGG). */
const EARTH_KM = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres between two places along the great circle (haversine). */
export function kilometres(a: Place, b: Place): number {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * What lies no further than VUM's `selectiegebied` reaches, nearest first, at most `most`. VUM's own order means nothing;
 * by distance is what its acceptance suite needs when more than `most` answer. A postcode area that was not told is
 * nowhere: nothing is found near it, nor in it.
 */
export function vumNearest<T>(
  searched: Iterable<T>,
  options: {
    selectiegebied: { postcode: string; afstand: number };
    /** By the four digits. */
    places: ReadonlyMap<string, Place>;
    postcodeOf: (one: T) => string | undefined;
    answers: (one: T) => boolean;
    most: number;
  },
): { found: T[]; more: boolean } {
  const { selectiegebied, places, postcodeOf, answers, most } = options;
  const placeOf = (postcode: string | undefined) => places.get(postcode?.slice(0, 4) ?? '');
  const from = placeOf(selectiegebied.postcode);
  if (!from) return { found: [], more: false };
  const near: { km: number; one: T }[] = [];
  for (const one of searched) {
    const to = placeOf(postcodeOf(one));
    if (!to) continue;
    const km = kilometres(from, to);
    if (km <= selectiegebied.afstand && answers(one)) near.push({ km, one });
  }
  near.sort((a, b) => a.km - b.km);
  return { found: near.slice(0, most).map(({ one }) => one), more: near.length > most };
}
