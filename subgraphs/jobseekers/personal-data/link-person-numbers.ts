import { Bsn } from '../../../adapters/sonar/bsn.js';
import type { Database } from '../../database.js';
import { Jobseeker } from '../jobseeker/jobseeker.js';
import { keepPersonNumber } from './keep-person-number.js';
import type { PersonNumbers } from './person-numbers.js';

/** What came of a list: how many numbers were kept or were there already, and on which lines something was wrong. */
export interface Linked {
  kept: number;
  same: number;
  /** No `reference,number` with a number that passes the check. */
  invalid: number[];
  /** Nobody here has that reference. */
  unknown: number[];
  /** Somebody else has that number. */
  taken: number[];
}

const LINE = /^\s*([^,;\s]+)\s*[,;]\s*(\d{9})\s*$/;

const bsnOf = (digits: string | undefined): Bsn | null => {
  try {
    return Bsn.of(digits ?? '');
  } catch {
    return null;
  }
};

/**
 * Keeps the numbers of jobseekers from a list of Sonar's, a line each: reference in Sonar, comma, number. The way by which
 * numbers come in: the graph has none. Each line is its own transaction, so that a wrong one stops no other.
 */
export async function linkPersonNumbers(database: Database, numbers: PersonNumbers, list: string): Promise<Linked> {
  const linked: Linked = { kept: 0, same: 0, invalid: [], unknown: [], taken: [] };
  for (const [at, line] of list.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    const [, sonarId, digits] = LINE.exec(line) ?? [];
    const bsn = bsnOf(digits);
    if (!sonarId || !bsn) {
      linked.invalid.push(at + 1);
      continue;
    }
    await database.em().transactional(async (em) => {
      await em.execute("select set_config('werkgraaf.actor', 'koppeling', true)");
      const jobseeker = await em.findOne(Jobseeker, { sonarId }, { disableIdentityMap: true });
      if (!jobseeker) return void linked.unknown.push(at + 1);
      const outcome = await keepPersonNumber(em, numbers, jobseeker.id, bsn);
      if (outcome === 'TAKEN') linked.taken.push(at + 1);
      else linked[outcome === 'KEPT' ? 'kept' : 'same'] += 1;
    });
  }
  return linked;
}
