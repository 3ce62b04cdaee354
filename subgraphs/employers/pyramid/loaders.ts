import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import type { Page } from '../../pages.js';
import type { Employer } from '../dossier/employer.js';
import { remembered } from '../remembered.js';
import { pagesByPortfolio, type PortfolioPageArgs } from './page-of-portfolio.js';
import { Portfolio } from './portfolio.js';

export interface PyramidLoaders {
  portfolioById: DataLoader<string, Portfolio | null>;
  portfoliosOfRegion: DataLoader<string, Portfolio[]>;
  /** Pages of employers by portfolio; equal arguments share one loader. */
  employersOfPortfolio(args: PortfolioPageArgs): DataLoader<string, Page<Employer>>;
}

export const pyramidLoaders = (em: EntityManager): PyramidLoaders => ({
  portfolioById: byId(em, Portfolio),
  portfoliosOfRegion: listBy(em, Portfolio, 'regionId', { name: 'asc' }),
  employersOfPortfolio: remembered((args) => pagesByPortfolio(em, args)),
});
