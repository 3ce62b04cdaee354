import type { Surroundings } from '../../context.js';
import { wakeCvDelivery } from './tell-werk-nl.js';

/** At the start of the process: asks anew that all that waits for werk.nl be told, also what a killed process was at work on. */
export async function wakeWaiting({ database, publish, clock }: Surroundings): Promise<void> {
  await database.em().transactional(async (em) => {
    const waiting = await em.execute<{ id: string }[]>(
      `select id from cv_publication
       where status <> 'FAILED' and exists (select from cv_message where publication_id = cv_publication.id and outcome is null)`,
    );
    for (const { id } of waiting) await wakeCvDelivery(em, publish, id, { by: null, at: clock.now() });
  });
}
