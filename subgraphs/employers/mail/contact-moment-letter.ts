import { ContactMoment } from '../contact/contact-moment.js';
import { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { dayInDutch } from '../work/day-in-dutch.js';
import { colleagues } from './colleagues.js';
import type { LetterWriter } from './letter.js';

const READ = { disableIdentityMap: true } as const;

/** Mails the report of a contact moment to colleagues (R-063). */
export const contactMomentLetter: LetterWriter = {
  addressees: colleagues,
  async write(em, { subjectId, requestedById }) {
    const moment = await em.findOne(ContactMoment, { id: subjectId }, READ);
    if (!moment) return null;
    const employer = await em.findOne(Employer, { id: moment.employerId }, READ);
    const by = await em.findOne(Professional, { id: requestedById ?? moment.registeredById }, READ);
    return {
      subject: `Contactmoment ${employer?.name ?? ''}: ${moment.subject}`,
      paragraphs: [
        `${by?.name ?? 'Een collega'} stuurt u het verslag van een contact${employer ? ` met ${employer.name}` : ''} op ${dayInDutch(moment.occurredOn)}.`,
        `Onderwerp: ${moment.subject}`,
        moment.summary,
        'U vindt het contactmoment in het dossier van de werkgever.',
      ],
    };
  },
};
