import type { WerkNl } from '../../adapters/werknl/port.js';
import type { Surroundings } from '../context.js';
import type { Event } from '../events.js';
import type { Attempt } from '../outbox.js';
import { keepWhoLeft } from '../professional-left.js';
import { deliverCv } from './werknl/deliver-cv.js';

/**
 * What jobseekers does with the events that it is told. Where werk.nl is not connected nothing is delivered: what waits
 * is woken by the first process that is.
 */
export async function takeEvent(
  surroundings: Surroundings,
  werkNl: WerkNl | null,
  event: Event,
  attempt: Attempt,
): Promise<void> {
  switch (event.type) {
    case 'professional.changed':
      return keepWhoLeft(surroundings.database.em(), event as Event<'professional.changed'>);
    case 'cv-publication.changed': {
      const { publicationId } = event.data as Event<'cv-publication.changed'>['data'];
      if (werkNl) await deliverCv(surroundings, werkNl, publicationId, attempt);
    }
  }
}
