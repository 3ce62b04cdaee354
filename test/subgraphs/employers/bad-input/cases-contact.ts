import { randomUUID } from 'node:crypto';
import { planner } from '../../../../demo/contact-persons.js';
import { vanGelderen } from '../../../../demo/employers.js';
import type { EmployersAlone } from '../employers-alone.js';
import { JOYFLEX, SUMMARY, TODAY } from '../contact/contact-graph.js';
import { done } from './done.js';
import type { Cases } from './mutation-case.js';

const employerId = vanGelderen.id;
const CHAIN = { none: 'Who has contact with an employer registers it, wherever in the chain (R-091).' };
/** WBS support mends contact moments of its own region, Rijnmond; the employer is of Midden-Utrecht. */
const STEWARD_ELSEWHERE = { as: 'prof-14' };

const idOf = async (it: EmployersAlone, sql: string): Promise<string> => String((await it.query(sql))[0]!['id']);

/** A contact moment that Roos registered at an employer of Midden-Utrecht. */
async function moment(it: EmployersAlone, subject: string): Promise<string> {
  const input = {
    employerId: JOYFLEX,
    typeNumber: 3,
    medium: 'PHONE',
    subject,
    summary: SUMMARY,
    occurredOn: TODAY,
    participantIds: [],
  };
  const fields = 'contactMoment { id }';
  return (await done(it, 'registerContactMoment', input, { fields, as: 'prof-18' })).contactMoment.id;
}

/** A survey that an employer has not answered yet. */
async function survey(it: EmployersAlone): Promise<string> {
  const contactMomentId = await moment(it, `Werving ${randomUUID()}`);
  return idOf(it, `select id from employers.nps_survey where contact_moment_id = '${contactMomentId}'`);
}

async function document(it: EmployersAlone): Promise<string> {
  const id = randomUUID();
  await it.query(
    `insert into employers.attachment (id, employer_id, file_name, media_type, announced_bytes, announced_by_id, announced_at,
       ticket_hash, ticket_expires_at, bytes, sha256, uploaded_at)
     values ($1, $2, 'verslag.pdf', 'application/pdf', 9, 'prof-01', now(), $3, now(), 9, repeat('a', 64), now())`,
    [id, employerId, id],
  );
  return id;
}

/** Contact moments, what employers answer about them, and what they are told in aftercare. */
export const casesContact: Cases = {
  registerContactMoment: {
    input: async (it) => {
      const person = await idOf(it, `select id from employers.contact_person where employer_id = '${employerId}'`);
      const asked = { employerId, purpose: 'ACQUISITION' };
      const { consultation } = await done(it, 'consultBeforeApproach', asked, { fields: 'consultation { id }' });
      return {
        employerId,
        typeNumber: 4,
        medium: 'PHONE',
        subject: 'Nabellen over het cijfer',
        summary: SUMMARY,
        occurredOn: TODAY,
        participantIds: [person],
        relatedToIds: [
          await idOf(it, `select id from employers.contact_moment where employer_id = '${employerId}' limit 1`),
        ],
        consultationId: consultation.id,
        followUpToSurveyId: await idOf(
          it,
          `select id from employers.nps_survey where employer_id = '${employerId}' and responded_at is not null limit 1`,
        ),
        attachmentIds: [await document(it)],
        followUps: [
          {
            title: 'Doorverwijzen voor subsidie',
            description: 'Vraag naar de regeling van dit jaar.',
            dueOn: '2026-03-20',
            ownerId: 'prof-02',
            mail: true,
            kind: 'REFERRAL',
            referredTo: 'Economische Zaken',
          },
        ],
        appointment: {
          employerId,
          title: 'Kennismaken met de planner',
          startsAt: '2026-03-20T09:00:00Z',
          endsAt: '2026-03-20T10:00:00Z',
          location: 'Havenkade 12',
          attendeeIds: ['prof-01'],
          contactPersonIds: [person],
        },
        mailTo: ['prof-02'],
      };
    },
    otherRegion: CHAIN,
    again: { code: 'ATTACHMENT_IN_USE' },
  },
  correctContactMoment: {
    as: 'prof-18',
    input: async (it) => ({
      id: await moment(it, 'Te corrigeren'),
      expectedVersion: 1,
      subject: 'Gecorrigeerd',
      summary: `${SUMMARY} Met de planner en de directeur.`,
      typeNumber: 4,
      occurredOn: '2026-03-09',
      medium: 'COMPANY_VISIT',
      followUpToSurveyId: await survey(it),
      participantIds: [await idOf(it, `select id from employers.contact_person where employer_id = '${JOYFLEX}'`)],
      reason: 'Het gesprek was een dag eerder.',
    }),
    otherRegion: STEWARD_ELSEWHERE,
    again: { code: 'CONFLICT' },
  },
  mergeContactMoments: {
    as: 'prof-18',
    input: async (it) => ({
      intoId: await moment(it, 'Samen te voegen gesprek'),
      mergeIds: [await moment(it, 'Samen te voegen gesprekken')],
      summary: `${SUMMARY} In twee gesprekken.`,
      subject: 'Twee gesprekken',
    }),
    otherRegion: STEWARD_ELSEWHERE,
    again: { code: 'MERGED' },
  },
  mailContactMoment: {
    input: async (it) => ({ id: await moment(it, 'Te mailen'), to: ['prof-02'] }),
    otherRegion: { none: 'What was registered is open to the whole chain (R-007), and so is mailing it (R-063).' },
    again: { none: 'Who asks for a second message gets one; a request repeated by its key is one message.' },
  },
  recordNpsResponse: {
    input: async (it) => ({
      surveyId: await survey(it),
      score: 8,
      comment: 'Prettig contact.',
      respondedOn: TODAY,
    }),
    otherRegion: CHAIN,
    again: { code: 'ALREADY_ANSWERED' },
  },
  planAftercareInformation: {
    input: () => ({
      employerId,
      contactPersonId: planner,
      topics: ['LAW', 'SOCIAL_RETURN'],
      ownerId: 'prof-02',
      dueOn: '2026-03-20',
      mail: true,
    }),
    otherRegion: CHAIN,
    again: { none: 'What changes in the law is told again whenever it does.' },
  },
  importNpsResponses: {
    input: async (it) => ({
      rows: [{ surveyId: await survey(it), score: 9, comment: 'Snel geholpen.', respondedOn: TODAY }],
    }),
    otherRegion: CHAIN,
    again: { none: 'A file may be offered again (R-246): what stands already is left as it is.' },
  },
};
