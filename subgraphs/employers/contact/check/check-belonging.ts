import { validate } from 'uuid';
import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { ContactPerson } from '../../dossier/contact-person.js';
import { ContactMoment } from '../contact-moment.js';

const READ = { disableIdentityMap: true } as const;
const MOST = 50;

type Ids = readonly string[] | null | undefined;

function missing(ids: readonly string[], found: { id: string }[], path: string[], code: string, message: string) {
  if (ids.length > MOST) return [userError('TOO_MANY', path, `Noem er hoogstens ${MOST} (${path.at(-1)}).`, 'R-064')];
  const known = new Set(found.map(({ id }) => id));
  return ids.flatMap((id, n) => (known.has(id) ? [] : [userError(code, [...path, String(n)], message, 'R-064')]));
}

const where = (employerId: string, ids: readonly string[]) => ({
  id: { $in: ids.slice(0, MOST).filter((id) => validate(id)) },
  employerId,
});

/** Refusals of participants who are not contact persons of this employer. */
export async function checkParticipants(em: EntityManager, employerId: string, ids: Ids): Promise<UserError[]> {
  if (!ids?.length) return [];
  const found = await em.find(ContactPerson, where(employerId, ids), READ);
  const message = 'Deze deelnemer (participantIds) is geen contactpersoon van deze werkgever.';
  return missing(ids, found, ['input', 'participantIds'], 'UNKNOWN_PARTICIPANT', message);
}

/** Refusals of earlier moments that are not of this employer. */
export async function checkRelatedTo(em: EntityManager, employerId: string, ids: Ids): Promise<UserError[]> {
  if (!ids?.length) return [];
  const found = await em.find(ContactMoment, where(employerId, ids), READ);
  const message = 'Dit eerdere contactmoment (relatedToIds) is niet van deze werkgever.';
  return missing(ids, found, ['input', 'relatedToIds'], 'UNKNOWN_CONTACT_MOMENT', message);
}
