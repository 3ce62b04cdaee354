import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import type { EmployersAlone } from '../employers-alone.js';
import { made } from './made.js';
import type { Cases } from './mutation-case.js';

const employerId = vanGelderen.id;
const dagobert = testCompanies.find(({ kvkNumber }) => kvkNumber === '69599084')!.id;
const ELSEWHERE = { as: 'prof-18', code: 'NOT_IN_CLIENT_TEAM' };

const licence = { employerId, name: 'Erkend opleider', validFrom: '2026-01-01' };
/** The plan of an employer that runs, with its revision. */
async function runningPlan(it: EmployersAlone, of: string): Promise<{ id: string; revision: number }> {
  const [plan] = await it.query(
    `select id, revision from employers.account_plan where employer_id = $1 and status = 'ACTIVE'`,
    [of],
  );
  return plan as { id: string; revision: number };
}

/** Account plans, plans of action and licences. */
export const casesPlan: Cases = {
  grantLicence: {
    input: () => ({
      ...licence,
      name: 'Leerbedrijf magazijn',
      scope: 'Opleiden in het magazijn',
      validUntil: '2027-12-31',
      meetingEveryMonths: 6,
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'LICENCE_EXISTS' },
  },
  endLicence: {
    input: async (it) => ({
      licenceId: await made(it, 'grantLicence', 'licence', licence),
      until: '2026-06-30',
      reason: 'De opleider stopt ermee.',
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'ALREADY_ENDED' },
  },
  reportLicenceMeeting: {
    input: async (it) => {
      const [moment] = await it.query('select id from employers.contact_moment where employer_id = $1', [employerId]);
      return {
        licenceId: await made(it, 'grantLicence', 'licence', { ...licence, name: 'Praktijkbegeleider' }),
        on: '2026-03-02',
        report: 'De leerlingen liggen op schema.',
        contactMomentId: moment!['id'],
      };
    },
    otherRegion: { as: 'prof-18' },
    again: { code: 'ALREADY_REPORTED' },
  },
  savePlanOfAction: {
    input: () => ({ employerId: dagobert, text: 'Eerst de vaste mensen opleiden, dan werven.' }),
    otherRegion: ELSEWHERE,
    again: { code: 'CONFLICT' },
  },
  addProgress: {
    input: () => ({ employerId, text: 'Er is een tweede rijschool gevonden.', bottleneck: false }),
    otherRegion: { as: 'prof-18' },
    again: { none: 'notes stand beside each other, whatever they say (R-087)' },
  },
  solveBottleneck: {
    input: async (it) => ({
      id: await made(it, 'addProgress', 'note', {
        employerId,
        text: 'Er zijn geen lesauto’s meer.',
        bottleneck: true,
      }),
      solution: 'De werkgever leent een auto uit.',
    }),
    otherRegion: { as: 'prof-18' },
    again: { code: 'ALREADY_SOLVED' },
  },
  saveAccountPlan: {
    input: async (it) => ({
      employerId: dagobert,
      expectedVersion: (await runningPlan(it, dagobert)).revision,
      draft: false,
      items: [
        {
          section: 'ACCOUNT_PICTURE',
          key: 'socialPicture',
          value: 'Let op talent.',
          mark: 'POSITIVE',
          note: 'Gezien op de werkvloer.',
          checks: [{ key: 'talents', yes: true, note: 'Bij elk gesprek.' }],
        },
      ],
      goals: [{ title: 'Oogsthulpen laten doorstromen', measure: 'mensen', target: 4, dueOn: '2026-12-31' }],
      conclusions: 'Een relatie die groeit.',
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'CONFLICT' },
  },
  reviewAccountPlan: {
    input: async (it) => {
      const { id, revision } = await runningPlan(it, employerId);
      return { planId: id, expectedVersion: revision, outcome: 'Het plan blijft zoals het is.', changed: false };
    },
    otherRegion: ELSEWHERE,
    again: { code: 'CONFLICT' },
  },
  handOverAccountPlan: {
    input: async (it) => {
      const { id, revision } = await runningPlan(it, employerId);
      return { planId: id, expectedVersion: revision, toId: 'prof-02', reason: 'Hij kent de planning daar.' };
    },
    otherRegion: ELSEWHERE,
    again: { code: 'CONFLICT' },
  },
  updatePlanGoal: {
    input: () => ({
      id: 'a1000000-0000-4000-8000-000000000001',
      expectedVersion: 1,
      actual: 2,
      dueOn: '2026-12-31',
      status: 'ACTIVE',
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'CONFLICT' },
  },
  closeAccountPlan: {
    input: async (it) => ({
      planId: (await runningPlan(it, dagobert)).id,
      reason: 'De werkgever is ermee gestopt.',
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'PLAN_CLOSED' },
  },
};
