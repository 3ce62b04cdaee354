import type { EntityManager } from '../../database.js';
import { ProfessionalSchema, type Professional } from './professional.js';

type Changes = Partial<
  Pick<Professional, 'phone' | 'email' | 'contactDetailsConfirmedAt' | 'unavailableUntil' | 'deputyIds' | 'active'>
>;

/** Writes what changed of a professional who was opened for it, as the next version. */
export async function changeProfessional(
  em: EntityManager,
  { id, version }: Professional,
  changes: Changes,
): Promise<void> {
  await em.nativeUpdate(ProfessionalSchema, { id }, { ...changes, version: version + 1 });
}
