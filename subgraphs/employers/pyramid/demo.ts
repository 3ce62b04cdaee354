import { vanGelderen } from '../../../demo/employers.js';
import type { Clock } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import { CustomerTier } from '../dossier/employer.js';
import { assess } from './assess.js';
import { ClientTeamSchema } from './portfolio/client-team.js';
import { countActivity } from './count-activity.js';
import { PyramidAssessmentSchema, SoftCriterionKind } from './pyramid-assessment.js';
import { defaultSettings } from './pyramid-settings.js';
import { ServiceProductSchema } from './service-range/service-product.js';
import { PortfolioKind, PortfolioSchema } from './portfolio/portfolio.js';

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

const products = [
  [
    'Arbeidsmarktadvies',
    'U hoort welke mensen er te vinden zijn en wat dat van u vraagt.',
    'Elk gesprek levert een beeld van de werkgever op dat in het dossier staat.',
    Object.values(CustomerTier),
  ],
  [
    'Proefplaatsing',
    'U leert een kandidaat kennen voordat u beslist over een contract.',
    'Na een geslaagde proef rekenen wij op een dienstverband van minstens zes maanden.',
    [CustomerTier.GOLD, CustomerTier.SILVER, CustomerTier.BRONZE],
  ],
  [
    'Strategisch overleg',
    'U bespreekt ieder jaar met ons waar uw personeelsvraag heen gaat.',
    'De accountmanager brengt doelen uit het accountplan in en haalt toezeggingen op.',
    [CustomerTier.GOLD],
  ],
] as const;

/** Client teams of two portfolios, the service range, and the assessment that made the carrier a gold customer. */
export async function seedPyramidWork(em: EntityManager, clock: Clock): Promise<void> {
  const portfolioOf = (name: string) => demoPortfolios.find((one) => one.name === name)!;
  await em.insertMany(
    ClientTeamSchema,
    (
      [
        ['Transport & Logistiek', ['prof-02'], ['prof-17']],
        ['Zorg', ['prof-08'], []],
      ] as const
    ).map(([name, generalists, specialists], n) => ({
      id: `b1f0c2d4-6a3e-4c58-9d00-00000000010${n}`,
      portfolioId: portfolioOf(name).id,
      leadId: portfolioOf(name).holderId,
      generalistIds: [...generalists],
      specialistIds: [...specialists],
      version: 1,
    })),
  );
  await em.insertMany(
    ServiceProductSchema,
    products.map(([name, externalStory, internalStory, tiers], n) => ({
      id: `b1f0c2d4-6a3e-4c58-9d00-00000000020${n}`,
      name,
      externalStory,
      internalStory,
      relatedToIds: [],
      tiers: [...tiers],
      active: true,
      version: 1,
    })),
  );
  const onDate = clock.today();
  const softFilter = Object.values(SoftCriterionKind).map((kind) => ({ kind, yes: true, note: null }));
  const { proposedTier, objective, partnershipScore, explanation } = assess({
    onDate,
    politicallySensitive: false,
    reliable: true,
    sectorDevelopment: 'De vraag naar chauffeurs groeit.',
    headcount: null,
    activity: await countActivity(em, vanGelderen.id, onDate),
    softFilter,
    settings: defaultSettings(vanGelderen.regionId),
  });
  await em.insert(PyramidAssessmentSchema, {
    id: 'b1f0c2d4-6a3e-4c58-9d00-000000000301',
    employerId: vanGelderen.id,
    version: 1,
    onDate,
    recordedAt: clock.now(),
    byId: 'prof-01',
    politicallySensitive: false,
    reliable: true,
    exclusionReason: null,
    sectorDevelopment: 'De vraag naar chauffeurs groeit.',
    objective,
    softFilter,
    partnershipScore,
    proposedTier,
    decidedTier: CustomerTier.GOLD,
    reasonForDeviation: proposedTier === CustomerTier.GOLD ? null : 'Trekt andere vervoerders in de regio mee.',
    explanation,
  });
}
