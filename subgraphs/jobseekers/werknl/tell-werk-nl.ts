import { raw } from '@mikro-orm/core';
import { randomUUID } from 'node:crypto';
import { dayOf } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import type { Publish } from '../../outbox.js';
import { PublicationStatus, type PublicationChange } from '../../publication-status.js';
import { CvMessageSchema } from './cv-message.js';
import { CvPublicationSchema, type CvPublication } from './cv-publication.js';

/** Asks that werk.nl be told what waits for it, in the transaction of `em`. The event bears no number of a person. */
export const wakeCvDelivery = (
  em: EntityManager,
  publish: Publish,
  publicationId: string,
  { by, at }: { by: string | null; at: Date },
): Promise<void> =>
  publish(em, {
    type: 'cv-publication.changed',
    occurredOn: dayOf(at),
    recordedAt: at,
    actorId: by,
    data: { publicationId },
  });

/** Puts a change of a CV in line for werk.nl. The publication's row is locked. */
export async function tellWerkNl(
  em: EntityManager,
  publish: Publish,
  { id, contentVersion }: Pick<CvPublication, 'id' | 'contentVersion'>,
  change: PublicationChange,
  registered: { by: string; at: Date },
): Promise<void> {
  const next = contentVersion + 1;
  await em.nativeUpdate(
    CvPublicationSchema,
    { id },
    {
      status: PublicationStatus.PENDING,
      change,
      since: registered.at,
      message: null,
      contentVersion: next,
      version: raw('version + 1'),
    },
  );
  await em.insert(CvMessageSchema, {
    id: randomUUID(),
    publicationId: id,
    contentVersion: next,
    change,
    at: registered.at,
    byId: registered.by,
  });
  await wakeCvDelivery(em, publish, id, registered);
}
