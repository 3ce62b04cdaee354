import type { EntityManager } from '../../database.js';

/** The middle of a postcode area, in degrees (WGS 84). */
export interface Place {
  pc4: string;
  latitude: number;
  longitude: number;
}

/** Writes down where postcode areas lie, over what stood there. */
export async function keepPlaces(em: EntityManager, places: readonly Place[]): Promise<void> {
  await em.execute(
    `insert into postcode_area (pc4, latitude, longitude)
     select r.pc4, r.latitude, r.longitude from jsonb_to_recordset(?::jsonb) as r (pc4 text, latitude float8, longitude float8)
     on conflict (pc4) do update set latitude = excluded.latitude, longitude = excluded.longitude
     where (postcode_area.latitude, postcode_area.longitude) is distinct from (excluded.latitude, excluded.longitude)`,
    [JSON.stringify(places)],
  );
}
