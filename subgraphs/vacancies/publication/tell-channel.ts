import { raw } from '@mikro-orm/core';
import { randomUUID } from 'node:crypto';
import type { VacancyToPublish } from '../../../adapters/werknl/port.js';
import { dayOf } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import type { Publish } from '../../outbox.js';
import { PublicationStatus, type PublicationChange } from '../../publication-status.js';
import type { Registered } from '../vacancy/enter-vacancy.js';
import { PublicationMessageSchema } from './publication-message.js';
import { PublicationSchema, type Publication } from './publication.js';

/** Asks that the channel be told what waits for it, in the transaction of `em`. */
export const wakeDelivery = (
  em: EntityManager,
  publish: Publish,
  { id, vacancyId }: Pick<Publication, 'id' | 'vacancyId'>,
  { by, at }: Registered,
): Promise<void> =>
  publish(em, {
    type: 'publication.changed',
    occurredOn: dayOf(at),
    recordedAt: at,
    actorId: by,
    data: { publicationId: id, vacancyId },
  });

/** Puts a change of a publication in line for its channel, after all that already waits. The publication's row is locked. */
export async function tellChannel(
  em: EntityManager,
  publish: Publish,
  publication: Publication,
  change: PublicationChange,
  content: VacancyToPublish,
  registered: Registered,
): Promise<void> {
  const contentVersion = publication.contentVersion + 1;
  await em.nativeUpdate(
    PublicationSchema,
    { id: publication.id },
    {
      status: PublicationStatus.PENDING,
      change,
      since: registered.at,
      message: null,
      contentVersion,
      version: raw('version + 1'),
    },
  );
  await em.insert(PublicationMessageSchema, {
    id: randomUUID(),
    publicationId: publication.id,
    contentVersion,
    change,
    content,
    at: registered.at,
    byId: registered.by,
  });
  await wakeDelivery(em, publish, publication, registered);
}
