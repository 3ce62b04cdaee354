import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { Organisation } from './organisation.js';

/** The organisations that work together in a region, by name; those of many regions in one statement. */
export const organisationsOfRegion = (em: EntityManager): DataLoader<string, Organisation[]> =>
  new DataLoader(async (regionIds) => {
    const found = await em.find(
      Organisation,
      { regionIds: { $overlap: [...regionIds] } },
      { orderBy: { name: 'asc', id: 'asc' }, disableIdentityMap: true },
    );
    return regionIds.map((id) => found.filter((one) => one.regionIds.includes(id)));
  });
