import type { EntityManager } from '../database.js';
import type { Event } from '../events.js';
import { keepWhoLeft } from '../professional-left.js';
import { keepFact } from './facts/keep-fact.js';

/** What reporting does with the events that it is told. Who left is refused, and is no fact about an employer. */
export const takeEvent = (em: EntityManager, event: Event): Promise<void> =>
  event.type === 'professional.changed' ? keepWhoLeft(em, event as Event<'professional.changed'>) : keepFact(em, event);
