import { validate as isUuid } from 'uuid';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { read } from '../../read.js';
import { userError } from '../../user-error.js';
import { ContactPerson } from '../dossier/contact-person.js';
import { Employer } from '../dossier/employer.js';
import { Organisation } from '../organisation/organisation.js';
import { Professional } from '../organisation/professional.js';
import type { Correspondents } from './aftercare-letter.js';

/** Whom a letter goes between, by id. */
export interface CorrespondentIds {
  employerId: string;
  contactPersonId: string;
  senderId: string;
}

/** Why nobody writes to this person of this employer now; empty when somebody may. */
function refusals(employer: Employer | undefined, person: ContactPerson | undefined): UserError[] {
  const of = ['input', 'employerId'];
  if (!employer) return [userError('UNKNOWN_EMPLOYER', of, 'Deze werkgever (employerId) heeft geen dossier.')];
  if (employer.mergedIntoId)
    return [
      userError(
        'EMPLOYER_MERGED',
        of,
        `Dossier ${employer.wbsNumber} (employerId) is samengevoegd met een ander.`,
        'R-043',
      ),
    ];
  const to = ['input', 'contactPersonId'];
  if (!person || person.employerId !== employer.id)
    return [
      userError('UNKNOWN_CONTACT_PERSON', to, 'Deze contactpersoon (contactPersonId) hoort niet bij deze werkgever.'),
    ];
  return person.active
    ? []
    : [
        userError(
          'CONTACT_PERSON_INACTIVE',
          to,
          'Deze contactpersoon (contactPersonId) werkt niet meer bij de werkgever.',
        ),
      ];
}

/** Who the letter goes between, or why it cannot be written; neither when the sender is unknown. */
export async function findCorrespondents(
  em: EntityManager,
  { employerId, contactPersonId, senderId }: CorrespondentIds,
): Promise<{ correspondents: Correspondents | null; errors: UserError[] }> {
  const [employer] = isUuid(employerId) ? await read(em, Employer, { id: [employerId] }) : [];
  const [person] = isUuid(contactPersonId) ? await read(em, ContactPerson, { id: [contactPersonId] }) : [];
  const errors = refusals(employer, person);
  const [sender] = await read(em, Professional, { id: [senderId] });
  if (errors.length || !employer || !person || !sender) return { correspondents: null, errors };
  const [organisation = null] = await read(em, Organisation, { id: [sender.organisationId] });
  return { correspondents: { employer, person, sender, organisation }, errors };
}
