import { raw } from '@mikro-orm/core';
import type { EntityManager } from '../../database.js';
import type { Publish } from '../../outbox.js';
import { logStatus } from '../log/put-in-log.js';
import { followVacancy } from '../publication/follow-vacancy.js';
import type { Registered } from './enter-vacancy.js';
import { VacancySchema } from './vacancy.js';

/** What became of a vacancy, by its status. */
const ENDED: Record<string, string> = {
  FULFILLED: 'Vacature vervuld.',
  CLOSED_UNFILLED: 'Vacature gesloten zonder vervulling.',
  EXPIRED: 'Vacature verlopen.',
  WITHDRAWN: 'Vacature ingetrokken.',
};

/** Brings an open vacancy to its end on a day (`YYYY-MM-DD`), puts that in its log and tells so. */
export async function closeVacancy(
  em: EntityManager,
  publish: Publish,
  { id, employerId, number, title }: { id: string; employerId: string; number?: string; title?: string },
  { status, on }: { status: string; on: string },
  { by, at }: Registered,
): Promise<void> {
  await em.nativeUpdate(VacancySchema, { id }, { status, closesOn: on, version: raw('version + 1') });
  await logStatus(em, id, ENDED[status] ?? 'Vacature gesloten.', { by, at });
  await followVacancy(em, publish, id, { by, at });
  await publish(em, {
    type: 'vacancy.closed',
    occurredOn: on,
    recordedAt: at,
    actorId: by,
    data: {
      employerId,
      vacancyId: id,
      status,
      ...(number === undefined ? {} : { number }),
      ...(title === undefined ? {} : { title }),
    },
  });
}
