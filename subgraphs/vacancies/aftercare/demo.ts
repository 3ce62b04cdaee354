import { v7 } from 'uuid';
import { aftercare } from '../../../demo/aftercare.js';
import type { EntityManager } from '../../database.js';
import type { Publish } from '../../outbox.js';
import { Placement } from '../placement/placement.js';
import { Vacancy } from '../vacancy/vacancy.js';
import { AftercareIntensity, AftercarePlanSchema } from './aftercare-plan.js';
import { addEntry } from './log-aftercare.js';

const fresh = { disableIdentityMap: true } as const;

/** Agrees on aftercare when somebody started, and writes down what was heard since, in office hours. */
export async function seedAftercare(em: EntityManager, publish: Publish, today: string): Promise<void> {
  for (const { vacancyId, intensity, entries, ...agreed } of aftercare(today)) {
    const vacancy = await em.findOneOrFail(Vacancy, { id: vacancyId }, fresh);
    const placement = await em.findOneOrFail(Placement, { vacancyId }, fresh);
    const { ownerId } = vacancy;
    await em.insert(AftercarePlanSchema, {
      id: v7(),
      placementId: placement.id,
      intensity: AftercareIntensity[intensity],
      ...agreed,
      until: null,
      professionalId: ownerId,
      agreedOn: placement.startsOn,
      version: 1,
    });
    for (const { on, ...entry } of entries)
      await addEntry(em, publish, { placement, vacancy }, entry, { by: ownerId, at: new Date(`${on}T13:00:00Z`) });
  }
}
