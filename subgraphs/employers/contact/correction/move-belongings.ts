import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';

/** What can come from a contact moment, each told by `subject_type` and `subject_id`. */
const BELONGINGS = ['task', 'appointment', 'attachment', 'work_agreement'];

/** Hands the actions, appointments, documents and agreements of contact moments to another moment. */
export async function moveBelongings(em: EntityManager, fromIds: readonly string[], toId: string): Promise<void> {
  for (const table of BELONGINGS)
    await prepared(
      em,
      `update ${table} set subject_id = ? where subject_type = 'ContactMoment' and subject_id = any(?::uuid[])`,
      [toId, fromIds],
    );
}
