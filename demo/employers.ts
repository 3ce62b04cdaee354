/**
 * The employers of the demo data. KvK's public test companies keep the id that follows from their KvK number
 * (a test holds that it does); the carrier of the source's example is invented and has no number.
 */
export interface DemoEmployer {
  id: string;
  kvkNumber: string | null;
  wbsNumber: string;
  tradeName: string;
  city: string;
  regionId: string;
  sector: string | null;
  tier: 'GOLD' | 'SILVER' | 'BRONZE' | 'BASE' | null;
  isKeyAccount: boolean;
}

const rijnmond = 'rijnmond';

export const vanGelderen: DemoEmployer = {
  id: '5d0c7a34-8f5e-4c0e-9c55-1f1a4c0b7a11',
  kvkNumber: null,
  wbsNumber: 'WBS-0000001',
  tradeName: 'Van Gelderen Transport',
  city: 'Rotterdam',
  regionId: rijnmond,
  sector: 'Transport & Logistiek',
  tier: 'GOLD',
  isKeyAccount: true,
};

/** KvK's test companies that have a dossier from the start. */
export const testCompanies: DemoEmployer[] = [
  {
    id: '28114b15-44ff-59b6-a070-9819107b5fef',
    kvkNumber: '69599084',
    wbsNumber: 'WBS-0000002',
    tradeName: 'Test EMZ Dagobert',
    city: 'Amsterdam',
    regionId: rijnmond,
    sector: 'Voeding & Groen (AGF)',
    tier: 'SILVER',
    isKeyAccount: false,
  },
  {
    id: '06b80e32-8b36-5c3d-bd04-b7d244558236',
    kvkNumber: '68750110',
    wbsNumber: 'WBS-0000003',
    tradeName: 'Test BV Donald',
    city: 'Lollum',
    regionId: rijnmond,
    sector: 'Voeding & Groen (AGF)',
    tier: 'BRONZE',
    isKeyAccount: false,
  },
  {
    id: 'bbf43aa4-24f4-5d53-8182-0e731ab8b946',
    kvkNumber: '90001354',
    wbsNumber: 'WBS-0000004',
    tradeName: 'Grand Joyflex B.V.',
    city: 'Sterksel',
    regionId: 'midden-utrecht',
    sector: 'Zakelijke dienstverlening',
    tier: 'BASE',
    isKeyAccount: false,
  },
  {
    id: '0f0ce010-3d2e-5d3b-a3bb-fa68c6463c77',
    kvkNumber: '69599068',
    wbsNumber: 'WBS-0000005',
    tradeName: 'Test Stichting Bolderbast',
    city: 'Lochem',
    regionId: rijnmond,
    sector: 'Zorg',
    tier: 'GOLD',
    isKeyAccount: true,
  },
];

/** A second dossier of Dagobert, opened by a colleague without its KvK number: the demo's pair of duplicates. */
export const secondRegistration: DemoEmployer = {
  id: '5d0c7a34-8f5e-4c0e-9c55-1f1a4c0b7a12',
  kvkNumber: null,
  wbsNumber: 'WBS-0000006',
  tradeName: 'Test EMZ Dagobert & Zn',
  city: 'Amsterdam',
  regionId: rijnmond,
  sector: null,
  tier: null,
  isKeyAccount: false,
};

export const employers: DemoEmployer[] = [vanGelderen, ...testCompanies, secondRegistration];

/** The day `days` days before (or after, when negative) `today`, both `YYYY-MM-DD`: demo data stays recent. */
export const daysBefore = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
