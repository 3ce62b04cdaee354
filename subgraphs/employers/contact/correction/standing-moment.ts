import { validate } from 'uuid';
import type { EntityManager } from '../../../database.js';
import { inDutch } from '../../../in-dutch.js';
import { prepared } from '../../../prepared.js';
import type { UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { ContactMoment } from '../contact-moment.js';

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

/** Refusals of a moment that is not there, or that lives on in another one, which is named as people know it. */
export async function standing(
  em: EntityManager,
  moment: ContactMoment | undefined,
  path: string[],
): Promise<UserError[]> {
  const field = path.findLast((step) => !/^\d+$/.test(step));
  if (!moment) return [userError('UNKNOWN_CONTACT_MOMENT', path, `Dit contactmoment (${field}) bestaat niet.`)];
  let into = moment;
  while (into.mergedIntoId)
    into = await em.findOneOrFail(ContactMoment, { id: into.mergedIntoId }, { disableIdentityMap: true });
  return into === moment
    ? []
    : [
        userError(
          'MERGED',
          path,
          `Dit contactmoment (${field}) is samengevoegd met "${into.subject}" van ${inDutch(into.occurredOn)}; gebruik dat.`,
          'R-080',
        ),
      ];
}
