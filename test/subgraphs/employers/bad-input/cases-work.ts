import { vanGelderen } from '../../../../demo/employers.js';
import { made } from './made.js';
import type { Cases } from './mutation-case.js';

const employerId = vanGelderen.id;
const OF_THE_CHAIN = { none: 'who works in the chain does own work at any employer (R-008, R-091)' };
const ELSEWHERE = { as: 'prof-18', code: 'NOT_YOURS' };

const task = { title: 'Roosters opvragen', ownerId: 'prof-02', dueOn: '2026-04-01' };
const appointment = {
  employerId,
  title: 'Voortgang bespreken',
  startsAt: '2026-05-01T08:00:00Z',
  endsAt: '2026-05-01T09:00:00Z',
  attendeeIds: ['prof-01', 'prof-02'],
};
const agreement = {
  employerId,
  kind: 'TRAJECTORY',
  title: 'Traject planners',
  summary: 'Drie mensen leren in een half jaar het vak van planner.',
  partyIds: ['org-uwv-rijnmond', 'org-rotterdam'],
  validFrom: '2026-01-01',
  validUntil: '2026-02-28',
  goals: [{ what: 'planners', number: 3 }],
};

/** Tasks, appointments, work agreements, documents and notifications. */
export const casesWork: Cases = {
  planTask: {
    input: () => ({
      ...task,
      description: 'Van de avondritten.',
      mail: true,
      kind: 'REFERRAL',
      referredTo: 'Economische Zaken',
      employerId,
      subjectType: 'Vacancy',
      subjectId: '7e570000-0000-4000-8000-000000000001',
    }),
    otherRegion: OF_THE_CHAIN,
    again: { none: 'the same may have to be done twice; an Idempotency-Key keeps a repetition out' },
    leave: { 'subjectId: nobody': 'refers to a record of any subgraph, which this one cannot look up' },
  },
  updateTask: {
    input: async (it) => ({
      id: await made(it, 'planTask', 'task', task),
      expectedVersion: 1,
      title: 'Alle roosters opvragen',
      description: 'Ook van de dagritten.',
      dueOn: '2026-04-15',
      ownerId: 'prof-01',
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'CONFLICT' },
  },
  setTaskStatus: {
    input: async (it) => ({ id: await made(it, 'planTask', 'task', task), status: 'DONE' }),
    otherRegion: ELSEWHERE,
    again: { none: 'a task that is done stays done, and nothing is written' },
  },
  planAppointment: {
    input: async (it) => {
      const [person] = await it.query('select id from employers.contact_person where employer_id = $1 and active', [
        employerId,
      ]);
      return { ...appointment, location: 'Rotterdam', contactPersonIds: [person!['id']] };
    },
    otherRegion: OF_THE_CHAIN,
    again: { none: 'two appointments at one time are a notice (R-095)' },
  },
  changeAppointment: {
    input: async (it) => ({
      id: await made(it, 'planAppointment', 'appointment', appointment),
      expectedVersion: 1,
      title: 'Voortgang nog eens bespreken',
      startsAt: '2026-05-02T08:00:00Z',
      endsAt: '2026-05-02T09:00:00Z',
      location: 'Beeldbellen',
      attendeeIds: ['prof-01'],
      contactPersonIds: [],
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'CONFLICT' },
  },
  cancelAppointment: {
    input: async (it) => ({ id: await made(it, 'planAppointment', 'appointment', appointment) }),
    otherRegion: ELSEWHERE,
    again: { code: 'APPOINTMENT_CANCELLED' },
  },
  rotateCalendarFeed: {
    input: () => ({ revokeOnly: false }),
    otherRegion: { none: 'everybody has an agenda of their own, in whatever region' },
    again: { none: 'a further address takes the place of the last (R-096)' },
  },
  registerWorkAgreement: {
    input: () => ({ ...agreement, validUntil: '2026-12-31' }),
    otherRegion: { as: 'prof-18' },
    again: { code: 'AGREEMENT_EXISTS' },
  },
  changeWorkAgreement: {
    input: async (it) => {
      const { summary, partyIds, goals, validFrom } = agreement;
      const id = await made(it, 'registerWorkAgreement', 'agreement', { ...agreement, title: 'Traject monteurs' });
      const title = 'Traject monteurs en planners';
      return { id, expectedVersion: 1, title, summary, partyIds, goals, validFrom, validUntil: '2026-12-31' };
    },
    otherRegion: ELSEWHERE,
    again: { code: 'CONFLICT' },
  },
  evaluateWorkAgreement: {
    input: async (it) => ({
      id: await made(it, 'registerWorkAgreement', 'agreement', { ...agreement, title: 'Traject lassers' }),
      text: 'Twee van de drie zijn in dienst gebleven.',
      on: '2026-03-01',
    }),
    otherRegion: ELSEWHERE,
    again: { code: 'ALREADY_EVALUATED' },
  },
  startUpload: {
    input: () => ({ employerId, fileName: 'verslag.pdf', mediaType: 'application/pdf', bytes: 1_000 }),
    otherRegion: { none: 'a document comes with what anybody of the chain registers, such as contact (R-091)' },
    again: { none: 'each announcement has a ticket of its own, for one content' },
  },
  withdrawDocument: {
    input: async (it) => {
      const [uploaded] = await it.query(
        `insert into employers.attachment (id, employer_id, file_name, media_type, announced_bytes, announced_by_id,
           announced_at, ticket_hash, ticket_expires_at, bytes, sha256, uploaded_at)
         values (gen_random_uuid(), $1, 'verkeerd.pdf', 'application/pdf', 9, 'prof-03', now(), 'x', now(), 9, repeat('a', 64), now())
         returning id`,
        [employerId],
      );
      return { id: uploaded!.id, expectedVersion: 1, reason: 'Hoort bij een andere werkgever.' };
    },
    otherRegion: ELSEWHERE,
    again: { code: 'ALREADY_WITHDRAWN' },
  },
  markNotificationsRead: {
    input: async (it) => {
      const found = await it.query("select id from employers.notification where recipient_id = 'prof-01' limit 2");
      return { ids: found.map(({ id }) => id) };
    },
    otherRegion: { as: 'prof-18', code: 'UNKNOWN_NOTIFICATION' },
    again: { none: 'what was read keeps the time at which it was' },
  },
};
