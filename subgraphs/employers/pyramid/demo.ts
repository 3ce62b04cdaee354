import type { EntityManager } from '../../database.js';
import { PortfolioKind, PortfolioSchema } from './portfolio.js';

const { BRANCH, OVERALL } = PortfolioKind;

/** The portfolio distribution of the source, with invented holders: 14 portfolios, of which 3 vacant. */
export const demoPortfolios = (
  [
    ['Zorg', BRANCH, 'Zorg', 'org-rotterdam', 'prof-04'],
    ['Zakelijke dienstverlening', BRANCH, 'MKB', 'org-rotterdam', 'prof-08'],
    ['Bouw & Techniek', BRANCH, 'Bouw & Techniek', 'org-rotterdam', 'prof-09'],
    ['Facilitair & Welzijn', BRANCH, 'Facilitair', 'org-rotterdam', 'prof-10'],
    ['Overall (acquisitie)', OVERALL, null, 'org-rotterdam', 'prof-11'],
    ['Horeca & Detailhandel', BRANCH, 'Horeca', 'org-uwv-rijnmond', 'prof-12'],
    ['Voeding & Groen (AGF)', BRANCH, null, 'org-uwv-rijnmond', 'prof-13'],
    ['Transport & Logistiek', BRANCH, 'Transport & Logistiek', 'org-uwv-rijnmond', 'prof-01'],
    ['WBS ondersteuning', OVERALL, null, 'org-uwv-rijnmond', 'prof-14'],
    ['BAR Organisatie', OVERALL, null, 'org-bar', 'prof-15'],
    ['Hoeksche Waard', OVERALL, null, 'org-hoeksche-waard', null],
    ['IJsselgemeenten', OVERALL, null, 'org-ijsselgemeenten', 'prof-16'],
    ['Stroomopwaarts MVS', OVERALL, 'Haven & Energietransitie', 'org-stroomopwaarts', null],
    ['VP / GO', OVERALL, null, 'org-voorne-putten', null],
  ] as const
).map(([name, kind, lwa, organisationId, holderId], n) => ({
  id: `b1f0c2d4-6a3e-4c58-9d00-0000000000${String(n + 1).padStart(2, '0')}`,
  regionId: 'rijnmond',
  name,
  kind,
  lwa,
  organisationId,
  holderId,
  postcodes: [],
}));

/** Fills the portfolios, and puts the demo employers of a portfolio's branch in it. */
export async function seedPyramid(em: EntityManager): Promise<void> {
  await em.insertMany(PortfolioSchema, demoPortfolios);
  for (const { id, name, regionId } of demoPortfolios)
    await em.execute('update employer set portfolio_id = ? where sector = ? and region_id = ?', [id, name, regionId]);
}
