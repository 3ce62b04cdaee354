import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { unitGroup } from '../../match-comparisons.js';
import type { MatchProfile } from '../../match-contract.js';
import { mayDrive } from '../../match-licences.js';
import type { Vacancy } from '../vacancy/vacancy.js';

/** Most vacancies that are scored for one jobseeker: those that overlap in most ways. */
const MOST = 500;

/** Open vacancies that may suit `profile`, in `regionIds` (all regions when null). */
export interface VacancySearch {
  profile: MatchProfile;
  regionIds: string[] | null;
}

/**
 * Finds, for many jobseekers in one statement, the open vacancies with at least one overlap in occupation group,
 * driving licence or competence: what is worth scoring.
 */
export const findVacancies = (
  em: EntityManager,
  vacancyById: DataLoader<string, Vacancy | null>,
): DataLoader<VacancySearch, Vacancy[], string> =>
  new DataLoader(
    async (searches) => {
      const asked = searches.map(({ profile, regionIds }, n) => ({
        n,
        regions: regionIds,
        occupations: [...new Set(profile.occupations.flatMap(({ code }) => (code ? unitGroup(code) : [])))],
        licences: [...mayDrive(profile.drivingLicences)],
        competences: profile.competences.flatMap(({ code }) => code ?? []),
      }));
      const rows = await em.execute<{ n: number; id: string }[]>(
        `select a.n, v.id
        from jsonb_to_recordset(?::jsonb) as a (n int, regions text[], occupations text[], licences text[], competences int[])
        cross join lateral (
          select id from vacancy
          where status = 'OPEN' and (a.regions is null or region_id = any(a.regions))
            and (occupation_group = any(a.occupations) or driving_licences && a.licences or competence_codes && a.competences)
          order by coalesce(occupation_group = any(a.occupations), false)::int
            + (driving_licences && a.licences)::int + (competence_codes && a.competences)::int desc, id
          limit ${MOST}
        ) v`,
        [JSON.stringify(asked)],
      );
      const ids = searches.map((_, n) => rows.filter((row) => row.n === n).map(({ id }) => id));
      return Promise.all(
        ids.map(async (some) => (await Promise.all(some.map((id) => vacancyById.load(id)))).filter((v) => v !== null)),
      );
    },
    { cacheKeyFn: (search) => JSON.stringify(search) },
  );
