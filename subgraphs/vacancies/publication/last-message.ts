import type { EntityManager } from '../../database.js';
import { PublicationMessage } from './publication-message.js';

/** The last that a channel was told, or is to be told, about a publication. */
export const lastMessage = (em: EntityManager, publicationId: string): Promise<PublicationMessage> =>
  em.findOneOrFail(
    PublicationMessage,
    { publicationId },
    { orderBy: { contentVersion: 'desc' }, disableIdentityMap: true },
  );
