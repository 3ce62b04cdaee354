import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import type { EmployersAlone } from '../employers-alone.js';
import { made } from './made.js';
import type { Cases } from './mutation-case.js';

const employerId = vanGelderen.id;
const donald = testCompanies.find(({ kvkNumber }) => kvkNumber === '68750110')!.id;
const joyflex = testCompanies.find(({ regionId }) => regionId === 'midden-utrecht')!.id;
/** Who administers two regions acts in the one in which management of the other may not. */
const STEERS_UTRECHT = { as: 'admin', otherRegion: { as: 'manager' } };
const STEERS_PORTFOLIO = { as: 'admin', otherRegion: { as: 'manager', code: 'NOT_YOURS' } };

const portfolio = { regionId: 'midden-utrecht', name: 'Bosbouw', kind: 'BRANCH', organisationId: 'org-utrecht' };
const portfolioNamed = (it: EmployersAlone, name: string): Promise<string> =>
  made(it, 'savePortfolio', 'portfolio', { ...portfolio, name }, 'admin');

const obligation = { employerId, client: 'Gemeente', contractValue: 1_000, percentage: 5, dueOn: '2027-01-01' };
const product = {
  name: 'Kennismaking',
  externalStory: 'U leert een kandidaat kennen voordat u beslist.',
  internalStory: 'Wij rekenen op een dienstverband na de kennismaking.',
  tiers: ['GOLD', 'SILVER'],
};
const market = {
  regionId: 'rijnmond',
  year: 2026,
  title: 'Netwerk van de haven',
  employerTypes: 'Grote transporteurs',
  invitation: 'Bij een ontbijt',
  agreedWithIds: ['org-rotterdam', 'org-uwv-rijnmond'],
  targets: [{ employerId, approachedById: 'prof-01', reason: 'De grootste van de haven.', status: 'TO_APPROACH' }],
};

/** The pyramid, portfolios, client teams, the service range, and what an employer is bound to. */
export const casesPyramid: Cases = {
  assessPyramid: {
    input: async (it) => {
      const { __type } = await it.data('{ __type(name: "SoftCriterionKind") { enumValues { name } } }');
      const [{ latest } = {}] = await it.query(
        'select coalesce(max(version), 0) as latest from employers.pyramid_assessment where employer_id = $1',
        [donald],
      );
      return {
        employerId: donald,
        expectedVersion: latest,
        politicallySensitive: false,
        reliable: true,
        sectorDevelopment: 'De vraag groeit.',
        softFilter: __type.enumValues.map(({ name }: { name: string }) => ({
          kind: name,
          yes: false,
          note: 'Nog niet gezien.',
        })),
        decidedTier: 'GOLD',
        reasonForDeviation: 'Trekt andere kwekers in de regio mee.',
      };
    },
    as: 'municipal',
    otherRegion: { as: 'prof-18', code: 'NOT_IN_CLIENT_TEAM' },
    again: { code: 'CONFLICT' },
  },
  setPyramidSettings: {
    input: () => ({
      regionId: 'midden-utrecht',
      validFrom: '2026-04-01',
      reason: 'Een nieuwe indeling van de regio.',
      expectedVersion: 0,
      companySizeFrom: [10, 50, 200],
      vacanciesFrom: [1, 3, 6],
      fulfilmentsFrom: [1, 3, 6],
      continuityFrom: [1, 3, 5],
      goldFrom: 13,
      silverFrom: 9,
      bronzeFrom: 5,
      goldPartnershipFrom: 3,
      goldVisitMonths: 3,
      silverVisitMonths: 6,
      bronzeVisitMonths: 12,
    }),
    ...STEERS_UTRECHT,
    again: { code: 'CONFLICT' },
  },
  savePortfolio: {
    input: async (it) => ({
      ...portfolio,
      id: await portfolioNamed(it, 'Bosbouw'),
      expectedVersion: 1,
      name: 'Bosbouw en natuur',
      kind: 'TACTICAL_CLUSTER',
      lwa: 'Natuur',
      postcodes: ['3511', '3512'],
    }),
    ...STEERS_PORTFOLIO,
    again: { code: 'CONFLICT' },
  },
  assignPortfolio: {
    input: async (it) => ({
      portfolioId: await portfolioNamed(it, 'Zorg'),
      expectedVersion: 1,
      holderId: 'prof-18',
    }),
    ...STEERS_PORTFOLIO,
    again: { code: 'CONFLICT' },
  },
  moveEmployersToPortfolio: {
    input: async (it) => ({ portfolioId: await portfolioNamed(it, 'Diensten'), employerIds: [joyflex] }),
    ...STEERS_PORTFOLIO,
    again: { none: 'who is in the portfolio already stays there, and nothing is written' },
  },
  saveClientTeam: {
    input: async (it) => ({
      portfolioId: await portfolioNamed(it, 'Bouw'),
      leadId: 'prof-19',
      generalistIds: ['prof-18'],
      specialistIds: ['prof-07'],
    }),
    ...STEERS_PORTFOLIO,
    again: { code: 'CONFLICT' },
  },
  chooseEmployerTile: {
    input: () => ({ employerId, tile: 'TRAINING', tools: ['HARRIE'], note: 'Begonnen met de leidinggevenden.' }),
    otherRegion: { as: 'prof-18' },
    again: { none: 'a tile may be chosen again or beside another (R-204)' },
  },
  endEmployerTile: {
    input: async (it) => ({
      id: await made(it, 'chooseEmployerTile', 'step', { employerId, tile: 'ORIENTATION' }),
      note: 'Klaar.',
    }),
    otherRegion: { as: 'prof-18' },
    again: { code: 'ALREADY_ENDED' },
  },
  saveMarketApproachPlan: {
    input: async (it) => ({
      ...market,
      id: await made(it, 'saveMarketApproachPlan', 'plan', market),
      expectedVersion: 1,
      title: 'Netwerk van haven en opslag',
    }),
    otherRegion: { as: 'prof-18' },
    again: { code: 'CONFLICT' },
  },
  registerSocialReturn: {
    input: () => obligation,
    otherRegion: { as: 'prof-18' },
    again: { code: 'OBLIGATION_EXISTS' },
  },
  recordSocialReturnFulfilment: {
    input: async (it) => ({
      id: await made(it, 'registerSocialReturn', 'socialReturn', { ...obligation, client: 'Provincie' }),
      expectedVersion: 1,
      fulfilled: 10,
    }),
    otherRegion: { as: 'prof-18' },
    again: { code: 'CONFLICT' },
  },
  registerPsoCertificate: {
    input: () => ({
      employerId,
      level: 'STEP_1',
      thirtyPlus: false,
      validFrom: '2026-01-01',
      validUntil: '2028-01-01',
    }),
    otherRegion: { as: 'prof-18' },
    again: { code: 'CERTIFICATE_EXISTS' },
  },
  saveServiceProduct: {
    input: async (it) => ({
      ...product,
      id: await made(it, 'saveServiceProduct', 'product', product, 'manager'),
      expectedVersion: 1,
      relatedToIds: [],
      active: true,
    }),
    as: 'manager',
    otherRegion: { none: 'the service range is one for all regions (R-127)' },
    again: { code: 'CONFLICT' },
  },
};
