import type { EntityManager } from '../../database.js';
import type { Event } from '../../events.js';
import type { Attempt, Publish } from '../../outbox.js';
import { prepared } from '../../prepared.js';
import { followVacancy } from '../publication/follow-vacancy.js';

/**
 * Erases somebody who asked to be forgotten from what vacancies wrote of the employer, now and before: the link, and
 * the words by which they were named. The database does it (`erase_contact_person`), because the application may not change
 * history. Advertisements follow the vacancies whose texts changed. Told again, it finds nothing left.
 */
export async function eraseContactPerson(
  em: EntityManager,
  publish: Publish,
  { data, recordedAt, actorId }: Event<'contact-person.erased'>,
  { forget }: Pick<Attempt, 'forget'>,
): Promise<void> {
  const { employerId, employerIds, contactPersonId, ground, words = [] } = data;
  // Held from here on: who writes with this contact person has done so, or is refused.
  await prepared(
    em,
    `insert into known_contact_person (id, employer_id, active, known_at, erased)
     values (?::uuid, ?::uuid, false, ?::timestamptz, true)
     on conflict (id) do update set active = false, erased = true`,
    [contactPersonId, employerId, recordedAt],
  );
  const changed = await prepared<{ id: string }>(
    em,
    `select erase_contact_person(?::uuid,
       array(select told::uuid from unnest(?::text[]) told
         union select keep_id from merged_employer where id::text = any(?::text[])), ?::text[], ?) as id`,
    [contactPersonId, employerIds, employerIds, words, ground],
  );
  for (const { id } of changed) await followVacancy(em, publish, id, { by: actorId, at: new Date(recordedAt) });
  await forget(em, 'words');
}
