import { vanGelderen } from '../../../../demo/employers.js';
import { BOLDERBAST, DONALD } from '../contact/contact-graph.js';
import { account, hire } from '../ownership/account-holders.js';
import { done, versionOf } from './done.js';
import type { Cases } from './mutation-case.js';

const rijnmond = 'rijnmond';
const ELSEWHERE = { as: 'prof-18' };
/** Roos Middelveen of Midden-Utrecht, whom the manager of Rijnmond does not manage. */
const ROOS = 'prof-18';
const NOT_HERS = { as: 'manager', code: 'NOT_YOURS' };

/** Who works here and who holds which account. */
export const casesOwnership: Cases = {
  confirmOwnContactDetails: {
    input: () => ({ phone: '000-5550001', email: 'anouk@werkgraaf.example' }),
    otherRegion: { none: 'Everybody confirms their own contact details, in every region.' },
    again: { none: 'Confirmed again, they are known to be right today.' },
  },
  registerAbsence: {
    as: 'admin',
    input: async (it) => ({
      professionalId: ROOS,
      unavailableUntil: '2026-04-01',
      expectedVersion: await versionOf(it, 'professional', ROOS),
    }),
    otherRegion: NOT_HERS,
    again: { code: 'CONFLICT' },
  },
  setDeputies: {
    as: 'admin',
    input: async (it) => ({
      professionalId: ROOS,
      deputyIds: ['prof-19'],
      expectedVersion: await versionOf(it, 'professional', ROOS),
    }),
    otherRegion: NOT_HERS,
    again: { code: 'CONFLICT' },
  },
  setProfessionalActive: {
    as: 'admin',
    input: async (it) => {
      const [left] = await hire(it, 1, { regionId: 'midden-utrecht', prefix: 'weg' });
      return { professionalId: left!.professionalId, active: false };
    },
    otherRegion: NOT_HERS,
    again: { code: 'NOTHING_CHANGED' },
  },
  setRegionAgreements: {
    as: 'admin',
    input: () => ({
      regionId: 'midden-utrecht',
      validFrom: '2026-04-01',
      reason: 'Besloten in het regionaal overleg.',
      ownershipRecentContactMonths: 7,
      ownershipContactScope: 'CONTACT_BY_HOLDER',
      renewedContactMonths: 9,
      vacancyMaxMonths: 4,
      accountPlanReviewMonths: 12,
      contactMergeWindowDays: 5,
      npsQuietDays: 30,
    }),
    otherRegion: { as: 'manager' },
    again: { code: 'NOTHING_CHANGED' },
  },
  recordTraining: {
    as: 'admin',
    input: () => ({ professionalId: ROOS, kind: 'OTHER', title: 'Gesprekstechniek', on: '2026-02-10' }),
    otherRegion: NOT_HERS,
    again: { code: 'TRAINING_EXISTS' },
  },
  addAccountHolder: {
    input: () => ({
      employerId: vanGelderen.id,
      professionalId: 'prof-13',
      regionId: rijnmond,
      isMain: false,
      reason: 'Neemt de werving over de grens voor zijn rekening.',
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'ALREADY_HOLDER' },
  },
  removeAccountHolder: {
    input: async (it) => {
      const [held] = await it.query(
        "select id from employers.account_holdership where employer_id = $1 and holder_id = 'prof-02'",
        [vanGelderen.id],
      );
      return { holdershipId: held!.id, reason: 'Werkt nu voor een andere branche.' };
    },
    otherRegion: ELSEWHERE,
    again: { code: 'NOT_IN_FORCE' },
  },
  takeOverOwnership: {
    input: async (it) => ({
      employerId: await account(it, { holderId: 'prof-12' }),
      regionId: rijnmond,
      previousHolderContactedOn: '2026-03-09',
      note: 'Overlegd met Lotte: zij is er in een jaar niet geweest.',
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'ALREADY_HOLDER' },
  },
  requestOwnership: {
    input: () => ({
      employerId: DONALD,
      regionId: rijnmond,
      asMain: true,
      reason: 'Ik spreek de directie al voor een andere vestiging.',
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'REQUEST_OPEN' },
  },
  answerOwnershipRequest: {
    input: () => ({
      requestId: '0a7e57ed-0000-4000-8000-000000000001',
      agree: false,
      note: 'Ik heb er zelf nog twee trajecten lopen.',
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'ALREADY_ANSWERED' },
  },
  withdrawOwnershipRequest: {
    input: async (it) => {
      const asked = { employerId: BOLDERBAST, regionId: rijnmond, reason: 'Ik ken de directie van een ander account.' };
      const { request } = await done(it, 'requestOwnership', asked, { fields: 'request { id }' });
      return { requestId: request.id };
    },
    otherRegion: ELSEWHERE,
    again: { code: 'ALREADY_ANSWERED' },
  },
  consultBeforeApproach: {
    input: () => ({ employerId: vanGelderen.id, purpose: 'ACQUISITION' }),
    otherRegion: { none: 'Who works for another region consults before an approach as well (R-057).' },
    again: { none: 'Each consultation is a receipt of its own, of what held at that moment.' },
  },
};
