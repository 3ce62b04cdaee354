import { raw } from '@mikro-orm/core';
import type { EntityManager } from '../../database.js';
import { Attachment } from './attachment.js';

/** Attaches documents that `checkAttachments` let through to a record of their employer. */
export async function attach(
  em: EntityManager,
  ids: readonly string[] | null | undefined,
  to: { subjectType: string; subjectId: string },
): Promise<void> {
  if (ids?.length)
    await em.nativeUpdate(
      Attachment,
      { id: { $in: [...ids] }, subjectId: null },
      { ...to, version: raw('version + 1') },
    );
}
