import type { WerkNl } from '../../../adapters/werknl/port.js';
import type { Surroundings } from '../../context.js';
import type { Event } from '../../events.js';
import type { Outbox } from '../../outbox.js';
import { deliverCv } from './deliver-cv.js';
import { wakeCvDelivery } from './tell-werk-nl.js';

/** Delivers what waits for werk.nl, from now on, and what a process that was killed was at work on. */
export async function takeCvEvents(surroundings: Surroundings, werkNl: WerkNl, outbox: Outbox): Promise<void> {
  const { database, publish, clock } = surroundings;
  await database.em().transactional(async (em) => {
    const waiting = await em.execute<{ id: string }[]>(
      `select id from cv_publication
       where status <> 'FAILED' and exists (select from cv_message where publication_id = cv_publication.id and outcome is null)`,
    );
    for (const { id } of waiting) await wakeCvDelivery(em, publish, id, { by: null, at: clock.now() });
  });
  await outbox.consume('jobseekers', async (event, attempt) => {
    if (event.type !== 'cv-publication.changed') return;
    const { publicationId } = event.data as Event<'cv-publication.changed'>['data'];
    await deliverCv(surroundings, werkNl, publicationId, attempt);
  });
}
