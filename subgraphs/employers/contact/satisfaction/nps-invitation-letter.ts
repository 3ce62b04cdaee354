import { inDutch } from '../../../in-dutch.js';
import { ContactPerson } from '../../dossier/contact-person.js';
import type { LetterWriter } from '../../mail/letter.js';
import { ContactMoment } from '../contact-moment.js';
import { NpsSurvey } from './nps-survey.js';

const READ = { disableIdentityMap: true } as const;

/**
 * Asks a contact person how satisfied the employer is; each has a mail of their own. It is answered
 * itself: that goes to who had the contact, who records the score; a survey service returns the reference in its file.
 */
export const npsInvitationLetter: LetterWriter = {
  async addressees(em, { recipientIds }) {
    const people = await em.find(ContactPerson, { id: { $in: recipientIds }, active: true }, READ);
    return people.flatMap(({ name, email }) => (email ? [{ name, email }] : []));
  },
  async write(em, { subjectId }) {
    const survey = await em.findOne(NpsSurvey, { id: subjectId }, READ);
    const moment = survey && (await em.findOne(ContactMoment, { id: survey.contactMomentId }, READ));
    if (!survey || !moment || survey.respondedAt || survey.withdrawnAt) return null;
    return {
      subject: 'Hoe tevreden bent u over ons contact?',
      paragraphs: [
        // The subject is ours: it was written for colleagues.
        `Op ${inDutch(moment.occurredOn)} hadden wij contact met u.`,
        'Hoe waarschijnlijk is het dat u onze dienstverlening aanbeveelt bij een andere werkgever? Beantwoord deze mail met een cijfer van 0 (zeer onwaarschijnlijk) tot en met 10 (zeer waarschijnlijk). Een toelichting helpt ons.',
        `Kenmerk: ${survey.id}`,
      ],
    };
  },
  async sent(em, { subjectId }, at) {
    await em.nativeUpdate(NpsSurvey, { id: subjectId, sentAt: null }, { sentAt: at });
  },
};
