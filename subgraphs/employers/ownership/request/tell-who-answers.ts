import type { FilterQuery } from '@mikro-orm/core';
import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { Employer } from '../../dossier/employer.js';
import { NotificationKind } from '../../notification/notification.js';
import { notifyOfAll, type Told } from '../../notification/notify.js';
import { inForce } from '../account-holdership.js';
import { answerersOf } from './answerers-of.js';
import { factReaders } from '../loaders.js';
import { personOf } from '../open-account.js';
import { OwnershipRequest, OwnershipRequestStatus, placeAsked } from './ownership-request.js';

/**
 * Tells who may answer open requests of them, each person once: also who came to answer one because its holder left, is
 * away, or was succeeded.
 */
export async function tellWhoAnswers(
  { clock }: Pick<Context, 'clock'>,
  em: EntityManager,
  which: FilterQuery<OwnershipRequest>,
): Promise<void> {
  const today = clock.today();
  const requests = await em.find(
    OwnershipRequest,
    { $and: [which, { status: OwnershipRequestStatus.OPEN, expiresOn: { $gte: today } }] },
    { orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  if (requests.length === 0) return;
  const employers = await em.find(
    Employer,
    { id: { $in: requests.map(({ employerId }) => employerId) } },
    { disableIdentityMap: true },
  );
  const nameOf = new Map(employers.map(({ id, name }) => [id, name]));
  const readers = factReaders(em);
  const told = requests.map(async ({ id, employerId, regionId, candidateId, asMain }): Promise<Told> => {
    const held = inForce(await readers.holdershipsOfEmployer.load(employerId), today);
    const holders = held.filter((h) => h.regionId === regionId);
    const { name } = await personOf(readers, candidateId);
    return {
      kind: NotificationKind.OWNERSHIP_REQUESTED,
      recipientIds: await answerersOf({ holders, readers, regionId, today }, candidateId),
      actorId: candidateId,
      title: `${name} vraagt het ${placeAsked(asMain)} van ${nameOf.get(employerId)!}.`,
      employerId,
      subjectType: 'OwnershipRequest',
      subjectId: id,
    };
  });
  await notifyOfAll(em, clock, await Promise.all(told));
}
