import { v7 } from 'uuid';
import { dayOf } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import type { Publish } from '../../outbox.js';
import type { Registered } from '../vacancy/enter-vacancy.js';
import { VacancyLogEntrySchema, VacancyLogKind } from './vacancy-log-entry.js';

/** What somebody writes in the log of a vacancy. */
export interface LogLine {
  /** Default a new one. */
  id?: string;
  vacancy: { id: string; employerId: string; number: string; title: string };
  kind: Exclude<VacancyLogKind, VacancyLogKind.STATUS>;
  /** 1 to 10,000 characters. */
  text: string;
  contactPersonId?: string | null;
}

/**
 * Puts a line in the log of a vacancy, in the transaction of what it tells of, and tells that it was put there; what it
 * says stays behind.
 */
export async function putInLog(
  em: EntityManager,
  publish: Publish,
  { id = v7(), vacancy, kind, text, contactPersonId = null }: LogLine,
  { by, at }: Registered,
): Promise<void> {
  await em.insert(VacancyLogEntrySchema, { id, vacancyId: vacancy.id, at, byId: by, kind, text, contactPersonId });
  const { id: vacancyId, employerId, number, title } = vacancy;
  await publish(em, {
    type: 'vacancy.logged',
    occurredOn: dayOf(at),
    recordedAt: at,
    actorId: by,
    data: { employerId, vacancyId, entryId: id, kind, number, title },
  });
}

/** Puts in the log what became of the vacancy itself, which has events of its own. */
export async function logStatus(
  em: EntityManager,
  vacancyId: string,
  text: string,
  { by, at }: Registered,
): Promise<void> {
  const kind = VacancyLogKind.STATUS;
  await em.insert(VacancyLogEntrySchema, { id: v7(), vacancyId, at, byId: by, kind, text, contactPersonId: null });
}
