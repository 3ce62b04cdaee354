import type { EntityManager } from '../../database.js';
import type { Publish } from '../../outbox.js';
import { type Vacancy, VacancySchema } from './vacancy.js';
import { VacancyStatus } from './vacancy-enums.js';

/** Who registers something, and when. */
export interface Registered {
  by: string | null;
  at: Date;
}

/** Registers a vacancy as open and tells so. */
export async function enterVacancy(
  em: EntityManager,
  publish: Publish,
  vacancy: Omit<Vacancy, 'status' | 'version'>,
  { by, at }: Registered,
): Promise<void> {
  const { id, employerId, number, title, positions, openedOn } = vacancy;
  await em.insert(VacancySchema, { ...vacancy, status: VacancyStatus.OPEN, version: 1 });
  await publish(em, {
    type: 'vacancy.opened',
    occurredOn: openedOn,
    recordedAt: at,
    actorId: by,
    data: { employerId, vacancyId: id, number, positions, title },
  });
}
