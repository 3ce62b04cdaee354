import type { Surroundings } from '../../context.js';
import { everySoOften } from '../../every-so-often.js';
import { clearContent } from './clear-content.js';
import type { FileStore } from './file-store.js';
import { lapseUploads } from './lapse-uploads.js';

const EVERY_MS = 600_000;

/**
 * Lets uploads that never came lapse, and takes out of the store what belongs to no document any more: at the start of
 * this process, so that what another left when it was stopped is done, and every ten minutes after.
 */
export function keepClearingDocuments(
  { database, clock, log }: Pick<Surroundings, 'database' | 'clock' | 'log'>,
  store: FileStore,
): { stop(): Promise<void> } {
  return everySoOften(EVERY_MS, async (stopping) => {
    try {
      await lapseUploads(database.em(), clock);
      await clearContent({ em: database.em(), clock, log, store }, undefined, stopping);
    } catch (err) {
      log.error({ err }, 'documents not cleared; tried again later');
    }
  });
}
