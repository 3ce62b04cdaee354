import { randomUUID } from 'node:crypto';
import type { Bsn } from '../../../adapters/sonar/bsn.js';
import type { EntityManager } from '../../database.js';
import { PersonNumber, PersonNumberSchema } from './person-number.js';
import type { PersonNumbers } from './person-numbers.js';

/** What came of keeping a number. TAKEN: another jobseeker has it, and nothing was written. */
export type Kept = 'KEPT' | 'SAME' | 'TAKEN';

/** Keeps the number of a jobseeker, sealed; in the place of another that was kept before. Call it in a transaction. */
export async function keepPersonNumber(
  em: EntityManager,
  numbers: PersonNumbers,
  jobseekerId: string,
  bsn: Bsn,
): Promise<Kept> {
  const hash = { $in: numbers.hashes(bsn) };
  const [owner] = await em.find(PersonNumber, { hash }, { disableIdentityMap: true });
  if (owner) return owner.jobseekerId === jobseekerId ? 'SAME' : 'TAKEN';
  const sealed = numbers.seal(bsn, jobseekerId);
  const changed = await em.nativeUpdate(PersonNumber, { jobseekerId }, sealed);
  if (!changed) await em.insert(PersonNumberSchema, { id: randomUUID(), jobseekerId, ...sealed });
  return 'KEPT';
}
