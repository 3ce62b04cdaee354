import DataLoader from 'dataloader';
import type { Bsn } from '../../../adapters/sonar/bsn.js';
import type { EntityManager } from '../../database.js';
import { read } from '../../read.js';
import { PersonNumber } from './person-number.js';
import { PersonNumberError, type PersonNumbers } from './person-numbers.js';

/** The number of a jobseeker, null when we do not know it. Rejects with PersonNumberError for one that cannot be read. */
export const personNumberOf = (em: EntityManager, numbers: PersonNumbers): DataLoader<string, Bsn | null> =>
  new DataLoader(async (ids) => {
    const rows = await read(em, PersonNumber, { jobseekerId: ids });
    const byJobseeker = new Map(rows.map((row) => [row.jobseekerId, row]));
    return ids.map((id): Bsn | null | Error => {
      const row = byJobseeker.get(id);
      if (!row) return null;
      try {
        return numbers.open(row, id);
      } catch (error) {
        if (error instanceof PersonNumberError) return error;
        throw error;
      }
    });
  });
