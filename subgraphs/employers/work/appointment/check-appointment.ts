import { validate } from 'uuid';
import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { countErrors, lengthErrors, userError } from '../../../user-error.js';
import { ContactPerson } from '../../dossier/contact-person.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import type { AppointmentInput } from './appointment-input.js';

const READ = { disableIdentityMap: true } as const;
const MOST_ATTENDEES = 50;
const MOST_CONTACT_PERSONS = 50;
const LONGEST_MS = 31 * 86_400_000;

/** Refusals of ids that `found` does not hold, each at its own place. */
const missing = (
  ids: readonly string[],
  found: readonly { id: string }[],
  error: (n: number) => UserError,
): UserError[] => {
  const known = new Set(found.map(({ id }) => id));
  return ids.flatMap((id, n) => (known.has(id) ? [] : [error(n)]));
};

/**
 * Refusals of an appointment that cannot be: it ends before it begins, nobody of us is there, or a contact
 * person is not of this employer.
 * @param path where the appointment stands in the input, e.g. `['input', 'appointment']`
 */
export async function checkAppointment(
  em: EntityManager,
  input: AppointmentInput,
  path: string[],
): Promise<UserError[]> {
  const { employerId, title, startsAt, endsAt, location, attendeeIds } = input;
  const contactPersonIds = input.contactPersonIds ?? [];
  const many = [
    ...(attendeeIds.length === 0 || attendeeIds.length > MOST_ATTENDEES
      ? [
          userError(
            'OUT_OF_RANGE',
            [...path, 'attendeeIds'],
            `Er zijn 1 tot ${MOST_ATTENDEES} medewerkers (attendeeIds) bij.`,
            'R-095',
          ),
        ]
      : []),
    ...countErrors(
      [...path, 'contactPersonIds'],
      'contactpersonen (contactPersonIds)',
      contactPersonIds,
      MOST_CONTACT_PERSONS,
      'R-095',
    ),
  ];
  if (many.length) return many;
  const uuids = contactPersonIds.filter((id) => validate(id));
  const employer = employerId && validate(employerId) ? await em.count(Employer, { id: employerId }) : 0;
  const attendees = await em.find(Professional, { id: { $in: attendeeIds }, active: true }, READ);
  const people =
    employer && uuids.length ? await em.find(ContactPerson, { id: { $in: uuids }, employerId: employerId! }, READ) : [];
  return [
    ...(employerId && !employer
      ? [userError('UNKNOWN_EMPLOYER', [...path, 'employerId'], 'Deze werkgever (employerId) heeft geen dossier.')]
      : []),
    ...lengthErrors([...path, 'title'], 'Waar het over gaat (title)', title, 3, 200),
    ...lengthErrors([...path, 'location'], 'De plaats (location)', location, 0, 200),
    ...(endsAt > startsAt
      ? []
      : [
          userError('ENDS_TOO_EARLY', [...path, 'endsAt'], 'Het einde (endsAt) ligt na het begin (startsAt).', 'R-095'),
        ]),
    ...(endsAt.getTime() - startsAt.getTime() > LONGEST_MS
      ? [
          userError(
            'TOO_LONG',
            [...path, 'endsAt'],
            'Het einde (endsAt) ligt hoogstens 31 dagen na het begin.',
            'R-095',
          ),
        ]
      : []),
    ...missing(attendeeIds, attendees, (n) =>
      userError(
        'UNKNOWN_ATTENDEE',
        [...path, 'attendeeIds', String(n)],
        'Deze deelnemer (attendeeIds) is geen werkzame medewerker.',
        'R-095',
      ),
    ),
    ...missing(contactPersonIds, people, (n) =>
      userError(
        'UNKNOWN_CONTACT_PERSON',
        [...path, 'contactPersonIds', String(n)],
        'Deze contactpersoon (contactPersonIds) hoort niet bij deze werkgever.',
        'R-095',
      ),
    ),
  ];
}
