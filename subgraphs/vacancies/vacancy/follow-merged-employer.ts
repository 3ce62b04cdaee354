import type { EntityManager } from '../../database.js';
import type { EventData } from '../../events.js';
import { prepared } from '../../prepared.js';

/** Vacancies, placements, work agreements and who is whose contact person go along with a dossier that was merged into another. Told again, it finds none left. */
export async function followMergedEmployer(
  em: EntityManager,
  { keepId, mergedIds }: EventData['employer.merged'],
): Promise<void> {
  for (const table of ['vacancy', 'placement', 'known_contact_person', 'known_work_agreement'])
    await prepared(em, `update ${table} set employer_id = ?::uuid where employer_id = any(?::uuid[])`, [
      keepId,
      mergedIds,
    ]);
}
