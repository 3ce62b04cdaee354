import { planner } from '../../../../demo/contact-persons.js';
import { vanGelderen } from '../../../../demo/employers.js';
import { BOLDERBAST, DAGOBERT, DONALD, JOYFLEX } from '../contact/contact-graph.js';
import { account } from '../ownership/account-holders.js';
import { done, versionOf } from './done.js';
import type { Cases } from './mutation-case.js';

const ONE_DOSSIER = {
  none: 'An employer has one dossier for all regions (R-001), which whoever serves the employer keeps right.',
};
const PLANNING = 'd0000000-0000-4000-8000-000000000003';

/** The dossier: opening, changing, its people, its structure, its registers, and merging. */
export const casesDossier: Cases = {
  registerEmployer: {
    input: () => ({
      foreignName: 'Spedition Beispiel',
      foreignCountry: 'Duitsland',
      kind: 'DIRECT_EMPLOYER',
      regionId: 'rijnmond',
    }),
    otherRegion: { as: 'prof-18' },
    again: { none: 'Two companies abroad may bear one name: duplicates points at them (R-043).' },
  },
  updateEmployer: {
    input: async (it) => ({
      id: DAGOBERT,
      expectedVersion: await versionOf(it, 'employer', DAGOBERT),
      tradeName: 'Dagobert groenten',
      relationStatus: 'FORMER_CUSTOMER',
      relationStatusReason: 'Het seizoen is voorbij.',
      sector: 'Voeding & Groen (AGF)',
      website: 'https://dagobert.example',
      headcount: 12,
      visitingAddress: {
        street: 'Havenkade',
        houseNumber: '14',
        houseNumberAddition: 'a',
        postcode: '3011 AB',
        city: 'Rotterdam',
        country: 'Nederland',
      },
      isKeyAccount: false,
      lwa: ['Voeding & Groen'],
      parentId: JOYFLEX,
    }),
    otherRegion: ONE_DOSSIER,
    again: { code: 'CONFLICT' },
  },
  saveContactPerson: {
    input: async (it) => ({
      id: planner,
      expectedVersion: await versionOf(it, 'contact_person', planner),
      employerId: vanGelderen.id,
      name: 'P. Lanner',
      jobTitle: 'Planner',
      department: 'Planning',
      phone: '000-6660001',
      email: 'planner@werkgever.example',
      dmuRole: 'USER',
      orgUnitId: PLANNING,
      active: true,
    }),
    otherRegion: ONE_DOSSIER,
    again: { code: 'CONFLICT' },
  },
  refreshFromRegisters: {
    input: () => ({ employerId: BOLDERBAST, sources: ['KVK'] }),
    otherRegion: ONE_DOSSIER,
    again: { none: 'Asked again within a minute, the answer of just now is given, with a notice.' },
  },
  resolveFieldConflict: {
    input: async (it) => ({
      employerId: JOYFLEX,
      field: 'headcount',
      chooseSource: 'SUWI_SBR',
      reason: 'Gebeld met de werkgever: er werken er nu 31.',
      expectedVersion: await versionOf(it, 'employer', JOYFLEX),
    }),
    otherRegion: ONE_DOSSIER,
    again: { code: 'CONFLICT' },
  },
  saveOrgUnit: {
    input: async (it) => ({
      id: PLANNING,
      expectedVersion: await versionOf(it, 'org_unit', PLANNING),
      employerId: vanGelderen.id,
      name: 'Planning en ritten',
      level: 'mbo 3',
      notes: 'Hier beginnen de leerwerkplekken.',
      active: true,
    }),
    otherRegion: ONE_DOSSIER,
    again: { code: 'CONFLICT' },
  },
  relateEmployers: {
    input: () => ({ employerId: DONALD, kind: 'SUPPLIER_OF', relatedId: JOYFLEX, note: 'Levert de verpakkingen.' }),
    otherRegion: ONE_DOSSIER,
    again: { code: 'RELATION_EXISTS' },
  },
  endEmployerRelation: {
    input: () => ({
      id: 'd0000000-0000-4000-8000-000000000002',
      expectedVersion: 1,
      reason: 'Het contract is afgelopen.',
    }),
    otherRegion: ONE_DOSSIER,
    again: { code: 'UNKNOWN_RELATION' },
  },
  setDecisionProcess: {
    input: () => ({ employerId: DONALD, process: 'De eigenaar beslist, op voorstel van de bedrijfsleider.' }),
    otherRegion: ONE_DOSSIER,
    again: { none: 'The same text again confirms it (R-020).' },
  },
  setNationalLiaison: {
    input: async (it) => ({
      employerId: BOLDERBAST,
      professionalId: 'prof-19',
      expectedVersion: await versionOf(it, 'employer', BOLDERBAST),
    }),
    otherRegion: ONE_DOSSIER,
    again: { code: 'CONFLICT' },
  },
  mergeEmployers: {
    as: 'manager',
    input: async (it) => ({
      keepId: await account(it),
      mergeIds: [await account(it)],
      reason: 'Blijkt hetzelfde bedrijf te zijn.',
      dryRun: false,
      expectedVersion: 1,
    }),
    otherRegion: { as: 'prof-18' },
    again: { code: 'EMPLOYER_MERGED' },
  },
  eraseContactPerson: {
    as: 'admin',
    input: async (it) => {
      const person = { employerId: JOYFLEX, name: 'Wilhelmina Tervergeten' };
      const { contactPerson } = await done(it, 'saveContactPerson', person, { fields: 'contactPerson { id }' });
      return { id: contactPerson.id, expectedVersion: 1, legalGround: 'Verzoek van betrokkene (art. 17 AVG).' };
    },
    otherRegion: { as: 'manager' },
    again: { code: 'PERSON_ERASED' },
  },
};
