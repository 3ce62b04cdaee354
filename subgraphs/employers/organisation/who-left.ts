import type { Surroundings } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import { tellProfessional } from './tell-professional.js';

/** The ids of the professionals who left. */
export const whoLeft = async (em: EntityManager): Promise<string[]> =>
  (await prepared<{ id: string }>(em, 'select id from professional where not active', [])).map(({ id }) => id);

/**
 * Tells the other subgraphs again who left, when this one starts: who left before they kept it, or while they lost what
 * they were told, is refused there from then on. Who is told already, bears it.
 */
export async function tellWhoLeft({ database, clock, publish }: Surroundings): Promise<void> {
  await database.em().transactional(async (em) => {
    const gone = await prepared<{ id: string; version: number }>(
      em,
      'select id, version from professional where not active',
      [],
    );
    for (const { id, version } of gone)
      await tellProfessional({ clock, publish, identity: null }, em, { id, version, active: false });
  });
}
