import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import type { Page } from '../../pages.js';
import { read } from '../../read.js';
import type { Employer } from '../dossier/employer.js';
import { remembered } from '../remembered.js';
import { ClientTeam } from './portfolio/client-team.js';
import { EmployerTileStep } from './service-range/employer-tile-step.js';
import { lastVisits } from './last-visits.js';
import { MarketApproachPlan, MarketApproachTarget } from './market-approach/market-approach-plan.js';
import { PsoCertificate, SocialReturnObligation } from './obligations/obligations.js';
import { PyramidAssessment } from './pyramid-assessment.js';
import { PyramidSettings } from './pyramid-settings.js';
import { pagesByPortfolio, type PortfolioPageArgs } from './portfolio/page-of-portfolio.js';
import { Portfolio } from './portfolio/portfolio.js';
import { ServiceProduct } from './service-range/service-product.js';

export interface PyramidLoaders {
  socialReturnById: DataLoader<string, SocialReturnObligation | null>;
  socialReturnOf: DataLoader<string, SocialReturnObligation[]>;
  psoCertificateById: DataLoader<string, PsoCertificate | null>;
  /** Newest first. */
  psoCertificatesOf: DataLoader<string, PsoCertificate[]>;
  tileStepById: DataLoader<string, EmployerTileStep | null>;
  /** Newest first. */
  tileStepsOf: DataLoader<string, EmployerTileStep[]>;
  marketPlanById: DataLoader<string, MarketApproachPlan | null>;
  marketPlansOfRegion: DataLoader<string, MarketApproachPlan[]>;
  /** Also what was dropped. */
  targetsOfPlan: DataLoader<string, MarketApproachTarget[]>;
  lastVisitOf: DataLoader<string, string | null>;
  serviceProductById: DataLoader<string, ServiceProduct | null>;
  /** All products, also those no longer offered, by name. */
  serviceRange(): Promise<ServiceProduct[]>;
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
  socialReturnById: byId(em, SocialReturnObligation),
  socialReturnOf: listBy(em, SocialReturnObligation, 'employerId', { dueOn: 'asc', id: 'asc' }),
  psoCertificateById: byId(em, PsoCertificate),
  psoCertificatesOf: listBy(em, PsoCertificate, 'employerId', { validFrom: 'desc', registeredAt: 'desc' }),
  tileStepById: byId(em, EmployerTileStep),
  tileStepsOf: listBy(em, EmployerTileStep, 'employerId', { startedOn: 'desc', id: 'desc' }),
  marketPlanById: byId(em, MarketApproachPlan),
  marketPlansOfRegion: listBy(em, MarketApproachPlan, 'regionId', { year: 'desc', title: 'asc' }),
  targetsOfPlan: listBy(em, MarketApproachTarget, 'planId', { position: 'asc' }),
  lastVisitOf: lastVisits(em),
  serviceProductById: byId(em, ServiceProduct),
  serviceRange: () => read(em, ServiceProduct, {}, { name: 'asc' }),
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
