import type { Logger } from '../../../runtime/log.js';
import type { Database } from '../../database.js';
import { PersonNumber } from './person-number.js';
import { PersonNumberError, type PersonNumbers } from './person-numbers.js';

const AT_ONCE = 500;

/**
 * Seals again under the present key what stands under an older one, so that each number has one hash and the older key
 * can be put away. A number that cannot be read stays as it is, and is told of by how many there are.
 */
export async function resealPersonNumbers(database: Database, numbers: PersonNumbers, log: Logger): Promise<void> {
  let [last, resealed, unreadable] = ['', 0, 0];
  for (;;) {
    const rows = await database.em().transactional(async (em) => {
      const older = await em.find(
        PersonNumber,
        { keyId: { $ne: numbers.keyId }, ...(last ? { id: { $gt: last } } : {}) },
        { orderBy: { id: 'asc' }, limit: AT_ONCE, disableIdentityMap: true },
      );
      for (const { id, jobseekerId, keyId, sealed } of older) {
        try {
          const bsn = numbers.open({ keyId, sealed }, jobseekerId);
          // Another process may be doing the same: whoever comes second finds no row under the old key.
          resealed += await em.nativeUpdate(PersonNumber, { id, keyId }, numbers.seal(bsn, jobseekerId));
        } catch (error) {
          if (!(error instanceof PersonNumberError)) throw error;
          unreadable += 1;
        }
      }
      return older;
    });
    if (rows.length < AT_ONCE) break;
    last = rows.at(-1)!.id;
  }
  if (resealed) log.info({ resealed }, 'person numbers sealed under the present key');
  if (unreadable) log.error({ unreadable }, 'person numbers under a key that is not in the settings, or damaged');
}
