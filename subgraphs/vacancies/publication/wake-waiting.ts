import type { Surroundings } from '../../context.js';
import { wakeDelivery } from './tell-channel.js';

/**
 * At the start of the process: asks anew that every change that waits be told. What a process was at work on when it was
 * killed would otherwise wait until the outbox misses it.
 */
export async function wakeWaiting({ database, publish, clock }: Surroundings): Promise<void> {
  await database.em().transactional(async (em) => {
    const waiting = await em.execute<{ id: string; vacancyId: string }[]>(
      `select id, vacancy_id as "vacancyId" from publication
       where status <> 'FAILED' and exists (select from publication_message where publication_id = publication.id and outcome is null)`,
    );
    for (const publication of waiting) await wakeDelivery(em, publish, publication, { by: null, at: clock.now() });
  });
}
