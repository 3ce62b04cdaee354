import { validate as isUuid } from 'uuid';
import type { EntityManager } from '../../database.js';
import type { Event } from '../../events.js';
import type { UserError } from '../../payload.js';
import { prepared } from '../../prepared.js';
import { userError } from '../../user-error.js';

/**
 * Keeps whose contact person somebody is, as the employers subgraph tells it: ids only. An older event than the one
 * that is known changes nothing, and who was erased does not come back.
 */
export async function keepContactPerson(
  em: EntityManager,
  {
    data: { employerId, contactPersonId, active = true },
    recordedAt,
  }: Pick<Event<'contact-person.saved'>, 'data' | 'recordedAt'>,
): Promise<void> {
  await prepared(
    em,
    `insert into known_contact_person as known (id, employer_id, active, known_at)
     values (?::uuid, ?::uuid, ?, ?::timestamptz)
     on conflict (id) do update
       set employer_id = excluded.employer_id, active = excluded.active, known_at = excluded.known_at
       where excluded.known_at >= known.known_at and not known.erased`,
    [contactPersonId, employerId, active, recordedAt],
  );
}

/**
 * Refusals of a contact person who is not one of the employer now. None when nobody is named. Who is erased meanwhile waits
 * for what is written with this, and is erased there too.
 */
export async function contactPersonErrors(
  em: EntityManager,
  employerId: string,
  contactPersonId: string | null | undefined,
  path: string[],
): Promise<UserError[]> {
  if (!contactPersonId) return [];
  const known = isUuid(contactPersonId)
    ? await prepared<{ active: boolean }>(
        em,
        'select active from known_contact_person where id = ?::uuid and employer_id = ?::uuid for share',
        [contactPersonId, employerId],
      )
    : [];
  const field = path.at(-1)!;
  if (!known.length)
    return [userError('UNKNOWN_CONTACT_PERSON', path, `Deze contactpersoon (${field}) hoort niet bij deze werkgever.`)];
  return known[0]!.active
    ? []
    : [userError('CONTACT_PERSON_INACTIVE', path, `Deze contactpersoon (${field}) werkt niet meer bij de werkgever.`)];
}
