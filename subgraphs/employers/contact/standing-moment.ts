import { validate } from 'uuid';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { ContactMoment } from './contact-moment.js';

/** The contact moments with these ids, locked until the transaction ends, in the order of their ids. */
export async function lockedMoments(em: EntityManager, ids: readonly string[]): Promise<ContactMoment[]> {
  const uuids = ids.filter((id) => validate(id));
  if (uuids.length === 0) return [];
  await prepared(em, 'select id from contact_moment where id = any(?::uuid[]) order by id for update', [uuids]);
  return em.find(ContactMoment, { id: { $in: uuids } }, { refresh: true, orderBy: { id: 'asc' } });
}

/** Whether a moment has changed since the client read it; a client that names no version takes it as it stands. */
export const isStale = (expectedVersion: number | null | undefined, { version }: ContactMoment): boolean =>
  expectedVersion !== null && expectedVersion !== undefined && expectedVersion !== version;

/** Refusals of a moment that is not there, or that lives on in another one. */
export function standing(moment: ContactMoment | undefined, path: string[]): UserError[] {
  if (!moment) return [userError('UNKNOWN_CONTACT_MOMENT', path, 'Dit contactmoment bestaat niet.')];
  return moment.mergedIntoId
    ? [
        userError(
          'MERGED',
          path,
          `Dit contactmoment is samengevoegd met een ander; wijzig dat (${moment.mergedIntoId}).`,
          'R-080',
        ),
      ]
    : [];
}
