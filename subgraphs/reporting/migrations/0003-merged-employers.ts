import { migration } from '../../migration.js';

/**
 * Dossiers that were merged: facts stay as they are, and a later fact says for whom they count from then on. What was
 * known before it is what it was.
 */
export default migration(
  '0003-merged-employers',
  "create index fact_merged on fact using gin ((payload->'mergedIds')) where kind = 'employer.merged'",
  "create index fact_merged_into on fact (employer_id) where kind = 'employer.merged'",
  // For whom the facts of an employer count, as known at a moment.
  `create function counts_for(employer text, at timestamptz) returns text language sql stable as $$
    with recursive onwards as (
      select employer as id, 0 as steps
      union all
      select f.employer_id, steps + 1 from onwards join fact f
        on f.kind = 'employer.merged' and f.payload->'mergedIds' @> to_jsonb(onwards.id) and f.known_at <= at
      where steps < 50
    ) select id from onwards order by steps desc limit 1
  $$`,
  // Whose facts count for each of these employers: its own, and those of whom was merged into it.
  `create function known_of(employers text[]) returns table (employer_id text, counts_for text) language sql stable rows 10 as $$
    with recursive whose as (
      select one as employer_id, one as counts_for from unnest(employers) as one
      union
      select merged.id, whose.counts_for from whose
        join fact f on f.kind = 'employer.merged' and f.employer_id = whose.employer_id
        cross join lateral jsonb_array_elements_text(f.payload->'mergedIds') as merged(id)
    ) select * from whose
  $$`,
);
