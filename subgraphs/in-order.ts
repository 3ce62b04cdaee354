import type { Database, EntityManager } from './database.js';

/**
 * Does `step` until it says that nothing is left, each time in a transaction of its own. Whoever works on the same `line`,
 * in whatever process, waits for the turn: what is done in steps is done in order. A step that fails is undone, and what
 * it failed with is thrown; the next one to come begins with that step again.
 */
export async function inOrder(
  database: Database,
  line: string,
  step: (em: EntityManager) => Promise<boolean>,
): Promise<void> {
  const one = () =>
    database.em().transactional(async (em) => {
      await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [line]);
      return step(em);
    });
  while (await one());
}
