import { v7 } from 'uuid';
import type { Clock } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import { NotificationSchema, type NotificationKind } from './notification.js';

export interface Told {
  kind: NotificationKind;
  /** Professionals; each is told once, and `actorId` is not told of the own doing. */
  recipientIds: readonly (string | null | undefined)[];
  actorId: string | null;
  /** Plain Dutch, one line. */
  title: string;
  employerId: string | null;
  /** Name of the type and id of what it is about, so that a client can open it. */
  subjectType: string;
  subjectId: string;
  /** Told once per recipient and occasion, however often this runs. Default: the subject. E.g. `2026-03-10` for a due date. */
  occasion?: string;
}

/** Tells professionals something, in the transaction of what happened. */
export const notify = (em: EntityManager, clock: Clock, told: Told): Promise<void> => notifyOfAll(em, clock, [told]);

/** Tells professionals of many things at once, in as few statements as one thing takes. */
export async function notifyOfAll(em: EntityManager, clock: Clock, all: readonly Told[]): Promise<void> {
  const at = clock.now();
  const rows = all.flatMap(({ recipientIds, actorId, occasion, ...line }) =>
    [...new Set(recipientIds.filter((id): id is string => Boolean(id) && id !== actorId))].map((recipientId) => ({
      id: v7(),
      ...line,
      recipientId,
      at,
      occasion: `${line.subjectType} ${line.subjectId} ${occasion ?? ''}`.trim(),
      readAt: null,
    })),
  );
  if (rows.length === 0) return;
  await em.upsertMany(NotificationSchema, rows, {
    onConflictAction: 'ignore',
    onConflictFields: ['recipientId', 'kind', 'occasion'],
  });
}
