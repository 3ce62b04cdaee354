import type { EntityManager } from '../../../database.js';
import type { SourceSystem } from '../../../provenance.js';

/** How often a register is asked on purpose about one employer at most. */
export const ASK_EVERY_MS = 60_000;

/** Which of `sources` may be asked about an employer now; it counts as asked from here on, whoever else wants to. */
export async function claimAsk(
  em: EntityManager,
  employerId: string,
  sources: readonly SourceSystem[],
  now: Date,
): Promise<SourceSystem[]> {
  const claimed = await em.execute<{ source: SourceSystem }[]>(
    `insert into register_ask (employer_id, source, asked_at)
     select ?::uuid, source, ?::timestamptz from jsonb_array_elements_text(?::jsonb) as source
     on conflict (employer_id, source) do update set asked_at = excluded.asked_at where register_ask.asked_at <= ?::timestamptz
     returning source`,
    [employerId, now.toISOString(), JSON.stringify(sources), new Date(now.getTime() - ASK_EVERY_MS).toISOString()],
  );
  return claimed.map(({ source }) => source);
}
