import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** Writes down, in one statement, which fields of whom were read, by whom, when and what for. */
export async function keepReadings(
  em: EntityManager,
  readings: { jobseekerId: string; action: string; purpose: string; fields: string[] }[],
  { at, byId }: { at: Date; byId: string },
): Promise<void> {
  await prepared(
    em,
    `insert into processing_record (id, jobseeker_id, at, by_id, action, purpose, fields)
     select gen_random_uuid(), r."jobseekerId", ?::timestamptz, ?, r.action, r.purpose, r.fields
     from jsonb_to_recordset(?::jsonb) as r ("jobseekerId" uuid, action text, purpose text, fields text[])`,
    [at, byId, JSON.stringify(readings)],
  );
}
