import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import { Portfolio } from './portfolio.js';

export interface PyramidLoaders {
  portfolioById: DataLoader<string, Portfolio | null>;
  portfoliosOfRegion: DataLoader<string, Portfolio[]>;
}

export const pyramidLoaders = (em: EntityManager): PyramidLoaders => ({
  portfolioById: byId(em, Portfolio),
  portfoliosOfRegion: listBy(em, Portfolio, 'regionId', { name: 'asc' }),
});
