import type { CvToPublish, VacancyToPublish } from '../../../adapters/werknl/port.js';
import type { Sender } from '../../../adapters/werknl/setu.js';

/** Invented: nobody of these exists. */
export const SENDER: Sender = {
  oin: '00000001234567890000',
  name: 'Werkgeversservicepunt Voorbeeldregio',
  contactName: 'Team Techniek',
  telephone: '010 1234567',
  email: 'techniek@example.nl',
};

/** A vacancy in which everything is told. */
export const VACANCY: VacancyToPublish = {
  id: 'vac-2026-0001',
  title: 'Magazijnmedewerker <dag & nacht>',
  description: 'Orders "verzamelen" en inpakken.',
  requirements: 'Kunnen tillen.',
  occupation: { name: 'Magazijnmedewerker', code: '4321', codeList: 'ISCO-08' },
  jobCategory: 4,
  employer: {
    name: 'Jansen & Zn',
    kvkNumber: '12345678',
    contactName: 'Afdeling personeel',
    description: 'Een groothandel.',
    website: 'www.example.nl',
    sbi: '46900',
    headcount: 40,
  },
  workPlace: { municipality: 'Rotterdam', postcode: '3011AB', street: 'Coolsingel', houseNumber: '1' },
  positions: 3,
  hours: { minimum: 24, maximum: 36.5 },
  contract: { duration: 'FIXED_TERM_WITH_PROSPECT', kind: 'DIRECT' },
  minimumLevel: 2,
  experienceYears: { minimum: 0, maximum: 2 },
  drivingLicences: ['B', 'T'],
  competences: ['Samenwerken', 'Nauwkeurig werken'],
  languages: [
    { code: 'nld', speaking: 3, writing: 2, reading: 2 },
    { code: 'eng', speaking: 2, writing: null, reading: null },
  ],
  salary: { minimum: 2_300, maximum: 2_650.5, per: 'FOUR_WEEKS' },
  conditions: 'Reiskosten worden vergoed.',
  startsOn: '2026-12-01',
  publishedOn: '2026-11-21',
  closesOn: '2027-01-31',
  applyBy: [
    { way: 'EMAIL', email: 'werk@example.nl' },
    { way: 'TELEPHONE', telephone: '010 7654321' },
    { way: 'FORM', url: 'https://example.nl/solliciteer?x=1&y=2' },
  ],
  keywords: ['magazijn', 'logistiek'],
};

/** The least that can be told of a vacancy. */
export const BARE_VACANCY: VacancyToPublish = {
  ...VACANCY,
  id: 'vac-2026-0002',
  description: null,
  requirements: null,
  occupation: { name: 'Tuinder', code: null, codeList: null },
  jobCategory: null,
  employer: {
    name: 'Kas BV',
    kvkNumber: '87654321',
    contactName: 'P&O',
    description: null,
    website: null,
    sbi: null,
    headcount: null,
  },
  workPlace: { municipality: 'Westland', postcode: null, street: null, houseNumber: null },
  minimumLevel: null,
  experienceYears: null,
  drivingLicences: [],
  competences: [],
  languages: [],
  salary: null,
  conditions: null,
  startsOn: null,
  applyBy: [{ way: 'EMAIL', email: 'kas@example.nl' }],
  keywords: [],
};

export const CV: CvToPublish = {
  id: '3f1f6c1e-5a0c-4b77-9e57-0d9f7f3f2b11',
  consent: { storing: true, matching: true },
  summary: 'Ik werk graag met planten & mensen.',
  occupationsSought: [
    { name: 'Hovenier', code: '6113', codeList: 'ISCO-08' },
    { name: 'Tuinder', code: null, codeList: null },
  ],
  municipality: 'Westland',
  maxDistanceKm: 25,
  hours: { minimum: 16, maximum: 32 },
  contract: { duration: 'PERMANENT', kind: 'DIRECT' },
  availableFrom: '2026-12-01',
  experience: [
    { title: 'Medewerker kas', organisation: 'Kas BV', from: '2019-03-01', until: '2024-02-29', note: 'Oogsten.' },
    { title: 'Vrijwilliger', organisation: null, from: null, until: null, note: null },
  ],
  education: [
    { name: 'Vmbo groen', level: 3, diploma: true, until: '2018-07-01' },
    { name: 'Mbo hovenier', level: 4, diploma: null, until: null },
  ],
  competences: ['Doorzetten'],
  drivingLicences: ['AM'],
  languages: [{ code: 'pol', speaking: 4, writing: 4, reading: 4 }],
};

/** The least that can be told of a CV. */
export const BARE_CV: CvToPublish = {
  id: 'cv-2',
  consent: { storing: true, matching: false },
  summary: null,
  occupationsSought: [],
  municipality: null,
  maxDistanceKm: null,
  hours: null,
  contract: null,
  availableFrom: null,
  experience: [],
  education: [],
  competences: [],
  drivingLicences: [],
  languages: [],
};
