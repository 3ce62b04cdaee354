import { migration } from '../../migration.js';

/** A list by sector and tier is counted from the index alone. */
export default migration(
  '0015-counted-lists',
  'create index employer_sector_tier on employer (sector, tier) where merged_into_id is null',
);
