import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import type { Page } from '../../pages.js';
import type { Employer } from '../dossier/employer.js';
import { remembered } from '../remembered.js';
import { ClientTeam } from './client-team.js';
import { PyramidAssessment } from './pyramid-assessment.js';
import { PyramidSettings } from './pyramid-settings.js';
import { pagesByPortfolio, type PortfolioPageArgs } from './page-of-portfolio.js';
import { Portfolio } from './portfolio.js';

export interface PyramidLoaders {
  clientTeamById: DataLoader<string, ClientTeam | null>;
  /** One at most. */
  clientTeamOfPortfolio: DataLoader<string, ClientTeam[]>;
  assessmentById: DataLoader<string, PyramidAssessment | null>;
  /** Newest first. */
  assessmentsOfEmployer: DataLoader<string, PyramidAssessment[]>;
  pyramidSettingsOfRegion: DataLoader<string, PyramidSettings[]>;
  portfolioById: DataLoader<string, Portfolio | null>;
  portfoliosOfRegion: DataLoader<string, Portfolio[]>;
  /** Pages of employers by portfolio; equal arguments share one loader. */
  employersOfPortfolio(args: PortfolioPageArgs): DataLoader<string, Page<Employer>>;
}

export const pyramidLoaders = (em: EntityManager): PyramidLoaders => ({
  clientTeamById: byId(em, ClientTeam),
  clientTeamOfPortfolio: listBy(em, ClientTeam, 'portfolioId', {}),
  assessmentById: byId(em, PyramidAssessment),
  assessmentsOfEmployer: listBy(em, PyramidAssessment, 'employerId', {
    onDate: 'desc',
    recordedAt: 'desc',
    version: 'desc',
  }),
  pyramidSettingsOfRegion: listBy(em, PyramidSettings, 'regionId', { validFrom: 'desc', version: 'desc' }),
  portfolioById: byId(em, Portfolio),
  portfoliosOfRegion: listBy(em, Portfolio, 'regionId', { name: 'asc' }),
  employersOfPortfolio: remembered((args) => pagesByPortfolio(em, args)),
});
