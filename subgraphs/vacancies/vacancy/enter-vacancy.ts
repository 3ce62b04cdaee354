import type { EntityManager } from '../../database.js';
import type { Publish } from '../../outbox.js';
import { logStatus } from '../log/put-in-log.js';
import { type Vacancy, VacancySchema } from './vacancy.js';
import { VacancyStatus } from './vacancy-enums.js';

/** Who registers something, and when. */
export interface Registered {
  by: string | null;
  at: Date;
}

/** Registers a vacancy as open, begins its log and tells so. */
export async function enterVacancy(
  em: EntityManager,
  publish: Publish,
  vacancy: Omit<Vacancy, 'status' | 'version' | 'agreementId' | 'covenantId'>,
  { by, at }: Registered,
): Promise<void> {
  const { id, employerId, number, title, positions, openedOn } = vacancy;
  await em.insert(VacancySchema, { ...vacancy, status: VacancyStatus.OPEN, version: 1 });
  const places = positions === 1 ? '1 arbeidsplaats' : `${positions} arbeidsplaatsen`;
  await logStatus(em, id, `Vacature geopend: ${places}.`, { by, at });
  await publish(em, {
    type: 'vacancy.opened',
    occurredOn: openedOn,
    recordedAt: at,
    actorId: by,
    data: { employerId, vacancyId: id, number, positions, title },
  });
}
