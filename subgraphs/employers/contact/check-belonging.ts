import { validate } from 'uuid';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { ContactPerson } from '../dossier/contact-person.js';
import { ContactMoment } from './contact-moment.js';
import type { RegisterContactMomentInput } from './register-contact-moment-input.js';

const READ = { disableIdentityMap: true } as const;

/** Refusals of participants and earlier moments that are not of this employer. */
export async function checkBelonging(
  em: EntityManager,
  { employerId, participantIds, relatedToIds }: RegisterContactMomentInput,
): Promise<UserError[]> {
  const where = (ids: string[]) => ({ id: { $in: ids.filter((id) => validate(id)) }, employerId });
  const earlier = relatedToIds ?? [];
  const people = participantIds.length ? await em.find(ContactPerson, where(participantIds), READ) : [];
  const moments = earlier.length ? await em.find(ContactMoment, where(earlier), READ) : [];
  const missing = (ids: string[], found: { id: string }[], field: string, code: string, message: string) =>
    ids.flatMap((id, n) =>
      found.some((f) => f.id === id) ? [] : [userError(code, ['input', field, String(n)], message, 'R-064')],
    );
  return [
    ...missing(
      participantIds,
      people,
      'participantIds',
      'UNKNOWN_PARTICIPANT',
      'Deze deelnemer (participantIds) is geen contactpersoon van deze werkgever.',
    ),
    ...missing(
      earlier,
      moments,
      'relatedToIds',
      'UNKNOWN_CONTACT_MOMENT',
      'Dit eerdere contactmoment (relatedToIds) is niet van deze werkgever.',
    ),
  ];
}
