import { migration } from '../../migration.js';

/** Assessments made before this was kept say of each criterion whether its value was known. */
export default migration(
  '0020-known-criteria',
  `update pyramid_assessment set objective = (
    select jsonb_agg(one || jsonb_build_object('known', one->>'basis' <> 'Het aantal werkzame personen is niet bekend.') order by n)
    from jsonb_array_elements(objective) with ordinality as criteria(one, n)
  ) where jsonb_typeof(objective) = 'array' and objective <> '[]'::jsonb`,
);
